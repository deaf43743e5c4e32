import type { Bridge } from '../../shared/api/bridge';
import { desktopHost } from './desktop';
import type { Host } from './host';
import { loopbackHost } from './loopback';

declare global {
  interface Window {
    /** There on the desktop only. */
    readonly periplo?: Bridge;
  }
}

/** The machine behind this page: the desktop where its preload has run, otherwise the server that the page came from. */
export async function connectHost(): Promise<Host> {
  return window.periplo ? desktopHost(window.periplo) : loopbackHost();
}
