import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive } from '../files/leftovers';

const PREFIX = 'periplo-data-';
const OURS = new RegExp(`^${PREFIX}(\\d{1,10})-`);

/** A new folder for working on a data file, for this user only; what died programs left there is removed. */
export async function makeWorkFolder(): Promise<string> {
  const root = tmpdir();
  for (const name of await readdir(root).catch((): string[] => [])) {
    const pid = Number(OURS.exec(name)?.[1]);
    if (pid && !isAlive(pid)) await removeFolder(join(root, name));
  }
  return mkdtemp(join(root, `${PREFIX}${process.pid}-`));
}

/** Never fails: what can't be removed now is removed some other day. */
export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }).catch(() => undefined);
}
