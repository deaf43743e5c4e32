import { splitConflict } from '../../shared/document/conflict-marks';
import { readMap } from '../../shared/document/read';
import { decode } from '../../shared/document/runtime';
import type { JourneyMap } from '../../shared/document/schema';
import { editor } from '../store/editor';
import type { GitConflict } from '../store/state';
import { texts } from '../store/texts';
import { tell } from '../store/toasts';

/** A file that git left with the marks of a conflict is told from a broken one, and its sides are offered. */

/** What git left in a text; null: no conflict. */
export function conflictIn(text: string | Uint8Array, name: string, path: string | null): GitConflict | null {
  const sides = splitConflict(textOf(text));
  if (!sides) return null;
  const { ours, theirs, base } = sides;
  const side = (found: { name: string; text: string }) => ({ name: found.name, map: mapIn(found.text) });
  return { name, path, ours: side(ours), theirs: side(theirs), base: base === null ? null : mapIn(base) };
}

/** Asks what to make of a text with git's marks. False: it has none. */
export function askAboutConflict(text: string | Uint8Array, name: string, path: string | null): boolean {
  const conflict = conflictIn(text, name, path);
  if (!conflict) return false;
  if (conflict.ours.map || conflict.theirs.map) editor.setState({ dialog: { name: 'gitConflict', conflict } });
  else tell('danger', texts()('gitConflict.neither', { name }));
  return true;
}

function mapIn(text: string): JourneyMap | null {
  const read = readMap(text);
  return read.status === 'ok' ? read.map : null;
}

function textOf(text: string | Uint8Array): string {
  try {
    return typeof text === 'string' ? text : decode(text);
  } catch {
    return '';
  }
}
