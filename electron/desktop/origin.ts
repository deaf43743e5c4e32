/** The one address under which the app's own page lives. */
export const PAGE_ADDRESS = 'app://periplo/index.html';
export const SCHEME = 'app';

/**
 * Whether an address belongs to the app's own page. Compared part by part after parsing: `app://periplo.evil`,
 * `app://evil@periplo` and the like are somebody else's.
 */
export function isOwnAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, username, password } = new URL(address);
  return protocol === `${SCHEME}:` && host === 'periplo' && username === '' && password === '';
}
