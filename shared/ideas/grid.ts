import { byOrder, lanesOf, stagesOf } from '../document/create';
import type { ElementOf, JourneyMap, MapElement } from '../document/schema';
import { type People, peopleAt, weightOf } from './people';
import { groupOf } from './relations';

/** What customers struggle with or wonder about: where ideation begins. */
export type Need = ElementOf<'pain-point'> | ElementOf<'question'>;
export type Answer = ElementOf<'answer'>;
export type Idea = ElementOf<'content-idea'>;
export type Stage = ElementOf<'stage'>;

export const isNeed = (element: MapElement | undefined): element is Need =>
  element?.kind === 'pain-point' || element?.kind === 'question';

/** One way to meet a need. */
export interface AnswerLine {
  /** Null: ideas that serve the need without an answer in between, or no answer yet. */
  answer: Answer | null;
  ideas: readonly Idea[];
}

/** A need with all that is done about it. */
export interface GridRow {
  stage: Stage | null;
  /** Null: answers and ideas of the stage that meet no need yet. */
  need: Need | null;
  /** At least one: without an answer, the line that invites to give one. */
  lines: readonly AnswerLine[];
  /** Touchpoints joined to the need. */
  touchpoints: readonly ElementOf<'touchpoint'>[];
  people: People | null;
  /** Severity × people; null: not known. */
  weight: number | null;
}

export interface IdeaGrid {
  /** Stage by stage, needs in the order of the map; what meets no need comes last in its stage. */
  rows: readonly GridRow[];
  /** Every content idea of the map, in the order of the map. */
  ideas: readonly Idea[];
  /** How many needs each idea serves, by answers or without. */
  serves: ReadonlyMap<string, readonly string[]>;
}

/**
 * The map as a grid: stage → pain point or question → answer → content ideas, by the relations of the map. An answer or
 * idea stands beside each need that it serves; one that serves none stands by itself in its stage, so that nothing is
 * out of sight. Relations count in whichever direction they were drawn.
 */
export function ideaGrid(map: JourneyMap): IdeaGrid {
  const inOrder = readingOrder(map);
  const position = new Map(inOrder.map((element, index) => [element.id, index]));
  const sorted = <Item extends MapElement>(items: readonly Item[]) =>
    items.toSorted((a, b) => (position.get(a.id) ?? 0) - (position.get(b.id) ?? 0));
  const around = neighboursOf(map);
  const answersOf = (id: string) => sorted(around(id).filter((one): one is Answer => one.kind === 'answer'));
  const ideasOf = (id: string) => sorted(around(id).filter((one): one is Idea => one.kind === 'content-idea'));
  const touchpointsOf = (id: string) =>
    sorted(around(id).filter((one): one is ElementOf<'touchpoint'> => one.kind === 'touchpoint'));

  const people = peopleAt(map);
  const shown = new Set<string>();
  const serves = new Map<string, string[]>();
  const rows = groupOf<string | null, GridRow>([]);
  const add = (row: GridRow) => {
    const key = row.stage?.id ?? null;
    rows.set(key, [...(rows.get(key) ?? []), row]);
    for (const line of row.lines) {
      if (line.answer) shown.add(line.answer.id);
      for (const idea of line.ideas) {
        shown.add(idea.id);
        const served = serves.get(idea.id) ?? [];
        if (row.need && !served.includes(row.need.id)) serves.set(idea.id, [...served, row.need.id]);
      }
    }
  };
  const stageOf = (element: MapElement): Stage | null => {
    const stage = element.stage === null ? undefined : map.elements[element.stage];
    return stage?.kind === 'stage' ? stage : null;
  };

  for (const need of inOrder.filter(isNeed)) {
    const lines: AnswerLine[] = answersOf(need.id).map((answer) => ({ answer, ideas: ideasOf(answer.id) }));
    const through = new Set(lines.flatMap(({ ideas }) => ideas.map(({ id }) => id)));
    const direct = ideasOf(need.id).filter(({ id }) => !through.has(id));
    if (direct.length > 0 || lines.length === 0) lines.push({ answer: null, ideas: direct });
    const met = people(need.id);
    const weight = need.kind === 'pain-point' ? weightOf(need.severity, met) : null;
    add({ stage: stageOf(need), need, lines, touchpoints: touchpointsOf(need.id), people: met, weight });
  }
  // What meets no need: answers first, each with its ideas, then single ideas.
  const loose = { need: null, touchpoints: [], people: null, weight: null };
  for (const answer of inOrder.filter((one): one is Answer => one.kind === 'answer' && !shown.has(one.id)))
    add({ stage: stageOf(answer), lines: [{ answer, ideas: ideasOf(answer.id) }], ...loose });
  const ideas = inOrder.filter((one): one is Idea => one.kind === 'content-idea');
  const single = groupOf(
    ideas.filter(({ id }) => !shown.has(id)).map((idea): [Stage | null, Idea] => [stageOf(idea), idea]),
  );
  for (const [stage, alone] of single) add({ stage, lines: [{ answer: null, ideas: alone }], ...loose });

  const order = [...stagesOf(map).map(({ id }) => id), null];
  return { rows: order.flatMap((id) => rows.get(id) ?? []), ideas, serves };
}

/** Stage by stage, row by row, and in a cell from top to bottom and left to right. */
function readingOrder(map: JourneyMap): MapElement[] {
  const stages = new Map(stagesOf(map).map(({ id }, index) => [id, index]));
  const lanes = new Map(lanesOf(map).map(({ id }, index) => [id, index]));
  const at = (places: ReadonlyMap<string, number>, id: string | null) =>
    (id === null ? undefined : places.get(id)) ?? places.size;
  return byOrder(Object.values(map.elements)).sort(
    (a, b) =>
      at(stages, a.stage) - at(stages, b.stage) || at(lanes, a.lane) - at(lanes, b.lane) || a.y - b.y || a.x - b.x,
  );
}

/** All that a line joins with an element, whichever way it was drawn. */
function neighboursOf(map: JourneyMap): (id: string) => readonly MapElement[] {
  const around = groupOf(
    Object.values(map.connections)
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .flatMap(({ from, to }): [string, string][] => [
        [from, to],
        [to, from],
      ]),
  );
  return (id) => (around.get(id) ?? []).flatMap((other) => map.elements[other] ?? []);
}
