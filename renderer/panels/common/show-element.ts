import { enclose } from '../../../shared/scene/layout';
import { canvas } from '../../app/canvas-port';
import { editor } from '../../store/editor';
import { currentPicture } from '../../store/picture';
import { select } from '../../store/selection';
import { showView } from '../../store/view';

/** Selects an element or a connection and brings it into view on the map. */
export function showOnMap(id: string): void {
  showView('map');
  select([id]);
  const { layout } = currentPicture();
  const connection = editor.getState().map.connections[id];
  const ids = connection ? [connection.from, connection.to] : [id];
  const boxes = ids.map((each) => layout.cards.get(each) ?? layout.heads.get(each)).filter((box) => box !== undefined);
  // On a hidden row there is nothing to show.
  if (boxes.length > 0) canvas().show(enclose(boxes));
}
