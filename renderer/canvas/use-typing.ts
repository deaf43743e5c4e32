import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import type { JourneyMap } from '../../shared/document/schema';
import { canvas } from '../app/canvas-port';
import { editor } from '../store/editor';
import { bail, change, endMerge, type Mark, mark } from '../store/history';

export interface Typing<Field> {
  field: RefObject<Field | null>;
  /** A change that belongs to this go of typing. */
  type(label: string, recipe: (draft: JourneyMap) => void): void;
  onKeyDown(event: KeyboardEvent): void;
  onBlur(): void;
}

/**
 * Typing where something stands on the canvas. All letters of one go are one step; Enter ends it (Shift+Enter breaks
 * the line where there may be several), Escape gives up what was typed.
 */
export function useTyping<Field extends HTMLInputElement | HTMLTextAreaElement>(
  id: string,
  finish?: (type: Typing<Field>['type']) => void,
): Typing<Field> {
  const field = useRef<Field>(null);
  const begin = useRef<Mark | null>(null);
  useEffect(() => {
    begin.current = mark();
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, []);
  const type: Typing<Field>['type'] = (label, recipe) => {
    change(label, recipe, { merge: `typing:${id}:${begin.current?.depth}` });
  };
  const end = () => {
    if (editor.getState().editing?.id !== id) return;
    finish?.(type);
    endMerge();
    editor.setState({ editing: null });
  };
  return {
    field,
    type,
    onBlur: end,
    onKeyDown: (event) => {
      event.stopPropagation();
      if (event.nativeEvent.isComposing) return;
      const breaksLine = event.shiftKey && field.current instanceof HTMLTextAreaElement;
      if (event.key === 'Escape' && begin.current) bail(begin.current);
      else if (event.key !== 'Tab' && (event.key !== 'Enter' || breaksLine)) return;
      event.preventDefault();
      end();
      canvas().focus();
    },
  };
}
