import { placeCards } from '../../shared/commands/cards';
import type { Box, Point } from '../../shared/figures/primitives';
import { enclose, placeAt, pointOf } from '../../shared/scene/layout';
import { snapBox } from '../../shared/scene/snapping';
import { editor } from '../store/editor';
import { change } from '../store/history';
import { currentPicture } from '../store/picture';
import { texts } from '../store/texts';
import { modifiers } from './modifiers';

/** On the screen, how near an edge must come to be drawn in. */
const REACH = 6;

let dragging = false;
let givenUp = false;

// Every press begins anew, whatever became of the drag before it.
window.addEventListener(
  'pointerdown',
  () => {
    dragging = false;
    givenUp = false;
  },
  { capture: true },
);

/** A drag lives in the window's state until it ends: then it becomes one step of the history. */
export const dragCards = {
  move(moved: readonly { id: string; position: Point }[]): void {
    const { gesture, zoom, preferences } = editor.getState();
    if (gesture === null && dragging) givenUp = true;
    if (givenUp) return;
    dragging = true;
    const { layout } = currentPicture();
    const boxes = new Map<string, Box>();
    for (const { id, position } of moved) {
      const box = layout.cards.get(id);
      if (box) boxes.set(id, { ...box, ...position });
    }
    if (boxes.size === 0) return;
    const around = enclose(boxes.values());
    const others = [...layout.cards].filter(([id, box]) => !boxes.has(id) && isNear(box, around)).map(([, box]) => box);
    const snap =
      preferences.snap && !modifiers.free ? snapBox(around, others, REACH / zoom) : { by: { x: 0, y: 0 }, guides: [] };
    for (const [id, box] of boxes) boxes.set(id, { ...box, x: box.x + snap.by.x, y: box.y + snap.by.y });
    const landing =
      boxes.size > 30 ? [] : [...boxes.values()].map((box) => ({ ...box, ...pointOf(layout, placeAt(layout, box)) }));
    editor.setState({ gesture: { type: 'move', boxes, landing, guides: snap.guides } });
  },
  end(): void {
    const { gesture } = editor.getState();
    dragging = false;
    givenUp = false;
    if (gesture?.type !== 'move') return;
    editor.setState({ gesture: null });
    const { layout } = currentPicture();
    change(texts()('steps.move'), (draft) =>
      placeCards(
        draft,
        [...gesture.boxes].map(([id, box]) => [id, placeAt(layout, box)] as const),
      ),
    );
  },
};

/** Only what is about in sight can draw a card in. */
const isNear = (box: Box, other: Box) => Math.abs(box.x - other.x) < 1600 && Math.abs(box.y - other.y) < 1200;
