import { writeMap } from '../../shared/document/write';
import { editor } from '../store/editor';
import { isUnsaved, shownMap } from '../store/history';
import { mapNow } from '../store/preview';
import type { EditorState } from '../store/state';
import { texts } from '../store/texts';
import { tell } from '../store/toasts';
import { call, explain } from './machine';
import { revised } from './revised';

/**
 * What is unsaved is kept on disk while it is edited. A draft goes when the file holds the same, or when the user has
 * given the changes up; until then it outlives a crash of window, program or computer.
 */

/** Milliseconds: after the last change, after the first one while changes go on, and until the next try. */
const AFTER_LAST = 1000;
const AT_MOST = 8000;
const RETRY = 5000;
/** The longest that a busy page puts off the writing. */
const IDLE = 500;

/** What tells, beside its being hidden, that a window is left. */
const LEAVING = ['blur', 'beforeunload', 'pagehide'] as const;

/** What a draft was made of. */
type Content = Pick<EditorState, 'map' | 'file'>;

const contentOf = (state: EditorState): Content => ({ map: mapNow(state), file: state.file });
const isSame = (one: Content | null, other: Content) =>
  one?.map === other.map && one.file?.path === other.file?.path && one.file?.hash === other.file?.hash;

let kept: { id: string; content: Content } | null = null;
let planned: Content | null = null;
let firstChange: number | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
/** Time is up, but a gesture is under way. */
let overdue = false;
let failing = false;
let shown = 0;
let last: Promise<unknown> = Promise.resolve();

/** One after the other: a draft on its way must not come after its own removal. */
function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  const mine = last.then(work);
  last = mine.catch(() => undefined);
  return mine;
}

/** From now on what is unsaved is kept. Gives a function that ends it. */
export function keepDrafts(): () => void {
  shown = shownMap();
  const stop = editor.subscribe((state, before) => {
    if (shownMap() !== shown) {
      // Whoever left the map with unsaved changes was asked about them.
      shown = shownMap();
      void giveUpDraft();
    }
    if (overdue && !state.gesture) plan(0);
    if (state.past === before.past && state.savedStep === before.savedStep && state.file === before.file) return;
    if (!isUnsaved(state)) void giveUpDraft();
    else if (!isSame(planned ?? kept?.content ?? null, contentOf(state))) plan(AFTER_LAST);
  });
  // A window that is left may never come back: the system can end it without a word.
  const left = () => {
    if (planned) void writeDraft();
  };
  const hidden = () => document.visibilityState === 'hidden' && left();
  document.addEventListener('visibilitychange', hidden);
  for (const event of LEAVING) window.addEventListener(event, left);
  return () => {
    stop();
    cancel();
    document.removeEventListener('visibilitychange', hidden);
    for (const event of LEAVING) window.removeEventListener(event, left);
  };
}

function plan(wait: number): void {
  const now = Date.now();
  firstChange ??= now;
  planned = contentOf(editor.getState());
  overdue = false;
  clearTimeout(timer);
  timer = setTimeout(due, Math.max(0, Math.min(wait, firstChange + AT_MOST - now)));
}

function cancel(): void {
  clearTimeout(timer);
  planned = null;
  firstChange = null;
  overdue = false;
}

function due(): void {
  if (editor.getState().gesture) overdue = true;
  else if (typeof requestIdleCallback === 'function') requestIdleCallback(() => void writeDraft(), { timeout: IDLE });
  else void writeDraft();
}

/** Writes the draft at once; true: what is unsaved is on disk. */
export function writeDraft(): Promise<boolean> {
  cancel();
  return inTurn(async () => {
    const state = editor.getState();
    if (!isUnsaved(state)) return false;
    const content = contentOf(state);
    if (kept && isSame(kept.content, content)) return true;
    try {
      const { map, file } = content;
      const { id } = await call('drafts.write', {
        path: file?.path ?? null,
        mapId: map.id,
        text: writeMap(revised(map)),
        baseHash: file?.hash ?? null,
      });
      if (kept && kept.id !== id) await removeDraft(kept.id);
      kept = { id, content };
      failing = false;
      return true;
    } catch (error) {
      if (!failing) tell('danger', `${texts()('history.drafts.failed')} ${explain(error)}`);
      failing = true;
      if (!planned) plan(RETRY);
      return false;
    }
  });
}

/** The changes are saved, or the user does without them: the draft goes. */
export function giveUpDraft(): Promise<void> {
  cancel();
  return inTurn(async () => {
    if (!kept) return;
    const { id } = kept;
    kept = null;
    await removeDraft(id);
  });
}

/** A draft that can't be removed is offered once more than needed; nothing is lost by that. */
const removeDraft = (id: string) => call('drafts.remove', { id }).catch(() => null);

/** What another session has left is open here now. It goes as soon as this window has a draft of its own of it. */
export async function adoptDraft(id: string): Promise<void> {
  if ((await writeDraft()) && kept?.id !== id) await removeDraft(id);
}
