import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { runs } from '../../test/fixtures/arbitrary-map';
import { figureContext } from '../../test/fixtures/figure-context';
import { ideaMap } from '../../test/fixtures/idea-map';
import { lanesOf } from '../document/create';
import { validateMap } from '../document/read';
import type { JourneyMap, MapElement } from '../document/schema';
import { coverageOf } from '../ideas/coverage';
import { ideaGrid } from '../ideas/grid';
import { figuresOf } from '../scene/figures';
import { layoutMap } from '../scene/layout';
import { freePlace } from './arrange';
import { addCard, placeCards, setFields } from './cards';
import { connect, deleteConnections } from './connections';
import { addAnswer, addIdea, addNeed, fillGap, link, moveIdea, placeInStage, planIdeas, unlink } from './ideas';

const layoutOf = (map: JourneyMap) => layoutMap(map, figuresOf(map, figureContext(), new Map()).of);
const laneOf = (map: JourneyMap, id: string) => map.lanes[map.elements[id]?.lane ?? '']?.kinds as string[] | undefined;

let map: JourneyMap;
beforeEach(() => {
  map = ideaMap();
});

/** Whether the box of a card lies on none of the others. */
function isFree(id: string): boolean {
  const { cards } = layoutOf(map);
  const own = cards.get(id)!;
  return [...cards].every(
    ([other, box]) =>
      other === id ||
      box.x >= own.x + own.width ||
      box.x + box.width <= own.x ||
      box.y >= own.y + own.height ||
      box.y + box.height <= own.y,
  );
}

describe('what is added in the grid appears on the canvas', () => {
  test('in the stage of what it serves, in the lane of its kind, at a free place, for the same personas', () => {
    map.elements.delay!.personas = ['p'];
    const answer = addAnswer(map, layoutOf(map), 'delay', { title: 'Express' })!;
    expect(map.elements[answer]).toMatchObject({ kind: 'answer', title: 'Express', stage: 's0', personas: ['p'] });
    expect([laneOf(map, answer)?.includes('answer'), isFree(answer)]).toEqual([true, true]);
    const idea = addIdea(map, layoutOf(map), answer, { title: 'Video', format: 'Video' })!;
    expect([laneOf(map, idea)?.includes('content-idea'), isFree(idea)]).toEqual([true, true]);
    const row = ideaGrid(map).rows.find(({ need }) => need?.id === 'delay');
    expect(row?.lines).toMatchObject([{ answer: { id: answer }, ideas: [{ id: idea, format: 'Video' }] }]);
  });

  test('a need of its own; nothing where there is nothing to serve', () => {
    const need = addNeed(map, layoutOf(map), 'pain-point', 's2', { title: 'Lost parcel' });
    expect([map.elements[need]?.stage, isFree(need)]).toEqual(['s2', true]);
    expect([
      addAnswer(map, layoutOf(map), 'post'),
      addIdea(map, layoutOf(map), 'shop'),
      addIdea(map, layoutOf(map), 'x'),
    ]).toEqual([null, null, null]);
  });

  test('on a hidden row, which is shown; without a row for it, in the parking row', () => {
    const lane = lanesOf(map).find(({ kinds }) => kinds.includes('answer'))!;
    lane.hidden = true;
    const answer = addAnswer(map, layoutOf(map), 'delay', {})!;
    expect([map.elements[answer]?.lane, map.lanes[lane.id]?.hidden, isFree(answer)]).toEqual([lane.id, false, true]);
    lane.kinds = [];
    expect(placeInStage(map, layoutOf(map), 'answer', 's0')).toMatchObject({ stage: null, lane: null });
  });
});

describe('moving an idea', () => {
  const served = (id: string) => ideaGrid(map).serves.get(id) ?? [];

  test('to another stage takes its card along where nothing holds it', () => {
    moveIdea(map, layoutOf(map), 'calculator', 'total', 'worth');
    expect([served('calculator'), map.elements.calculator?.stage, isFree('calculator')]).toEqual([
      ['worth'],
      's1',
      true,
    ]);
  });

  test('leaves alone what else it serves, and then its place', () => {
    link(map, 'delay', 'post');
    moveIdea(map, layoutOf(map), 'post', 'total', 'worth');
    expect([served('post'), map.elements.post?.stage]).toEqual([['delay', 'worth'], 's0']);
    unlink(map, 'delay', 'post');
    expect(served('post')).toEqual(['worth']);
  });

  test('from nothing, onto itself, onto what takes no ideas', () => {
    moveIdea(map, layoutOf(map), 'e-book', null, 'delay');
    expect(served('e-book')).toEqual(['delay']);
    const before = JSON.stringify(map);
    moveIdea(map, layoutOf(map), 'e-book', 'delay', 'delay');
    moveIdea(map, layoutOf(map), 'e-book', 'delay', 'shop');
    moveIdea(map, layoutOf(map), 'cost', 'total', 'delay');
    link(map, 'shop', 'e-book');
    expect(JSON.stringify(map)).toBe(before);
  });
});

