import { randomBytes } from 'node:crypto';
import type { EventName, Events } from '../../../shared/api/calls';

/** Milliseconds that a page which has lost its connection gets to come back. */
const GRACE = 5000;

/** The window of a host that has only one. */
export const ONLY_WINDOW = 'main';

/**
 * The pages that talk to this process. A window may show one page after another (a reload, a crash): a *session* is the
 * time of one page. Locks, watches and drafts belong to sessions, so that they end with the page and not with the window.
 */
export interface Pages {
  /** A new page starts in a window; the session of the one before it ends. */
  start(window: string): void;
  /** The page's connection is there, or there again. */
  connected(window: string): void;
  /** The page is gone, or its connection is. Its session ends soon unless it comes back. */
  disconnected(window: string): void;
  /** The session of the page that a window shows. */
  session(window: string): string;
  /** Whether a page of this process has this session and is there. */
  isThere(session: string): boolean;
  /** Hears of every session that has ended. */
  onEnd(listener: (session: string) => void): void;
  /** Where `tell` sends to. */
  reach(send: <Name extends EventName>(window: string, event: Name, value: Events[Name]) => void): void;
  tell<Name extends EventName>(session: string, event: Name, value: Events[Name]): void;
}

interface Page {
  session: string;
  leaving: NodeJS.Timeout | null;
}

export function createPages(grace = GRACE): Pages {
  const pages = new Map<string, Page>();
  const listeners: ((session: string) => void)[] = [];
  const senders: Parameters<Pages['reach']>[0][] = [];
  const end = (window: string) => {
    const page = pages.get(window);
    if (!page) return;
    if (page.leaving) clearTimeout(page.leaving);
    pages.delete(window);
    for (const listener of listeners) listener(page.session);
  };
  const begin = (window: string): Page => {
    const page = { session: randomBytes(16).toString('hex'), leaving: null };
    pages.set(window, page);
    return page;
  };
  const pageOf = (session: string) => [...pages].find(([, page]) => page.session === session);
  return {
    start(window) {
      end(window);
      begin(window);
    },
    connected(window) {
      const page = pages.get(window) ?? begin(window);
      if (page.leaving) clearTimeout(page.leaving);
      page.leaving = null;
    },
    disconnected(window) {
      const page = pages.get(window);
      if (!page || page.leaving) return;
      page.leaving = setTimeout(() => end(window), grace).unref();
    },
    session: (window) => (pages.get(window) ?? begin(window)).session,
    isThere: (session) => pageOf(session)?.[1].leaving === null,
    onEnd: (listener) => {
      listeners.push(listener);
    },
    reach: (send) => {
      senders.push(send);
    },
    tell(session, event, value) {
      const window = pageOf(session)?.[0];
      if (window !== undefined) for (const send of senders) send(window, event, value);
    },
  };
}
