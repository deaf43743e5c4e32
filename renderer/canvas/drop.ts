import { addCard } from '../../shared/commands/cards';
import { FORMAT_NAME } from '../../shared/document/schema';
import type { Point } from '../../shared/figures/primitives';
import { isDataName } from '../../shared/metrics/dataset';
import { placeAt } from '../../shared/scene/layout';
import { addAt, boxAround } from '../app/add';
import { canvas } from '../app/canvas-port';
import { openText } from '../app/files';
import { addEntryAt, addOwn, stageAt } from '../app/library';
import { isPicture, putPicture } from '../app/pictures';
import { takeNumbers } from '../dialogs/import/import-file';
import { editor } from '../store/editor';
import { change } from '../store/history';
import { currentPicture } from '../store/picture';
import { texts } from '../store/texts';

const isOverCanvas = (x: number, y: number) => document.elementFromPoint(x, y)?.closest('.journey-canvas') != null;

/** Ends a drag from the palette: over the canvas the card is added there, elsewhere nothing happens. */
export function dropGesture(clientX: number, clientY: number): void {
  const { gesture } = editor.getState();
  editor.setState({ gesture: null });
  if (gesture?.type !== 'add' || !isOverCanvas(clientX, clientY)) return;
  const point = canvas().toMap({ x: clientX, y: clientY });
  if (!gesture.entry) addAt(gesture.kind, point, gesture.persona);
  else if ('values' in gesture.entry) addEntryAt(gesture.entry.values, point);
  else void addOwn(gesture.entry.own, stageAt(point));
}

/** Takes files that are dropped onto the canvas: maps, tables with numbers, pictures. */
export async function dropFiles(files: readonly File[], at: Point): Promise<void> {
  for (const file of files.filter(({ name }) => isDataName(name))) {
    // JSON may be a map or a table: its first characters tell.
    const isMap = /\.json$/i.test(file.name) && (await file.slice(0, 300).text()).includes(FORMAT_NAME);
    return isMap || /\.journey\.json$/i.test(file.name) ? openText(await file.text(), file.name) : takeNumbers(file);
  }
  for (const picture of files.filter(isPicture)) await dropPicture(picture, at);
}

/** A picture goes onto the card below the pointer, or onto a note of its own. */
async function dropPicture(file: File, at: Point): Promise<void> {
  const { layout } = currentPicture();
  const card = [...layout.cards]
    .reverse()
    .find(([, box]) => at.x >= box.x && at.x <= box.x + box.width && at.y >= box.y && at.y <= box.y + box.height);
  const id =
    card?.[0] ??
    change(texts()('steps.picture'), (draft) => addCard(draft, 'note', placeAt(layout, boxAround('note', at))));
  if (id) await putPicture([id], file);
}
