/** One of the two states that git left in a file. */
export interface ConflictSide {
  /** What git calls it: a branch, a commit; empty where it says nothing. */
  name: string;
  text: string;
}

export interface ConflictSides {
  ours: ConflictSide;
  theirs: ConflictSide;
  /** What both started from; null: git did not write it down (it does with `merge.conflictStyle diff3`). */
  base: string | null;
}

const MARK = /^(<{7}|\|{7}|={7}|>{7})(?: (.*))?$/;

/** Whether a text has lines that git puts around what it could not merge. In a map's JSON no line can look like one. */
export const hasConflictMarks = (text: string): boolean =>
  /^<{7}(?: |\r?$)/m.test(text) && /^>{7}(?: |\r?$)/m.test(text);

/**
 * Takes a file apart that git left with the marks of a conflict: what stands between them belongs to a side, the rest to
 * all. Null: there are no marks, or they do not fit together.
 */
export function splitConflict(text: string): ConflictSides | null {
  if (!hasConflictMarks(text)) return null;
  const lines = { ours: [] as string[], base: [] as string[], theirs: [] as string[] };
  const names = { ours: '', theirs: '' };
  let within: keyof typeof lines | null = null;
  let hasBase = true;
  let sawBase = false;
  for (const line of text.split('\n')) {
    const [, mark, name = ''] = MARK.exec(line.replace(/\r$/, '')) ?? [];
    if (mark === undefined) {
      for (const side of within ? [within] : (['ours', 'base', 'theirs'] as const)) lines[side].push(line);
    } else if (mark.startsWith('<') && within === null) {
      [within, sawBase] = ['ours', false];
      names.ours ||= name;
    } else if (mark.startsWith('|') && within === 'ours') {
      [within, sawBase] = ['base', true];
    } else if (mark.startsWith('=') && within !== null && within !== 'theirs') {
      within = 'theirs';
      hasBase &&= sawBase;
    } else if (mark.startsWith('>') && within === 'theirs') {
      within = null;
      names.theirs ||= name;
    } else return null;
  }
  if (within !== null) return null;
  const side = (which: 'ours' | 'theirs') => ({ name: names[which], text: lines[which].join('\n') });
  return { ours: side('ours'), theirs: side('theirs'), base: hasBase ? lines.base.join('\n') : null };
}
