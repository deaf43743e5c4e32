import { LIMITS } from '../../shared/document/limits';
import { type ReadResult, readMap } from '../../shared/document/read';
import type { Translate } from '../../shared/language/translator';
import { nodeFileSystem } from '../services/files/file-system';
import { readLimited } from '../services/maps';

/** Reads a file that should be a map. Throws a FaultError where there is nothing to read. */
export async function readMapAt(path: string): Promise<ReadResult> {
  return readMap(await readLimited(nodeFileSystem, path, LIMITS.fileBytes));
}

/** What is wrong with a file that is no whole map, and what to do. */
export function complaint(t: Translate, path: string, result: Exclude<ReadResult, { status: 'ok' }>): string {
  switch (result.status) {
    case 'not-json':
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
