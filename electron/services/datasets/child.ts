import { type ChildProcess, fork } from 'node:child_process';
import * as v from 'valibot';
import { type Fault, FaultError } from '../../../shared/api/faults';
import { type FromProcess, fromProcessSchema, type ToProcess } from './messages';

export interface ChildSettings {
  /** The bundled program. */
  entry: string;
  /** MB for JavaScript; what DuckDB takes comes on top. */
  heap: number;
  /** Milliseconds without a sign of life while something is asked, after which the process counts as hung. */
  silence: number;
}

export interface Question {
  name: string;
  argument: unknown;
  onProgress?: ((share: number) => void) | undefined;
  signal?: AbortSignal | undefined;
  /** Milliseconds until the process is killed for being too slow. */
  timeLimit: number;
}

/** So long a process may take to heed that a question was cancelled, in milliseconds; then it is killed. */
const PATIENCE = 700;

interface Waiting {
  question: Question;
  timer: NodeJS.Timeout;
  resolve(value: unknown): void;
  reject(error: FaultError): void;
  abort(): void;
}

/**
 * A process that answers questions and can be killed. Every question is answered or fails with one fault: of the
 * process itself, or `cancelled`, `data-too-slow`, `data-no-room`, `data-stopped`.
 */
export class Child {
  readonly #process: ChildProcess;
  readonly #silence: number;
  readonly #waiting = new Map<number, Waiting>();
  readonly #watch: NodeJS.Timeout;
  readonly #ended: Promise<void>;
  #lastHeard = performance.now();
  #lastId = 0;
  #complaint = '';
  #fault: Fault | null = null;

  constructor({ entry, heap, silence }: ChildSettings) {
    this.#silence = silence;
    this.#process = fork(entry, [], {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${heap}`],
      // Within the desktop host the program is Electron, which runs as Node then; Node itself does not mind.
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '' },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#process.stderr?.on('data', (part: Buffer) => {
      this.#complaint = (this.#complaint + part.toString()).slice(-20_000);
    });
    this.#process.on('message', (message) => this.#hear(message));
    this.#ended = new Promise((resolve) => {
      this.#process.once('error', () => this.#end({ code: 'data-stopped' }, resolve));
      this.#process.once('exit', () => this.#end(this.#causeOfDeath(), resolve));
    });
    this.#watch = setInterval(() => this.#checkLife(), Math.min(1_000, silence / 4));
    this.#watch.unref();
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  ask(question: Question): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (question.signal?.aborted) return reject(new FaultError({ code: 'cancelled' }));
      if (this.#fault) return reject(new FaultError(this.#fault));
      const id = ++this.#lastId;
      const abort = () => this.cancel(id);
      const timer = setTimeout(() => this.kill({ code: 'data-too-slow' }), question.timeLimit);
      this.#waiting.set(id, { question, timer, resolve, reject, abort });
      question.signal?.addEventListener('abort', abort, { once: true });
      this.#lastHeard = performance.now();
      this.#send({ type: 'ask', id, name: question.name, argument: question.argument });
    });
  }

  /** Gives up one question, or all of them. */
  cancel(only?: number): void {
    for (const [id, waiting] of this.#waiting) {
      if (only !== undefined && id !== only) continue;
      this.#send({ type: 'cancel', id });
      clearTimeout(waiting.timer);
      waiting.timer = setTimeout(() => this.kill({ code: 'cancelled' }), PATIENCE);
    }
  }

  /** Ends the process; what is still asked fails with this fault. Resolves once it is gone. */
  async kill(fault: Fault = { code: 'cancelled' }): Promise<void> {
    this.#fail(fault);
    this.#process.kill('SIGKILL');
    await this.#ended;
  }

  #send(message: ToProcess): void {
    // A process that is about to die is heard of by its exit.
    this.#process.send(message, () => undefined);
  }

  #hear(message: unknown): void {
    this.#lastHeard = performance.now();
    const read = v.safeParse(fromProcessSchema, message);
    if (read.success) this.#take(read.output);
    else void this.kill({ code: 'data-stopped' });
  }

  #take(message: FromProcess): void {
    if (message.type === 'alive') return;
    const waiting = this.#waiting.get(message.id);
    if (!waiting) return;
    if (message.type === 'progress') {
      waiting.question.onProgress?.(message.share);
      return;
    }
    this.#settle(message.id, waiting);
    if (message.type === 'answer') waiting.resolve(message.value);
    else waiting.reject(new FaultError(message.fault));
  }

  #settle(id: number, { timer, question, abort }: Waiting): void {
    this.#waiting.delete(id);
    clearTimeout(timer);
    question.signal?.removeEventListener('abort', abort);
  }

  #checkLife(): void {
    if (this.#waiting.size > 0 && performance.now() - this.#lastHeard > this.#silence)
      void this.kill({ code: 'data-too-slow' });
  }

  #causeOfDeath(): Fault {
    return { code: /heap out of memory|out of memory/i.test(this.#complaint) ? 'data-no-room' : 'data-stopped' };
  }

  #end(fault: Fault, done: () => void): void {
    clearInterval(this.#watch);
    this.#fail(fault);
    done();
  }

  #fail(fault: Fault): void {
    this.#fault ??= fault;
    for (const [id, waiting] of this.#waiting) {
      this.#settle(id, waiting);
      waiting.reject(new FaultError(this.#fault));
    }
  }
}
