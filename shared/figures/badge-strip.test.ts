import { describe, expect, test } from 'vitest';
import { faultsOf, figureContext, halfSize, textsOf } from '../../test/fixtures/figure-context';
import { BADGE, BADGE_VALUE } from '../../test/fixtures/kind-checks';
import { badgeHeight, badgeStrip } from './badge-strip';
import type { Badge, BadgeValue } from './figure';
import type { TextRun } from './primitives';
import { THEMES } from './theme';

const context = figureContext();
const theme = THEMES.light;
const badgeOf = (...rows: Partial<BadgeValue>[][]): Badge => ({
  rows: rows.map((values) => ({ title: null, values: values.map((value) => ({ ...BADGE_VALUE, ...value })) })),
});
const strip = (width: number, badge: Badge = BADGE) => badgeStrip(badge, width, 170, context);
const runsOf = (width: number, badge?: Badge) =>
  strip(width, badge).filter((one): one is TextRun => one.type === 'text');

describe('a single number', () => {
  test('leaves out what does not fit, the value last', () => {
    expect([300, 96, 60].map((width) => textsOf(strip(width)))).toEqual([
      ['Sales', '2.1%', '▲0.4'],
      ['2.1%', '▲0.4'],
      ['2.1%'],
    ]);
  });

  test('never lets one thing run into the next, nor over the edge', () => {
    for (let width = 60; width < 400; width++) {
      let right = 0;
      for (const run of runsOf(width)) {
        expect(run.x, `${run.text} at ${width}`).toBeGreaterThanOrEqual(right);
        right = run.x + halfSize(run.text, run.font);
      }
      expect(right).toBeLessThanOrEqual(width - 9);
    }
  });

  test.each([
    ['good', 'good', theme.standing.good.strong],
    ['near', 'neutral', theme.standing.near.strong],
    ['bad', 'bad', theme.standing.bad.strong],
  ] as const)('against the target %s, change %s: a ground, a sign, an ink', (status, changeIs, ink) => {
    const list = strip(300, badgeOf([{ tint: { by: 'target', status }, changeIs }]));
    expect(list[0]).toMatchObject({ type: 'path', fill: theme.standing[status].soft });
    expect(list[1]).toMatchObject({ type: 'path', stroke: theme.standing[status].strong });
    expect(list.find((one) => one.type === 'text' && one.text === '▲0.4')).toMatchObject({ fill: ink });
  });

  test('by rank has as many full columns as its group is high', () => {
    const full = (group: number) =>
      strip(300, badgeOf([{ tint: { by: 'rank', group, groups: 5 } }])).filter(
        (one) => one.type === 'rect' && one.opacity === undefined,
      ).length;
    expect([0, 1, 2, 3, 4].map(full)).toEqual([1, 2, 3, 4, 5]);
  });

  test('without a colour has no sign', () => {
    const list = strip(300, badgeOf([{ tint: { by: 'none' } }]));
    expect(list[0]).toMatchObject({ fill: theme.sunken });
    expect(list[1]).toMatchObject({ type: 'text', text: 'Sales' });
  });

  test('looks uncertain on few cases, and late with a clock', () => {
    const run = runsOf(300, badgeOf([{ uncertain: true }])).find(({ text }) => text === '≈ 2.1%');
    expect(run).toMatchObject({ fill: theme.standing.good.strong, font: { weight: 500 } });
    expect(runsOf(300).find(({ text }) => text === '2.1%')).toMatchObject({ fill: theme.text, font: { weight: 700 } });
    const paths = (badge: Badge) => strip(300, badge).filter(({ type }) => type === 'path').length;
    expect(paths(badgeOf([{ late: true }]))).toBe(paths(BADGE) + 1);
  });

  test('shortens its name to whole words, then to the beginning of one', () => {
    const named = (width: number) =>
      runsOf(width, badgeOf([{ label: 'Conversion rate', series: [], change: null }])).map(({ text }) => text);
    expect(named(300)[0]).toBe('Conversion rate');
    expect(named(140)[0]).toBe('Conversion');
    expect(named(100)[0]).toMatch(/^Conv?\w*\.$/);
  });
});

describe('several numbers', () => {
  test('stand in a row each, within the height that they ask for', () => {
    const badge = badgeOf([{ label: 'A' }], [{ label: 'B', value: '3' }], [{ label: 'C', value: '4' }]);
    const height = badgeHeight(badge);
    expect(height).toBeGreaterThan(2 * badgeHeight(BADGE));
    const runs = runsOf(300, badge);
    const rows = ['2.1%', '3', '4'].map((text) => runs.find((run) => run.text === text)?.y ?? 0);
    expect(rows).toEqual([...rows].sort((a, b) => a - b));
    for (const y of rows) expect(y).toBeGreaterThan(170 - height);
    expect(Math.max(...rows)).toBeLessThan(170);
  });

  test('of parts of the customers stand side by side, each under its name', () => {
    const badge: Badge = {
      rows: [
        {
          title: 'Sales',
          values: [
            { ...BADGE_VALUE, label: 'New' },
            { ...BADGE_VALUE, label: 'Known', value: '9%' },
          ],
        },
      ],
    };
    const runs = runsOf(200, badge);
    const at = (text: string) => runs.find((run) => run.text === text)!;
    expect(at('Sales').y).toBeLessThan(at('New').y);
    expect(at('New').y).toBe(at('Known').y);
    expect(at('9%').x).toBeGreaterThan(at('2.1%').x + 50);
    expect(at('9%').y).toBeGreaterThan(at('Known').y);
  });

  test('can be drawn on the narrowest card', () => {
    const many = badgeOf(
      [{}, { late: true }, { uncertain: true }, {}],
      [{}],
      [{ tint: { by: 'rank', group: 2, groups: 5 } }],
    );
    for (const width of [16, 17.5, 40, 72, 2000]) expect(faultsOf(strip(width, many))).toEqual([]);
  });
});
