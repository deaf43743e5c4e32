import { FaultError } from '../../shared/api/faults';

const ALLOWED = new Set(['http:', 'https:', 'mailto:']);
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;

/**
 * The address to hand to the system for a link in a map, in the form that the URL standard gives it. Throws a
 * FaultError `refused-link` for all that is not plainly a web or mail address.
 */
export function checkedLink(text: string): string {
  const refusal = new FaultError({ code: 'refused-link', detail: text.slice(0, 200) });
  if (CONTROL.test(text)) throw refusal;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !ALLOWED.has(url.protocol)) throw refusal;
  if (url.protocol !== 'mailto:' && url.hostname === '') throw refusal;
  return url.href;
}
