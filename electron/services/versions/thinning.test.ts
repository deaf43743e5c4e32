import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepVersions, type Thinnable } from './thinning';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.parse('2026-11-21T12:00:00Z');
const at = (time: number, automatic = true): Thinnable => ({
  id: `${new Date(time).toISOString()}${automatic ? '' : ' named'}`,
  savedAt: new Date(time).toISOString(),
  automatic,
});
const kept = (versions: Thinnable[], now = NOW) => {
  const keep = keepVersions(versions, now);
  return versions.filter(({ id }) => keep.has(id));
};

describe('thinning', () => {
  it('keeps every automatic version of the last 24 hours', () => {
    const versions = Array.from({ length: 48 }, (_, index) => at(NOW - index * (HOUR / 2)));
    expect(kept(versions)).toEqual(versions);
  });

  it('keeps the last of each day after that, and after a month the last of each week', () => {
    const versions = Array.from({ length: 24 * 100 }, (_, index) => at(NOW - index * HOUR));
    const times = kept(versions).map(({ savedAt }) => savedAt);
    const older = times.filter((time) => Date.parse(time) < NOW - DAY);
    expect(older.slice(0, 3)).toEqual([
      '2026-11-19T23:00:00.000Z',
      '2026-11-18T23:00:00.000Z',
      '2026-11-17T23:00:00.000Z',
    ]);
    const old = times.filter((time) => Date.parse(time) < NOW - 30 * DAY);
    expect(old.map((time) => new Date(time).getUTCDay())).toEqual(old.map(() => 0));
    expect(old.length).toBe(10);
  });

  it('never names a named one, and leaves the same whether done often or once', () => {
    const versions = fc.uniqueArray(
      fc.record({ hours: fc.integer({ min: 0, max: 24 * 120 }), automatic: fc.boolean() }),
      { selector: ({ hours }) => hours, maxLength: 60 },
    );
    fc.assert(
      fc.property(versions, fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 4 }), (given, days) => {
        const list = given.map(({ hours, automatic }) => at(NOW - hours * HOUR, automatic));
        const once = kept(list, NOW + 100 * DAY);
        for (const version of list) if (!version.automatic) expect(once).toContain(version);
        const often = days.sort((a, b) => a - b).reduce((left, day) => kept(left, NOW + day * DAY), list);
        expect(kept(often, NOW + 100 * DAY)).toEqual(once);
        const latest = [...list].sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1))[0];
        if (latest) expect(once).toContain(latest);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps what is dated in the future, or not at all', () => {
    const odd = [at(NOW + DAY), at(NOW + DAY + 1), { id: 'x', savedAt: 'yesterday', automatic: true }];
    expect(kept(odd)).toEqual(odd);
  });
});
