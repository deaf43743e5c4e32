import type { ImportChoices } from '../../../shared/metrics/import-choices';
import type { Table } from '../../../shared/metrics/read-table';
import { useTexts } from '../../store/texts';

const ROWS = 8;
/** A file may have a thousand columns; those in use are shown in any case. */
const MOST_COLUMNS = 30;
const LONGEST_CELL = 80;

/** The first rows as they were read, with the columns in use marked. */
export function ImportTable({ table, choices }: { table: Table; choices: ImportChoices }) {
  const t = useTexts();
  const roleOf = (column: number): 'card' | 'value' | 'period' | null => {
    if (column === choices.cardColumn) return 'card';
    if (column === choices.valueColumn) return 'value';
    return column === choices.periodColumn ? 'period' : null;
  };
  const columns = table.header
    .map((name, index) => ({ name, index, role: roleOf(index) }))
    .filter(({ index, role }) => index < MOST_COLUMNS || role !== null);
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
            {columns.map(({ name, index, role }) => (
              <th key={index} scope="col" data-role={role}>
                {name || t('dialogs.import.column', { number: index + 1 })}
                {role && <span className="import-role">{t(`dialogs.import.roles.${role}`)}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.slice(0, ROWS).map((row, at) => (
            <tr key={table.lines[at]}>
              <th scope="row">{table.lines[at]}</th>
              {columns.map(({ index, role }) => (
                <td key={index} data-role={role}>
                  {(row[index] ?? '').slice(0, LONGEST_CELL)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
