import type { Period } from '../../../../shared/metrics/periods';
import { PLAN_LIMITS, type PreviewRow } from '../../../../shared/metrics/planned';
import type { Target } from '../../../../shared/metrics/recipe';
import type { Session } from '../session';
import { cellNames } from './body';
import { type MetricSql, REFUSAL_CODES } from './metric-sql';
import type { NumberField } from './numbers';
import { BY_PERIOD, type FieldIndex, type Resolved } from './resolve';

interface PreviewInput {
  session: Session;
  resolved: Resolved;
  metrics: readonly MetricSql[];
  fields: ReadonlyMap<FieldIndex, NumberField>;
  targets: readonly Target[];
  periods: readonly Period[];
}

/** The first rows of the table, as they were read. */
export async function previewRows(input: PreviewInput): Promise<PreviewRow[]> {
  const { session, fields } = input;
  const { engine, facts } = session;
  const numbers = [...fields.values()].flatMap(({ key }) => [`j.x${key}`, `j.s${key}`, `j.p${key}`]);
  const [[least, greatest] = []] = await engine.all(
    `SELECT min(place), max(place) FROM (SELECT DISTINCT place FROM work ORDER BY place LIMIT ${PLAN_LIMITS.preview})`,
  );
  const within = `place BETWEEN ${Number(least ?? 0)} AND ${Number(greatest ?? -1)}`;
  const rows = await engine.all(
    `SELECT ${['j.place', 'j.line', 'j.pc', 'j.tgt', 'j.met', 'j.pe', 'j.row_code', ...numbers].join(', ')}
     FROM judged j WHERE j.${within} ORDER BY j.place, j.pc`,
  );
  const raw = new Map(
    (await engine.all(`SELECT place, ${cellNames(facts).join(', ')} FROM cells WHERE ${within}`)).map(
      ([place, ...cells]) => [Number(place), cells.map(String)],
    ),
  );
  const found = new Map<number, PreviewRow>();
  for (const [place, line, pc, tgt, met, pe, code, ...read] of rows) {
    const row: PreviewRow = found.get(Number(place)) ?? {
      line: Number(line),
      cells: raw.get(Number(place)) ?? [],
      target: input.targets[Number(tgt)] ?? null,
      period: pc === 0 && input.resolved.periodColumns.length > 0 ? null : (input.periods[Number(pe ?? -1)] ?? null),
      values: [],
      refused: code === null ? null : (REFUSAL_CODES[Number(code)] ?? null),
    };
    found.set(Number(place), row);
    [...fields.keys()].forEach((index, at) => {
      const [x, state, percent] = read.slice(at * 3, at * 3 + 3);
      const column = index === BY_PERIOD ? (input.resolved.periodColumns[Number(pc)]?.index ?? 0) : index;
      // Rows of totals are not read at all.
      const value =
        state === 0 && x !== null ? asStored(Number(x), percent === true, metricAt(input, index, Number(met))) : null;
      row.values.push({ column, value });
    });
  }
  return [...found.values()];
}

/** The metric that a row's cell in a column of numbers belongs to. */
function metricAt({ metrics, resolved }: PreviewInput, index: FieldIndex, met: number): MetricSql | undefined {
  if (resolved.single.metric !== null) return metrics[met];
  return metrics.find((metric) => metric.resolved.value === index);
}

function asStored(value: number, percent: boolean, metric: MetricSql | undefined): number {
  if (!metric || metric.resolved.value === null) return value;
  const { unit, percentScale, aggregation } = metric.resolved.metric;
  if (aggregation === 'nps' || aggregation === 'csat') return value;
  if (unit === 'percent')
    return percent || percentScale === 'fractions' ? value : Number((value / 100).toPrecision(15));
  return percent ? Number((value * 100).toPrecision(15)) : value;
}
