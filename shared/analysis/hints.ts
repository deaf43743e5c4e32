import { byOrder, cardsOf, stagesOf } from '../document/create';
import type { Connection, ElementOf, JourneyMap, MapElement } from '../document/schema';
import { formatDay } from '../language/format';
import type { Language, Translate } from '../language/translator';

/** What can be unfinished in a map, the gravest first. Texts: `hints` in shared/language. */
export const HINT_IDS = [
  'empty-map',
  'pain-point-unanswered',
  'branches-over-one',
  'decision-without-branches',
  'branch-without-probability',
  'content-overdue',
  'no-persona',
  'card-without-title',
  'card-without-stage',
  'touchpoint-without-channel',
  'touchpoint-without-feeling',
  'stage-without-cards',
  'answer-without-content',
] as const;
export type HintId = (typeof HINT_IDS)[number];

export interface Hint {
  id: HintId;
  /** The element it is about; null: the whole map. */
  element: string | null;
  /** The connection it is about, if one. */
  connection: string | null;
  /** What its text needs. */
  values?: Record<string, string | number>;
}

/** Sums of probabilities may be off by the last bits. */
const EPSILON = 1e-9;

/**
 * The unfinished things in a map, by importance and then from left to right. `today` is a calendar day `YYYY-MM-DD`;
 * without it nothing is overdue.
 */
export function findHints(map: JourneyMap, today: string | null = null): Hint[] {
  const cards = inReadingOrder(map);
  if (cards.length === 0) return [{ id: 'empty-map', element: null, connection: null }];
  const links = linksOf(map);
  const hints: Hint[] = [];
  const about = (id: HintId, element: MapElement, values?: Hint['values'], connection: string | null = null) =>
    hints.push({ id, element: element.id, connection, ...(values && { values }) });

  if (!cards.some((card) => card.kind === 'persona')) hints.push({ id: 'no-persona', element: null, connection: null });
  const filled = new Set(cards.map((card) => card.stage));
  for (const stage of stagesOf(map)) {
    if (!stage.title.trim()) about('card-without-title', stage);
    if (!filled.has(stage.id)) about('stage-without-cards', stage);
  }
  for (const card of cards) {
    if (!card.title.trim() && !(card.kind === 'note' && card.text.trim())) about('card-without-title', card);
    if (card.stage === null && card.kind !== 'persona' && card.kind !== 'note') about('card-without-stage', card);
    const isLinkedTo = (kind: MapElement['kind']) =>
      links.neighbours(card.id).some((id) => map.elements[id]?.kind === kind);
    if (card.kind === 'pain-point' && !isLinkedTo('answer')) about('pain-point-unanswered', card);
    if (card.kind === 'answer' && !isLinkedTo('content-idea')) about('answer-without-content', card);
    if (card.kind === 'touchpoint') {
      if (!card.channel.trim()) about('touchpoint-without-channel', card);
      if (card.feeling === null) about('touchpoint-without-feeling', card);
    }
    if (card.kind === 'decision') checkBranches(card, links.branches(card.id), about);
    if (card.kind === 'content-idea' && isOverdue(card, today)) about('content-overdue', card, { due: card.due ?? '' });
  }
  const rank = new Map(HINT_IDS.map((id, index) => [id, index]));
  const severity = (hint: Hint) => {
    const element =
      hint.id === 'pain-point-unanswered' && hint.element !== null ? map.elements[hint.element] : undefined;
    return element?.kind === 'pain-point' ? (element.severity ?? 0) : 0;
  };
  // The sort is stable: within one kind of hint and severity the reading order stays.
  return hints.sort((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0) || severity(b) - severity(a));
}

function isOverdue(idea: ElementOf<'content-idea'>, today: string | null): boolean {
  return today !== null && idea.due !== null && idea.status !== 'published' && idea.due < today;
}

function checkBranches(
  decision: ElementOf<'decision'>,
  branches: readonly Connection[],
  about: (id: HintId, element: MapElement, values?: Hint['values'], connection?: string | null) => void,
): void {
  if (branches.length < 2) about('decision-without-branches', decision);
  const known = branches.filter((branch) => branch.probability !== null);
  const sum = known.reduce((total, branch) => total + (branch.probability ?? 0), 0);
  if (sum > 1 + EPSILON) about('branches-over-one', decision, { percent: Math.round(sum * 1000) / 10 });
  if (known.length === 0) return;
  for (const branch of branches) {
    if (branch.probability === null) about('branch-without-probability', decision, undefined, branch.id);
  }
}

/** Stage by stage, and in a stage by place: top to bottom, left to right. Cards without a stage come last. */
function inReadingOrder(map: JourneyMap) {
  const stages = new Map(stagesOf(map).map((stage, index) => [stage.id, index]));
  const lanes = new Map(byOrder(Object.values(map.lanes)).map((lane, index) => [lane.id, index]));
  const last = Number.MAX_SAFE_INTEGER;
  const stageOf = (card: MapElement) => (card.stage === null ? last : (stages.get(card.stage) ?? last));
  const laneOf = (card: MapElement) => (card.lane === null ? last : (lanes.get(card.lane) ?? last));
  return cardsOf(map).sort((a, b) => stageOf(a) - stageOf(b) || laneOf(a) - laneOf(b) || a.y - b.y || a.x - b.x);
}

function linksOf(map: JourneyMap) {
  const around = new Map<string, string[]>();
  const leaving = new Map<string, Connection[]>();
  const add = <Value>(index: Map<string, Value[]>, key: string, value: Value) => {
    const found = index.get(key);
    if (found) found.push(value);
    else index.set(key, [value]);
  };
  const connections = Object.values(map.connections).sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const connection of connections) {
    add(around, connection.from, connection.to);
    add(around, connection.to, connection.from);
    if (connection.type === 'flow') add(leaving, connection.from, connection);
  }
  return {
    /** Whatever a line joins with an element, in either direction: people draw relations both ways. */
    neighbours: (id: string): readonly string[] => around.get(id) ?? [],
    branches: (id: string): readonly Connection[] => leaving.get(id) ?? [],
  };
}

/** What a hint says and what to do about it. A card without a title goes by the name of its kind. */
export function hintText(
  hint: Hint,
  map: JourneyMap,
  t: Translate,
  language: Language,
): { message: string; advice: string } {
  const element = hint.element === null ? undefined : map.elements[hint.element];
  const kind = element ? t(`kinds.${element.kind}.one`) : '';
  const values: Record<string, string | number> = { ...hint.values, kind, title: element?.title.trim() || kind };
  if (typeof values.due === 'string') values.due = formatDay(values.due, language);
  return { message: t(`hints.${hint.id}.message`, values), advice: t(`hints.${hint.id}.advice`, values) };
}
