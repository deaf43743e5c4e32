import { createHash, randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { FileSystem } from './file-system';

/** Names this machine in temporary names, so that another's in a shared folder are told apart. */
const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
const OURS = /^\.periplo-([0-9a-f]{8})-(\d{1,10})-[0-9a-f]{16}\.(new|old)$/;
const A_MINUTE = 60_000;

/** A name for a file that lives only while something is saved, recognisable as ours. */
export function temporaryName(kind: 'new' | 'old'): string {
  return `.periplo-${machine}-${process.pid}-${randomBytes(8).toString('hex')}.${kind}`;
}

export const isTemporaryName = (name: string): boolean => OURS.test(name);

/**
 * Removes what saves that were cut off left in a folder: only files with our own kind of name, and only where nobody
 * can still be writing them. Never fails: a leftover does no harm.
 */
export async function cleanLeftovers(fs: FileSystem, folder: string, now = Date.now()): Promise<void> {
  const names = await fs.list(folder).catch((): string[] => []);
  for (const name of names) {
    const [, from, pid] = OURS.exec(name) ?? [];
    if (!from) continue;
    const path = join(folder, name);
    try {
      const age = now - (await fs.linkStatus(path)).modifiedAt;
      const isOrphan = from === machine && !isAlive(Number(pid));
      if (isOrphan || age > A_MINUTE) await fs.remove(path);
    } catch {
      // Somebody else removed it, or we may not.
    }
  }
}

/** Whether a process of this number runs on this computer. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
