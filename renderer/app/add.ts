import { freePlace, placeForNew } from '../../shared/commands/arrange';
import { addCard, addStage, duplicate } from '../../shared/commands/cards';
import { CARD_WIDTH, lanesOf, stagesOf } from '../../shared/document/create';
import type { ElementKind, JourneyMap, MapElement } from '../../shared/document/schema';
import type { Box, Point } from '../../shared/figures/primitives';
import { columnAt, type MapLayout, type Place } from '../../shared/scene/layout';
import { editor } from '../store/editor';
import { change } from '../store/history';
import { currentPicture } from '../store/picture';
import { selectedElements } from '../store/selection';
import { texts } from '../store/texts';
import { canvas } from './canvas-port';

/** Adding cards: by key, by command, dropped from the palette, pasted as lines. */

const WIDTHS: Partial<Record<ElementKind, number>> = { decision: 132, persona: 200 };
const widthOf = (kind: ElementKind) => WIDTHS[kind] ?? CARD_WIDTH;

/** Adds one of a kind where it belongs: in the selected card's stage, or the one in view; then its title can be typed. */
export function addHere(kind: ElementKind): void {
  if (kind === 'stage') addStageHere();
  else addAndType(kind, placeFor(kind, editor.getState().map, currentPicture().layout));
}

/** Adds one of a kind where it was dropped, its centre below the pointer. */
export function addAt(kind: ElementKind, point: Point, persona: string | null = null): void {
  const { map } = editor.getState();
  const { layout } = currentPicture();
  if (kind === 'stage') {
    const column = columnAt(layout, point.x);
    const after = column && point.x > column.x + column.width / 2;
    const stages = stagesOf(map);
    const at = stages.findIndex((stage) => stage.id === column?.id) + (after ? 1 : 0);
    addStageAndType(stages[at]?.id ?? null);
    return;
  }
  addAndType(kind, placeForNew(layout, boxAround(kind, point)), persona);
}

/** The box of a new card around a point. */
export function boxAround(kind: ElementKind, point: Point): Box {
  const width = widthOf(kind);
  const height = kind === 'decision' ? 64 : 40;
  return { x: point.x - width / 2, y: point.y - height / 2, width, height };
}

function addAndType(kind: Exclude<ElementKind, 'stage'>, place: Place, persona: string | null = null): void {
  const t = texts();
  const id = change(t('steps.add', { kind: t(`kinds.${kind}.one`) }), (draft) => {
    const added = addCard(draft, kind, place, { width: widthOf(kind), ...(persona && { personas: [persona] }) });
    return added;
  });
  if (!id) return;
  editor.setState({ selection: [id], editing: { id, what: 'title' } });
  bringIntoView(id);
}

function addStageHere(): void {
  const state = editor.getState();
  const selected = selectedElements(state).find((element) => element.kind === 'stage');
  const stages = stagesOf(state.map);
  const at = selected ? stages.findIndex((stage) => stage.id === selected.id) + 1 : stages.length;
  addStageAndType(stages[at]?.id ?? null);
}

function addStageAndType(before: string | null): void {
  const t = texts();
  const id = change(t('steps.add', { kind: t('kinds.stage.one') }), (draft) => addStage(draft, before));
  if (!id) return;
  editor.setState({ selection: [id], editing: { id, what: 'title' } });
  bringIntoView(id);
}

export function bringIntoView(id: string): void {
  const { layout } = currentPicture();
  const box = layout.cards.get(id) ?? layout.heads.get(id);
  const view = canvas().view();
  if (!box || view.width === 0) return;
  const inside =
    box.x >= view.x &&
    box.y >= view.y &&
    box.x + box.width <= view.x + view.width &&
    box.y + box.height <= view.y + view.height;
  if (!inside) canvas().show(box);
}

/** Where a new card goes that nobody has given a place: the lane of its kind, the stage at hand. */
function placeFor(kind: ElementKind, map: JourneyMap, layout: MapLayout): Place {
  const lane = lanesOf(map).find((candidate) => candidate.kinds.includes(kind))?.id ?? null;
  return freePlace(layout, lane === null ? null : stageAtHand(layout), lane, widthOf(kind));
}

export function stageAtHand(layout: MapLayout): string | null {
  const selected: MapElement | undefined = selectedElements(editor.getState()).at(-1);
  if (selected?.kind === 'stage') return selected.id;
  if (selected?.stage) return selected.stage;
  const view = canvas().view();
  const visible = layout.columns.find((column) => column.x + column.width / 2 >= view.x);
  return visible?.id ?? layout.columns.at(-1)?.id ?? null;
}

/** One card for each line, stacked in the cell at hand; all of them are one step and selected afterwards. */
export function addLines(titles: readonly string[], kind: Exclude<ElementKind, 'stage'> = 'note'): void {
  const selected = selectedElements(editor.getState()).at(-1);
  const wanted = selected && selected.kind !== 'stage' ? selected.kind : kind;
  const { map } = editor.getState();
  const picture = currentPicture();
  const first =
    selected && selected.kind !== 'stage'
      ? freePlace(picture.layout, selected.stage, selected.lane, widthOf(wanted))
      : placeFor(wanted, map, picture.layout);
  const ids = change(texts()('steps.paste'), (draft) => {
    let { x, y } = first;
    return titles.map((title) => {
      const id = addCard(draft, wanted, { ...first, x, y }, { title, width: widthOf(wanted) });
      const added = draft.elements[id];
      const height = added ? picture.figures.of(JSON.parse(JSON.stringify(added)) as MapElement).height : 0;
      if (first.lane === null) x += widthOf(wanted) + 16;
      else y += height + 12;
      return id;
    });
  });
  if (ids) editor.setState({ selection: ids });
}

export function duplicateSelection(): void {
  const { selection, map } = editor.getState();
  const cards = selection.filter((id) => map.elements[id] && map.elements[id]?.kind !== 'stage');
  const t = texts();
  const ids = change(t('commands.duplicate'), (draft) => duplicate(draft, cards));
  if (ids) editor.setState({ selection: ids });
}
