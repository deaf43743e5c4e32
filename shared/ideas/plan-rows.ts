import type { JourneyMap } from '../document/schema';
import type { Translate } from '../language/translator';
import type { Answer, GridRow, Idea, Need } from './grid';

/** One line of the content plan. */
export interface PlanRow {
  row: GridRow;
  need: Need | null;
  answer: Answer | null;
  /** Null: none yet. */
  idea: Idea | null;
}

/** The grid line by line: an idea once for each way in which it serves a need, a need or answer without any once. */
function planRows(rows: readonly GridRow[]): PlanRow[] {
  return rows.flatMap((row) =>
    row.lines.flatMap(({ answer, ideas }): PlanRow[] =>
      (ideas.length > 0 ? ideas : [null]).map((idea) => ({ row, need: row.need, answer, idea })),
    ),
  );
}

/** The columns of a content plan; names: `ideas.plan` in shared/language. */
const PLAN_COLUMNS = [
  'stage',
  'kind',
  'need',
  'severity',
  'people',
  'answer',
  'idea',
  'format',
  'channel',
  'status',
  'due',
  'owner',
  'personas',
] as const;

type Cell = string | number | null;

/** A content plan as a table: the names of its columns, then a list of values for each line. Dates are `YYYY-MM-DD`. */
export function planTable(map: JourneyMap, rows: readonly GridRow[], t: Translate): [string[], ...Cell[][]] {
  const names = (ids: readonly string[]) => ids.map((id) => map.elements[id]?.title.trim() || t('kinds.persona.one'));
  const head = PLAN_COLUMNS.map((column) => t(`ideas.plan.${column}`));
  const lines = planRows(rows).map(({ row, need, answer, idea }): Cell[] => [
    row.stage?.title ?? null,
    need && t(`kinds.${need.kind}.one`),
    need?.title ?? null,
    need?.kind === 'pain-point' ? need.severity : null,
    row.people?.count ?? null,
    answer?.title ?? null,
    idea?.title ?? null,
    idea?.format ?? null,
    idea?.channel ?? null,
    idea?.status ? t(`options.status.${idea.status}`) : null,
    idea?.due ?? null,
    idea?.owner || answer?.owner || null,
    names((idea ?? answer ?? need)?.personas ?? []).join(', '),
  ]);
  return [head, ...lines];
}
