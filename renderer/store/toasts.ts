import { editor } from './editor';
import type { Toast } from './state';

let next = 1;

/** Tells the user something. Failures stay until they are closed; the rest goes by itself. */
export function tell(tone: Toast['tone'], text: string, action?: Toast['action']): void {
  const id = next++;
  editor.setState(({ toasts }) => ({ toasts: [...toasts.slice(-3), { id, tone, text, ...(action && { action }) }] }));
  if (tone !== 'danger') setTimeout(() => dismiss(id), action ? 10_000 : 5_000);
}

export function dismiss(id: number): void {
  editor.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
}
