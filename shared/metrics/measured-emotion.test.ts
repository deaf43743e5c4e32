import { describe, expect, test } from 'vitest';
import { createElement, createMeasurement, createMetric, emptyMap } from '../document/create';
import type { JourneyMap, Measurement, Metric } from '../document/schema';
import { feelingFrom, feelingScaleOf, measuredFeelings } from './measured-emotion';

const CSAT = { worst: 0, best: 1 };

describe('values as feelings', () => {
  test.each([
    [1, CSAT, 2],
    [0.75, CSAT, 1],
    [0.5, CSAT, 0],
    [0, CSAT, -2],
    [50, { worst: -100, best: 100 }, 1],
    [-100, { worst: -100, best: 100 }, -2],
    [4, { worst: 1, best: 5 }, 1],
    // Effort: 1 is easy, 7 is hard.
    [7, { worst: 7, best: 1 }, -2],
    [2.5, { worst: 7, best: 1 }, 1],
    [1.0000000000000002, CSAT, 2],
    // A percentage that was stored as 85 is off the scale, not very happy.
    [85, CSAT, null],
    [5.1, { worst: 1, best: 5 }, null],
    [Number.NaN, CSAT, null],
  ] as const)('%d on %j is %s', (value, scale, feeling) => {
    expect(feelingFrom(value, scale)).toBe(feeling);
  });

  test.each([
    [{ catalogue: 'satisfaction', unit: 'percent' }, CSAT],
    [{ catalogue: 'promoter-score' }, { worst: -100, best: 100 }],
    [{ catalogue: 'review-stars' }, { worst: 1, best: 5 }],
    [{ aggregation: 'nps' }, { worst: -100, best: 100 }],
    [{ aggregation: 'csat', unit: 'percent' }, CSAT],
    [{ title: 'NPS' }, { worst: -100, best: 100 }],
    [{ title: 'Satisfacción del cliente (%)', unit: 'percent' }, CSAT],
    // 4.3 of 5 kept as a plain number under the name of CSAT: nobody knows of how many.
    [{ title: 'CSAT' }, null],
    [{ title: 'Rating' }, null],
    [{ title: 'Ventas' }, null],
    [{ catalogue: 'conversion-rate', unit: 'percent' }, null],
  ] as const)('%j lies on %j', (values, scale) => {
    expect(feelingScaleOf(createMetric({ order: 'a0', ...values }))).toEqual(scale);
  });
});

describe('measured beside guessed', () => {
  const NPS = { aggregation: 'nps' } as const;
  const csat = { aggregation: 'csat', unit: 'percent' } as const;

  function mapWith(
    entries: [metric: Partial<Metric>, element: string, measurement: Partial<Measurement>][],
  ): JourneyMap {
    const map = emptyMap();
    for (const [index, stage] of ['find', 'buy'].entries())
      map.elements[stage] = { ...createElement('stage', { order: `a${index}` }), id: stage };
    for (const [id, stage, feeling] of [
      ['ad', 'find', 2],
      ['shop', 'buy', 1],
      ['pay', 'buy', 0],
      ['desk', 'buy', null],
    ] as const)
      map.elements[id] = { ...createElement('touchpoint', { order: 'b0', stage, feeling }), id };
    entries.forEach(([metric, element, measurement], index) => {
      const key = JSON.stringify(metric).length.toString();
      map.metrics[key] = createMetric({ id: key, order: 'a0', ...metric });
      map.measurements[`m${index}`] = createMeasurement({ id: `m${index}`, metric: key, element, ...measurement });
    });
    return map;
  }
  const points = (value: number, n?: number) => [{ period: '2026-10', value, ...(n !== undefined && { n }) }];

  test('cards of a stage by their answers: (1 × 30 − 1 × 10) ÷ 40 = 0.5, where the team said 0.5', () => {
    const map = mapWith([
      [csat, 'shop', { points: points(0.75, 30) }],
      [csat, 'pay', { points: points(0.25, 10) }],
    ]);
    const { stages, cards } = measuredFeelings(map);
    expect([...stages.keys()]).toEqual(['buy']);
    expect(stages.get('buy')).toMatchObject({ value: 0.5, n: 40, uncertain: true, guess: 0.5, gap: 0, wide: false });
    expect(cards.get('pay')).toMatchObject({ value: -1, guess: 0, gap: -1, wide: true });
    expect(cards.get('shop')).toMatchObject({ value: 1, n: 30, uncertain: false, gap: 0 });
  });

  test('without answers cards count alike: (1 − 1) ÷ 2 = 0', () => {
    const map = mapWith([
      [csat, 'shop', { points: points(0.75) }],
      [csat, 'pay', { points: points(0.25, 10) }],
    ]);
    expect(measuredFeelings(map).stages.get('buy')).toMatchObject({ value: 0, n: null, gap: -0.5 });
  });

  test('what was measured on the stage itself goes before its cards, metric by metric', () => {
    const map = mapWith([
      [csat, 'buy', { points: points(1) }],
      [csat, 'shop', { points: points(0) }],
      [NPS, 'shop', { points: points(0) }],
    ]);
    // CSAT 100 % on the stage is +2, NPS 0 on the card is 0.
    const found = measuredFeelings(map).stages.get('buy');
    expect(found?.value).toBe(1);
    expect(found?.metrics).toHaveLength(2);
  });

  test('the latest value up to the period, of the customers asked for', () => {
    const map = mapWith([
      [csat, 'ad', { points: [...points(0.5), { period: '2026-11', value: 1 }] }],
      [csat, 'ad', { segment: 'España', points: points(0) }],
      [csat, 'ad', { persona: 'ana', segment: 'Ana', points: points(0.25) }],
    ]);
    const value = (choice = {}) => measuredFeelings(map, choice).cards.get('ad')?.value;
    expect([value(), value({ period: '2026-10' }), value({ period: '2026-09' })]).toEqual([2, 0, undefined]);
    expect(value({ group: { segment: 'España', persona: null } })).toBe(-2);
    expect(value({ group: { segment: '', persona: 'ana' } })).toBe(-1);
  });

  test('no guess, no gap; values off the scale and other metrics measure nothing', () => {
    const map = mapWith([
      [csat, 'desk', { points: points(0.5, 40) }],
      [{ unit: 'currency' }, 'shop', { points: points(3) }],
      [csat, 'pay', { points: points(80) }],
    ]);
    const { cards } = measuredFeelings(map);
    expect([...cards.keys()]).toEqual(['desk']);
    expect(cards.get('desk')).toMatchObject({ guess: null, gap: null, wide: false });
  });
});
