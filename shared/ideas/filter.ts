import { normaliseName } from '../analysis/normalise-name';
import type { JourneyMap, MapElement } from '../document/schema';
import type { AnswerLine, GridRow, Idea, IdeaGrid } from './grid';

/** What to look at; null or empty does not restrict. */
export interface IdeaFilter {
  /** Ids. */
  persona: string | null;
  stage: string | null;
  /** The least severity, 1–5: pain points below it, and questions, go. */
  severity: number | null;
  status: Idea['status'];
  /** Names as written; case and accents make no difference. */
  format: string | null;
  channel: string | null;
  owner: string | null;
  /** Only what lacks an answer or an idea. */
  missing: boolean;
}

export const NO_IDEA_FILTER: IdeaFilter = {
  persona: null,
  stage: null,
  severity: null,
  status: null,
  format: null,
  channel: null,
  owner: null,
  missing: false,
};

export const isFilteringIdeas = (filter: IdeaFilter): boolean =>
  Object.entries(filter).some(([name, value]) => value !== NO_IDEA_FILTER[name as keyof IdeaFilter]);

/** Whether a list of ideas is to be restricted: then a need without any of them is of no interest. */
const restrictsIdeas = ({ status, format, channel, owner }: IdeaFilter) =>
  status !== null || format !== null || channel !== null || owner !== null;

const same = (wanted: string | null, name: string) => wanted === null || normaliseName(wanted) === normaliseName(name);

/** An element without personas concerns all of them. */
const concerns = (element: MapElement, persona: string | null) =>
  persona === null || element.personas.length === 0 || element.personas.includes(persona);

/** Whether an idea passes all but the severity of what it serves. */
const passes = (idea: Idea, filter: IdeaFilter): boolean =>
  concerns(idea, filter.persona) &&
  (filter.stage === null || idea.stage === filter.stage) &&
  (filter.status === null || idea.status === filter.status) &&
  same(filter.format, idea.format) &&
  same(filter.channel, idea.channel) &&
  same(filter.owner, idea.owner);

/**
 * The rows that fit, with the ideas that fit. Persona, stage and severity ask about the need (without one, about its
 * answer or ideas); status, format, channel and owner about the ideas, and an owner may own the need or answer instead.
 */
export function filterRows(rows: readonly GridRow[], filter: IdeaFilter): readonly GridRow[] {
  if (!isFilteringIdeas(filter)) return rows;
  return rows.flatMap((row): GridRow[] => {
    const { need, stage } = row;
    if (filter.stage !== null && stage?.id !== filter.stage) return [];
    if (need && !concerns(need, filter.persona)) return [];
    if (filter.severity !== null && !(need?.kind === 'pain-point' && (need.severity ?? 0) >= filter.severity))
      return [];
    if (filter.missing && !lacks(row)) return [];
    const lines = row.lines.flatMap((line): AnswerLine[] => {
      const owned = [need, line.answer].some((one) => one && filter.owner !== null && same(filter.owner, one.owner));
      const wanted = { ...filter, stage: null, owner: owned ? null : filter.owner };
      const ideas = line.ideas.filter((idea) => passes(idea, wanted));
      // Without ideas a line stays as an invitation, where nothing asks what the ideas are like.
      const about = line.answer ?? need;
      const stays = ideas.length > 0 || (about !== null && concerns(about, filter.persona) && !restrictsIdeas(wanted));
      return stays ? [ideas.length === line.ideas.length ? line : { ...line, ideas }] : [];
    });
    return lines.length > 0 ? [{ ...row, lines }] : [];
  });
}

/** Whether a need has no answer, or one of its answers no content idea yet. */
const lacks = ({ need, lines }: GridRow): boolean =>
  need !== null &&
  lines.some(({ answer, ideas }) => (answer === null && !lines.some((one) => one.answer)) || ideas.length === 0);

/** Whether nobody has said how a need is met. */
const isUnanswered = ({ need, lines }: GridRow): boolean =>
  need !== null && lines.every(({ answer }) => answer === null);

export const SORT_ORDERS = ['stage', 'weight'] as const;
export type SortOrder = (typeof SORT_ORDERS)[number];

/**
 * By journey, or by what matters most: severity × people where both are known, then by severity, then by people; what
 * meets no need comes last. Equal ones stay in the order of the journey.
 */
export function sortGridRows(rows: readonly GridRow[], order: SortOrder): readonly GridRow[] {
  if (order === 'stage') return rows;
  const rank = (row: GridRow): readonly number[] => {
    const severity = row.need?.kind === 'pain-point' ? (row.need.severity ?? 0) : 0;
    return [row.need ? 1 : 0, row.weight === null ? 0 : 1, row.weight ?? 0, severity, row.people?.count ?? 0];
  };
  return rows.toSorted((a, b) => {
    const [left, right] = [rank(a), rank(b)];
    const at = left.findIndex((value, index) => value !== right[index]);
    return at < 0 ? 0 : (right[at] ?? 0) - (left[at] ?? 0);
  });
}

