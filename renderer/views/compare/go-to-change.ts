import { markChange, stepThroughChanges } from '../../app/comparing';
import { comparisonSceneOf } from '../../store/comparison';
import { editor } from '../../store/editor';
import { comparePicture } from './compare-port';

/** Marks a change and brings it into the middle of the picture, where it has a place there. */
export function goToChange(id: string): void {
  markChange(id);
  const place = comparisonSceneOf(editor.getState())?.places.get(id);
  if (place) comparePicture().show(place);
}

export function stepTo(by: 1 | -1): void {
  const id = stepThroughChanges(by);
  if (id !== null) goToChange(id);
}

const STEPS: Record<string, 1 | -1 | undefined> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

/** J and K, and the arrows, from change to change. Gives a function that ends the listening. */
export function listenForSteps(): () => void {
  const press = (event: KeyboardEvent) => {
    const by = STEPS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    const isFree = !(event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.isComposing);
    if (!by || !isFree || event.defaultPrevented || editor.getState().dialog) return;
    const { target } = event;
    if (target instanceof HTMLElement && target.closest('input, textarea, select, [role="menu"], [role="group"]'))
      return;
    event.preventDefault();
    stepTo(by);
  };
  window.addEventListener('keydown', press);
  return () => window.removeEventListener('keydown', press);
}
