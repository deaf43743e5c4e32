import type { MapLayout } from '../../shared/scene/layout';
import { editor } from '../store/editor';
import { currentPicture } from '../store/picture';
import { select } from '../store/selection';
import { canvas } from './canvas-port';

/** Stages and cards as one reads them: the heads from left to right, then row by row, each cell from top to bottom. */
export function readingOrder(layout: MapLayout): string[] {
  const rowOf = (y: number) => {
    const index = layout.rows.findIndex((row) => y < row.y + row.height);
    return index < 0 ? layout.rows.length : index;
  };
  const columnOf = (x: number) => {
    const index = layout.columns.findIndex((column) => x < column.x + column.width);
    return index < 0 ? layout.columns.length : index;
  };
  const cards = [...layout.cards].map(([id, box]) => {
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    return { id, box, row: rowOf(middle.y), column: columnOf(middle.x) };
  });
  cards.sort((a, b) => a.row - b.row || a.column - b.column || a.box.y - b.box.y || a.box.x - b.box.x);
  return [...layout.heads.keys(), ...cards.map((card) => card.id)];
}

/** Selects the next or previous card in reading order and brings it into view, with the focus. False: that was the last one. */
export function stepThroughCards(by: 1 | -1): boolean {
  const { layout } = currentPicture();
  const order = readingOrder(layout);
  const { selection } = editor.getState();
  const at = order.indexOf(selection.at(-1) ?? '');
  const next = at < 0 ? (by > 0 ? 0 : order.length - 1) : at + by;
  const id = order[next];
  if (!id) return false;
  select([id]);
  const box = layout.cards.get(id) ?? layout.heads.get(id);
  const view = canvas().view();
  if (
    box &&
    (box.x < view.x ||
      box.y < view.y ||
      box.x + box.width > view.x + view.width ||
      box.y + box.height > view.y + view.height)
  ) {
    canvas().show(box);
  }
  canvas().focus();
  return true;
}
