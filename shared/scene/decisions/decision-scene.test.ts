import { readFileSync } from 'node:fs';
import ELK from 'elkjs/lib/elk.bundled.js';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { setShares, sharesWith } from '../../commands/decisions';
import { mainOutcome } from '../../decisions/chosen-objective';
import { flowGraphOf } from '../../decisions/flow-graph';
import { forecastOf } from '../../decisions/forecast';
import { observedShares } from '../../decisions/observed';
import { type Solution, solveFlow } from '../../decisions/solve';
import { comingPeriods } from '../../decisions/units-of-time';
import { readMap } from '../../document/read';
import type { JourneyMap } from '../../document/schema';
import type { FigureContext } from '../../figures/figure';
import type { Primitive } from '../../figures/primitives';
import { THEMES } from '../../figures/theme';
import { createTranslator } from '../../language/translator';
import { exportRequest } from '../export-request';
import { formatCustomers } from './amounts';
import { bandPath } from './band-path';
import { bandsOf } from './bands';
import { decisionPages, exitsShown } from './decision-export';
import { decisionScene } from './decision-scene';
import { type DecisionLayout, layoutFrom, layoutQuestion } from './layout';
import type { WaysRequest } from './ways-request';

const measure = (text: string, font: { size: number }) => text.length * font.size * 0.55;
const context: FigureContext = { measure, theme: THEMES.light, language: 'en', t: createTranslator('en') };
const elk = new ELK();

function sample(): JourneyMap {
  const result = readMap(readFileSync(new URL('../../samples/pet-food.en.journey.json', import.meta.url)));
  if (result.status !== 'ok') throw new Error(result.status);
  return structuredClone(result.map);
}

const textsOf = (primitives: readonly Primitive[]): string[] =>
  primitives.flatMap((one) => (one.type === 'group' ? textsOf(one.children) : one.type === 'text' ? [one.text] : []));

describe('the picture of the decisions', () => {
  const map = sample();
  let solution: Solution;
  let layout: DecisionLayout;
  beforeAll(async () => {
    solution = solveFlow(flowGraphOf(map));
    const exits = exitsShown(solution);
    layout = layoutFrom(await elk.layout(layoutQuestion(solution.graph, exits, context)), exits);
  });
  const draw = (route: ReadonlySet<string> | null = null) =>
    decisionScene(solution, layout, { context, observed: observedShares(solution.graph), route });

  it('has a place for every card and way, none over another', () => {
    expect(layout.nodes.size).toBe(solution.graph.size);
    expect(layout.ways.size).toBe(solution.graph.ways.length);
    const boxes = [...layout.nodes.values()];
    for (const [index, a] of boxes.entries()) {
      for (const b of boxes.slice(index + 1)) {
        const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
        expect(apart).toBe(true);
      }
    }
  });

  it('leads from left to right, but for what goes back', () => {
    const back = solution.graph.ways.filter(({ from, to }) => {
      const [a, b] = [from, to].map((node) => layout.nodes.get(solution.graph.nodes[node]!.id)!);
      return a!.x >= b!.x;
    });
    expect(back.map(({ id }) => id)).toEqual(['flow-supermarket--renewal']);
  });

  it('has bands as wide as their customers, side by side', () => {
    const bands = bandsOf(solution, layout);
    const widest = Math.max(...bands.map(({ width }) => width));
    for (const band of bands) {
      if (band.width > 1.6) expect(band.width / widest).toBeCloseTo(band.customers / 10_000, 6);
    }
    const [yes, no] = ['flow-price--checkout', 'flow-price--compare'].map((id) => bands.find((one) => one.id === id)!);
    expect(no!.start.y - yes!.start.y).toBeGreaterThanOrEqual((yes!.width + no!.width) / 2);
  });

  it('says numbers and shares, and in red what does not agree with what was seen', () => {
    const { primitives, items } = draw();
    const texts = textsOf(primitives);
    for (const text of ['5,200 / month', '6,200 · 62%', 'yes 62%', 'seen 48%', 'Missed delivery']) {
      expect(texts.some((one) => one.startsWith(text.slice(0, 8)))).toBe(true);
    }
    const colourOf = (id: string) => {
      const pill = items.find((item) => item.id === id && item.what === 'pill')!.group.children[0];
      return pill?.type === 'rect' ? pill.fill : '';
    };
    expect(colourOf('flow-price--checkout')).toBe(THEMES.light.dangerSoft);
    expect(colourOf('flow-shipping--welcome')).toBe(THEMES.light.surface);
  });

  it('dims what is unlikely, and all that is not on a route', () => {
    const faint = (items: ReturnType<typeof draw>['items']) =>
      items.filter(({ group, what }) => what === 'node' && group.opacity !== undefined).map(({ id }) => id);
    expect(faint(draw().items)).toEqual(['outcome-paused']);
    const route = new Set(['touchpoint-search', 'flow-search--product-page', 'touchpoint-product-page']);
    expect(faint(draw(route).items)).toHaveLength(solution.graph.size - 2);
  });

  it('asks the same question whatever the numbers are, so that nothing jumps', () => {
    const other = structuredClone(map);
    setShares(other, sharesWith(other, 'flow-price--checkout', 0.11));
    for (const entry of Object.values(other.entries)) entry.customers *= 7;
    const solved = solveFlow(flowGraphOf(other));
    expect(layoutQuestion(solved.graph, exitsShown(solved), context)).toEqual(
      layoutQuestion(solution.graph, exitsShown(solution), context),
    );
  });

  it('becomes pages with its title, its ends and what the colours mean', async () => {
    const request = exportRequest({ format: 'pdf', view: 'decisions', page: 'A3', scenario: 'scenario-shipping' });
    const { pages } = await decisionPages(map, request, measure, {
      arrange: (graph) => elk.layout(graph),
      breath: { now: () => performance.now(), pause: async () => {} },
    });
    expect(pages).toHaveLength(1);
    const texts = textsOf(pages[0]!.primitives).join('\n');
    for (const text of ['Scenario: Free shipping from €40', 'yes 90%', 'Where customers end', 'on their way'])
      expect(texts).toContain(text);
  });
});

