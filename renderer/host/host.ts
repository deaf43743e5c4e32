import type { CallName, Calls, EventName, Events } from '../../shared/api/calls';

/** The machine, as the app sees it: the same on the desktop and in a browser. */
export interface Host {
  /** Rejects with a FaultError. */
  call<Name extends CallName>(name: Name, argument: Calls[Name]['takes']): Promise<Calls[Name]['gives']>;
  /** Answers a function that ends the listening. */
  on<Name extends EventName>(event: Name, listener: (event: Events[Name]) => void): () => void;
}
