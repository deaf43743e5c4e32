import { useId, useMemo } from 'react';
import { type ImportChoices, suggestForPeriods, suggestForValues } from '../../../shared/metrics/import-choices';
import { readNumberColumn } from '../../../shared/metrics/numbers';
import { PERIOD_UNITS, type PeriodUnit, periodLabel } from '../../../shared/metrics/periods';
import { readPeriodColumn } from '../../../shared/metrics/read-periods';
import type { Table } from '../../../shared/metrics/read-table';
import { useLanguage, useTexts } from '../../store/texts';
import { Select } from '../../ui/Select';
import { Readings } from './Readings';

const NONE = '';

interface ImportColumnsProps {
  table: Table;
  choices: ImportChoices;
  onChange: (values: Partial<ImportChoices>) => void;
}

/** Which column is what; what can be read in two ways is asked, with both readings of real values. */
export function ImportColumns({ table, choices, onChange }: ImportColumnsProps) {
  const t = useTexts();
  const language = useLanguage();
  const id = useId();
  const { cardColumn, valueColumn, periodColumn } = choices;
  const numbers = useMemo(
    () => (valueColumn === null ? null : readNumberColumn(cellsOf(table, valueColumn))),
    [table, valueColumn],
  );
  const periods = useMemo(
    () => (periodColumn === null ? null : readPeriodColumn(cellsOf(table, periodColumn))),
    [table, periodColumn],
  );

  const number = (value: number | null) => (value === null ? null : plainNumber(value, language));
  const period = (value: string | null) => (value === null ? null : periodLabel(value, language, { year: true }));
  const columns = table.header.map((name, index) => ({
    value: String(index),
    text: name || t('dialogs.import.column', { number: index + 1 }),
  }));
  const select = (
    role: 'card' | 'value' | 'period',
    column: number | null,
    onSelect: (column: number | null) => void,
    none: string | null,
  ) => (
    <div className="import-field">
      <label className="label" htmlFor={`${id}-${role}`}>
        {t(`dialogs.import.columns.${role}`)}
      </label>
      <Select
        id={`${id}-${role}`}
        value={column === null ? NONE : String(column)}
        options={none === null ? columns : [{ value: NONE, text: none }, ...columns]}
        onChange={(value) => onSelect(value === NONE ? null : Number(value))}
      />
    </div>
  );

  return (
    <section>
      <h3 className="section-title">{t('dialogs.import.columnsTitle')}</h3>
      {select(
        'card',
        cardColumn,
        (column) => onChange({ cardColumn: column, assignments: [] }),
        cardColumn === null ? t('dialogs.import.pick') : null,
      )}
      {select(
        'value',
        valueColumn,
        (column) => onChange(suggestForValues(table, column)),
        valueColumn === null ? t('dialogs.import.pick') : null,
      )}
      {numbers && (numbers.ambiguous || numbers.mixed) && (
        <Readings
          question={t('metrics.questions.decimal')}
          value={choices.decimal}
          options={[
            {
              value: '.',
              text: t('dialogs.import.point'),
              readings: numbers.examples.map(({ cell, point }) => ({ cell, reading: number(point) })),
            },
            {
              value: ',',
              text: t('dialogs.import.comma'),
              readings: numbers.examples.map(({ cell, comma }) => ({ cell, reading: number(comma) })),
            },
          ]}
          onChange={(decimal) => onChange({ decimal })}
        />
      )}
      {select(
        'period',
        periodColumn,
        (column) => onChange({ periodColumn: column, ...suggestForPeriods(table, column) }),
        t('dialogs.import.noPeriod'),
      )}
      {periods && (periods.ambiguous || periods.mixed) && (
        <Readings
          question={t('metrics.questions.date-order')}
          value={choices.dateOrder}
          options={[
            {
              value: 'day-first',
              text: t('dialogs.import.dayFirst'),
              readings: periods.examples.map(({ cell, dayFirst }) => ({ cell, reading: period(dayFirst) })),
            },
            {
              value: 'month-first',
              text: t('dialogs.import.monthFirst'),
              readings: periods.examples.map(({ cell, monthFirst }) => ({ cell, reading: period(monthFirst) })),
            },
          ]}
          onChange={(dateOrder) => onChange({ dateOrder })}
        />
      )}
      {periodColumn !== null && (
        <div className="import-field">
          <label className="label" htmlFor={`${id}-unit`}>
            {t('dialogs.import.periodUnit')}
          </label>
          <Select<PeriodUnit | ''>
            id={`${id}-unit`}
            value={choices.periodUnit ?? NONE}
            options={[
              { value: NONE, text: t('dialogs.import.automatic') },
              ...PERIOD_UNITS.map((unit) => ({ value: unit, text: t(`metrics.periodUnits.${unit}`) })),
            ]}
            onChange={(unit) => onChange({ periodUnit: unit === NONE ? null : unit })}
          />
        </div>
      )}
    </section>
  );
}

const cellsOf = (table: Table, column: number) => table.rows.map((row) => row[column] ?? '');

/** Without signs between thousands, which are what the question is about. */
const plainNumber = (value: number, language: string) =>
  new Intl.NumberFormat(language, { useGrouping: false, maximumFractionDigits: 6 }).format(value);
