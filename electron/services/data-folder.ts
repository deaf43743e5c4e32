import { join, resolve } from 'node:path';
import envPaths from 'env-paths';
import { decode, encodeUtf8 } from '../../shared/document/runtime';
import type { FileSystem } from './files/file-system';
import { saveAtomically } from './files/save';
import { withFaults } from './files/system-fault';

/** Where Periplo keeps what belongs to the user and to no map; `PERIPLO_DATA` names another place. */
export function dataFolder(environment: NodeJS.ProcessEnv = process.env): string {
  return environment.PERIPLO_DATA ? resolve(environment.PERIPLO_DATA) : envPaths('Periplo', { suffix: '' }).data;
}

/** One JSON file in the data folder. */
export interface Store<Value> {
  /** Never fails: a missing or spoilt file reads as what `repair` makes of null. */
  read(): Promise<Value>;
  /** Writes wait for each other: the value given last is the one that stays. */
  write(value: Value): Promise<void>;
}

/** @param repair makes a whole value of anything at all. */
export function createStore<Value>(
  fs: FileSystem,
  folder: string,
  name: string,
  repair: (value: unknown) => Value,
): Store<Value> {
  const path = join(folder, name);
  let turn: Promise<void> = Promise.resolve();
  const put = async (value: Value) => {
    await withFaults(folder, () => fs.createFolder(folder, true));
    await saveAtomically(fs, path, encodeUtf8(`${JSON.stringify(value, null, 2)}\n`));
  };
  return {
    async read() {
      try {
        return repair(JSON.parse(decode(await fs.read(path))));
      } catch {
        return repair(null);
      }
    },
    write(value) {
      const mine = turn.then(() => put(value));
      turn = mine.catch(() => undefined);
      return mine;
    },
  };
}
