import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { planFile } from '../../test/fixtures/planned-file';
import { findHints } from '../analysis/hints';
import { readMap } from '../document/read';
import { ELEMENT_KINDS, type ElementOf, type JourneyMap, type MapElement } from '../document/schema';
import { writeMap } from '../document/write';
import { applyPlan, planDifference } from '../metrics/apply-plan';
import { recipeOf } from '../metrics/recipe';

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
    first: { id: 'touchpoint-search', value: 0.0290196078431373, of: 5100 },
    unmatched: ['TikTok ad', 'Live chat'],
  },
  {
    name: 'clinica.es',
    language: 'es',
    delimiter: ';',
    encoding: 'windows-1252',
    first: { id: 'contacto-ficha', value: 0.0609756097560976, of: 820 },
    unmatched: ['Buzoneo de septiembre', 'Reserva por teléfono'],
  },
])('sample map $name', ({ name, language, delimiter, encoding, first, unmatched }) => {
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

  it.each(Object.values(map.sources))(
    'shows the numbers of $name by the recipe of $id, and a refresh changes nothing',
    async (source) => {
      const bytes = fileOf(source.name);
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(source.hash);
      const recipe = recipeOf(source);
      if (!recipe) throw new Error('The recipe is not understood');
      const { encoding: readAs, delimiter: parted } = recipe;
      const { plan } = await planFile(bytes, map, () => recipe, { encoding: readAs, delimiter: parted });
      expect(plan).toMatchObject({ recipe, questions: [], rowsRead: source.rows, rowsRefused: 0, periodUnit: 'week' });
      expect(plan.unmatched.map(({ name: text }) => text)).toEqual(source.name === `${name}.csv` ? unmatched : []);
      const difference = planDifference(map, plan, source.id);
      expect(difference).toMatchObject({ changes: [], added: 0, changed: 0, gone: 0 });
      const metric = Object.values(map.metrics).find((one) => one.source === source.id)!;
      const points = Object.values(map.measurements).flatMap((one) => (one.metric === metric.id ? one.points : []));
      expect(difference.unchanged).toBe(points.length);
      const again = structuredClone(map);
      applyPlan(again, plan, source, source.id);
      expect(writeMap(again)).toBe(writeMap(map));
    },
  );

  it('has numbers for twelve weeks, under names as exports write them', async () => {
    const source = map.sources['source-conversion']!;
    const { plan } = await planFile(csv, map, () => recipeOf(source)!);
    expect([plan.recipe.delimiter, plan.recipe.encoding]).toEqual([delimiter, encoding]);
    expect(plan.matched.some(({ how }) => how === 'folded')).toBe(true);
    expect(plan.values.every(({ points }) => points.map(({ period }) => period).join() === WEEKS.join())).toBe(true);
    const [point] = plan.values.find(({ target }) => target.type === 'element' && target.id === first.id)!.points;
    expect(point).toMatchObject({ value: first.value, n: first.of });
  });
});
