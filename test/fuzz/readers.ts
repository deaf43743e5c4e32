import { csvReader, jsonReader, parquetReader, recipeReader, workbookReader } from './data-readers';
import type { ReaderName } from './harness';
import { clipboardReader, conflictReader, draftReader, mapReader } from './map-readers';
import type { OpenReader } from './reader';
import { versionReader } from './version-reader';

export const READERS: Readonly<Record<ReaderName, OpenReader>> = {
  map: mapReader,
  conflict: conflictReader,
  clipboard: clipboardReader,
  draft: draftReader,
  versions: versionReader,
  csv: csvReader,
  xlsx: workbookReader,
  json: jsonReader,
  parquet: parquetReader,
  recipe: recipeReader,
};
