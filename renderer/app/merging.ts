import { compareMaps, filterComparison } from '../../shared/comparison/difference';
import { countsText } from '../../shared/comparison/markdown';
import { type MergeResult, mergeMaps } from '../../shared/comparison/merge';
import { repairText } from '../../shared/comparison/merge-texts';
import { isCollection, recordAt, sameValue } from '../../shared/comparison/records';
import { readMap } from '../../shared/document/read';
import type { JourneyMap } from '../../shared/document/schema';
import { COLLECTIONS } from '../../shared/document/schema';
import { editor } from '../store/editor';
import { change, endMerge, isUnsaved, NOT_ON_DISK, showMap, shownMap, undo } from '../store/history';
import { languageOf } from '../store/picture';
import { leavePreview } from '../store/preview';
import type { Merging } from '../store/state';
import { texts } from '../store/texts';
import { tell } from '../store/toasts';
import { canvas } from './canvas-port';
import { saveAs, understand } from './files';
import { holdToOpen } from './locks';
import { attempt, call } from './machine';

/** What others wrote to the file that is open is brought together with the map in this window. */

/** Repairs that a toast tells one by one. */
const REPAIRS_TOLD = 3;

/**
 * Merges the file into the map: at once, or after the questions that only the user can answer. False: it can't be
 * merged, and the user was told why.
 */
export async function mergeChangedOutside(): Promise<boolean> {
  leavePreview();
  const shown = shownMap();
  const { file } = editor.getState();
  if (!file) return false;
  const t = texts();
  const elsewhere = { label: t('files.saveElsewhere'), run: () => void saveAs() };
  const base = editor.getState().base ?? (await keptBase(file));
  const now = await attempt('maps.read', { path: file.path });
  const theirs = now && understand(now.text, file.name);
  if (!now || !theirs || shownMap() !== shown) return false;
  if (theirs.readOnly || !base) {
    tell(
      'danger',
      t(theirs.readOnly ? 'dialogs.merge.tooNew' : 'dialogs.merge.noBase', { name: file.name }),
      elsewhere,
    );
    return false;
  }
  const merging: Merging = {
    result: mergeMaps(base, editor.getState().map, theirs.map),
    hash: now.hash,
    writable: now.writable,
  };
  if (merging.result.conflicts.length > 0) editor.setState({ dialog: { name: 'merge', merging } });
  else await applyMerge(merging);
  return true;
}

/** What the file held when the map was read from it may lie beside it as a version. Null: it does not. */
async function keptBase({ path, hash }: { path: string; hash: string }): Promise<JourneyMap | null> {
  try {
    const { versions } = await call('versions.list', { path });
    const same = versions.find((version) => version.hash === hash);
    const read = same && readMap((await call('versions.read', { path, id: same.id })).text);
    return read?.status === 'ok' ? read.map : null;
  } catch {
    return null;
  }
}

/** Makes the map what came of a merge, as one step that can be undone. */
export async function applyMerge(merging: Merging): Promise<void> {
  if (merging.sides) await openMerged(merging.result, merging.sides);
  else takeIn(merging);
}

/** Opens a file that git could not merge with what came of it: undone, the map is our side. */
async function openMerged(result: MergeResult, { name, file }: NonNullable<Merging['sides']>): Promise<void> {
  const held = file ? await holdToOpen(file.path) : { writer: null };
  if (!held) return;
  const { writer } = held;
  const { ours } = result.inputs;
  const state = { file, writer, readOnly: writer !== null, savedStep: NOT_ON_DISK, keptStep: NOT_ON_DISK };
  showMap(writer ? result.map : ours, state);
  const t = texts();
  change(t('steps.merge'), (draft) => replaceDiffering(draft, result.map));
  canvas().fitStart();
  tell('good', [t('gitConflict.merged', { name }), ...repairTexts(result)].join(' '));
}

/** Brings what others wrote into the map; from then on it stands on what the file holds. */
function takeIn({ result: decided, hash, writable }: Merging): void {
  leavePreview();
  endMerge();
  const t = texts();
  const before = editor.getState();
  const { file, readOnly } = before;
  if (!file) return;
  if (readOnly) {
    tell('info', t('files.readOnly'));
    return;
  }
  // What was edited while the questions stood open belongs to ours.
  const { base, theirs } = decided.inputs;
  const result = before.map === decided.inputs.ours ? decided : mergeMaps(base, before.map, theirs, decided.choices);
  const basis = { before: { hash: file.hash, map: base }, after: { hash, map: theirs } };
  change(t('steps.merge'), (draft) => replaceDiffering(draft, result.map), { basis });
  const step = editor.getState().past.at(-1)?.id ?? null;
  editor.setState((state) => ({
    file: { ...file, hash, writable },
    base: theirs,
    ...(sameValue(state.map, theirs) && { savedStep: step }),
  }));
  const takeBack = () => editor.getState().past.at(-1)?.id === step && undo();
  const isNew = editor.getState().map !== before.map;
  tell('good', resultText(before.map, result), isNew ? { label: t('commands.undo'), run: takeBack } : undefined);
}

/** Makes a draft equal to a map. What is the same stays untouched: the step holds what differs only. */
function replaceDiffering(draft: JourneyMap, by: JourneyMap): void {
  const own = draft as unknown as Record<string, unknown>;
  for (const [name, value] of Object.entries(by)) {
    if (!isCollection(name) && !sameValue(own[name], value)) own[name] = value;
  }
  for (const name of Object.keys(own)) if (!Object.hasOwn(by, name)) delete own[name];
  for (const collection of COLLECTIONS) {
    const records = draft[collection] as Record<string, unknown>;
    for (const id of Object.keys(records)) if (!recordAt(by, collection, id)) delete records[id];
    for (const [id, record] of Object.entries(by[collection])) {
      if (!sameValue(recordAt(draft, collection, id), record)) records[id] = record;
    }
  }
}

/** What a merge brought to a map, and what had to be mended. */
function resultText(before: JourneyMap, result: MergeResult): string {
  const t = texts();
  const all = compareMaps(before, result.map, { related: true });
  const major = filterComparison(all, {});
  // Where others only nudged a card, that is the news; that they have saved is none.
  const changes =
    major.changes.length > 0 ? major.changes : all.changes.filter(({ collection }) => collection !== 'map');
  const said =
    changes.length > 0
      ? t(isUnsaved(editor.getState()) ? 'dialogs.merge.done' : 'dialogs.merge.doneAndSaved', {
          counts: countsText({ changes }, t),
        })
      : t('dialogs.merge.nothingNew');
  return [said, ...repairTexts(result)].join(' ');
}

function repairTexts(result: MergeResult): string[] {
  const t = texts();
  const language = languageOf(editor.getState());
  const repairs = result.repairs.slice(0, REPAIRS_TOLD).map((repair) => repairText(repair, result, t, language));
  const more = result.repairs.length - repairs.length;
  return [...repairs, ...(more > 0 ? [t('dialogs.merge.moreRepairs', { count: more })] : [])];
}
