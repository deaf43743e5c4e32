import type { CallName, Calls, EventName, Events } from '../../shared/api/calls';
import { FaultError } from '../../shared/api/faults';
import { faultText } from '../../shared/language/fault-text';
import type { Host } from '../host/host';
import { texts } from '../store/texts';
import { tell } from '../store/toasts';

let host: Host | null = null;

/** The machine behind this window; set once at the start. */
export function setMachine(connected: Host): void {
  host = connected;
}

/** Calls the machine. Rejects with a FaultError. */
export function call<Name extends CallName>(name: Name, argument: Calls[Name]['takes']): Promise<Calls[Name]['gives']> {
  if (!host) throw new Error('The machine is not connected yet.');
  return host.call(name, argument);
}

/** One sentence about a failure, with what to do next. */
export function explain(error: unknown): string {
  const fault = error instanceof FaultError ? error.fault : { code: 'unexpected' as const, detail: String(error) };
  return faultText(texts(), fault);
}

/** Calls the machine and tells the user where it fails; null then. */
export async function attempt<Name extends CallName>(
  name: Name,
  argument: Calls[Name]['takes'],
): Promise<Calls[Name]['gives'] | null> {
  try {
    return await call(name, argument);
  } catch (error) {
    tell('danger', explain(error));
    return null;
  }
}

/** Listens to what the machine tells; answers a function that ends the listening. */
export function listen<Name extends EventName>(name: Name, listener: (event: Events[Name]) => void): () => void {
  return host ? host.on(name, listener) : () => undefined;
}
