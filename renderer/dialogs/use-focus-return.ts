import { useEffect } from 'react';
import { editor } from '../store/editor';

/** Gives the focus back to where it was before a dialog opened, however many dialogs came after one another. */
export function useFocusReturn(): void {
  useEffect(() => {
    let before: Element | null = null;
    return editor.subscribe((now, last) => {
      if (now.dialog && !last.dialog) before = document.activeElement;
      if (now.dialog || !last.dialog) return;
      const target = before;
      before = null;
      // Once the dialog is gone; a command that it ran may have given the focus to something else by then.
      setTimeout(() => {
        if (document.activeElement === document.body && target instanceof HTMLElement && target.isConnected)
          target.focus();
      });
    });
  }, []);
}
