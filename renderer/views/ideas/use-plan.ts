import { type KeyboardEvent, type PointerEvent, useCallback, useMemo, useState } from 'react';
import { deleteElements } from '../../../shared/commands/cards';
import type { IdeaPlan, IdeaValues } from '../../../shared/commands/ideas';
import type { Idea } from '../../../shared/ideas/grid';
import { editor } from '../../store/editor';
import { change } from '../../store/history';
import { select } from '../../store/selection';
import { texts } from '../../store/texts';
import { startDrag } from './drag';
import { make, nextStatus, plan, setValues } from './edits';
import { setIdeas } from './model';
import { cellAt, useRoving } from './roving';

/** What is being typed: a card, or a new one in a place (`status:draft`, `day:2026-11-21`). */
export interface PlanEditing {
  id: string | null;
  place: string;
  first?: 'due';
}

interface PlanOptions {
  /** Selects what the arrow keys count as a line: a column of the board, a day. */
  line: string;
  /** What putting an idea down in a place says of it. */
  planFor: (place: string) => IdeaPlan;
  /** What Shift with an arrow key says of an idea; null: nothing. */
  shift: (idea: Idea, key: string) => IdeaPlan | null;
  /** Left and right go from line to line, up and down along it. */
  upright: boolean;
}

const TURNED: Record<string, string> = {
  ArrowUp: 'ArrowLeft',
  ArrowDown: 'ArrowRight',
  ArrowLeft: 'ArrowUp',
  ArrowRight: 'ArrowDown',
};

/** What keyboard and pointer do on the board and in the calendar, whose places (`data-place`) say something of an idea. */
export function usePlan({ line, planFor, shift, upright }: PlanOptions) {
  const { root, focusLater } = useRoving<HTMLDivElement>();
  const [editing, setEditing] = useState<PlanEditing | null>(null);
  const readOnly = () => editor.getState().readOnly;

  const edit = useCallback((id: string, first?: 'due') => {
    if (editor.getState().readOnly) return;
    select([id]);
    setEditing({ id, place: '', ...(first && { first }) });
  }, []);

  const actions = useMemo(
    () => ({
      edit: (id: string) => edit(id),
      drag: (event: PointerEvent<HTMLElement>, idea: Idea) => {
        if (editor.getState().readOnly) return;
        startDrag(event, {
          title: idea.title,
          onto: '[data-place]',
          drop: (target) => {
            focusLater({ id: idea.id });
            select([idea.id]);
            plan(idea.id, planFor(target.dataset.place ?? ''));
          },
        });
      },
      save: (id: string, values: IdeaValues) => {
        setValues(id, texts()('kinds.content-idea.one'), values);
        follow(values.due);
        focusLater({ id });
        setEditing(null);
      },
      create: (values: IdeaValues) => {
        const { map, selection } = editor.getState();
        const about = selection.map((one) => map.elements[one]).find((one) => one !== undefined);
        const stage = about?.kind === 'stage' ? about.id : (about?.stage ?? null);
        const id = make({ kind: 'content-idea', of: null, stage }, values);
        follow(values.due);
        if (id) focusLater({ id });
        setEditing(null);
      },
      stop: (id: string | null) => {
        if (id) focusLater({ id });
        setEditing(null);
      },
      add: (place: string) => setEditing({ id: null, place }),
    }),
    [edit, focusLater, planFor],
  );

  const press = (event: KeyboardEvent<HTMLElement>) => {
    const cell = event.target instanceof HTMLElement && event.target.matches('[data-cell]') ? event.target : null;
    if (!cell || !root.current || event.nativeEvent.isComposing) return;
    if (onCell(event, cell, root.current)) event.preventDefault();
  };

  const onCell = (event: KeyboardEvent, cell: HTMLElement, within: HTMLElement): boolean => {
    const id = cell.dataset.id ?? '';
    const element = editor.getState().map.elements[id];
    const idea = element?.kind === 'content-idea' ? element : null;
    const far = event.ctrlKey || event.metaKey;
    if (event.altKey) return false;
    if (idea && event.shiftKey && event.key.startsWith('Arrow')) {
      const next = readOnly() ? null : shift(idea, event.key);
      if (!next) return true;
      focusLater({ id });
      select([id]);
      plan(id, next);
      return true;
    }
    if (/^(Arrow|Home$|End$)/.test(event.key)) {
      cellAt(within, cell, upright ? (TURNED[event.key] ?? event.key) : event.key, far, line)?.focus();
      return true;
    }
    if (far || readOnly()) return false;
    const place = cell.closest<HTMLElement>('[data-place]')?.dataset.place ?? '';
    switch (event.key) {
      case 'n':
      case 'N':
        setEditing({ id: null, place });
        return true;
      case 'Enter':
      case 'F2':
        if (!idea) return false;
        edit(id);
        return true;
      case 'd':
      case 'D':
        if (idea) edit(id, 'due');
        return idea !== null;
      case 's':
      case 'S':
        if (idea) {
          focusLater({ id });
          nextStatus(idea);
        }
        return idea !== null;
      case 'Delete':
      case 'Backspace': {
        if (!idea) return true;
        const cells = [...within.querySelectorAll<HTMLElement>('[data-cell]')];
        const next = cells[cells.indexOf(cell) + 1] ?? cells[cells.indexOf(cell) - 1];
        if (next?.dataset.id) focusLater({ id: next.dataset.id });
        change(texts()('commands.deleteSelection'), (draft) => deleteElements(draft, [id]));
        return true;
      }
      default:
        return false;
    }
  };

  return { root, editing, actions, press };
}

/** The calendar goes to the month of a day that was typed. */
function follow(day: unknown): void {
  if (typeof day === 'string' && editor.getState().ideas.tab === 'calendar') setIdeas({ month: day.slice(0, 7) });
}

export type PlanActions = ReturnType<typeof usePlan>['actions'];
