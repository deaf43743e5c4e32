import { FORMAT_VERSION } from './schema';

/** A map as parsed from a file of an older format: known to be an object, nothing more. */
export type RawMap = Record<string, unknown>;

export interface Migration {
  /** The format version that the step leads to; the steps are numbered from 2 without gaps. */
  to: number;
  /** Why the format changed, for whoever meets an old file. */
  why: string;
  /** Gives the map in the new format; never changes what it is given. */
  up(map: RawMap): RawMap;
}

/** One step for each format version after the first. Each has a golden file of its older version in its test. */
export const MIGRATIONS: readonly Migration[] = [];

/** Throws where the steps do not lead, one by one and without a gap, from format 1 to `target`. */
export function assertComplete(migrations: readonly Migration[], target: number): void {
  const expected = Array.from({ length: target - 1 }, (_, index) => index + 2);
  const found = migrations.map((migration) => migration.to);
  if (found.join() !== expected.join()) {
    throw new Error(
      `Migrations must lead to ${expected.join(', ') || 'nothing'}, but lead to ${found.join(', ') || 'nothing'}`,
    );
  }
}

assertComplete(MIGRATIONS, FORMAT_VERSION);

/** Brings a map of an older format to `target`, step by step. */
export function migrate(map: RawMap, migrations = MIGRATIONS, target: number = FORMAT_VERSION): RawMap {
  const from = Number(map.formatVersion);
  return migrations
    .filter((migration) => migration.to > from && migration.to <= target)
    .reduce((current, migration) => ({ ...migration.up(current), formatVersion: migration.to }), map);
}
