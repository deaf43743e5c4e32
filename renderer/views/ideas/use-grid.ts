import { type KeyboardEvent, type PointerEvent, useMemo, useState } from 'react';
import { deleteElements } from '../../../shared/commands/cards';
import type { IdeaValues } from '../../../shared/commands/ideas';
import type { Idea } from '../../../shared/ideas/grid';
import { editor } from '../../store/editor';
import { change } from '../../store/history';
import { select } from '../../store/selection';
import { texts } from '../../store/texts';
import type { EditableKind } from './CardEditor';
import { startDrag } from './drag';
import { carryTo, make, nextStatus, setValues, takeOff } from './edits';
import { cellAt, useRoving } from './roving';

/** What is being typed, and in which line. */
export interface Editing {
  line: string;
  /** The card; null: a new one. */
  id: string | null;
  making: 'answer' | 'content-idea' | 'pain-point' | null;
  first?: 'due';
}

/** An idea that was picked up with the keyboard. */
export interface Carry {
  idea: string;
  title: string;
  /** What it serves now; empty: nothing. */
  from: string;
  /** The line on which it would be put down. */
  line: string;
}

export interface GridActions {
  edit: (id: string) => void;
  make: (kind: 'answer' | 'content-idea', line: string) => void;
  save: (id: string, kind: EditableKind, values: IdeaValues) => void;
  create: (
    kind: 'answer' | 'content-idea' | 'pain-point',
    of: string | null,
    values: IdeaValues,
    stage?: string | null,
  ) => void;
  /** Ends what is being typed; the focus goes to the card, or back to where it was. */
  stop: (id: string | null) => void;
  drag: (event: PointerEvent<HTMLElement>, idea: Idea, from: string) => void;
}

const LINE = '.ideas-line';
const lineOf = (cell: Element | null) => cell?.closest<HTMLElement>(LINE) ?? null;

