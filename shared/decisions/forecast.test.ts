import { describe, expect, test } from 'vitest';
import { addEntry, flowMap, petFood, setOutcome } from '../../test/fixtures/flow-maps';
import type { Entry } from '../document/schema';
import { createTranslator } from '../language/translator';
import { splitCells } from '../metrics/split-cells';
import { flowGraphOf } from './flow-graph';
import { demandOf, forecastOf, startForecast } from './forecast';
import { forecastCsv } from './forecast-csv';
import { comingPeriods, customersIn, nextPeriod } from './units-of-time';

function entryOf(values: Partial<Entry>): Entry {
  const map = flowMap({ 'a>won!': null });
  addEntry(map, 'a', values);
  return map.entries['in-a']!;
}

describe('coming periods', () => {
  test.each([
    ['2026-11-22', 'month', ['2026-12', '2027-01', '2027-02']],
    ['2026-11-22', 'week', ['2026-W48', '2026-W49', '2026-W50']],
    ['2026-12-30', 'week', ['2027-W01', '2027-W02', '2027-W03']],
    ['2026-11-22', 'quarter', ['2027-Q1', '2027-Q2', '2027-Q3']],
    ['2024-02-28', 'day', ['2024-02-29', '2024-03-01', '2024-03-02']],
    ['2023-12-31', 'year', ['2024', '2025', '2026']],
  ] as const)('after %s by the %s', (today, unit, periods) => {
    expect(comingPeriods(today, unit, 3)).toEqual(periods);
  });

  test('each month, quarter and year is followed by the next', () => {
    let period = '2026-01';
    for (let month = 1; month < 48; month++) period = nextPeriod(period);
    expect(period).toBe('2029-12');
    expect([nextPeriod('2026-Q4'), nextPeriod('2028'), nextPeriod('2020-W53')]).toEqual([
      '2027-Q1',
      '2029',
      '2021-W01',
    ]);
  });
});

describe('customers who will enter', () => {
  const from = '2026-12';

  test('grow from the first period on, times the season of the month', () => {
    const entry = entryOf({ customers: 1_000, growth: 0.1, season: [1, 0.5, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2] });
    expect(['2026-12', '2027-01', '2027-02'].map((period) => customersIn(entry, period, from))).toEqual([
      2_000,
      1_100,
      expect.closeTo(605, 9),
    ]);
  });

  test('a series holds as it is, and what follows grows from its last number, without its season', () => {
    const entry = entryOf({
      customers: 1_000,
      growth: 0.1,
      season: [1, 0.5, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2],
      series: [
        { period: '2026-11', customers: 900 },
        { period: '2026-12', customers: 3_000 },
        { period: '2027', customers: 1 },
      ],
    });
    expect(customersIn(entry, '2026-12', from)).toBe(3_000);
    expect(customersIn(entry, '2027-01', from)).toBeCloseTo(1_650, 9);
    expect(customersIn(entry, '2027-02', from)).toBeCloseTo(1_500 * 1.21 * 0.5, 9);
    expect(customersIn({ ...entry, series: [] }, '2026-12', from)).toBe(2_000);
  });

  test('in other units of time: what adds up is added up, the rest goes by length', () => {
    const monthly = entryOf({ customers: 100, growth: 0.1 });
    expect(customersIn(monthly, '2027-Q1', '2027-Q1')).toBeCloseTo(331, 9);
    expect(customersIn(monthly, '2027', '2027')).toBeCloseTo(2138.43, 2);
    expect(customersIn(monthly, '2026-W50', '2026-W50')).toBeCloseTo(100 * (7 / 30.436875), 9);
    expect(customersIn(entryOf({ customers: 70, unit: 'week' }), '2026-12', from)).toBeCloseTo(304.36875, 9);
    expect(customersIn(entryOf({ customers: 10, unit: 'day' }), '2027-02', '2027-02')).toBe(280);
    const seasonal = entryOf({ customers: 12, unit: 'year', season: [2, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1] });
    expect(customersIn(seasonal, '2027', '2027')).toBe(12);
    expect(
      customersIn(
        entryOf({ customers: 9, unit: 'quarter', season: [3, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1] }),
        '2027-Q1',
        '2027-Q1',
      ),
    ).toBe(9);
  });

  test('several entries at one card are one crowd', () => {
    const map = flowMap({ 'a>won!': null }, { a: 10 });
    addEntry(map, 'a', { id: 'more', customers: 5 });
    const demand = demandOf(flowGraphOf(map), ['2026-12', '2027-01']);
    expect(demand.nodes).toHaveLength(1);
    expect(demand.customers.map((one) => [...one])).toEqual([[15], [15]]);
  });
});

