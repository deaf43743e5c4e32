import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readMap } from '../document/read';
import type { JourneyMap } from '../document/schema';
import { customerGroups, overlaySettings } from '../metrics/overlay-settings';
import { LINE_WIDTHS } from './connection-values';
import { keepSame, overlayScene } from './overlay-scene';

const result = readMap(readFileSync(new URL('../samples/pet-food.en.journey.json', import.meta.url)));
if (result.status !== 'ok') throw new Error(result.status);
const map: JourneyMap = result.map;

const scene = (values: Parameters<typeof overlaySettings>[0], of = map) =>
  overlayScene(of, overlaySettings(values), 'en');
const badgeAt = (shown: ReturnType<typeof scene>, id: string) => shown.badges.get(id)!.rows;

describe('what lies over a map', () => {
  test('has a row for each metric that a card has values of, in all periods', () => {
    const metrics = ['metric-conversion', 'metric-satisfaction'];
    const rows = badgeAt(scene({ metrics }), 'touchpoint-product-page');
    expect(rows.map(({ values }) => [values[0]?.label, values[0]?.value, values[0]?.change])).toEqual([
      ['Conversion rate', '2.1%', '▼0.4'],
      ['Satisfaction', '3.2', '='],
    ]);
    expect(rows[0]?.values[0]?.tint).toEqual({ by: 'target', status: 'bad' });
    const first = scene({ metrics, period: '2026-W36' });
    expect([...first.badges.keys()]).toEqual([...scene({ metrics }).badges.keys()]);
    expect(badgeAt(first, 'touchpoint-product-page')[0]?.values[0]?.value).toBe('3.1%');
    // The layout must not jump while time goes on: before the first value there is a dash.
    const before = badgeAt(scene({ metrics, period: '2026-W01' }), 'touchpoint-product-page');
    expect(before.map(({ values }) => values[0]?.value)).toEqual(['–', '–']);
  });

  test('draws sparklines on one scale throughout, and ranks by all periods', () => {
    const metrics = ['metric-conversion'];
    const at = (period: string) =>
      badgeAt(scene({ metrics, period, tint: 'quantile' }), 'touchpoint-checkout')[0]?.values[0];
    const [early, late] = [at('2026-W37'), at('2026-W47')];
    expect(early?.frame).toEqual(late?.frame);
    expect(early?.frame?.places).toBe(12);
    expect([early?.series.length, late?.series.length]).toEqual([2, 12]);
    // It fell, among the values of all cards in all periods.
    expect(early?.tint).toEqual({ by: 'rank', group: 4, groups: 5 });
    expect(late?.tint).toEqual({ by: 'rank', group: 3, groups: 5 });
  });

  test('names the customers wherever there are several, at the stages too', () => {
    const groups = customerGroups(map).filter(({ persona }) => persona !== null);
    const shown = scene({ metrics: ['metric-rating'], groups });
    const [row] = badgeAt(shown, 'touchpoint-call-centre');
    expect(row?.values.map(({ label }) => label)).toEqual(['Lucía, 34', 'Marcos, 58']);
    expect(row?.values.map(({ uncertain }) => uncertain)).toEqual([false, true]);
    const heads = shown.heads.get('stage-acquisition');
    expect(heads?.values.map(({ label }) => label)).toEqual(['Lucía, 34', 'Marcos, 58']);
    expect(heads?.explanation).toMatch(/^Lucía, 34: .* all cases of its 2 cards together\nMarcos, 58: /);
  });

  test('prefers what was measured on a stage, and says why a stage has nothing', () => {
    const heads = scene({ metrics: ['metric-rating', 'metric-conversion', 'metric-satisfaction'] }).heads;
    const { values, explanation } = heads.get('stage-acquisition')!;
    expect(values.map(({ label }) => label)).toEqual(['Rating', 'Conversion rate']);
    expect(explanation).toContain('measured on the stage itself');
    expect(explanation).toContain('all cases of its 3 cards together');
    expect(explanation).toContain('Satisfaction: No value for the stage');
    expect(scene({ metrics: ['metric-rating'], stages: false }).heads.size).toBe(0);
  });

  test('draws ways as thick as customers are many, the same scale in all periods', () => {
    const at = (period: string | null) => scene({ metrics: ['metric-customers'], period }).connections;
    const widths = (period: string | null) => [...at(period)].map(([, { width }]) => width ?? 0);
    const all = [null, '2026-W36', '2026-W40'].flatMap(widths);
    expect(Math.max(...all)).toBeLessThanOrEqual(LINE_WIDTHS.most);
    expect(Math.min(...all)).toBeGreaterThan(LINE_WIDTHS.least);
    const wide = at(null).get('flow-search--product-page')?.width ?? 0;
    const narrow = at(null).get('flow-story--product-page')?.width ?? 0;
    expect(wide).toBeGreaterThan(narrow);
    expect(at(null).get('flow-price--checkout')?.text).toMatch(/^\d+$/);
    expect(scene({ metrics: ['metric-rating'] }).connections.size).toBe(0);
  });

  test('goes through the shortest periods; a score by months is shown in their weeks', () => {
    const shown = scene({ metrics: ['metric-conversion', 'metric-nps'], period: '2026-W46' });
    expect(shown.periods).toHaveLength(12);
    expect(shown.periods.every((period) => /W/.test(period))).toBe(true);
    expect(shown.whole).toMatchObject([{ label: 'NPS', value: '+18', late: false }]);
    expect(scene({ metrics: ['metric-nps'] }).periods).toEqual(['2026-09', '2026-10', '2026-11']);
  });

  test('puts weeks together to months, and shows nothing where that would be wrong', () => {
    const shown = scene({ metrics: ['metric-conversion', 'metric-satisfaction'], unit: 'month' });
    expect(shown.periods).toEqual(['2026-09', '2026-10', '2026-11']);
    const points = map.measurements['conversion.touchpoint-product-page']!.points.slice(4, 9);
    const sum = (of: 'numerator' | 'denominator') => points.reduce((total, point) => total + (point[of] ?? 0), 0);
    const october = badgeAt(
      scene({ metrics: ['metric-conversion'], unit: 'month', period: '2026-10' }),
      'touchpoint-product-page',
    );
    expect(points.map(({ period }) => period)).toEqual(['2026-W40', '2026-W41', '2026-W42', '2026-W43', '2026-W44']);
    expect(october[0]?.values[0]?.value).toBe(`${((100 * sum('numerator')) / sum('denominator')).toFixed(1)}%`);
    expect(badgeAt(shown, 'touchpoint-product-page').map(({ values }) => values[0]?.label)).toEqual([
      'Conversion rate',
    ]);
  });

  test('keeps what shows the same as the same object', () => {
    const metrics = ['metric-conversion'];
    const before = scene({ metrics });
    const same = keepSame(scene({ metrics, evidence: true }), before);
    for (const [id, badge] of same.badges) expect(badge).toBe(before.badges.get(id));
    const measurement = map.measurements['conversion.touchpoint-product-page']!;
    const changed: JourneyMap = {
      ...map,
      measurements: { ...map.measurements, [measurement.id]: { ...measurement, target: 0.01 } },
    };
    const after = keepSame(scene({ metrics }, changed), before);
    const differing = [...after.badges].filter(([id, badge]) => badge !== before.badges.get(id)).map(([id]) => id);
    expect(differing).toEqual(['touchpoint-product-page']);
  });

  test('marks what is assumed and what is measured, and the measured feelings beside the guessed', () => {
    const shown = scene({ evidence: true, measuredEmotion: true });
    expect(new Set(shown.evidence.values())).toEqual(new Set(['assumed', 'partly', 'measured']));
    expect(shown.evidence.has('stage-awareness')).toBe(false);
    const onboarding = shown.feelings?.stages.get('stage-onboarding');
    expect(onboarding).toMatchObject({ guess: -1, wide: true });
    expect(scene({ metrics: ['metric-rating'] }).feelings).toBeNull();
  });
});
