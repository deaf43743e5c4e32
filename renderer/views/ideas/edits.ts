import { addCard, setFields } from '../../../shared/commands/cards';
import {
  addAnswer,
  addIdea,
  addNeed,
  fillGap,
  type IdeaPlan,
  type IdeaValues,
  link,
  moveIdea,
  placeInStage,
  planIdeas,
  unlink,
} from '../../../shared/commands/ideas';
import type { CoverageCell } from '../../../shared/ideas/coverage';
import { STATUSES } from '../../../shared/ideas/filter';
import type { Idea } from '../../../shared/ideas/grid';
import { editor } from '../../store/editor';
import { change } from '../../store/history';
import { currentPicture } from '../../store/picture';
import { texts } from '../../store/texts';
import { tell } from '../../store/toasts';

/** What the view does to the map: each is one step of the history. */

/** What a card that is being made will be, and for what. */
export type NewCard =
  | { kind: 'pain-point'; stage: string | null }
  | { kind: 'answer'; of: string }
  | { kind: 'content-idea'; of: string | null; stage: string | null };

/** Makes a card, selects it, and gives its id. */
export function make(what: NewCard, values: IdeaValues): string | null {
  const t = texts();
  const { layout } = currentPicture();
  const id = change(t('steps.add', { kind: t(`kinds.${what.kind}.one`) }), (draft) => {
    if (what.kind === 'pain-point') return addNeed(draft, layout, 'pain-point', what.stage, values);
    if (what.kind === 'answer') return addAnswer(draft, layout, what.of, values);
    if (what.of !== null) return addIdea(draft, layout, what.of, values);
    return addCard(draft, 'content-idea', placeInStage(draft, layout, 'content-idea', what.stage), values as object);
  });
  if (id) editor.setState({ selection: [id] });
  return id ?? null;
}

export function setValues(id: string, kind: string, values: IdeaValues): void {
  if (Object.keys(values).length === 0) return;
  change(texts()('steps.edit', { field: kind }), (draft) => setFields(draft, [id], values));
}

/** Moves an idea to another answer or need; `both` lets it serve that one, too. */
export function carryTo(idea: string, from: string | null, to: string, both: boolean): void {
  const t = texts();
  const { map } = editor.getState();
  if (from === to || !map.elements[to]) return;
  const { layout } = currentPicture();
  if (both) change(t('ideas.steps.link'), (draft) => link(draft, to, idea), { select: [idea] });
  else change(t('ideas.steps.move'), (draft) => moveIdea(draft, layout, idea, from, to), { select: [idea] });
  const name = (id: string) => editor.getState().map.elements[id]?.title.trim() || t('ideas.grid.untitled');
  tell('good', t(both ? 'ideas.grid.linked' : 'ideas.grid.moved', { title: name(idea), target: name(to) }));
}

export function takeOff(idea: string, from: string): void {
  change(texts()('ideas.steps.unlink'), (draft) => unlink(draft, from, idea));
}

export function plan(idea: string, values: IdeaPlan): void {
  const step = 'due' in values ? 'due' : 'status';
  change(texts()(`ideas.steps.${step}`), (draft) => planIdeas(draft, [idea], values));
}

/** The next status, from the last one on to the first. */
export function nextStatus({ id, status }: Idea): void {
  plan(id, { status: STATUSES[(STATUSES.indexOf(status ?? 'idea') + 1) % STATUSES.length] ?? 'idea' });
}

export function fill(missing: CoverageCell['missing'], title: string): void {
  const { layout } = currentPicture();
  const id = change(texts()('ideas.steps.gap'), (draft) => fillGap(draft, layout, missing, title));
  if (id) editor.setState({ selection: [id] });
}
