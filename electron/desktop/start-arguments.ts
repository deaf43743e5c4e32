import { resolve } from 'node:path';
import type { StartInfo } from '../../shared/api/calls';
import { isMapName } from '../services/files/names';

/** What a command line asks to be shown. Switches that Chromium or a launcher adds are passed over. */
export function openFromArguments(argv: readonly string[], folder: string): StartInfo['open'] {
  const file = argv.find((word) => !word.startsWith('-') && isMapName(word));
  if (file) return { type: 'file', path: resolve(folder, file) };
  return argv.includes('--sample') ? { type: 'sample' } : { type: 'nothing' };
}
