import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a request comes from a page of this very server (or from the address bar). A page elsewhere can send
 * requests here under any name that it points at 127.0.0.1; its `Host` or its `Origin` gives it away.
 */
export function isOwnRequest(method: string, headers: IncomingHttpHeaders, port: number): boolean {
  const host = port === 80 ? '127.0.0.1' : `127.0.0.1:${port}`;
  if (headers.host !== host) return false;
  const { origin } = headers;
  if (origin === undefined ? method !== 'GET' && method !== 'HEAD' : origin !== `http://${host}`) return false;
  const site = headers['sec-fetch-site'];
  if (site === undefined || site === 'same-origin' || site === 'none') return true;
  // A link to the start address may stand on a page elsewhere; what it opens is then a whole new page.
  return headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document' && method === 'GET';
}
