import { emptyMap } from '../../shared/document/create';
import { LIMITS } from '../../shared/document/limits';
import { type ReadResult, readMap } from '../../shared/document/read';
import type { JourneyMap } from '../../shared/document/schema';
import type { Translate } from '../../shared/language/translator';
import { nodeFileSystem } from '../services/files/file-system';
import { readLimited } from '../services/maps';
import { sentenceFor, Trouble } from './terminal';

/** Reads a file that should be a map. Throws a FaultError where there is nothing to read. */
export async function readMapAt(path: string): Promise<ReadResult> {
  return readMap(await readLimited(nodeFileSystem, path, LIMITS.fileBytes));
}

/** Reads a file that has to be a whole map; throws Trouble with what is wrong, to end with that exit code. */
export async function readWholeMap(t: Translate, path: string, exitCode: number): Promise<JourneyMap> {
  const map = await readMapOrEmpty(t, path, exitCode);
  if (map) return map;
  throw new Trouble(complaint(t, path, { status: 'not-json', detail: '0 B' }), exitCode);
}

/** The same, but null for a file with nothing in it: git's stand-in for one that was not there. */
export async function readMapOrEmpty(t: Translate, path: string, exitCode: number): Promise<JourneyMap | null> {
  let bytes: Uint8Array;
  try {
    bytes = await readLimited(nodeFileSystem, path, LIMITS.fileBytes);
  } catch (error) {
    throw new Trouble(sentenceFor(t, error), exitCode);
  }
  if (bytes.length === 0) return null;
  const result = readMap(bytes);
  if (result.status === 'ok') return result.map;
  throw new Trouble(complaint(t, path, result), exitCode);
}

/** A map of nothing, with the id and the language of another: what a map started from that began on its own. */
export function emptyLike({ id, language }: JourneyMap): JourneyMap {
  return { ...emptyMap({ language }), id };
}

/** What is wrong with a file that is no whole map, and what to do. */
export function complaint(t: Translate, path: string, result: Exclude<ReadResult, { status: 'ok' }>): string {
  switch (result.status) {
    case 'not-json':
      if (result.conflict) return t('commandLine.check.conflict', { path });
      return t('commandLine.check.notJson', { path, detail: result.detail });
    case 'not-a-map':
      return t('commandLine.check.notAMap', { path });
    case 'too-new':
      return t('commandLine.check.tooNew', { path, version: result.version });
    case 'damaged': {
      const { path: place, reason, detail } = result.fault;
      return t('commandLine.check.damaged', { path, place, reason: detail ?? reason });
    }
    case 'too-large':
      return tooLarge(t, path, result);
  }
}

function tooLarge(t: Translate, path: string, { limit, most }: ReadResult & { status: 'too-large' }): string {
  if (limit === 'fileBytes') return t('commandLine.check.tooLargeFile', { path, most: most / 1024 / 1024 });
  return t(limit === 'records' ? 'commandLine.check.tooManyRecords' : 'commandLine.check.tooDeep', { path, most });
}
