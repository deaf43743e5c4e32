import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregateRows } from '../../../../shared/metrics/aggregate';
import { evaluateGroup } from '../../../../shared/metrics/formula/evaluate';
import { parseFormula } from '../../../../shared/metrics/formula/parse';
import { readNumber } from '../../../../shared/metrics/numbers';
import { readPeriod } from '../../../../shared/metrics/read-periods';
import { demoMap, planFile, withMetric, withSession } from '../../../../test/fixtures/planned-file';
import type { Engine } from '../engine';
import { partSql } from './formula-sql';
import { numberSql } from './number-sql';
import { withoutTime } from './period-sql';
import { partsOf } from './resolve';

const withEngine = <Value>(run: (engine: Engine) => Promise<Value>) =>
  withSession('a,b\n1,2\n', ({ engine }) => run(engine));

/** A relation `t(i, c)` of texts. */
const relation = (texts: readonly string[]) =>
  `(SELECT unnest(range(${texts.length})) AS i, unnest(from_json($1::VARCHAR, '["VARCHAR"]')) AS c)`;

const digits = fc.integer({ min: 0, max: 10 ** 9 }).map(String);
const numberLike = fc
  .tuple(
    fc.constantFrom('', '-', '−', '+', '(', '€ ', '$'),
    fc.array(digits, { minLength: 1, maxLength: 4 }),
    fc.constantFrom('.', ',', ' ', "'", ''),
    fc.constantFrom('', ' %', '%', ' €', ')', 'e3', ' '),
  )
  .map(([before, parts, sign, after]) => before + parts.join(sign) + after);
const grouped = fc
  .tuple(
    fc.constantFrom('', '-'),
    fc.integer({ min: -9_999_999_999, max: 9_999_999_999 }),
    fc.integer({ min: 0, max: 99_999 }),
    fc.constantFrom('en', 'de'),
  )
  .map(([sign, whole, decimals, language]) => sign + (whole + decimals / 100_000).toLocaleString(language));
const cell = fc.oneof(numberLike, grouped, fc.double({ noNaN: true }).map(String), fc.string({ maxLength: 12 }));

describe('what DuckDB reads by itself', () => {
  it('are the numbers that the reader of shared/metrics reads, to the last bit', async () => {
    await withEngine(async (engine) => {
      let regular = 0;
      const check = fc.asyncProperty(
        fc.array(cell, { minLength: 200, maxLength: 200 }),
        fc.constantFrom('.' as const, ',' as const),
        async (generated, decimal) => {
          const texts = generated.filter((text) => !text.includes('\0') && !/\p{Cs}/u.test(text));
          const sql = numberSql('c', decimal);
          const rows = await engine.all(
            `SELECT i, CASE WHEN ${sql.isRegular} THEN ${sql.value} END FROM ${relation(texts)}`,
            [JSON.stringify(texts)],
          );
          for (const [index, value] of rows) {
            if (value === null) continue;
            regular++;
            const text = texts[Number(index)] ?? '';
            expect(readNumber(text, decimal), text).toMatchObject({
              type: 'number',
              value,
              percent: false,
              currency: null,
            });
          }
        },
      );
      await fc.assert(check, { numRuns: 40 });
      expect(regular).toBeGreaterThan(500);
    });
  });

  it('are the dates without their time of day', async () => {
    const two = (most: number) => fc.integer({ min: 0, max: most }).map((value) => String(value).padStart(2, '0'));
    const date = fc.oneof(
      fc.tuple(two(12), two(31)).map(([month, day]) => `2026-${month}-${day}`),
      fc.tuple(two(31), two(12)).map(([day, month]) => `${day}/${month}/2026`),
      fc.constantFrom('16 Nov 2026', 'Nov 16, 2026', '2026-W47', '2026-11', 'noviembre de 2026', '2026', 'x'),
    );
    const time = fc
      .tuple(
        fc.constantFrom('', ' ', 'T', ', ', ' t', '  '),
        two(99),
        two(99),
        fc.constantFrom('', ':07', ':07.123', ':07,5'),
        fc.constantFrom('', ' am', 'p.m.', ' P. M.', 'Z', ' UTC', '+01:00', ' -0300', ' CET', ' 1'),
      )
      .map(([gap, hours, minutes, seconds, zone]) => `${gap}${hours}:${minutes}${seconds}${zone}`);
    const texts = fc.array(
      fc.tuple(date, fc.option(time, { nil: '' })).map(([day, rest]) => day + rest),
      {
        minLength: 100,
        maxLength: 100,
      },
    );
    await withEngine((engine) =>
      fc.assert(
        fc.asyncProperty(texts, fc.constantFrom('day-first' as const, 'month-first' as const), async (cells, order) => {
          const rows = await engine.all(`SELECT i, ${withoutTime('c')} FROM ${relation(cells)}`, [
            JSON.stringify(cells),
          ]);
          for (const [index, key] of rows) {
            const text = cells[Number(index)] ?? '';
            expect(readPeriod(String(key), order), text).toEqual(readPeriod(text, order));
          }
        }),
        { numRuns: 30 },
      ),
    );
  });
});