/** What keyboard and pointer do in the grid. */
export function useGrid() {
  const { root, focusLater } = useRoving<HTMLDivElement>();
  const [editing, setEditing] = useState<Editing | null>(null);
  const [carry, setCarry] = useState<Carry | null>(null);

  const actions = useMemo((): GridActions => {
    const lineOfCard = (id: string) => {
      const active = document.activeElement;
      const own = active instanceof HTMLElement && active.dataset.id === id ? lineOf(active) : null;
      const first = root.current?.querySelector(`[data-cell][data-id="${CSS.escape(id)}"]`) ?? null;
      return (own ?? lineOf(first))?.dataset.line ?? '';
    };
    return {
      edit: (id) => {
        if (editor.getState().readOnly) return;
        select([id]);
        setEditing({ line: lineOfCard(id), id, making: null });
      },
      make: (kind, line) => setEditing({ line, id: null, making: kind }),
      save: (id, kind, values) => {
        setValues(id, texts()(`kinds.${kind}.one`), values);
        focusLater({ id });
        setEditing(null);
      },
      create: (kind, of, values, stage = null) => {
        const what =
          kind === 'pain-point'
            ? { kind, stage: of }
            : kind === 'answer'
              ? { kind, of: of ?? '' }
              : { kind, of, stage };
        const id = make(what, values);
        if (id) focusLater({ id, serves: of });
        setEditing(null);
      },
      stop: (id) => {
        setEditing((before) => {
          if (id) focusLater({ id });
          else if (before?.making === 'answer') focusLater({ id: `answer:${before.line}` });
          else if (before?.making === 'content-idea') focusLater({ id: `idea:${before.line}` });
          return null;
        });
      },
      drag: (event, idea, from) => {
        if (editor.getState().readOnly) return;
        startDrag(event, {
          title: idea.title,
          onto: `${LINE}:not([data-serves=""])`,
          drop: (target, both) => {
            const to = target.dataset.serves ?? '';
            focusLater({ id: idea.id, serves: to });
            carryTo(idea.id, from || null, to, both);
          },
        });
      },
    };
  }, [root, focusLater]);

  const walk = (event: KeyboardEvent, cell: HTMLElement): boolean => {
    const far = event.ctrlKey || event.metaKey;
    const next = root.current && cellAt(root.current, cell, event.key, far, LINE);
    next?.focus();
    next?.scrollIntoView?.({ block: 'nearest' });
    return next !== null || /^(Arrow|Home$|End$|Page)/.test(event.key);
  };

  const carryOn = (event: KeyboardEvent, carried: Carry): boolean => {
    const lines = [...(root.current?.querySelectorAll<HTMLElement>(`${LINE}:not([data-serves=""])`) ?? [])];
    const at = lines.findIndex((line) => line.dataset.line === carried.line);
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      const next = lines[Math.max(0, Math.min(at + step, lines.length - 1))];
      next?.scrollIntoView?.({ block: 'nearest' });
      if (next) setCarry({ ...carried, line: next.dataset.line ?? '' });
    } else if (event.key === 'Enter') {
      const to = lines[at]?.dataset.serves ?? '';
      setCarry(null);
      focusLater({ id: carried.idea, serves: to });
      carryTo(carried.idea, carried.from || null, to, event.shiftKey);
    } else if (event.key === 'Escape' || event.key === 'Tab') setCarry(null);
    return event.key !== 'Tab';
  };

  /** Deletes a card, or takes an idea off what it serves here; the focus goes on to a neighbour. */
  const remove = (cell: HTMLElement, id: string, onlyHere: boolean) => {
    const serves = lineOf(cell)?.dataset.serves ?? '';
    const others = [...(root.current?.querySelectorAll<HTMLElement>('[data-cell]') ?? [])];
    const next = others[others.indexOf(cell) + 1] ?? others[others.indexOf(cell) - 1];
    if (next?.dataset.id) focusLater({ id: next.dataset.id, serves: lineOf(next)?.dataset.serves ?? null });
    if (onlyHere) takeOff(id, serves);
    else change(texts()('commands.deleteSelection'), (draft) => deleteElements(draft, [id]));
  };

  const press = (event: KeyboardEvent<HTMLElement>) => {
    const cell = event.target instanceof HTMLElement && event.target.matches('[data-cell]') ? event.target : null;
    if (!cell || event.nativeEvent.isComposing) return;
    const isDone = carry ? carryOn(event, carry) : onCell(event, cell);
    if (isDone) event.preventDefault();
  };

  /** Only where the stages are in order there is a place for it. */
  const startNeed = (stage: string): boolean => {
    const line = `need:${stage}`;
    if (!root.current?.querySelector(`[data-line="${CSS.escape(line)}"]`)) return false;
    setEditing({ line, id: null, making: 'pain-point' });
    return true;
  };

  const onCell = (event: KeyboardEvent, cell: HTMLElement): boolean => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (/^(Arrow|Home$|End$|Page)/.test(event.key) && !event.altKey) return walk(event, cell);
    if (!plain || editor.getState().readOnly) return false;
    const { map } = editor.getState();
    const id = cell.dataset.add ? null : (cell.dataset.id ?? null);
    const element = id === null ? undefined : map.elements[id];
    const line = lineOf(cell);
    const key = line?.dataset.line ?? '';
    switch (event.key) {
      case 'Enter':
      case 'F2':
        if (!element) return false;
        setEditing({ line: key, id: element.id, making: null });
        select([element.id]);
        return true;
      case 'n':
      case 'N':
        setEditing({ line: key, id: null, making: 'content-idea' });
        return true;
      case 'a':
      case 'A':
        if (!line?.dataset.need) return false;
        setEditing({ line: lastLineOf(root.current, line), id: null, making: 'answer' });
        return true;
      case 'p':
      case 'P':
        return startNeed(line?.dataset.stage ?? '');
      case 'm':
      case 'M':
        if (element?.kind !== 'content-idea') return false;
        select([element.id]);
        setCarry({ idea: element.id, title: element.title, from: line?.dataset.serves ?? '', line: key });
        return true;
      case 's':
      case 'S':
        if (element?.kind !== 'content-idea') return false;
        nextStatus(element);
        return true;
      case 'd':
      case 'D':
        if (element?.kind !== 'content-idea') return false;
        setEditing({ line: key, id: element.id, making: null, first: 'due' });
        return true;
      case 'Delete':
      case 'Backspace':
        if (!element) return true;
        if (event.shiftKey && element.kind !== 'content-idea') return true;
        remove(cell, element.id, event.shiftKey);
        return true;
      default:
        return false;
    }
  };

  return { root, editing, carry, actions, press, setEditing };
}

/** A new answer stands below those that a need has already. */
function lastLineOf(root: HTMLElement | null, line: HTMLElement): string {
  const group = line.parentElement ?? root;
  const lines = [...(group?.querySelectorAll<HTMLElement>(LINE) ?? [])];
  return lines.at(-1)?.dataset.line ?? '';
}
