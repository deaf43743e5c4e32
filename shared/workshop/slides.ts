import { byOrder, stagesOf } from '../document/create';
import type { JourneyMap } from '../document/schema';
import type { Box } from '../figures/primitives';
import { HEAD_HEIGHT, type MapLayout } from '../scene/layout';

/** What a map is shown along. */
export type Along = 'stages' | 'path' | 'views';

/** One picture of a presentation. */
export interface Slide {
  id: string;
  title: string;
  /** What is said about it: the text of the stage, the card or the view. */
  note: string;
  /** The part of the map that fills the screen, in map units. */
  box: Box;
  /** The stage that it is about: the cards of others recede. Null: none. */
  stage: string | null;
}

/** Beside what a slide is about, in map units. */
const MARGIN = 12;
/** What is seen around a card on the path. */
const AROUND_CARD = { width: 560, height: 315 };
/** More than this, in map units, is too much for one screen of large texts. */
const TALLEST = 460;
/** Less than this would only enlarge what is there. */
const LEAST = 320;

/** The slides of a presentation, in their order. With `large`, stages that are too high for large texts take several. */
export function slidesOf(map: JourneyMap, layout: MapLayout, along: Along, large: boolean): Slide[] {
  switch (along) {
    case 'stages':
      return stageSlides(map, layout, large);
    case 'path':
      return likeliestPath(map, layout).flatMap((id) => cardSlide(map, layout, id));
    case 'views':
      return byOrder(Object.values(map.viewpoints)).map(({ id, title, note, x, y, width, height }) => ({
        id,
        title,
        note,
        box: { x, y, width, height },
        stage: null,
      }));
  }
}

function stageSlides(map: JourneyMap, layout: MapLayout, large: boolean): Slide[] {
  const bottom = layout.rows.reduce((lowest, row) => Math.max(lowest, row.y + row.height), HEAD_HEIGHT);
  return stagesOf(map).flatMap(({ id, title, text }, index) => {
    const head = layout.heads.get(id);
    if (!head) return [];
    const parts = large ? partsOf(map, layout, id) : [{ from: 0, to: bottom }];
    return parts.map(({ from, to }, part) => ({
      id: `${id}.${part}`,
      title: `${index + 1}. ${title}`,
      note: text,
      box: {
        x: head.x - MARGIN,
        y: from === 0 ? 0 : from - MARGIN,
        width: head.width + 2 * MARGIN,
        height: Math.max(to - from + 2 * MARGIN, LEAST),
      },
      stage: id,
    }));
  });
}

interface Part {
  from: number;
  to: number;
}

/** What a stage has from top to bottom, as much to a screen as can be read; the first one has the head. */
function partsOf(map: JourneyMap, layout: MapLayout, stage: string): Part[] {
  const cards = [...layout.cards].flatMap(([id, { y, height }]): Part[] =>
    map.elements[id]?.stage === stage ? [{ from: y, to: y + height }] : [],
  );
  const curves = layout.rows.flatMap(({ role, y, height }): Part[] =>
    role === 'emotion' ? [{ from: y, to: y + height }] : [],
  );
  const parts: Part[] = [];
  let open: Part = { from: 0, to: HEAD_HEIGHT };
  for (const { from, to } of [...cards, ...curves].sort((one, other) => one.from - other.from)) {
    const isEmpty = open.to === HEAD_HEIGHT;
    if (to - open.from > TALLEST && !isEmpty && from > open.to) {
      parts.push(open);
      open = { from, to };
    } else open.to = Math.max(open.to, to);
  }
  return [...parts, open];
}

function cardSlide(map: JourneyMap, layout: MapLayout, id: string): Slide[] {
  const [card, box] = [map.elements[id], layout.cards.get(id)];
  if (!card || !box) return [];
  const width = Math.max(box.width + 2 * MARGIN, AROUND_CARD.width);
  const height = Math.max(box.height + 2 * MARGIN, AROUND_CARD.height);
  const around = { x: box.x + (box.width - width) / 2, y: box.y + (box.height - height) / 2, width, height };
  return [{ id, title: card.title, note: card.text, box: around, stage: null }];
}

/**
 * The cards that most customers come by: from the first card of the map that has a line going out and none coming in,
 * always along the line with the highest probability (one that nobody has guessed counts for 1), until none is left or
 * the way comes back to itself. Without such a start, from the leftmost card with a line. On hidden rows there are none.
 */
export function likeliestPath(map: JourneyMap, layout: MapLayout): string[] {
  const flows = Object.values(map.connections).filter(
    ({ type, from, to }) => type === 'flow' && layout.cards.has(from) && layout.cards.has(to),
  );
  const place = (id: string) => layout.cards.get(id) ?? { x: 0, y: 0 };
  const before = (a: string, b: string) => place(a).x - place(b).x || place(a).y - place(b).y || (a < b ? -1 : 1);
  const reached = new Set(flows.map(({ to }) => to));
  const starts = [...new Set(flows.map(({ from }) => from))].sort(before);
  const path: string[] = [];
  let next: string | undefined = starts.find((id) => !reached.has(id)) ?? starts[0];
  while (next !== undefined && !path.includes(next)) {
    path.push(next);
    const at: string = next;
    const ways = flows.filter(({ from }) => from === at);
    ways.sort((a, b) => (b.probability ?? 1) - (a.probability ?? 1) || before(a.to, b.to));
    next = ways[0]?.to;
  }
  return path;
}
