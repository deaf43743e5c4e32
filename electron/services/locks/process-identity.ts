import { readFileSync } from 'node:fs';
import { hostname, uptime } from 'node:os';
import * as v from 'valibot';
import { isAlive } from '../files/leftovers';

/** Says of a process which one it is, also after it has ended and its number has gone to another. */
export const processSchema = v.object({
  computer: v.pipe(v.string(), v.maxLength(300)),
  pid: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** Tells one run of the computer from the next. */
  boot: v.pipe(v.string(), v.maxLength(100)),
  /** When the process started, in a unit of the system's; empty where it does not tell. */
  started: v.pipe(v.string(), v.maxLength(100)),
});
export type ProcessIdentity = v.InferOutput<typeof processSchema>;

/** Seconds that two calculations of the same boot may lie apart. */
const BOOT_TOLERANCE = 120;

export const thisProcess: ProcessIdentity = {
  computer: hostname(),
  pid: process.pid,
  boot: bootOf(),
  started: startOf(process.pid),
};

/** Whether a process still runs; `unknown`: it belongs to another computer, which shares our folder. */
export function lifeOf(identity: ProcessIdentity): 'alive' | 'dead' | 'unknown' {
  if (identity.computer !== thisProcess.computer) return 'unknown';
  if (!isSameBoot(identity.boot, thisProcess.boot) || !isAlive(identity.pid)) return 'dead';
  const started = startOf(identity.pid);
  return identity.started !== '' && started !== '' && started !== identity.started ? 'dead' : 'alive';
}

function bootOf(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    // Elsewhere than on Linux: the second in which the computer started, give or take.
    return String(Math.round(Date.now() / 1000 - uptime()));
  }
}

function isSameBoot(a: string, b: string): boolean {
  const [first, second] = [Number(a), Number(b)];
  return a === b || Math.abs(first - second) <= BOOT_TOLERANCE;
}

/** Clock ticks from boot to the start of a process: field 22 of proc(5), counted after the name, which may hold spaces. */
function startOf(pid: number): string {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return (
      text
        .slice(text.lastIndexOf(')') + 2)
        .split(' ')
        .at(19) ?? ''
    );
  } catch {
    return '';
  }
}
