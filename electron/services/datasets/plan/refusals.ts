import { type DataPlan, PLAN_LIMITS, type RefusedRow } from '../../../../shared/metrics/planned';
import type { Session } from '../session';
import { type Body, cellNames } from './body';
import { codeOf, type MetricSql, REFUSAL_CODES } from './metric-sql';
import { NOBODY } from './names';
import { DATE_STATE } from './periods';
import { goodRow } from './points';
import { BY_PERIOD, type Resolved } from './resolve';

type Counts = Pick<
  DataPlan,
  'refused' | 'refusedCounts' | 'rowsUsed' | 'rowsWithoutValue' | 'rowsUnmatched' | 'rowsRefused'
>;

export interface RefusalInput {
  session: Session;
  resolved: Resolved;
  metrics: readonly MetricSql[];
  body: Body;
}

/** Lists every row that does not enter the map with its reason, and counts what becomes of all rows. */
export async function countRows({ session, resolved, metrics, body }: RefusalInput): Promise<Counts> {
  const { engine } = session;
  const any = (terms: readonly string[]) => (terms.length > 0 ? `(${terms.join(' OR ')})` : 'false');
  const hasMetricColumn = resolved.single.metric !== null;
  // A text in the metric column that means nothing has no columns of its own: any number counts.
  const stated = any(metrics.map(({ applies, hasValue }) => `(${applies} AND ${hasValue})`));
  const hasValue = hasMetricColumn ? `(met < 0 OR ${stated})` : stated;
  const cells = cellRefusals(metrics);
  const isCellRefused = any(cells.map(({ condition }) => condition));
  const rowCode = `CASE
    WHEN tgt = ${NOBODY.total} OR NOT coalesce(${hasValue}, false) THEN NULL
    WHEN tgt = ${NOBODY.blank} THEN ${codeOf('no-name')}
    WHEN met = ${NOBODY.blank} THEN ${codeOf('no-metric')}
    WHEN ${isCellRefused} THEN NULL
    WHEN ps = ${DATE_STATE.missing} THEN ${codeOf('no-date')}
    WHEN ps = ${DATE_STATE['not-a-date']} THEN ${codeOf('not-a-date')}
    WHEN ps = ${DATE_STATE['cut-week']} THEN ${codeOf('cut-week')} END`;
  const used = any(metrics.map((metric) => `(${goodRow(metric)})`));
  await engine.all(
    `CREATE OR REPLACE TEMP VIEW judged AS SELECT *, ${rowCode} AS row_code, coalesce(${used}, false) AS used,
     tgt >= ${NOBODY.unmatched} AND met >= ${NOBODY.unmatched} AND coalesce(${hasValue}, false) AS stated,
     tgt <> ${NOBODY.total} AND NOT coalesce(${hasValue}, false) AS empty FROM work`,
  );
  const refusals = [
    `SELECT place, line, pc, row_code AS code, NULL::INTEGER AS field FROM judged WHERE row_code IS NOT NULL`,
    ...cells.map(
      ({ column, code, condition }) =>
        `SELECT place, line, pc, ${code} AS code, ${column} AS field FROM judged
         WHERE stated AND tgt <> ${NOBODY.blank} AND ${condition}`,
    ),
  ].join(' UNION ALL ');
  const misplaced = `FROM cells WHERE ${body.isRow} AND (${body.isMisplaced})`;
  const brokenRows = await engine.all(`SELECT line ${misplaced} ORDER BY place LIMIT ${PLAN_LIMITS.refusals}`);
  const [[brokenCount] = []] = await engine.all(`SELECT count(*) ${misplaced}`);
  const counts = await engine.all(`SELECT code, count(*) AS n FROM (${refusals}) GROUP BY 1 ORDER BY n DESC`);
  const places = resolved.periodColumns.length > 0 ? 'count(DISTINCT place)' : 'count(*)';
  const [[rowsUsed, rowsWithoutValue, rowsUnmatched] = []] = await engine.all(
    `SELECT ${places} FILTER (used), ${places} FILTER (empty),
     ${places} FILTER (stated AND NOT used AND row_code IS NULL AND (tgt = -1 OR met = -1 OR per = -1)) FROM judged`,
  );
  const [[rowsRefused] = []] =
    counts.length > 0 ? await engine.all(`SELECT count(DISTINCT place) FROM (${refusals})`) : [[0]];
  const listed = counts.length > 0 ? await listRefusals(session, resolved, refusals) : [];
  const broken = brokenRows.map(
    ([line]): RefusedRow => ({ line: Number(line), reason: 'misplaced-cells', column: null, cell: '' }),
  );
  const brokenN = Number(brokenCount);
  return {
    refused: [...broken, ...listed].sort((a, b) => a.line - b.line).slice(0, PLAN_LIMITS.refusals),
    refusedCounts: [
      ...(brokenN > 0 ? [{ reason: 'misplaced-cells' as const, rows: brokenN }] : []),
      ...counts.flatMap(([code, n]) => {
        const reason = REFUSAL_CODES[Number(code)];
        return reason ? [{ reason, rows: Number(n) }] : [];
      }),
    ],
    rowsUsed: Number(rowsUsed),
    rowsWithoutValue: Number(rowsWithoutValue),
    rowsUnmatched: Number(rowsUnmatched),
    rowsRefused: Number(rowsRefused) + brokenN,
  };
}

interface CellRefusal {
  column: number;
  code: string;
  condition: string;
}

/** Each column once, whatever number of metrics it serves. */
function cellRefusals(metrics: readonly MetricSql[]): CellRefusal[] {
  const byColumn = new Map<number, Set<string>>();
  for (const { applies, refusals } of metrics)
    for (const { column, code } of refusals) {
      const cases = byColumn.get(column) ?? new Set();
      byColumn.set(column, cases.add(`CASE WHEN ${applies} THEN ${code} END`));
    }
  return [...byColumn].map(([column, cases]) => {
    const code = `coalesce(${[...cases].join(', ')})`;
    return { column, code, condition: `(${code}) IS NOT NULL` };
  });
}

async function listRefusals(session: Session, resolved: Resolved, refusals: string): Promise<RefusedRow[]> {
  const { engine, facts } = session;
  const rows = await engine.all(
    `SELECT r.code, r.field, r.pc, c.* FROM (SELECT * FROM (${refusals}) ORDER BY place, field LIMIT ${PLAN_LIMITS.refusals}) r
     JOIN (SELECT place, line, ${cellNames(facts).join(', ')} FROM cells) c ON c.place = r.place ORDER BY r.place, r.field`,
  );
  const { period, card, metric } = resolved.single;
  return rows.flatMap(([code, field, pc, _place, line, ...cells]) => {
    const reason = REFUSAL_CODES[Number(code)];
    if (!reason) return [];
    const own = { 'no-name': card, 'no-metric': metric, 'no-date': period, 'not-a-date': period, 'cut-week': period };
    const known = Object.hasOwn(own, reason) ? own[reason as keyof typeof own] : Number(field);
    const column = known === BY_PERIOD ? (resolved.periodColumns[Number(pc)]?.index ?? null) : known;
    return { line: Number(line), reason, column, cell: column === null ? '' : String(cells[column] ?? '') };
  });
}
