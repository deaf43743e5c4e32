import { type PointerEvent as ReactPointerEvent, type RefObject, useEffect, useRef, useState } from 'react';

interface RowDrag {
  /** The element whose children are the rows. */
  rows: RefObject<HTMLUListElement | null>;
  /** For the handle of a row. */
  grip: (id: string, event: ReactPointerEvent) => void;
  /** The row under way. */
  dragged: string | null;
  /** The row that it would land before; null: at the end. */
  before: string | null;
}

/** Moves rows of a list with the pointer; Escape gives the drag up. */
export function useRowDrag(ids: readonly string[], onMove: (id: string, before: string | null) => void): RowDrag {
  const rows = useRef<HTMLUListElement>(null);
  const [drag, setDrag] = useState<{ id: string; before: string | null } | null>(null);
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);

  const placeAt = (y: number): string | null => {
    const index = [...(rows.current?.children ?? [])].findIndex((row) => {
      const { top, height } = row.getBoundingClientRect();
      return y < top + height / 2;
    });
    return index < 0 ? null : (ids[index] ?? null);
  };

  const grip = (id: string, event: ReactPointerEvent) => {
    if (event.button !== 0) return;
    event.preventDefault();
    let before: string | null = id;
    const follow = (move: PointerEvent) => {
      before = placeAt(move.clientY);
      setDrag({ id, before });
    };
    const end = (drop: boolean) => {
      stop.current?.();
      setDrag(null);
      // Right before the next row is where it stands already.
      if (drop && before !== id && before !== (ids[ids.indexOf(id) + 1] ?? null)) onMove(id, before);
    };
    const release = () => end(true);
    const press = (key: KeyboardEvent) => {
      if (key.key !== 'Escape') return;
      // It gives up the drag, not the dialog around it.
      key.stopImmediatePropagation();
      end(false);
    };
    window.addEventListener('pointermove', follow);
    window.addEventListener('pointerup', release);
    window.addEventListener('keydown', press, { capture: true });
    stop.current = () => {
      window.removeEventListener('pointermove', follow);
      window.removeEventListener('pointerup', release);
      window.removeEventListener('keydown', press, { capture: true });
      stop.current = null;
    };
    setDrag({ id, before: id });
  };
  return { rows, grip, dragged: drag?.id ?? null, before: drag?.before ?? null };
}
