import { mergeMaps } from '../../shared/comparison/merge';
import { emptyMap } from '../../shared/document/create';
import { editor } from '../store/editor';
import { NOT_ON_DISK, showMap } from '../store/history';
import type { GitConflict } from '../store/state';
import { texts } from '../store/texts';
import { tell } from '../store/toasts';
import { canvas } from './canvas-port';
import { settleUnsaved, showFile } from './files';
import { conflictIn } from './git-conflict';
import { holdToOpen } from './locks';
import { attempt } from './machine';
import { applyMerge } from './merging';

/** What the user makes of a file that git could not merge. Nothing is written before the next save. */

/** Opens the map of one side, as unsaved changes of the file. */
export async function openSide(conflict: GitConflict, side: 'ours' | 'theirs'): Promise<void> {
  const now = await readAgain(conflict);
  const map = now?.conflict[side].map;
  if (!now || !map) return;
  const held = conflict.path === null ? { writer: null } : await holdToOpen(conflict.path);
  if (!held) return;
  const { writer } = held;
  showMap(map, { file: now.file, writer, readOnly: writer !== null, savedStep: NOT_ON_DISK, keptStep: NOT_ON_DISK });
  canvas().fitStart();
  tell('info', texts()('gitConflict.opened', { name: conflict.name }));
}

/** Merges both sides, after the questions that only the user can answer. */
export async function mergeSides(conflict: GitConflict): Promise<void> {
  const now = await readAgain(conflict);
  if (!now) return;
  const { ours, theirs, base } = now.conflict;
  if (!ours.map || !theirs.map) return;
  // Without the state before, nobody knows who changed what: whatever differs is asked, and nothing is left out.
  const start = base ?? { ...emptyMap({ language: ours.map.language }), id: ours.map.id };
  const merging = {
    result: mergeMaps(start, ours.map, theirs.map),
    hash: now.file?.hash ?? '',
    writable: now.file?.writable ?? true,
    sides: { name: conflict.name, file: now.file, ours: ours.name, theirs: theirs.name },
  };
  if (merging.result.conflicts.length > 0) editor.setState({ dialog: { name: 'merge', merging } });
  else await applyMerge(merging);
}

/** The file may have been settled elsewhere since the question was asked: then it is opened as it is. */
async function readAgain(conflict: GitConflict) {
  if (!(await settleUnsaved())) return null;
  const { path } = conflict;
  if (path === null) return { conflict, file: null };
  const read = await attempt('maps.read', { path });
  if (!read) return null;
  const { text, ...file } = read;
  const found = conflictIn(text, read.name, path);
  if (found) return { conflict: found, file };
  const held = await holdToOpen(path);
  if (held) await showFile(path, held.writer);
  return null;
}
