import type { LockHolder } from '../../shared/api/calls';
import { FaultError } from '../../shared/api/faults';
import { readMap } from '../../shared/document/read';
import type { JourneyMap } from '../../shared/document/schema';
import type { StageModel } from '../../shared/document/templates';
import { mapFromModel } from '../../shared/document/templates';
import { writeMap } from '../../shared/document/write';
import type { Language } from '../../shared/language/translator';
import { editor } from '../store/editor';
import { endMerge, isUnsaved, showMap, shownMap } from '../store/history';
import { languageOf } from '../store/picture';
import { leavePreview } from '../store/preview';
import { texts } from '../store/texts';
import { tell } from '../store/toasts';
import { canvas } from './canvas-port';
import { chooseFile, chooseTarget } from './file-dialogs';
import { askAboutConflict } from './git-conflict';
import { askInUse, holdToOpen, holdToWrite, release, takeOver } from './locks';
import { attempt, call, explain } from './machine';
import { revised } from './revised';
import { changesSinceVersion, keepFile, keepVersion, type VersionName } from './versions-keep';

/** Opening, saving and starting maps. */

export const MAP_EXTENSION = '.journey.json';

let afterUnsaved: ((goOn: boolean) => void) | null = null;

/** The dialog about unsaved changes calls this: go on (saved or given up), or stay. */
export function answerUnsaved(goOn: boolean): void {
  if (editor.getState().dialog?.name === 'unsaved') editor.setState({ dialog: null });
  const waiting = afterUnsaved;
  afterUnsaved = null;
  waiting?.(goOn);
}

/** Asks about unsaved changes before the map gives way to another; false: the user wants to stay. */
export async function settleUnsaved(): Promise<boolean> {
  if (!isUnsaved(editor.getState())) return true;
  afterUnsaved?.(false);
  editor.setState({ dialog: { name: 'unsaved' } });
  return new Promise((resolve) => {
    afterUnsaved = resolve;
  });
}

export const newMap = (model: StageModel, language: Language, title: string): Promise<void> =>
  startFrom(mapFromModel(model, language, title));

/** Shows a map that has no file yet, after what is unsaved has been settled. */
export async function startFrom(map: JourneyMap): Promise<void> {
  if (!(await settleUnsaved())) return;
  showMap(map);
  canvas().fitStart();
}

export async function openMap(path?: string): Promise<void> {
  if (!(await settleUnsaved())) return;
  const chosen = path ? { path } : await chooseFile('map');
  if (!chosen) return;
  if ('path' in chosen) await openPath(chosen.path);
  else showText(chosen.bytes, chosen.name);
}

/** Opens a map, which only a file in use elsewhere raises a question about; false: it is not open. */
export async function openPath(path: string): Promise<boolean> {
  const held = await holdToOpen(path);
  if (!held) return false;
  const opened = await showFile(path, held.writer);
  if (!opened && !held.writer && editor.getState().file?.path !== path) release(path);
  return opened;
}

/** Shows what a file holds now; false: it could not be read, and the user was told why. */
export async function showFile(path: string, writer: LockHolder | null): Promise<boolean> {
  const file = await attempt('maps.read', { path });
  if (!file || askAboutConflict(file.text, file.name, file.path)) return false;
  const map = understand(file.text, file.name);
  if (!map) return false;
  const { text: _, ...openFile } = file;
  const isNew = editor.getState().file?.path !== file.path;
  showMap(map.map, { file: openFile, base: map.map, readOnly: map.readOnly || writer !== null, writer });
  if (map.readOnly) tell('info', texts()('files.tooNew', { name: file.name }));
  else if (!file.writable) tell('info', texts()('files.notWritable', { name: file.name }));
  if (isNew) canvas().fitStart();
  const recents = await attempt('recents.list', {});
  if (recents) editor.setState({ recents });
  return true;
}

/** Opens a map that was dropped or uploaded: it has no file of ours yet. */
export async function openText(text: string | Uint8Array, name: string): Promise<void> {
  if (await settleUnsaved()) showText(text, name);
}

function showText(text: string | Uint8Array, name: string): void {
  if (askAboutConflict(text, name, null)) return;
  const map = understand(text, name);
  if (!map) return;
  showMap(map.map, { readOnly: map.readOnly });
  canvas().fitStart();
}

export async function openSample(language = languageOf(editor.getState())): Promise<void> {
  const sample = await attempt('maps.sample', { language });
  const map = sample && understand(sample.text, '');
  if (!map) return;
  showMap(map.map);
  canvas().fitStart();
}

/** Reads a map's text; tells the user why where it can't be shown. */
export function understand(text: string | Uint8Array, name: string): { map: JourneyMap; readOnly: boolean } | null {
  const t = texts();
  const result = readMap(text);
  switch (result.status) {
    case 'ok':
      return { map: result.map, readOnly: false };
    case 'too-new':
      if (result.map) return { map: result.map, readOnly: true };
      tell('danger', t('files.tooNewToShow', { name }));
      return null;
    case 'not-json':
      if (result.conflict) tell('danger', t('gitConflict.inTheWay', { name }));
      else tell('danger', t('files.notJson', { name, detail: result.detail }));
      return null;
    case 'not-a-map':
      tell('danger', t('files.notAMap', { name }));
      return null;
    case 'too-large':
      tell('danger', t('files.tooLarge', { name }));
      return null;
    case 'damaged':
      tell('danger', t('files.damaged', { name, path: result.fault.path || '/' }));
      return null;
  }
}

