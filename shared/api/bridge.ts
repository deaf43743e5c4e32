import type { Answer, CallName, Calls, EventName, Events } from './calls';

const calls: Record<CallName, true> = {
  'app.start': true,
  'app.setTitle': true,
  'app.close': true,
  'preferences.write': true,
  'maps.read': true,
  'maps.write': true,
  'maps.lock': true,
  'maps.takeOver': true,
  'maps.release': true,
  'maps.watch': true,
  'maps.sample': true,
  'drafts.write': true,
  'drafts.list': true,
  'drafts.read': true,
  'drafts.remove': true,
  'versions.add': true,
  'versions.keepFile': true,
  'versions.list': true,
  'versions.read': true,
  'templates.list': true,
  'templates.read': true,
  'templates.write': true,
  'templates.remove': true,
  'recents.list': true,
  'recents.remove': true,
  'dialogs.open': true,
  'dialogs.save': true,
  'folders.list': true,
  'folders.create': true,
  'files.read': true,
  'files.write': true,
  'export.make': true,
  'export.comparison': true,
  'export.print': true,
  'datasets.open': true,
  'datasets.rows': true,
  'datasets.describe': true,
  'datasets.plan': true,
  'datasets.cancel': true,
  'datasets.close': true,
  'datasets.place': true,
  'datasets.remember': true,
  'links.open': true,
};

const events: Record<EventName, true> = {
  'menu.command': true,
  'file.requested': true,
  'window.closing': true,
  'map.takenOver': true,
  'map.changedOutside': true,
  'map.gone': true,
  'datasets.progress': true,
  'theme.changed': true,
};

/** All names, which the compiler keeps complete; for what has to go through them when it runs. */
export const CALL_NAMES = Object.keys(calls) as CallName[];
export const EVENT_NAMES = Object.keys(events) as EventName[];

/** What the desktop's preload gives to the page as `window.periplo`: a function per call and per event, nothing general. */
export interface Bridge {
  readonly call: {
    readonly [Name in CallName]: (argument: Calls[Name]['takes']) => Promise<Answer<Calls[Name]['gives']>>;
  };
  /** Each answers a function that ends the listening. */
  readonly on: { readonly [Name in EventName]: (listener: (event: Events[Name]) => void) => () => void };
}