describe('what leaves as a file follows the view', () => {
  const map = sample();
  const day = '2026-11-22';
  const ways = { persona: null, outcome: null, route: null, measure: 'customers', forecast: null } as const;
  const host = {
    arrange: (graph: Parameters<typeof elk.layout>[0]) => elk.layout(graph),
    breath: { now: () => performance.now(), pause: async () => {} },
  };
  const primitivesFor = async (values: Partial<WaysRequest>) => {
    const request = exportRequest({ format: 'svg', view: 'decisions', ways: { ...ways, ...values } });
    const { pages } = await decisionPages(map, request, measure, host);
    return pages[0]?.primitives ?? [];
  };

  it('the forecast has the numbers that the same seed and runs give, below the ends', async () => {
    const texts = textsOf(await primitivesFor({ forecast: { today: day, periods: 6, seed: 7 } }));
    const graph = flowGraphOf(map);
    const forecast = forecastOf(graph, comingPeriods(day, graph.unit, 6), { runs: 10_000, seed: 7 });
    const main = mainOutcome(solveFlow(graph));
    const line = forecast.outcomes.find(({ element }) => element === main)?.customers;
    const last = formatCustomers(Math.round(line?.values.at(-1)?.band?.median ?? Number.NaN), 'en');
    expect(texts).toContain(context.t('decisionView.forecast.predicted', { value: last }));
    expect(texts.join()).toContain('10,000 simulated runs, seed 7');
    const title = texts.findIndex((text) => text.startsWith('Forecast: '));
    expect(title).toBeGreaterThan(texts.indexOf('Where customers end'));
  });

  it('without a forecast it has none, and one that is called off leaves no half numbers behind', async () => {
    expect(textsOf(await primitivesFor({})).join()).not.toContain('Forecast');
    const request = exportRequest({
      format: 'svg',
      view: 'decisions',
      ways: { ...ways, forecast: { today: day, periods: 3, seed: 5 } },
    });
    await decisionPages(map, request, measure, { ...host, breath: { ...host.breath, goesOn: () => false } });
    const { pages } = await decisionPages(map, request, measure, host);
    const called = textsOf(pages[0]?.primitives ?? []);
    const anew = await decisionPages(structuredClone(map), request, measure, host);
    expect(textsOf(anew.pages[0]?.primitives ?? [])).toEqual(called);
  });

  it('a persona has customers of its own', async () => {
    const persona = Object.values(map.entries).find((entry) => entry.persona)?.persona ?? null;
    expect(persona).not.toBeNull();
    const texts = textsOf(await primitivesFor({ persona })).join('\n');
    expect(texts).toContain('Persona: ');
    expect(texts).not.toBe(textsOf(await primitivesFor({})).join('\n'));
  });

  it('what is off the happy path recedes', async () => {
    const faint = (list: readonly Primitive[]): number =>
      list.reduce(
        (sum, one) => sum + (one.type === 'group' ? (one.opacity === 0.16 ? 1 : 0) + faint(one.children) : 0),
        0,
      );
    expect(faint(await primitivesFor({}))).toBe(0);
    const happy = await primitivesFor({ route: 'happy' });
    expect(faint(happy)).toBeGreaterThan(3);
    expect(textsOf(happy).join('\n')).toContain('Happy path to ');
    const route = await primitivesFor({ route: 'outcome' });
    expect(faint(route)).toBeLessThan(faint(happy));
  });
});

it('a map without forks, customers or ways is drawn, too', async () => {
  const map = sample();
  map.connections = {};
  map.entries = {};
  const solution = solveFlow(flowGraphOf(map));
  const layout = layoutFrom(await elk.layout(layoutQuestion(solution.graph, new Set(), context)), new Set());
  const { items } = decisionScene(solution, layout, { context, observed: new Map(), route: null });
  expect(items.every(({ what }) => what === 'node')).toBe(true);
});

describe('a band', () => {
  const place = fc.integer({ min: -2000, max: 2000 });
  const point = fc.record({ x: place, y: place });

  it('starts and ends where it should, and has finite numbers only', () => {
    fc.assert(
      fc.property(point, point, fc.array(fc.tuple(place, place), { maxLength: 4 }), (start, end, turns) => {
        const corners = [start];
        for (const [x, y] of turns) corners.push({ x, y: corners.at(-1)!.y }, { x, y });
        corners.push({ x: end.x, y: corners.at(-1)!.y });
        const { d, yAt } = bandPath(corners, start, end);
        expect(d.startsWith(`M${start.x} ${start.y}`)).toBe(true);
        expect(d.endsWith(`H${end.x}`)).toBe(true);
        expect(d).not.toMatch(/NaN|Infinity/);
        expect(Number.isFinite(yAt((start.x + end.x) / 2))).toBe(true);
      }),
    );
  });

  it('is level where its label lies', () => {
    const corners = [
      { x: 0, y: 0 },
      { x: 100, y: 0 },
      { x: 100, y: 200 },
      { x: 600, y: 200 },
    ];
    const { yAt } = bandPath(corners, { x: 0, y: 0 }, { x: 600, y: 200 });
    expect(yAt(500)).toBe(200);
    expect(yAt(10)).toBeLessThan(30);
  });
});
