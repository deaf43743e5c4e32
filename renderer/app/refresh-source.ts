import { showNumbers } from '../dialogs/import/import-file';
import { editor } from '../store/editor';
import { call } from './machine';

/** Reads a source again from where its file lay on this computer; a file that was moved is asked for. */
export async function refreshSource(source: string): Promise<void> {
  const { map } = editor.getState();
  const place = await call('datasets.place', { mapId: map.id, source }).catch(() => null);
  showNumbers(place, source);
}
