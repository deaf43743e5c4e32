import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { assertComplete, MIGRATIONS, type Migration, migrate, type RawMap } from './migrations';
import { FORMAT_VERSION } from './schema';

const step = (to: number): Migration => ({
  to,
  why: `for ${to}`,
  up: (map) => ({ ...map, trail: [...((map.trail as number[]) ?? []), to] }),
});
const steps = [step(2), step(3), step(4)];

describe('the steps', () => {
  test('of this version are complete, and each has a golden file of the format before it', () => {
    expect(MIGRATIONS.map(({ to }) => to)).toEqual(Array.from({ length: FORMAT_VERSION - 1 }, (_, index) => index + 2));
    for (let version = 1; version <= FORMAT_VERSION; version++) {
      const file = new URL(`../../test/fixtures/format-${version}.journey.json`, import.meta.url);
      expect(existsSync(file), file.pathname).toBe(true);
    }
    for (const migration of MIGRATIONS) expect(migration.why).not.toBe('');
  });

  test.each([
    ['a gap', [step(2), step(4)], 4],
    ['one missing at the end', [step(2)], 3],
    ['one missing at the start', [step(3)], 3],
    ['one too many', [step(2)], 1],
    ['one twice', [step(2), step(2)], 3],
    ['the wrong order', [step(3), step(2)], 3],
  ])('are refused with %s', (_, migrations, target) => {
    expect(() => assertComplete(migrations, target)).toThrow(/Migrations must lead to/);
  });

  test('may be none', () => {
    expect(() => assertComplete([], 1)).not.toThrow();
    expect(() => assertComplete(steps, 4)).not.toThrow();
  });
});

describe('migrating', () => {
  test.each([
    [1, [2, 3, 4]],
    [2, [3, 4]],
    [4, []],
  ])('from %i takes the steps that lie ahead, in their order', (from, trail) => {
    const migrated = migrate({ formatVersion: from, title: 'kept' }, steps, 4);
    expect(migrated).toEqual({ formatVersion: 4, title: 'kept', ...(trail.length && { trail }) });
  });

  test('every step meets the version before its own', () => {
    const met: unknown[] = [];
    const spying = steps.map((one): Migration => {
      const up = (map: RawMap) => {
        met.push(map.formatVersion);
        return map;
      };
      return { ...one, up };
    });
    migrate({ formatVersion: 1 }, spying, 4);
    expect(met).toEqual([1, 2, 3]);
  });

  test('stops at the target', () => {
    expect(migrate({ formatVersion: 1 }, steps, 3)).toEqual({ formatVersion: 3, trail: [2, 3] });
  });

  test('leaves the original untouched', () => {
    const original: RawMap = Object.freeze({ formatVersion: 1, elements: Object.freeze({}) });
    expect(migrate(original, steps, 4)).not.toBe(original);
    expect(original).toEqual({ formatVersion: 1, elements: {} });
  });
});
