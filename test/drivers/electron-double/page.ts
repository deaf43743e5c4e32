import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

/** Chromium knows no `app:`; its pages stand here instead, and every address is translated on its way. */
export const DOUBLE_ORIGIN = 'https://periplo.app-double.invalid';
const BINDING = '__desktopDouble';

export const toPlace = (address: string): string => address.replace(/^app:\/\/periplo/, DOUBLE_ORIGIN);
export const fromPlace = (address: string): string =>
  address.startsWith(`${DOUBLE_ORIGIN}/`) ? address.replace(DOUBLE_ORIGIN, 'app://periplo') : address;

interface Renderer {
  invoke(channel: string, args: unknown[]): Promise<unknown>;
}

declare global {
  interface Window {
    __desktopDouble?: (channel: string, args: unknown[]) => Promise<unknown>;
    __desktopDoubleReceive?: (channel: string, args: unknown[]) => void;
  }
}

/** Runs the real preload in the page before the app, with the parts of Electron that a sandboxed preload can require. */
export async function preparePage(page: Page, preload: string, renderer: Renderer): Promise<void> {
  await page.exposeBinding(BINDING, (_source, channel: string, args: unknown[]) => renderer.invoke(channel, args));
  await page.addInitScript({
    content: `(${installElectron})((require, module, exports) => {${readFileSync(preload, 'utf8')}\n});`,
  });
}

export const sendToPage = (page: Page, channel: string, args: unknown[]): Promise<void> =>
  page.evaluate(([name, values]) => window.__desktopDoubleReceive?.(name, values), [channel, args] as const);

/**
 * Runs in the page. What crosses is copied by structured clone, both ways, as Electron does; functions cross the
 * bridge as functions that copy. (The double does not give the preload a world of its own.)
 */
function installElectron(preload: (require: (name: string) => unknown, module: object, exports: object) => void): void {
  const send = window.__desktopDouble;
  if (window.top !== window || !send) return;
  delete window.__desktopDouble;
  const listeners = new Map<string, Set<(event: object, ...args: unknown[]) => void>>();
  Object.defineProperty(window, '__desktopDoubleReceive', {
    value: (channel: string, args: unknown[]) => {
      for (const listener of [...(listeners.get(channel) ?? [])]) listener({}, ...args);
    },
  });

  const bridged = (value: unknown): unknown => {
    if (typeof value === 'function') {
      return (...args: unknown[]) => bridged(value(...args.map(bridged)));
    }
    if (value instanceof Promise) return value.then(bridged);
    if (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype) {
      return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, bridged(inner)])));
    }
    return structuredClone(value);
  };
  const electron = {
    contextBridge: {
      exposeInMainWorld(name: string, api: unknown) {
        Object.defineProperty(window, name, { value: bridged(api), enumerable: true });
      },
    },
    ipcRenderer: {
      invoke: async (channel: string, ...args: unknown[]) =>
        structuredClone(await send(channel, structuredClone(args))),
      on(channel: string, listener: (event: object, ...args: unknown[]) => void) {
        listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener));
      },
      off(channel: string, listener: (event: object, ...args: unknown[]) => void) {
        listeners.get(channel)?.delete(listener);
      },
    },
  };
  const require = (name: string) => {
    if (name === 'electron') return electron;
    throw new Error(`module not found: ${name}`);
  };
  preload(require, { exports: {} }, {});
}
