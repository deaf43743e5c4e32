import { placeForNew } from '../../shared/commands/arrange';
import { addCard } from '../../shared/commands/cards';
import { CARD_WIDTH, createElement } from '../../shared/document/create';
import type { MapElement } from '../../shared/document/schema';
import type { Point } from '../../shared/figures/primitives';
import { parseCards } from '../../shared/interchange/cards-clipboard';
import { addKeptCards, addTouchpoints } from '../../shared/library/place-cards';
import { type TouchpointId, touchpointValues } from '../../shared/library/touchpoints';
import { columnAt, enclose } from '../../shared/scene/layout';
import { editor } from '../store/editor';
import { change } from '../store/history';
import { currentPicture } from '../store/picture';
import { texts } from '../store/texts';
import { tell } from '../store/toasts';
import { bringIntoView, stageAtHand } from './add';
import { canvas } from './canvas-port';
import { attempt } from './machine';
import { setPreferences } from './preferences';

/** Cards from the library: touchpoints of the field, and cards that users kept. */

export function openLibrary(): void {
  if (!editor.getState().preferences.leftPanel) setPreferences(() => ({ leftPanel: true }));
  if (editor.getState().libraryOpen) document.querySelector<HTMLElement>('.library-search input')?.focus();
  else editor.setState({ libraryOpen: true });
}

/** The stage below a point of the map; null where it has none. */
export const stageAt = (point: Point): string | null => columnAt(currentPicture().layout, point.x)?.id ?? null;

/** Adds entries to a stage (null: the one at hand) as one step; gives the ids of the cards. */
export function addEntries(ids: readonly TouchpointId[], stage: string | null): readonly string[] {
  const t = texts();
  const { layout, figures } = currentPicture();
  const values = ids.map((id) => touchpointValues(id, t));
  const into = stage ?? stageAtHand(layout);
  return added(change(t('library.step'), (draft) => addTouchpoints(draft, values, into, layout, figures.of)));
}

/** Adds a touchpoint with its texts where it was dropped, its centre below the pointer. */
export function addEntryAt(values: Partial<MapElement>, point: Point): void {
  const { layout, figures } = currentPicture();
  const { height } = figures.of(createElement('touchpoint', { ...(values as object), width: CARD_WIDTH, order: 'a0' }));
  const box = { x: point.x - CARD_WIDTH / 2, y: point.y - height / 2, width: CARD_WIDTH, height };
  const id = change(texts()('library.step'), (draft) =>
    addCard(draft, 'touchpoint', placeForNew(layout, box), { ...values, width: CARD_WIDTH }),
  );
  added(id ? [id] : undefined);
}

/** Adds cards that the user kept to a stage (null: the one at hand) as one step; gives their ids. */
export async function addOwn(id: string, stage: string | null): Promise<readonly string[]> {
  const found = await attempt('templates.read', { id });
  if (!found) return [];
  const kept = parseCards(found.text);
  if (!kept) {
    tell('danger', texts()('library.own.unreadable', { title: found.template.title }));
    return [];
  }
  const { layout, figures } = currentPicture();
  const into = stage ?? stageAtHand(layout);
  return added(change(texts()('library.step'), (draft) => addKeptCards(draft, kept, into, layout, figures.of)));
}

/** New cards are selected, and seen. */
function added(ids: readonly string[] | undefined): readonly string[] {
  if (!ids || ids.length === 0) return [];
  editor.setState({ selection: ids });
  const [only] = ids;
  const { layout } = currentPicture();
  const boxes = ids.map((id) => layout.cards.get(id)).filter((box) => box !== undefined);
  if (ids.length === 1 && only) bringIntoView(only);
  else if (boxes.length > 0) {
    const around = enclose(boxes);
    const view = canvas().view();
    const isSeen =
      view.width === 0 ||
      (around.x >= view.x &&
        around.y >= view.y &&
        around.x + around.width <= view.x + view.width &&
        around.y + around.height <= view.y + view.height);
    if (!isSeen) canvas().show(around);
  }
  return ids;
}
