import { applyPatches, enablePatches, produceWithPatches } from 'immer';
import type { JourneyMap } from '../../shared/document/schema';
import { initialOverlay } from '../../shared/metrics/overlay-settings';
import { editor, initialState } from './editor';
import { type Basis, type EditorState, LASTS_WITH, type Step } from './state';

enablePatches();

/** As `savedStep`: no step that is or ever was makes the map the one on disk. */
export const NOT_ON_DISK = 0;

let nextStep = NOT_ON_DISK + 1;

export interface ChangeOptions {
  /** Joins the step before it where that has the same key. */
  merge?: string;
  /** What is selected afterwards; without it, what is still there of the selection. */
  select?: readonly string[];
  /** The file's state that the change takes in; undone, the map stands on the one before again. */
  basis?: Step['basis'];
}

/**
 * The one way to change the map: a recipe on a draft, which becomes one step of the history. A recipe that changes
 * nothing leaves no step. Gives what the recipe gives. A read-only map stays as it is.
 */
export function change<Result>(
  label: string,
  recipe: (draft: JourneyMap) => Result,
  options: ChangeOptions = {},
): Result | undefined {
  const state = editor.getState();
  if (state.readOnly) return undefined;
  let result: Result | undefined;
  const [map, patches, inverse] = produceWithPatches(state.map, (draft) => {
    result = recipe(draft as JourneyMap);
  });
  if (patches.length === 0) {
    if (options.select) editor.setState({ selection: options.select });
    return result;
  }
  const selectionAfter = options.select ?? state.selection.filter((id) => id in map.elements || id in map.connections);
  const last = state.past.at(-1);
  const joins = options.merge !== undefined && last?.merge === options.merge && state.future.length === 0;
  const step: Step = joins
    ? {
        ...last,
        id: nextStep++,
        patches: [...last.patches, ...patches],
        inverse: [...inverse, ...last.inverse],
        selectionAfter,
      }
    : {
        id: nextStep++,
        label,
        patches,
        inverse,
        selectionBefore: state.selection,
        selectionAfter,
        merge: options.merge ?? null,
        ...(options.basis && { basis: options.basis }),
      };
  editor.setState({
    map,
    past: [...(joins ? state.past.slice(0, -1) : state.past), step],
    future: [],
    selection: selectionAfter,
    ...(options.basis && standOn(state, options.basis.before, options.basis.after)),
  });
  return result;
}

/**
 * Without what others wrote, the map must not go over it unasked: the next save expects the bytes that the map stands
 * on. Where the file has been written since, that stays.
 */
function standOn({ file }: EditorState, from: Basis, to: Basis): Partial<EditorState> {
  return file?.hash === from.hash ? { file: { ...file, hash: to.hash }, base: to.map } : {};
}

/** Ends a step that further typing would join. */
export function endMerge(): void {
  const { past } = editor.getState();
  const last = past.at(-1);
  if (last?.merge) editor.setState({ past: [...past.slice(0, -1), { ...last, merge: null }] });
}

/** Takes the last step back; a gesture under way is given up instead. */
export function undo(): void {
  const state = editor.getState();
  const { map, past, future, readOnly, gesture } = state;
  const step = past.at(-1);
  if (gesture) {
    editor.setState({ gesture: null });
    return;
  }
  if (!step || readOnly) return;
  editor.setState({
    map: applyPatches(map, step.inverse),
    past: past.slice(0, -1),
    future: [...future, { ...step, merge: null }],
    selection: step.selectionBefore,
    editing: null,
    ...(step.basis && standOn(state, step.basis.after, step.basis.before)),
  });
}

/** Does the last step that was taken back again. */
export function redo(): void {
  const state = editor.getState();
  const { map, past, future, readOnly } = state;
  const step = future.at(-1);
  if (!step || readOnly) return;
  editor.setState({
    map: applyPatches(map, step.patches),
    past: [...past, step],
    future: future.slice(0, -1),
    selection: step.selectionAfter,
    editing: null,
    ...(step.basis && standOn(state, step.basis.before, step.basis.after)),
  });
}

/** How far the history had come, to bail to. */
export interface Mark {
  depth: number;
  future: readonly Step[];
}

/** Ends what is being merged, so that whatever follows can be told apart and given up. */
export function mark(): Mark {
  endMerge();
  const { past, future } = editor.getState();
  return { depth: past.length, future };
}

/** Gives up all that was done since a mark, without a trace: what could be done again before can be done again. */
export function bail(to: Mark): void {
  while (editor.getState().past.length > to.depth) undo();
  editor.setState({ future: to.future });
}

const ofTheMap = Object.fromEntries(
  Object.entries(initialState).filter(([name]) => LASTS_WITH[name as keyof EditorState] === 'map'),
) as Partial<EditorState>;

let shown = 0;

/** Another number for each map that is shown: tells after a wait whether the map is still the one from before. */
export const shownMap = (): number => shown;

/** Shows another map with a history of its own: nothing that belonged to the last one stays. */
export function showMap(map: JourneyMap, values: Partial<EditorState> = {}): void {
  shown++;
  // The same file anew, because somebody else has written it, takes nobody away from what they look at.
  const before = editor.getState();
  const isSame = map.id === before.map.id && values.file?.path === before.file?.path;
  const view = isSame ? {} : { view: 'map' as const };
  editor.setState({
    ...ofTheMap,
    ...view,
    map,
    overlay: initialOverlay(map),
    ...values,
  });
}

/** Whether the map differs from what is on disk; a step taken back to the saved one makes it saved again. */
export const isUnsaved = (state: Pick<EditorState, 'past' | 'savedStep'>) =>
  (state.past.at(-1)?.id ?? null) !== state.savedStep;