test('a plan is for ideas only; a gap gets the card that it lacks', () => {
  planIdeas(map, ['post', 'cost'], { status: 'published', due: '2027-01-01', owner: 'Tom' });
  expect(map.elements.post).toMatchObject({ status: 'published', due: '2027-01-01', owner: 'Tom' });
  expect(map.elements.cost).not.toHaveProperty('due');
  const before = coverageOf(map, 'stage-format');
  const id = fillGap(map, layoutOf(map), before.cells[0]![1]!.missing, 'New blog');
  expect(map.elements[id]).toMatchObject({ kind: 'content-idea', stage: 's1', format: 'Blog', title: 'New blog' });
  expect(coverageOf(map, 'stage-format').gaps).toBe(before.gaps - 1);
});

/** Ids are random: cards and lines count by the order in which they came. */
function withoutIds({ elements, connections, ...rest }: JourneyMap): string {
  const names = new Map(Object.keys(elements).map((id, index) => [id, `e${index}`]));
  const renamed = (id: string) => names.get(id) ?? id;
  return JSON.stringify({
    ...rest,
    elements: Object.values(elements).map((one) => ({ ...one, id: renamed(one.id) })),
    connections: Object.values(connections).map(({ id: _, ...one }) => ({
      ...one,
      from: renamed(one.from),
      to: renamed(one.to),
    })),
  });
}

type GridEdit = { how: number; what: number; other: number; text: string };

/** The same deed, done in the grid and done on the canvas. */
function both(grid: JourneyMap, canvas: JourneyMap, { how, what, other, text }: GridEdit): void {
  const pick = (kinds: readonly MapElement['kind'][], at: number): [number, MapElement] | null => {
    const all = Object.values(grid.elements);
    const found = all.filter(({ kind }) => kinds.includes(kind));
    const one = found[at % Math.max(found.length, 1)];
    return one ? [all.indexOf(one), one] : null;
  };
  const onCanvas = (at: number) => Object.values(canvas.elements)[at]!;
  const layout = layoutOf(grid);
  const canvasLayout = layoutOf(canvas);
  const put = (kind: 'answer' | 'content-idea', stage: string | null, values: object) => {
    const lane = lanesOf(canvas).find(({ kinds }) => kinds.includes(kind))!;
    return addCard(canvas, kind, freePlace(canvasLayout, stage, lane.id, 172), values);
  };
  const need = pick(['pain-point', 'question'], what);
  const target = pick(['pain-point', 'question', 'answer'], what);
  const idea = pick(['content-idea'], other);
  const lines = (a: MapElement, b: MapElement) =>
    Object.values(canvas.connections).flatMap(({ id, from, to }) =>
      (from === a.id && to === b.id) || (from === b.id && to === a.id) ? [id] : [],
    );
  switch (how % 5) {
    case 0: {
      if (!need) return;
      addAnswer(grid, layout, need[1].id, { title: text });
      const of = onCanvas(need[0]);
      connect(canvas, of.id, put('answer', of.stage, { title: text, personas: [] }));
      return;
    }
    case 1: {
      if (!target) return;
      addIdea(grid, layout, target[1].id, { title: text, format: 'Blog' });
      const of = onCanvas(target[0]);
      connect(canvas, of.id, put('content-idea', of.stage, { title: text, format: 'Blog', personas: [] }));
      return;
    }
    case 2:
      if (!idea) return;
      planIdeas(grid, [idea[1].id], { status: 'planned', due: '2027-02-03' });
      setFields(canvas, [onCanvas(idea[0]).id], { status: 'planned', due: '2027-02-03' });
      return;
    case 3: {
      if (!idea || !target) return;
      link(grid, target[1].id, idea[1].id);
      connect(canvas, onCanvas(idea[0]).id, onCanvas(target[0]).id);
      return;
    }
    default: {
      // Dragged from all that it serves to one other: lines deleted, one drawn, the card put into the other stage.
      if (!idea || !target) return;
      const from = Object.values(grid.connections).flatMap(({ from: one, to: two }) =>
        one === idea[1].id ? [two] : two === idea[1].id ? [one] : [],
      );
      if (from.length !== 1 || from[0] === target[1].id) return;
      moveIdea(grid, layout, idea[1].id, from[0] ?? null, target[1].id);
      const [card, to] = [onCanvas(idea[0]), onCanvas(target[0])];
      const old = from[0] ? onCanvas(Object.keys(grid.elements).indexOf(from[0])) : null;
      if (old) deleteConnections(canvas, lines(old, card));
      connect(canvas, to.id, card.id);
      if (to.stage !== null && to.stage !== card.stage) {
        const lane = lanesOf(canvas).find(({ kinds }) => kinds.includes('content-idea'))!;
        placeCards(canvas, [[card.id, freePlace(canvasLayout, to.stage, lane.id, 172)]]);
      }
    }
  }
}

test('edits of the grid and edits of the canvas reach the same document, and a whole one', () => {
  const edit = fc.record({ how: fc.nat(), what: fc.nat(50), other: fc.nat(50), text: fc.string({ maxLength: 20 }) });
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 14 }), (edits) => {
      const grid = ideaMap();
      const canvas = structuredClone(grid);
      for (const one of edits) {
        both(grid, canvas, one);
        expect(withoutIds(grid)).toBe(withoutIds(canvas));
      }
      expect(validateMap(grid)).toEqual({ map: grid });
    }),
    { numRuns: runs(150) },
  );
});
