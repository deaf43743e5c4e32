import { join } from 'node:path';
import type { Calls } from '../../shared/api/calls';
import { decode } from '../../shared/document/runtime';
import { appFolder } from './app-folder';
import type { FileSystem } from './files/file-system';
import { withFaults } from './files/system-fault';

const NAMES = { en: 'pet-food.en', es: 'clinica.es' } as const;

/** The sample map in a language, with the numbers that belong to it. */
export async function readSample(
  fs: FileSystem,
  language: 'en' | 'es',
  folder?: string,
): Promise<Calls['maps.sample']['gives']> {
  const base = NAMES[language];
  const path = join(folder ?? appFolder('samples'), base);
  const csvName = `${base}.csv`;
  const [text, csv] = await withFaults(path, () =>
    Promise.all([fs.read(`${path}.journey.json`), fs.read(`${path}.csv`)]),
  );
  return { text: decode(text), csv: decodeTable(csv), csvName };
}

/** One of the samples is as a Spanish spreadsheet saves it: in Windows-1252. */
function decodeTable(bytes: Uint8Array): string {
  try {
    return decode(bytes);
  } catch {
    return decode(bytes, 'windows-1252');
  }
}