export const GROUPINGS = ['stage', 'persona', 'severity', 'status', 'format', 'channel', 'owner'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export interface RowGroup {
  /** Id of a stage or persona, the severity, or a name as first written; null: not said. */
  key: string | null;
  rows: readonly GridRow[];
}

/**
 * Rows put together by what they or their ideas say. By persona, status, format, channel or owner a need may come more
 * than once, each time with the ideas that belong there; by format, say, what has no idea yet comes under null.
 */
export function groupRows(map: JourneyMap, rows: readonly GridRow[], by: Grouping): RowGroup[] {
  const groups = new Map<string, { key: string | null; rows: GridRow[] }>();
  const add = (name: string | null, row: GridRow) => {
    const key = name?.trim() ? name.trim() : null;
    const id = key === null ? '' : normaliseName(key) || key;
    const found = groups.get(id);
    if (found) found.rows.push(row);
    else groups.set(id, { key, rows: [row] });
  };
  for (const row of rows) {
    if (by === 'stage') add(row.stage?.id ?? null, row);
    else if (by === 'severity') add(row.need?.kind === 'pain-point' ? String(row.need.severity ?? '') : null, row);
    else for (const [name, part] of splitRow(row, by)) add(name, part);
  }
  const all = [...groups.values()];
  return all.sort((a, b) => (a.key === null ? 1 : 0) - (b.key === null ? 1 : 0) || orderOf(map, by, a.key, b.key));
}

function orderOf(map: JourneyMap, by: Grouping, a: string | null, b: string | null): number {
  if (a === null || b === null) return 0;
  if (by === 'severity') return Number(b) - Number(a);
  if (by === 'status') return STATUSES.indexOf(a as 'idea') - STATUSES.indexOf(b as 'idea');
  if (by === 'persona' || by === 'stage') {
    const [one, other] = [map.elements[a]?.order ?? '', map.elements[b]?.order ?? ''];
    return one < other ? -1 : one > other ? 1 : 0;
  }
  return a.localeCompare(b);
}

function splitRow(row: GridRow, by: Exclude<Grouping, 'stage' | 'severity'>): Map<string | null, GridRow> {
  const parts = new Map<string | null, GridRow>();
  if (by === 'persona') {
    const about = row.need ?? row.lines[0]?.answer ?? row.lines[0]?.ideas[0];
    for (const persona of about?.personas.length ? about.personas : [null]) parts.set(persona, row);
    return parts;
  }
  const names = new Set<string | null>();
  for (const line of row.lines) {
    for (const idea of line.ideas) names.add(idea[by]);
    if (line.ideas.length === 0) names.add(null);
  }
  for (const name of names) {
    const lines = row.lines.flatMap((line): AnswerLine[] => {
      const ideas = line.ideas.filter((idea) => idea[by] === name);
      return ideas.length > 0 || (name === null && line.ideas.length === 0) ? [{ ...line, ideas }] : [];
    });
    if (lines.length > 0) parts.set(name, { ...row, lines });
  }
  return parts;
}

export const STATUSES = ['idea', 'draft', 'planned', 'published'] as const;
export type Status = (typeof STATUSES)[number];

/** What the filters can offer: formats, channels and owners in use, each as first written, in alphabetical order. */
export function ideaChoices({ ideas, rows }: IdeaGrid): Record<'formats' | 'channels' | 'owners', string[]> {
  const owners = rows.flatMap(({ need, lines }) => [
    need?.owner ?? '',
    ...lines.map(({ answer }) => answer?.owner ?? ''),
  ]);
  return {
    formats: distinctNames(ideas.map(({ format }) => format)),
    channels: distinctNames(ideas.map(({ channel }) => channel)),
    owners: distinctNames([...owners, ...ideas.map(({ owner }) => owner)]),
  };
}

/** Each name once, as first written, in alphabetical order; case, accents and signs make no difference. */
export function distinctNames(names: Iterable<string>): string[] {
  const found = new Map<string, string>();
  for (const name of names) {
    const key = normaliseName(name);
    if (key !== '' && !found.has(key)) found.set(key, name.trim());
  }
  return [...found.values()].sort((a, b) => a.localeCompare(b));
}

export interface IdeaCounts {
  needs: number;
  /** Pain points without an answer; questions are not counted among them. */
  unanswered: number;
  ideas: number;
  /** Past their day and not published. */
  overdue: number;
}

/** What the rows hold; `today` is a calendar day. */
export function countsOf(rows: readonly GridRow[], today: string): IdeaCounts {
  const needs = new Map(rows.flatMap((row) => (row.need ? [[row.need.id, row] as const] : [])));
  const ideas = new Map(
    rows.flatMap(({ lines }) => lines.flatMap((line) => line.ideas.map((idea) => [idea.id, idea] as const))),
  );
  return {
    needs: needs.size,
    unanswered: [...needs.values()].filter((row) => row.need?.kind === 'pain-point' && isUnanswered(row)).length,
    ideas: ideas.size,
    overdue: [...ideas.values()].filter((idea) => isOverdue(idea, today)).length,
  };
}

/** Past its day, and not out yet. */
export const isOverdue = ({ due, status }: Idea, today: string): boolean =>
  due !== null && status !== 'published' && due < today;
