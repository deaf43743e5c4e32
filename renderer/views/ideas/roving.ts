import { useEffect, useLayoutEffect, useRef } from 'react';

const CELL = '[data-cell]';

/** What wants the focus once it is there. */
export interface Wanted {
  /** Of its `data-id`. */
  id: string;
  /** Of the `data-serves` around it, if it is there more than once. */
  serves?: string | null;
}

/**
 * One stop of the Tab key for many cells, those with `data-cell`; the arrow keys do the rest. Gives the element that holds
 * them its ref, and a way to send the focus to a card that the next drawing will bring.
 */
export function useRoving<Root extends HTMLElement>() {
  const root = useRef<Root>(null);
  const wanted = useRef<Wanted | null>(null);
  useLayoutEffect(() => {
    const { current } = root;
    if (!current) return;
    if (wanted.current) {
      const { id, serves } = wanted.current;
      const found = [...current.querySelectorAll<HTMLElement>(`${CELL}[data-id="${CSS.escape(id)}"]`)];
      const best = found.find((cell) => cell.closest<HTMLElement>('[data-serves]')?.dataset.serves === serves);
      const cell = best ?? found[0];
      if (cell) {
        wanted.current = null;
        cell.focus();
        cell.scrollIntoView?.({ block: 'nearest' });
      }
    }
    keepOneStop(current);
  });
  useEffect(() => {
    const { current } = root;
    const stop = (event: FocusEvent) => {
      if (!current || !(event.target instanceof HTMLElement) || !event.target.matches(CELL)) return;
      for (const one of current.querySelectorAll<HTMLElement>(`${CELL}[tabindex="0"]`)) one.tabIndex = -1;
      event.target.tabIndex = 0;
    };
    current?.addEventListener('focusin', stop);
    return () => current?.removeEventListener('focusin', stop);
  }, []);
  return {
    root,
    focusLater: (next: Wanted) => {
      wanted.current = next;
    },
  };
}

function keepOneStop(root: HTMLElement): void {
  if (root.querySelector(`${CELL}[tabindex="0"]`)) return;
  const first = root.querySelector<HTMLElement>(CELL);
  if (first) first.tabIndex = 0;
}

/**
 * The cell that an arrow key, Home or End leads to: along the line (`line` selects lines), or to the same place of the
 * next line that has one. Null where there is none.
 */
export function cellAt(
  root: HTMLElement,
  from: HTMLElement,
  key: string,
  far: boolean,
  line: string,
): HTMLElement | null {
  const own = from.closest(line);
  if (!own) return null;
  const cellsIn = (one: Element | undefined) => (one ? [...one.querySelectorAll<HTMLElement>(CELL)] : []);
  const cells = cellsIn(own);
  const at = cells.indexOf(from);
  const lines = [...root.querySelectorAll(line)].filter((one) => cellsIn(one).length > 0);
  const index = lines.indexOf(own);
  switch (key) {
    case 'ArrowRight':
      return cells[at + 1] ?? null;
    case 'ArrowLeft':
      return cells[at - 1] ?? null;
    case 'Home':
      return cellsIn(far ? lines[0] : own)[0] ?? null;
    case 'End':
      return cellsIn(far ? lines.at(-1) : own).at(-1) ?? null;
    case 'ArrowDown':
    case 'ArrowUp':
      return nearest(cellsIn(lines[index + (key === 'ArrowDown' ? 1 : -1)]), from, cells);
    case 'PageDown':
    case 'PageUp':
      return nearest(cellsIn(lines[clamp(index + (key === 'PageDown' ? 8 : -8), lines.length)]), from, cells);
    default:
      return null;
  }
}

const clamp = (value: number, length: number) => Math.max(0, Math.min(value, length - 1));

/** The cell of the same column, in the same place among those of its column; else the one at the same place of the line. */
function nearest(cells: readonly HTMLElement[], from: HTMLElement, own: readonly HTMLElement[]): HTMLElement | null {
  const inColumn = (cell: HTMLElement) => cell.dataset.column === from.dataset.column;
  const same = cells.filter(inColumn);
  return (
    same[clamp(own.filter(inColumn).indexOf(from), same.length)] ??
    cells[clamp(own.indexOf(from), cells.length)] ??
    null
  );
}
