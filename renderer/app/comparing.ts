import type { Draft, Version } from '../../shared/api/calls';
import { CHANGE_TYPES, type ChangeType } from '../../shared/comparison/changes';
import { stepToChange } from '../../shared/comparison/difference';
import type { JourneyMap } from '../../shared/document/schema';
import { mapOfSide, shownComparisonOf } from '../store/comparison';
import { editor } from '../store/editor';
import { isUnsaved, shownMap } from '../store/history';
import type { ComparedSide, Comparing } from '../store/state';
import { texts } from '../store/texts';
import { tell } from '../store/toasts';
import { showView } from '../store/view';
import { chooseFile } from './file-dialogs';
import { understand } from './files';
import { attempt, call } from './machine';

/** Choosing what is compared with what, and going through the differences. */

export type SideName = 'before' | 'after';

const START: Comparing = { before: null, after: null, types: CHANGE_TYPES, minor: false, current: null, zoom: 1 };

const comparingNow = (): Comparing => editor.getState().comparing ?? START;

function setComparing(values: Partial<Comparing>): void {
  editor.setState({ comparing: { ...comparingNow(), ...values } });
}

/** Begins with the map as it is and what it was before: on disk, where something is unsaved, else the version before. */
export async function beginComparing(): Promise<void> {
  const { before: known, after } = comparingNow();
  if (known) return;
  setComparing({ after: after ?? { from: 'now' } });
  const state = editor.getState();
  if (isUnsaved(state) && state.base) {
    setComparing({ before: { from: 'saved' } });
    return;
  }
  const [, before] = await statesOnDisk();
  const isStillOpen = editor.getState().file?.path === state.file?.path && comparingNow().before === null;
  const side = isStillOpen && before ? await versionSide(before) : null;
  if (side && comparingNow().before === null) setComparing({ before: side });
}

/** The versions of the map, the latest first, one for each state of the file. */
async function statesOnDisk(): Promise<Version[]> {
  const { file } = editor.getState();
  // What can't be listed now is offered as nothing; whoever opens the list hears why.
  const list = file && (await call('versions.list', { path: file.path }).catch(() => null));
  if (list && editor.getState().file?.path === file?.path) editor.setState({ versions: list });
  const versions = list?.versions ?? [];
  return versions.filter(({ hash }, index) => versions.findIndex((other) => other.hash === hash) === index);
}

async function versionSide(version: Version): Promise<ComparedSide | null> {
  const { file } = editor.getState();
  const shown = shownMap();
  const read = file && (await attempt('versions.read', { path: file.path, id: version.id }));
  const map = read && understand(read.text, version.id);
  return map && shownMap() === shown ? { from: 'version', version, map: map.map } : null;
}

export function setSide(name: SideName, side: ComparedSide): void {
  setComparing({ [name]: side, current: null });
}

export async function chooseVersion(name: SideName, version: Version): Promise<void> {
  const side = await versionSide(version);
  if (side) setSide(name, side);
}

/** Takes a file of another map, or another copy of this one. Without a path the user is asked which. */
export async function chooseOtherMap(name: SideName, path?: string): Promise<void> {
  const shown = shownMap();
  const chosen = path ? { path } : await chooseFile('map');
  if (!chosen) return;
  const side = 'path' in chosen ? await fileSide(chosen.path) : sideOf(chosen.bytes, chosen.name, null);
  if (side && shownMap() === shown) setSide(name, side);
}

/** Takes a file that was dropped onto the comparison as what the map is compared with. */
export async function compareDropped(file: File): Promise<void> {
  const side = sideOf(new Uint8Array(await file.arrayBuffer()), file.name, null);
  if (side) setSide('before', side);
}

async function fileSide(path: string): Promise<ComparedSide | null> {
  const file = await attempt('maps.read', { path });
  return file && sideOf(file.text, file.name, file.path);
}

function sideOf(text: string | Uint8Array, name: string, path: string | null): ComparedSide | null {
  const map = understand(text, name);
  return map && { from: 'file', name, path, map: map.map };
}

/** How many versions are looked through for one that shows the other perspective. */
const MOST_LOOKED_THROUGH = 60;

/**
 * As-is against to-be: the latest version of this map that shows the other of the two; where there is none, the user
 * chooses the other map's file. As-is stands at the left.
 */
export async function comparePerspectives(): Promise<void> {
  const state = editor.getState();
  const now = mapOfSide(state, { from: 'now' });
  if (!now) return;
  const shown = shownMap();
  const other = now.perspective === 'as-is' ? 'to-be' : 'as-is';
  const side = (await counterpartOf(now)) ?? (await askForCounterpart(other));
  if (!side || shownMap() !== shown) return;
  const sides: [ComparedSide, ComparedSide] = other === 'as-is' ? [side, { from: 'now' }] : [{ from: 'now' }, side];
  setComparing({ before: sides[0], after: sides[1], current: null });
}

async function counterpartOf(now: JourneyMap): Promise<ComparedSide | null> {
  for (const version of (await statesOnDisk()).slice(0, MOST_LOOKED_THROUGH)) {
    const { file } = editor.getState();
    const read = file && (await call('versions.read', { path: file.path, id: version.id }).catch(() => null));
    const map = read && understand(read.text, version.id);
    if (map && map.map.perspective !== now.perspective) return { from: 'version', version, map: map.map };
  }
  return null;
}

async function askForCounterpart(wanted: JourneyMap['perspective']): Promise<ComparedSide | null> {
  const t = texts();
  tell('info', t('compare.choosePerspective', { perspective: t(`options.perspective.${wanted}`) }));
  const chosen = await chooseFile('map');
  if (!chosen) return null;
  return 'path' in chosen ? fileSide(chosen.path) : sideOf(chosen.bytes, chosen.name, null);
}

export function swapSides(): void {
  const { before, after, current } = comparingNow();
  setComparing({ before: after, after: before, current });
}

/** What has changed since a version. */
export async function compareVersion(version: Version): Promise<void> {
  const before = await versionSide(version);
  if (!before) return;
  setComparing({ before, after: { from: 'now' }, current: null });
  editor.setState({ historyOpen: false });
  showView('compare');
}

/** What was lost, beside what its file holds. False: one of them can't be read, and the user was told why. */
export async function compareDraft({ id, path }: Draft): Promise<boolean> {
  const read = await attempt('drafts.read', { id });
  const lost = read && understand(read.text, read.draft.name);
  const before = lost && path !== null ? await fileSide(path) : null;
  if (!read || !lost || !before) return false;
  setComparing({ before, after: { from: 'draft', draft: read.draft, map: lost.map }, current: null });
  showView('compare');
  return true;
}

/** Shows a type of change, or hides it. */
export function toggleType(type: ChangeType): void {
  const { types } = comparingNow();
  const next = CHANGE_TYPES.filter((one) => (one === type ? !types.includes(one) : types.includes(one)));
  setComparing({ types: next });
}

export const showAllTypes = (): void => setComparing({ types: CHANGE_TYPES });
export const toggleMinor = (): void => setComparing({ minor: !comparingNow().minor });
export const setCompareZoom = (zoom: number): void => setComparing({ zoom });

/** Marks the change that is looked at; null: none. */
export const markChange = (current: string | null): void => setComparing({ current });

/** The change after or before the one that is looked at, round and round; it is marked. Null: there is none. */
export function stepThroughChanges(by: 1 | -1): string | null {
  const shown = shownComparisonOf(editor.getState());
  const next = shown && stepToChange(shown, comparingNow().current, by);
  if (next) markChange(next.id);
  return next?.id ?? null;
}