describe('a forecast', () => {
  const periods = comingPeriods('2026-11-22', 'month', 6);

  function growing() {
    const map = petFood();
    Object.assign(map.entries['in-page']!, { growth: 0.02 });
    return map;
  }

  test('is exact in what it expects, period by period and in all', () => {
    const { outcomes, entering, left, value } = startForecast(flowGraphOf(growing()), periods).read();
    expect(entering.map(Math.round)).toEqual([10_000, 10_200, 10_404, 10_612, 10_824, 11_041]);
    const subscribes = outcomes.find(({ element }) => element === 'subscribes')!;
    subscribes.customers.values.forEach(({ expected, band }, period) => {
      expect(expected).toBeCloseTo(5_872 * 1.02 ** period, 6);
      expect(band).toBeNull();
    });
    const all = 5_872 * ((1.02 ** 6 - 1) / 0.02);
    expect(subscribes.customers.total.expected).toBeCloseTo(all, 6);
    expect(subscribes.units?.total.expected).toBeCloseTo(2 * all, 6);
    expect(subscribes.unitName).toBe('boxes');
    expect(left.every((one) => one < 1e-6)).toBe(true);
    expect(value.map(({ currency }) => currency)).toEqual(['EUR']);
  });

  test('negative money and units keep low below high', () => {
    const map = growing();
    setOutcome(map, 'subscribes', { value: null });
    setOutcome(map, 'abandons', { units: -1 });
    const { value, outcomes } = forecastOf(flowGraphOf(map), periods, { runs: 200 });
    for (const { band } of [...value[0]!.line.values, ...outcomes.flatMap(({ units }) => units?.values ?? [])]) {
      expect(band!.low).toBeLessThan(band!.high);
    }
  });

  test('without entries, outcomes or periods is empty', () => {
    expect(forecastOf(flowGraphOf(flowMap({})), periods, { runs: 5 })).toMatchObject({
      outcomes: [],
      entering: [0, 0, 0, 0, 0, 0],
    });
    expect(forecastOf(flowGraphOf(petFood()), [], { runs: 5 }).entering).toEqual([]);
  });

  test('as CSV: any program reads it, numbers are plain, no text is a formula', () => {
    const map = growing();
    Object.assign(map.elements.subscribes!, { title: '=cmd|"/c calc"!A1' });
    Object.assign(map.elements.abandons!, { title: 'Leaves, "annoyed"\nand tells' });
    setOutcome(map, 'subscribes', { unitName: '@boxes' });
    const text = forecastCsv(
      forecastOf(flowGraphOf(map), periods.slice(0, 2), { runs: 100 }),
      map,
      createTranslator('en'),
    );
    const lines = text.split('\r\n');
    expect(lines[0]).toBe('period,outcome,measure,unit,expected,median,low (10 %),high (90 %)');
    expect(lines[1]).toBe('2026-12,customers entering,customers,,10000,,,');
    expect(text).toContain(`2026-12,"'=cmd|""/c calc""!A1",customers,,5872,`);
    expect(text).toContain(`needed,'@boxes,11744,`);
    expect(text).toContain('"Leaves, ""annoyed""\nand tells"');
    expect(text).toContain('all together,customers entering,customers,,20200,,,');
    expect(text).toMatch(/2026-12,,value,EUR,156210,/);
    expect(text.endsWith('\r\n')).toBe(true);
    const rows = splitCells(text, ',', { rows: 1000, cells: 100 }).filter(({ cells }) => cells.length > 1);
    expect(rows.every(({ cells, fault }) => cells.length === 8 && fault === null)).toBe(true);
    const spanish = forecastCsv(forecastOf(flowGraphOf(map), ['2026-12'], { runs: 3 }), map, createTranslator('es'));
    expect(spanish).toContain('se van por el camino');
    expect(spanish).not.toMatch(/\d,\d{3}\b.*;/);
  });

  test('very large and very small numbers carry no exponent', () => {
    const map = flowMap({ 'a>won!': 1e-7, 'a>lost!': null }, { a: 1e22 });
    const text = forecastCsv(startForecast(flowGraphOf(map), ['2026-12']).read(), map, createTranslator('en'));
    expect(text).toContain(',10000000000000000000000,');
    expect(text).not.toMatch(/\de[+-]?\d/);
  });
});