/** The write under way. Others wait for it: they must know the file that it leaves. */
let writing: Promise<boolean> | null = null;

/** Saves to the map's file, or asks for one. True: saved and verified. */
export async function save(version: VersionName | null = null): Promise<boolean> {
  const shown = shownMap();
  while (writing) await writing;
  if (shownMap() !== shown) return false;
  leavePreview();
  const { file, readOnly, writer } = editor.getState();
  if (writer && file) {
    const choice = await askInUse({ file: file.name, by: writer, purpose: 'save' });
    if (choice === 'elsewhere') return saveAs(version);
    if (choice !== 'takeOver' || !(await takeBack())) return false;
    // Whoever only looked has nothing to write: the file stays as it is.
    return version || isUnsaved(editor.getState()) ? save(version) : true;
  }
  if (readOnly) {
    tell('info', texts()('files.readOnly'));
    return false;
  }
  if (!file?.writable) return saveAs(version);
  return write(file.path, file.hash, version);
}

/**
 * Makes this window the writer of the file that it shows. What the file holds by now is shown where nothing is unsaved
 * here; otherwise the next save finds the difference and asks.
 */
export async function takeBack(): Promise<boolean> {
  const { file } = editor.getState();
  if (!file || !(await takeOver(file.path))) return false;
  if (!isUnsaved(editor.getState())) return openPath(file.path);
  editor.setState({ writer: null, readOnly: false });
  return true;
}

export async function saveAs(version: VersionName | null = null): Promise<boolean> {
  leavePreview();
  const { map, file, readOnly, writer } = editor.getState();
  if (readOnly && !writer) {
    tell('info', texts()('files.readOnly'));
    return false;
  }
  const suggestedName = file?.name ?? `${fileName(map.title) || texts()('files.untitled')}${MAP_EXTENSION}`;
  const path = await chooseTarget('map', suggestedName, MAP_EXTENSION);
  return path ? write(path, null, version) : false;
}

/** Writes over a file that somebody else has changed; the user was asked. */
export const overwrite = () => write(editor.getState().file?.path ?? '', null);

async function write(path: string, expectedHash: string | null, version: VersionName | null = null): Promise<boolean> {
  const map = shownMap();
  while (writing) await writing;
  if (shownMap() !== map) return false;
  writing = writeNow(path, expectedHash, version);
  try {
    return await writing;
  } finally {
    writing = null;
  }
}

async function writeNow(path: string, expectedHash: string | null, version: VersionName | null): Promise<boolean> {
  const shown = shownMap();
  endMerge();
  const { map, past, future, writer, file } = editor.getState();
  const next = revised(map);
  const text = writeMap(next);
  const isElsewhere = file?.path !== path;
  const step = past.at(-1)?.id ?? null;
  let held = true;
  editor.setState({ saving: true });
  try {
    if (isElsewhere) held = await holdToWrite(path);
    const isFileKept = await keepFile(path);
    const { keptStep } = editor.getState();
    const changes = isElsewhere || shownMap() !== shown ? null : changesSinceVersion({ past, future, keptStep });
    const saved = await call('maps.write', { path, text, expectedHash });
    // What was edited while the file was written stays, and stays unsaved. Another map has no part in this file.
    if (shownMap() === shown) {
      const { revision, revisedOn } = next;
      editor.setState((state) => ({
        ...(state.preview
          ? { preview: { ...state.preview, now: { ...state.preview.now, revision, revisedOn } } }
          : { map: { ...state.map, revision, revisedOn } }),
        savedStep: step,
        file: { ...saved, writable: true },
        base: next,
        // Saved elsewhere, the map is nobody else's.
        ...(isElsewhere && writer && !state.preview && { readOnly: false }),
        ...(isElsewhere && { writer: null }),
      }));
    }
    const isKept = await keepVersion({
      path: saved.path,
      text,
      changes,
      label: version?.label || null,
      note: version?.note || null,
      automatic: version === null,
    });
    if (isKept && shownMap() === shown) editor.setState({ keptStep: step });
    if (isKept && !isFileKept) tell('danger', texts()('history.versions.beforeNotKept'));
    const recents = await attempt('recents.list', {});
    if (recents) editor.setState({ recents });
    return true;
  } catch (error) {
    if (isElsewhere && held) release(path);
    if (error instanceof FaultError && error.fault.code === 'changed-outside' && shownMap() === shown) {
      editor.setState({ dialog: { name: 'changedOutside' } });
    } else {
      const t = texts();
      tell('danger', `${t('files.saveFailed')} ${explain(error)}`, {
        label: t('files.saveElsewhere'),
        run: () => void saveAs(),
      });
    }
    return false;
  } finally {
    editor.setState({ saving: false });
  }
}

/** A title as a file name: without what some system forbids. */
const fileName = (title: string) =>
  title
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .slice(0, 120);
