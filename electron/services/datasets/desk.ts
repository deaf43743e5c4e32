import * as v from 'valibot';
import { type Fault, FaultError } from '../../../shared/api/faults';
import { systemFault } from '../files/system-fault';
import type { Engine } from './engine';
import { HANDLERS } from './handlers';
import type { FromProcess } from './messages';
import { openSession } from './open-session';
import { type Argument, isRequestName, REQUESTS, type RequestName } from './requests';
import type { Session, Work } from './session';

/** Milliseconds between two signs of life, and at least between two reports of progress. */
const SIGN_OF_LIFE = 500;
const PROGRESS_EVERY = 100;

/** Takes questions about one data file, checks them, and sends what comes of them. One at a time is worked on. */
export class Desk {
  /** The folder that the file is worked on in, once that is known. */
  folder: string | null = null;
  #session: Session | null = null;
  #engine: Engine | null = null;
  #queue: Promise<void> = Promise.resolve();
  #current: number | null = null;
  readonly #cancelled = new Set<number>();
  readonly #send: (message: FromProcess) => void;

  constructor(send: (message: FromProcess) => void) {
    this.#send = send;
  }

  /** Whoever asks hears an answer or a fault. */
  async ask(id: number, name: string, argument: unknown): Promise<void> {
    this.#queue = this.#queue.then(() => this.#work(id, name, argument));
    await this.#queue;
  }

  /** Gives up a question, whether it is worked on or still waits. */
  cancel(id: number): void {
    this.#cancelled.add(id);
    if (this.#current === id) this.#engine?.interrupt();
  }

  async #work(id: number, name: string, argument: unknown): Promise<void> {
    this.#current = id;
    const alive = setInterval(() => this.#send({ type: 'alive' }), SIGN_OF_LIFE);
    // Between two statements there is nothing to interrupt: the next one is then.
    const stop = setInterval(() => this.#cancelled.has(id) && this.#engine?.interrupt(), PROGRESS_EVERY);
    try {
      const value = await this.#answer(id, name, argument);
      this.#send({ type: 'answer', id, value });
    } catch (error) {
      this.#send({ type: 'fault', id, fault: this.#faultOf(id, error) });
    } finally {
      clearInterval(alive);
      clearInterval(stop);
      this.#current = null;
      this.#cancelled.delete(id);
    }
  }

  async #answer(id: number, name: string, argument: unknown): Promise<unknown> {
    if (!isRequestName(name)) throw new FaultError({ code: 'invalid-request', detail: name.slice(0, 40) });
    const checked = v.safeParse(REQUESTS[name].argument, argument);
    if (!checked.success) throw new FaultError({ code: 'invalid-request', detail: name });
    const work = this.#workFor(id);
    work.check();
    if (name === 'open') return this.#open(checked.output as Argument<'open'>, work);
    return this.#handle(name, checked.output as Argument<typeof name>, work);
  }

  async #open(argument: Argument<'open'>, work: Work): Promise<unknown> {
    if (this.folder) throw new FaultError({ code: 'invalid-request', detail: 'open' });
    this.folder = argument.folder;
    this.#session = await openSession(argument, work, (engine) => {
      this.#engine = engine;
    });
    return this.#session.facts;
  }

  async #handle<Name extends Exclude<RequestName, 'open'>>(
    name: Name,
    argument: Argument<Name>,
    work: Work,
  ): Promise<unknown> {
    if (!this.#session) throw new FaultError({ code: 'invalid-request', detail: name });
    return HANDLERS[name](argument, this.#session, work);
  }

  #workFor(id: number): Work {
    let told = Number.NEGATIVE_INFINITY;
    let share = 0;
    return {
      progress: (now) => {
        share = Math.min(Math.max(share, now), 1);
        if (performance.now() - told < PROGRESS_EVERY) return;
        told = performance.now();
        this.#send({ type: 'progress', id, share });
      },
      check: () => {
        if (this.#cancelled.has(id)) throw new FaultError({ code: 'cancelled' });
      },
    };
  }

  #faultOf(id: number, error: unknown): Fault {
    if (this.#cancelled.has(id)) return { code: 'cancelled' };
    if (error instanceof FaultError) return error.fault.code === 'disk-full' ? { code: 'data-no-room' } : error.fault;
    const { code } = systemFault(error, '').fault;
    if (code === 'disk-full') return { code: 'data-no-room' };
    // For who reports it; the sentence for people does not repeat it.
    return { code: 'data-stopped', detail: String(error).slice(0, 500) };
  }
}
