import { fork } from 'node:child_process';

export const READER_NAMES = [
  'map',
  'conflict',
  'clipboard',
  'draft',
  'versions',
  'csv',
  'xlsx',
  'json',
  'parquet',
  'recipe',
] as const;
export type ReaderName = (typeof READER_NAMES)[number];

/** What the process is to do: cases `from` up to, but not with, `to`. */
export interface FuzzOrder {
  reader: ReaderName;
  seed: number;
  from: number;
  to: number;
  /** Where the input of each case is written to, to be looked at; null: nowhere. */
  keep: string | null;
}

export type FuzzMessage =
  | { type: 'begun'; number: number; how: string }
  | { type: 'ended'; number: number; answer: string; flaw: string | null; took: number; size: number };

export interface FoundFlaw {
  number: number;
  how: string;
  flaw: string;
}

/** What came of many inputs to one reader. */
export interface FuzzFigures {
  reader: ReaderName;
  seed: number;
  cases: number;
  answers: Record<string, number>;
  flaws: FoundFlaw[];
  /** Milliseconds of the slowest case, and which one it was. */
  slowest: { took: number; number: number };
  seconds: number;
}

/** Milliseconds that a reader may take for one input on a machine that is busy with other things, too. */
const PATIENCE = 30_000;
const MOST_DEATHS = 50;
/** MB: what a process of data files gets. */
const HEAP = 768;

/**
 * Feeds a reader in processes of their own. One that hangs is killed, one that dies is counted: both are flaws, and the
 * cases behind go to a new process.
 */
export async function fuzz(entry: string, order: FuzzOrder): Promise<FuzzFigures> {
  const { reader, seed } = order;
  const since = performance.now();
  const figures: FuzzFigures = {
    reader,
    seed,
    cases: 0,
    answers: {},
    flaws: [],
    slowest: { took: 0, number: 0 },
    seconds: 0,
  };
  // A reader that dies of everything needs no more proof, and each process takes its time to start.
  for (let from = order.from, deaths = 0; from < order.to && deaths < MOST_DEATHS; deaths++)
    from = await feed(entry, { ...order, from }, figures);
  figures.seconds = (performance.now() - since) / 1_000;
  return figures;
}

/** One process; answers the case behind the last one that it has had. */
function feed(entry: string, order: FuzzOrder, figures: FuzzFigures): Promise<number> {
  return new Promise((resolve) => {
    const child = fork(entry, [JSON.stringify(order)], {
      execArgv: [`--max-old-space-size=${HEAP}`],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let at: { number: number; how: string } = { number: order.from, how: 'while starting' };
    let isHanging = false;
    let isAtWork = true;
    let complaint = '';
    const hang = () => {
      isHanging = true;
      child.kill('SIGKILL');
    };
    let watchdog = setTimeout(hang, PATIENCE);
    child.stderr?.on('data', (part: Buffer) => {
      complaint = (complaint + part.toString()).slice(-1_000);
    });
    child.on('message', (message: FuzzMessage) => {
      clearTimeout(watchdog);
      watchdog = setTimeout(hang, PATIENCE);
      isAtWork = message.type === 'begun';
      if (message.type === 'begun') at = message;
      else note(figures, message, at.how);
    });
    child.once('close', (code, signal) => {
      clearTimeout(watchdog);
      const isDone = code === 0 && at.number === order.to - 1 && !isAtWork;
      if (!isDone) {
        if (isAtWork) figures.cases++;
        const flaw = isHanging ? 'hangs' : `the process ended with ${signal ?? code}: ${complaint}`;
        figures.flaws.push({ ...at, flaw });
      }
      resolve(at.number + 1);
    });
  });
}

function note(figures: FuzzFigures, ended: FuzzMessage & { type: 'ended' }, how: string): void {
  const { number, answer, flaw, took } = ended;
  figures.cases++;
  if (flaw !== null) figures.flaws.push({ number, how, flaw });
  else figures.answers[answer] = (figures.answers[answer] ?? 0) + 1;
  if (took > figures.slowest.took) figures.slowest = { took, number };
}
