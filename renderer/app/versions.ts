import type { Version } from '../../shared/api/calls';
import { createId } from '../../shared/document/ids';
import type { JourneyMap } from '../../shared/document/schema';
import { writeMap } from '../../shared/document/write';
import { editor } from '../store/editor';
import { change, isUnsaved, NOT_ON_DISK, showMap } from '../store/history';
import { leavePreview, showPreview } from '../store/preview';
import { texts } from '../store/texts';
import { tell } from '../store/toasts';
import { canvas } from './canvas-port';
import { settleUnsaved, understand } from './files';
import { attempt } from './machine';
import { changesSinceVersion, keepVersion, loadVersions } from './versions-keep';

/** Looking at versions, and going back to one. */

/** Puts a version on the canvas, to look at. */
export async function previewVersion(version: Version): Promise<void> {
  const { file } = editor.getState();
  if (!file) return;
  const read = await attempt('versions.read', { path: file.path, id: version.id });
  const map = read && understand(read.text, versionName(version));
  if (editor.getState().file?.path !== file.path) return;
  if (map) showPreview(version, map.map);
  // It may have been damaged since the list was read: the list says so then.
  else await loadVersions();
}

/**
 * Makes the map what the version on the canvas is, as one step that can be undone, and a version of its own. What the
 * map was before is kept as a version first, where none holds it yet.
 */
export async function restoreVersion(): Promise<void> {
  const { preview, map: then, file } = editor.getState();
  if (!preview || !file) return;
  leavePreview();
  const t = texts();
  const { number } = preview.version;
  const state = editor.getState();
  if (state.readOnly) return;
  const isKept = !isUnsaved(state) && state.versions?.versions.some(({ hash }) => hash === file.hash);
  const before = {
    path: file.path,
    text: writeMap(state.map),
    label: t('history.versions.beforeRestoring', { number }),
    note: null,
    changes: changesSinceVersion(state),
    automatic: true,
  };
  if (!isKept && !(await keepVersion(before))) return;
  // The map may have gone while the version was kept.
  if (editor.getState().map !== state.map) return;
  editor.setState({ keptStep: state.past.at(-1)?.id ?? null });
  change(t('history.versions.restoreStep', { number }), (draft) => replace(draft, then), { select: [] });
  tell('good', t('history.versions.restored', { number }));
  const after = editor.getState();
  if (after.map === state.map) return;
  const step = after.past.at(-1)?.id ?? null;
  const label = t('history.versions.restoredFrom', { number });
  const isRestoredKept = await keepVersion({ ...before, text: writeMap(after.map), label, changes: 1 });
  if (isRestoredKept && editor.getState().past.some(({ id }) => id === step)) editor.setState({ keptStep: step });
}

/** All of a map but what tells it from others. */
function replace(draft: JourneyMap, by: JourneyMap): void {
  const { id, revision, revisedOn } = draft;
  const rest = draft as Partial<JourneyMap>;
  for (const key of Object.keys(rest) as (keyof JourneyMap)[]) delete rest[key];
  Object.assign(draft, by, { id, revision, revisedOn });
}

/** Opens the version on the canvas as a map of its own, without a file. */
export async function openVersionCopy(): Promise<void> {
  const { preview, map } = editor.getState();
  if (!preview) return;
  leavePreview();
  if (!(await settleUnsaved())) return;
  showMap({ ...map, id: createId() }, { savedStep: NOT_ON_DISK });
  canvas().fitStart();
}

const versionName = ({ path }: Version) => path.split(/[\\/]/).at(-1) ?? path;
