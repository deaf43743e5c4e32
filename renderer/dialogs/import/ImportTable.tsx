import { columnName } from '../../../shared/metrics/column-name';
import type { Description } from '../../../shared/metrics/described';
import { formatNumber } from '../../../shared/metrics/format';
import { periodLabel } from '../../../shared/metrics/periods';
import type { DataPlan, PreviewRow } from '../../../shared/metrics/planned';
import type { Recipe } from '../../../shared/metrics/recipe';
import { useLanguage, useTexts } from '../../store/texts';
import { Icon } from '../../ui/Icon';
import type { RawRow } from './use-dataset';

const UNREAD = { target: null, period: null, values: [], refused: null };
const ROWS = 12;
/** A file may have a thousand columns; those in use are shown in any case. */
const MOST_COLUMNS = 30;
const LONGEST_CELL = 80;

/** The first rows as they stand and as they are read, with the columns in use marked. */
export function ImportTable(props: {
  description: Description;
  recipe: Recipe;
  plan: DataPlan | null;
  /** As they stand, for as long as nothing is read of them. */
  rows: readonly RawRow[];
}) {
  const { description, recipe, plan, rows } = props;
  const t = useTexts();
  const roles = new Map(recipe.columns.map(({ index, role }) => [index, role]));
  const columns = description.columns
    .map((column) => ({ ...column, role: roles.get(column.index) ?? 'ignored' }))
    .filter(({ index, role }) => index < MOST_COLUMNS || role !== 'ignored');
  const below = description.header?.last ?? 0;
  const shownRows: readonly PreviewRow[] = plan?.preview.length
    ? plan.preview
    : rows.filter(({ line }) => line > below).map((row) => ({ ...row, ...UNREAD }));
  return (
    // It scrolls, so it must be reachable with the keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section className="import-table" aria-label={t('dialogs.import.preview')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t('dialogs.import.line')}</span>
            </th>
            {columns.map((column) => (
              <th key={column.index} scope="col" data-role={column.role === 'ignored' ? undefined : column.role}>
                {columnName(column, t)}
                {column.role !== 'ignored' && (
                  <span className="import-role">{t(`importer.shortRoles.${column.role}`)}</span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shownRows.slice(0, ROWS).map((row) => (
            <tr key={row.line} className={row.refused ? 'refused' : undefined}>
              <th scope="row">
                {row.refused && (
                  <span title={t(`dataPlan.refusals.${row.refused}`)}>
                    <Icon name="triangle-alert" size={12} />
                    <span className="visually-hidden">{t(`dataPlan.refusals.${row.refused}`)}</span>
                  </span>
                )}
                {row.line}
              </th>
              {columns.map(({ index, role }) => (
                <td key={index} data-role={role === 'ignored' ? undefined : role}>
                  <Cell row={row} index={index} role={role} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What stands in a cell, and what it was read as where that is not the same. */
function Cell({ row, index, role }: { row: PreviewRow; index: number; role: string }) {
  const language = useLanguage();
  const cell = (row.cells[index] ?? '').slice(0, LONGEST_CELL);
  const value = row.values.find(({ column }) => column === index)?.value;
  const read =
    role === 'period' && row.period
      ? periodLabel(row.period, language, { year: true })
      : value === null || value === undefined
        ? null
        : formatNumber(value, decimalsOf(value), language);
  return (
    <>
      {cell}
      {read !== null && read !== cell.trim() && <small className="import-read">{read}</small>}
    </>
  );
}

const decimalsOf = (value: number) => Math.min(6, /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0);
