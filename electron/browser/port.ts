import type { StartInfo } from '../../shared/api/calls';
import type { HostPort } from '../services/host-port';

/** The browser edition has no windows, menus or dialogs of its own: the page in the browser does all of that. */
export function browserPort(
  { version, locale, open }: Pick<StartInfo, 'version' | 'locale' | 'open'>,
  send: HostPort['send'],
): HostPort {
  const unavailable = () => Promise.reject(new Error('not on this host'));
  return {
    info: { host: 'browser', version, platform: process.platform, locale, nativeDialogs: false, canPrint: false },
    open,
    send,
    setTitle: () => undefined,
    close: () => undefined,
    chooseFile: unavailable,
    chooseTarget: unavailable,
    print: unavailable,
    // The page opens it, once the handler has found nothing against the address.
    openLink: async () => undefined,
  };
}
