import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findHints } from '../analysis/hints';
import { readMap } from '../document/read';
import { ELEMENT_KINDS, type ElementOf, type JourneyMap, type MapElement } from '../document/schema';
import { writeMap } from '../document/write';
import { outlineOf } from '../metrics/map-outline';
import { TargetMatcher } from '../metrics/match-targets';
import { readNumberColumn } from '../metrics/numbers';
import { groupPeriod } from '../metrics/periods';
import { readPeriodColumn } from '../metrics/read-periods';
import { readTable } from '../metrics/read-table';

const fileOf = (name: string) => readFileSync(new URL(name, import.meta.url));

function readSample(name: string): JourneyMap {
  const result = readMap(fileOf(name));
  if (result.status !== 'ok') throw new Error(JSON.stringify(result));
  return result.map;
}

function ofKind<Kind extends MapElement['kind']>(map: JourneyMap, kind: Kind): ElementOf<Kind>[] {
  return Object.values(map.elements).filter((element): element is ElementOf<Kind> => element.kind === kind);
}

const WEEKS = Array.from({ length: 12 }, (_, index) => `2026-W${36 + index}`);

describe.each([
  {
    name: 'pet-food.en',
    language: 'en',
    delimiter: ',',
    encoding: 'utf-8',
    columns: {
      period: 'week',
      card: 'touchpoint',
      values: { 'metric-conversion': 'conversion_rate', 'metric-satisfaction': 'satisfaction' },
    },
    unmatched: ['TikTok ad', 'Live chat'],
  },
  {
    name: 'clinica.es',
    language: 'es',
    delimiter: ';',
    encoding: 'windows-1252',
    columns: { period: 'Semana', card: 'Punto de contacto', values: { 'metric-conversion': 'Tasa de conversión' } },
    unmatched: ['Buzoneo de septiembre', 'Reserva por teléfono'],
  },
])('sample map $name', ({ name, language, delimiter, encoding, columns, unmatched }) => {
  const map = readSample(`${name}.journey.json`);
  const csv = fileOf(`${name}.csv`);

  it('is written as it was read, byte for byte', () => {
    expect(writeMap(map)).toBe(fileOf(`${name}.journey.json`).toString('utf-8'));
    expect(map.language).toBe(language);
  });

  it('has 60 to 90 elements of all kinds, each with a title of its own and a text', () => {
    const elements = Object.values(map.elements);
    expect(elements.length).toBeGreaterThanOrEqual(60);
    expect(elements.length).toBeLessThanOrEqual(90);
    expect(new Set(elements.map((element) => element.kind))).toEqual(new Set(ELEMENT_KINDS));
    for (const element of elements) {
      expect(element.title.trim(), element.id).not.toBe('');
      expect(element.text.trim(), element.id).not.toBe('');
      expect(element.owner, element.id).not.toBe('');
    }
    expect(new Set(elements.map((element) => element.title)).size).toBe(elements.length);
  });

  it('leaves no field of personas and stages empty', () => {
    expect(ofKind(map, 'persona')).toHaveLength(2);
    const optional = ['stage', 'lane', 'personas', 'links', 'tags', 'height', 'picture'];
    for (const element of [...ofKind(map, 'persona'), ...ofKind(map, 'stage')]) {
      for (const [field, value] of Object.entries(element)) {
        if (optional.includes(field)) continue;
        expect(
          value === null || value === '' || (Array.isArray(value) && value.length === 0),
          `${element.id}.${field}`,
        ).toBe(false);
      }
    }
  });

  it('places every card in a stage and a row; only personas and notes wait', () => {
    for (const element of Object.values(map.elements)) {
      if (element.kind === 'stage') continue;
      const waits = element.kind === 'persona' || element.kind === 'note';
      expect([element.stage === null, element.lane === null], element.id).toEqual([waits, waits]);
      const column = element.stage === null ? undefined : map.elements[element.stage];
      if (column) expect(element.x + element.width, element.id).toBeLessThanOrEqual(column.width);
    }
  });

  it('forks with conditions and probabilities that add up to no more than 1', () => {
    const decisions = ofKind(map, 'decision');
    expect(decisions.length).toBeGreaterThanOrEqual(3);
    const flows = Object.values(map.connections).filter((connection) => connection.type === 'flow');
    for (const decision of decisions) {
      const branches = flows.filter((flow) => flow.from === decision.id);
      expect(branches.length, decision.id).toBeGreaterThanOrEqual(2);
      for (const branch of branches) {
        expect([branch.label, branch.condition], branch.id).not.toContain('');
        expect(branch.probability, branch.id).toBeGreaterThan(0);
      }
      const sum = branches.reduce((total, branch) => total + branch.probability!, 0);
      expect(sum, decision.id).toBeCloseTo(1, 9);
    }
    for (const detour of ofKind(map, 'detour'))
      expect(
        flows.some((flow) => flow.from === detour.id),
        detour.id,
      ).toBe(true);
  });

  it('ends in outcomes of all three sorts, and in nothing else', () => {
    const flows = Object.values(map.connections).filter((connection) => connection.type === 'flow');
    const ends = new Set(flows.map((flow) => flow.to).filter((id) => !flows.some((flow) => flow.from === id)));
    const outcomes = ofKind(map, 'outcome');
    expect([...ends].sort()).toEqual(outcomes.map((outcome) => outcome.id).sort());
    expect(new Set(outcomes.map((outcome) => outcome.result))).toEqual(new Set(['won', 'lost', 'neutral']));
    for (const outcome of outcomes)
      expect([outcome.value === null, outcome.currency], outcome.id).toEqual([false, 'EUR']);
  });

  it('relates pain points to answers and answers to content ideas only', () => {
    const relations = Object.values(map.connections).filter((connection) => connection.type === 'relation');
    const pairs = relations.map(({ from, to }) => `${map.elements[from]!.kind} → ${map.elements[to]!.kind}`);
    expect(new Set(pairs)).toEqual(new Set(['pain-point → answer', 'answer → content-idea']));
    expect(new Set(ofKind(map, 'content-idea').map((idea) => idea.status))).toEqual(
      new Set(['idea', 'draft', 'planned', 'published']),
    );
  });

  it('leaves three pain points without an answer, and nothing else unfinished', () => {
    expect(findHints(map, '2026-11-20').map((hint) => hint.id)).toEqual(Array(3).fill('pain-point-unanswered'));
  });

  it('has ratings by stage and persona, customers on its ways, and a score of the whole map', () => {
    const of = (metric: string) => Object.values(map.measurements).filter((one) => one.metric === metric);
    const rated = of('metric-rating').map(({ element }) => element);
    for (const stage of ofKind(map, 'stage')) expect(rated).toContain(stage.id);
    expect(new Set(of('metric-rating').map(({ persona }) => persona)).size).toBe(3);
    expect(of('metric-rating').some(({ points }) => points.some(({ n }) => n !== undefined && n < 30))).toBe(true);
    for (const { connection } of of('metric-customers')) expect(map.connections[connection ?? '']?.type).toBe('flow');
    expect(of('metric-customers').length).toBeGreaterThan(8);
    const [score] = of('metric-nps');
    for (const { value, numerator = 0, denominator = 0 } of score?.points ?? [])
      expect(value).toBeCloseTo((100 * numerator) / denominator, 3);
  });

  it.each([
    ['metric-rating', 'source-rating'],
    ['metric-customers', 'source-customers'],
  ])('shows the numbers of the file behind %s', (metric, source) => {
    const { name: file, hash, rows } = map.sources[source]!;
    const bytes = fileOf(file);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(hash);
    const result = readTable(bytes);
    if (result.status !== 'ok') throw new Error(JSON.stringify(result));
    expect([result.table.problems, result.table.rows.length]).toEqual([[], rows]);
    const inFile = result.table.rows.map((row) => Number(row.at(-1)!.replace(',', '.')));
    const inMap = Object.values(map.measurements)
      .filter((one) => one.metric === metric)
      .flatMap(({ points }) => points.map(({ value }) => value));
    const sorted = (values: number[]) => [...values].sort((a, b) => a - b);
    expect(sorted(inMap)).toEqual(sorted(inFile));
  });

  it('shows the numbers of its CSV file', () => {
    const result = readTable(csv);
    if (result.status !== 'ok') throw new Error(JSON.stringify(result));
    const { table } = result;
    expect([table.delimiter, table.encoding, table.problems]).toEqual([delimiter, encoding, []]);
    const cellsOf = (column: string) => table.rows.map((row) => row[table.header.indexOf(column)]!);

    const periods = readPeriodColumn(cellsOf(columns.period)).readings.map((reading) =>
      reading.type === 'period' ? groupPeriod(reading.period, 'week') : null,
    );
    expect([...new Set(periods)]).toEqual(WEEKS);
    const names = cellsOf(columns.card);
    const matcher = new TargetMatcher(outlineOf(map));
    const matches = new Map(names.map((text) => [text, matcher.match(text)]));
    expect([...matches].filter(([, match]) => match.type !== 'matched').map(([text]) => text)).toEqual(unmatched);
    const matched = [...matches].flatMap(([text, match]) =>
      match.type === 'matched' && match.target.type === 'element' ? [[text, match.target.id] as const] : [],
    );
    expect(matched.some(([text, id]) => text !== map.elements[id]!.title)).toBe(true);
    expect(table.rows).toHaveLength(matches.size * WEEKS.length);

    for (const [metric, column] of Object.entries(columns.values)) {
      const source = map.sources[map.metrics[metric]!.source!]!;
      expect([source.hash, source.rows]).toEqual([createHash('sha256').update(csv).digest('hex'), table.rows.length]);
      expect(source.recipe).toEqual({
        delimiter,
        encoding,
        cardColumn: columns.card,
        valueColumn: column,
        periodColumn: columns.period,
      });
      const { readings } = readNumberColumn(cellsOf(column));
      const measurements = Object.values(map.measurements).filter((measurement) => measurement.metric === metric);
      expect(measurements.map((measurement) => measurement.element).sort()).toEqual(matched.map(([, id]) => id).sort());
      for (const measurement of measurements) {
        const [text] = matched.find(([, id]) => id === measurement.element)!;
        const values = readings
          .filter((_, row) => names[row] === text)
          .map((reading) => (reading.type === 'number' ? reading.value : null));
        expect(measurement.points.map((point) => point.period)).toEqual(WEEKS);
        expect(
          measurement.points.map((point) => point.value),
          measurement.id,
        ).toEqual(values);
      }
    }
  });
});