const FORMULAS = [
  'sum([a]) / sum([b])',
  'sum([a]) + count() - count([a]) * 2',
  'mean([a] - [b])',
  'weightedmean([a]; [b])',
  'median([a] / [b])',
  'max(least([a]; [b])) - min(greatest([a]; [b]))',
  "count(if([k] = 'x'; 1))",
  "sum(if(and([k] = 'x'; [a] > 2); [a]; 0 - [b]))",
  'distinct([k])',
  "count([k] <> '5') + distinct([a])",
  'sum(ifmissing([a]; [b] * 10))',
  'sum(abs(round([a] * 1.005; 2)) + floor([b]) - ceiling([a]) + sqrt([b]))',
  "count(not(or([a] = [b]; [k] = 'y')))",
  // Too large on the way: missing, whatever is done with it.
  'sum(1 / ([a] * [b] * 1e308))',
  'count([a] * 1e308 * 99 > 2) + count(not([a] * 1e308 * 99 > 2))',
  'sum(ifmissing([a] * 1e308 * 99; [b])) + max(greatest([a] * 1e308 * 99; [b]))',
  "sum(if([k] = 'x'; [a] / [b]; sqrt([a])))",
  "distinct(if([a] > [b]; [k]; 'z'))",
  'sum(round([a] / [b]; [b]))',
  'mean([a] / ([b] / ([a] - [b])))',
  `sum(${Array.from({ length: 40 }, () => '[a]').join(' + ')})`,
  `sum(${'[a] / ('.repeat(30)}[b]${')'.repeat(30)})`,
];

describe('what DuckDB works out over rows', () => {
  const value = fc.option(
    fc.oneof(
      fc.integer({ min: -5, max: 9 }),
      fc.double({ min: -9, max: 9, noNaN: true }).map((x) => Math.round(x * 8) / 8),
    ),
    { nil: null },
  );
  const row = fc.record({ a: value, b: value, k: fc.constantFrom('x', 'y', '5', '5.0', '') });

  it.each(FORMULAS)('%s is what evaluateGroup says', async (formula) => {
    const parsed = parseFormula(formula);
    if (parsed.status === 'error') throw new Error(parsed.error.code);
    const { expression } = parsed;
    const parts = partsOf({ expression, columns: new Map(), numeric: new Set() });
    const columns = (name: string) =>
      name === 'k'
        ? { number: 'TRY_CAST(k AS DOUBLE)', text: 'k' }
        : { number: name, text: `coalesce(CAST(${name} AS VARCHAR), '')` };
    const cellOf = (text: string) => (text !== '' && Number.isFinite(Number(text)) ? Number(text) : text);
    await withEngine((engine) =>
      fc.assert(
        fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), async (rows) => {
          const list = parts.map((part, at) => `${partSql(part, columns)} AS p${at}`);
          const shape = '[{"a":"DOUBLE","b":"DOUBLE","k":"VARCHAR"}]';
          const [found = []] = await engine.all(
            `SELECT ${list.join(', ')} FROM (SELECT unnest(from_json($1::VARCHAR, '${shape}'), recursive := true))`,
            [JSON.stringify(rows)],
          );
          parts.forEach(({ call }, at) => {
            const group = rows.map(
              (one) => (name: string) => (name === 'k' ? cellOf(one.k) : name === 'a' ? one.a : one.b),
            );
            const expected = evaluateGroup(call, group);
            const actual = found[at] === null || found[at] === undefined ? null : Number(found[at]);
            if (expected.status === 'none') expect(actual).toBeNull();
            else expect(actual).toBeCloseTo(expected.value, 9);
          });
        }),
        { numRuns: 25 },
      ),
    );
  });

  it.each([
    ['a sum', (n: number) => Array.from({ length: n }, () => '[a]').join(' + ')],
    ['quotients', (n: number) => `${'[a] / ('.repeat(n)}[b]${')'.repeat(n)}`],
    ['choices', (n: number) => `${'if([a] > 1; [b]; '.repeat(n)}[b]${')'.repeat(n)}`],
    ['conditions', (n: number) => `${'if('.repeat(n)}[a] > 1${'; [a]; [b]) > 1'.repeat(n)}`],
    ['roots', (n: number) => `${'sqrt(round('.repeat(n)}[a]${'; 2))'.repeat(n)}`],
    ['the least', (n: number) => `${'least([a]; '.repeat(n)}[b]${')'.repeat(n)}`],
  ])('%s of twice as many parts is about twice as long', (_, written) => {
    const lengthOf = (n: number) => {
      const parsed = parseFormula(`count(${written(n)})`);
      if (parsed.status === 'error') throw new Error(parsed.error.code);
      const parts = partsOf({ expression: parsed.expression, columns: new Map(), numeric: new Set() });
      return parts
        .map((part) => partSql(part, (name) => ({ number: name, text: name })).length)
        .reduce((a, b) => a + b);
    };
    expect(lengthOf(16)).toBeLessThan(lengthOf(8) * 2.1);
  });

  it.each(['sum', 'mean', 'median', 'min', 'max', 'last', 'count', 'distinct', 'nps', 'csat'] as const)(
    '%s is what aggregateRows says',
    async (aggregation) => {
      await fc.assert(
        fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 11 }), { minLength: 1, maxLength: 15 }), async (values) => {
          const file = `Card,Result\n${values.map((one) => `Landing,${one}\n`).join('')}`;
          const unit = aggregation === 'csat' ? 'percent' : 'number';
          const { plan } = await planFile(file, demoMap(), withMetric({ aggregation, unit }));
          const expected = aggregateRows(
            values.map((one) => ({ value: one })),
            aggregation,
          );
          const [point] = plan.values[0]?.points ?? [];
          if (expected.status === 'none') expect(point).toBeUndefined();
          else expect(point?.value).toBeCloseTo(expected.value, 10);
        }),
        { numRuns: 6 },
      );
    },
  );
});
