import type { Readable } from 'node:stream';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { FaultError } from '../../../../shared/api/faults';
import { DATA_LIMITS } from '../../../../shared/metrics/dataset';

/** Below this many bytes inflated, no ratio is suspicious: a small sheet of zeros packs as well as a bomb. */
const HARMLESS = 10 * 1024 ** 2;

/** The parts of a workbook, by their names without the leading slash and in lower case: names in it differ in case. */
export interface Archive {
  has(name: string): boolean;
  /** The bytes of a part, inflated as they are read. Throws fault `data-damaged` where it is missing. */
  read(name: string): Promise<Readable>;
  /** Bytes of a part once it is inflated. */
  size(name: string): number;
  close(): void;
}

/**
 * Opens a zip archive, its directory checked before anything is inflated; what an entry inflates to is checked against
 * the directory while it is read. Throws faults `data-damaged`, `data-protected`, `data-inflated` (detail: the size in
 * MB or the number of entries).
 */
export async function openArchive(path: string): Promise<Archive> {
  let zip: ZipFile;
  try {
    zip = await openPromise(path, { lazyEntries: true, autoClose: false });
  } catch (error) {
    throw damaged('zip', error);
  }
  try {
    const entries = await readDirectory(zip);
    const inflated = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
    if (entries.some((entry) => entry.isEncrypted())) throw new FaultError({ code: 'data-protected' });
    const isTooDense = inflated > HARMLESS && inflated > zip.fileSize * DATA_LIMITS.inflationRatio;
    if (inflated > DATA_LIMITS.inflatedBytes || isTooDense)
      throw new FaultError({ code: 'data-inflated', detail: `${Math.ceil(inflated / 1024 ** 2)} MB` });
    return archiveOf(zip, new Map(entries.map((entry) => [partName(entry.fileName), entry])));
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function readDirectory(zip: ZipFile): Promise<Entry[]> {
  if (zip.entryCount > DATA_LIMITS.archiveEntries)
    throw new FaultError({ code: 'data-inflated', detail: `${zip.entryCount} ✕` });
  const entries: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) entries.push(entry);
  } catch (error) {
    throw damaged('zip', error);
  }
  return entries;
}

function archiveOf(zip: ZipFile, entries: ReadonlyMap<string, Entry>): Archive {
  return {
    has: (name) => entries.has(partName(name)),
    async read(name) {
      const entry = entries.get(partName(name));
      if (!entry) throw damaged(name);
      try {
        return await zip.openReadStreamPromise(entry);
      } catch (error) {
        throw damaged(name, error);
      }
    },
    size: (name) => entries.get(partName(name))?.uncompressedSize ?? 0,
    close: () => zip.close(),
  };
}

const partName = (name: string) => name.replace(/^\/+/, '').toLowerCase();

export function damaged(part: string, cause?: unknown): FaultError {
  return new FaultError({ code: 'data-damaged', detail: part.split('/').at(-1) ?? part }, { cause });
}
