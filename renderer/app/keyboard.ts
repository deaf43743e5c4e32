import { shift } from '../../shared/commands/arrange';
import { placeCards } from '../../shared/commands/cards';
import { matchesKey } from '../../shared/commands/keys';
import { COMMANDS, type CommandId } from '../../shared/commands/table';
import { editor } from '../store/editor';
import { change, endMerge } from '../store/history';
import { currentPicture } from '../store/picture';
import { leavePreview } from '../store/preview';
import { select, selectedCards } from '../store/selection';
import { texts } from '../store/texts';
import { canvas } from './canvas-port';
import { runCommand } from './run';

export const isMac = () => /mac/i.test(navigator.platform);

/** These arrive as events of the clipboard, which give access to it without asking. */
const BY_CLIPBOARD: ReadonlySet<CommandId> = new Set(['cut', 'copy', 'paste']);
/** These hold while a field has the focus, too. */
const EVEN_IN_FIELDS: ReadonlySet<CommandId> = new Set([
  'save',
  'saveAs',
  'saveVersion',
  'openMap',
  'exportMap',
  'printMap',
  'commandPalette',
  'find',
  'preferences',
  'nextArea',
  'previousArea',
]);

const STEP = 4;
const LARGE_STEP = 32;
const ARROWS: Record<string, { x: number; y: number }> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** Sliders, boxes and lists have the focus like a field, but nobody types a text into them. */
const takesText = (target: EventTarget | null): boolean =>
  !(target instanceof HTMLSelectElement) &&
  !(target instanceof HTMLInputElement && /^(range|checkbox|radio|button)$/.test(target.type));

/** Whether a control other than the canvas would do something with the key itself. */
function usesKey(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement) || target.closest('.react-flow')) return false;
  if (target.closest('[role="radiogroup"], [role="group"], [role="menu"], [role="listbox"]') && key.startsWith('Arrow'))
    return true;
  return /^(Enter| )$/.test(key) && target.closest('button, a, [role="button"]') !== null;
}

/** The keys of the app; gives a function that ends the listening. */
export function listenToKeys(): () => void {
  const press = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const { dialog, gesture, view } = editor.getState();
    if (event.key === 'Escape' && gesture) {
      editor.setState({ gesture: null });
      return;
    }
    if (dialog) return;
    const inField = isField(event.target);
    const isHeldBack = inField && (takesText(event.target) || !(event.ctrlKey || event.metaKey || event.altKey));
    for (const command of COMMANDS) {
      if (isHeldBack && !EVEN_IN_FIELDS.has(command.id)) continue;
      if (!command.keys.some((keys) => matchesKey(keys, event, isMac()))) continue;
      // A letter pressed elsewhere must not put a card onto a map that nobody sees.
      if (command.onMap && view !== 'map' && !(event.ctrlKey || event.metaKey)) continue;
      if (BY_CLIPBOARD.has(command.id) || usesKey(event.target, event.key)) return;
      if (runCommand(command.id)) event.preventDefault();
      else if (event.ctrlKey || event.metaKey) event.preventDefault();
      return;
    }
    if (inField || event.ctrlKey || event.metaKey || event.altKey || usesKey(event.target, event.key)) return;
    if (view !== 'map') return;
    if (event.key === 'Escape') {
      leavePreview();
      select([]);
    }
    const arrow = ARROWS[event.key];
    if (arrow && nudge(arrow, event.shiftKey ? LARGE_STEP : STEP)) event.preventDefault();
  };
  const release = (event: KeyboardEvent) => {
    if (event.key in ARROWS) endMerge();
  };
  window.addEventListener('keydown', press);
  window.addEventListener('keyup', release);
  return () => {
    window.removeEventListener('keydown', press);
    window.removeEventListener('keyup', release);
  };
}

/** Moves the selected cards; without any, the view. A key held down is one step. */
function nudge(direction: { x: number; y: number }, step: number): boolean {
  const ids = selectedCards(editor.getState()).map((card) => card.id);
  const by = { x: direction.x * step, y: direction.y * step };
  if (ids.length === 0) {
    const view = canvas().view();
    if (view.width === 0) return false;
    canvas().pan({ x: by.x * 6, y: by.y * 6 });
    return true;
  }
  const { layout } = currentPicture();
  change(texts()('steps.move'), (draft) => placeCards(draft, shift(layout, ids, by)), { merge: `nudge:${ids.join()}` });
  return true;
}
