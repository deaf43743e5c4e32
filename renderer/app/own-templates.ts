import type { OwnTemplate } from '../../shared/api/calls';
import type { JourneyMap } from '../../shared/document/schema';
import { writeMap } from '../../shared/document/write';
import { serialiseCards } from '../../shared/interchange/cards-clipboard';
import { asTemplate, startFromOwn } from '../../shared/templates/own';
import { editor } from '../store/editor';
import { currentPicture } from '../store/picture';
import { selectedElements } from '../store/selection';
import { texts } from '../store/texts';
import { tell } from '../store/toasts';
import { understand } from './files';
import { attempt, call, explain } from './machine';

/** What users keep to start from: read, saved, renamed, removed. The list in the state follows what is on disk. */

export async function readOwnTemplates(): Promise<void> {
  const ownTemplates = await attempt('templates.list', {});
  if (ownTemplates) editor.setState({ ownTemplates });
}

/** Keeps the map, or what is selected in it. False: it was not kept, and the user was told why. */
export async function keepTemplate(type: OwnTemplate['type'], title: string): Promise<boolean> {
  const state = editor.getState();
  const { layout } = currentPicture();
  const text =
    type === 'map'
      ? writeMap(asTemplate(state.map))
      : serialiseCards(
          state.map,
          selectedElements(state).map(({ id }) => id),
          (id) => layout.cards.get(id) ?? layout.heads.get(id) ?? null,
        );
  const saved = await attempt('templates.write', { id: null, type, title, text });
  if (!saved) return false;
  await readOwnTemplates();
  tell('good', texts()('library.save.done', { title }));
  return true;
}

export async function renameTemplate({ id, type }: OwnTemplate, title: string): Promise<void> {
  const found = await attempt('templates.read', { id });
  if (found && (await attempt('templates.write', { id, type, title, text: found.text }))) await readOwnTemplates();
}

/** Removes one at once; for a while it can be taken back. */
export async function removeTemplate({ id, type, title }: OwnTemplate): Promise<void> {
  const found = await attempt('templates.read', { id });
  try {
    await call('templates.remove', { id });
  } catch (error) {
    tell('danger', explain(error));
    return;
  }
  await readOwnTemplates();
  const again = async () => {
    if (!found) return;
    await attempt('templates.write', { id: null, type, title, text: found.text });
    await readOwnTemplates();
  };
  tell('info', texts()('library.own.removed', { title }), { label: texts()('commands.undo'), run: () => void again() });
}

/** A new map from a whole map that the user kept; null: it can't be read, and the user was told why. */
export async function mapFromOwn({ id, title: name }: OwnTemplate, title: string): Promise<JourneyMap | null> {
  const found = await attempt('templates.read', { id });
  const map = found && understand(found.text, name);
  return map && startFromOwn(map.map, title || name);
}
