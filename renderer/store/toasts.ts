import { editor } from './editor';
import type { EditorState, Toast } from './state';

let next = 1;

/** How many notes are left on the screen beside the latest, of those that nothing keeps there. */
const EARLIER = 3;

/**
 * Tells the user something. Failures stay until they are closed; the rest goes by itself. `isTrue`: what is told lasts,
 * so it stays as long as it is true. Gives the note's id, to dismiss it.
 */
export function tell(
  tone: Toast['tone'],
  text: string,
  action?: Toast['action'],
  isTrue?: (state: EditorState) => boolean,
): number {
  const id = next++;
  const toast: Toast = { id, tone, text, ...(action && { action }), ...(isTrue && { lasts: true }) };
  editor.setState(({ toasts }) => {
    const passing = toasts.filter(({ lasts }) => !lasts).slice(-EARLIER);
    return { toasts: [...toasts.filter((one) => one.lasts || passing.includes(one)), toast] };
  });
  if (isTrue) dismissWhenOver(id, isTrue);
  else if (tone !== 'danger') setTimeout(() => dismiss(id), action ? 10_000 : 5_000);
  return id;
}

function dismissWhenOver(id: number, isTrue: (state: EditorState) => boolean): void {
  const stop = editor.subscribe((state) => {
    const isThere = state.toasts.some((toast) => toast.id === id);
    if (isThere && isTrue(state)) return;
    stop();
    if (isThere) dismiss(id);
  });
}

export function dismiss(id: number): void {
  editor.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
}
