import { useId } from 'react';
import { columnName } from '../../../shared/metrics/column-name';
import type { ColumnDescription, Description } from '../../../shared/metrics/described';
import { PERIOD_UNITS, type PeriodUnit, periodLabel } from '../../../shared/metrics/periods';
import type { DataPlan } from '../../../shared/metrics/planned';
import { COLUMN_ROLES, type ColumnRole, LAYOUTS, type Recipe } from '../../../shared/metrics/recipe';
import { withColumn, withLayout, withRole } from '../../../shared/metrics/recipe-edits';
import { useLanguage, useTexts } from '../../store/texts';
import { Select } from '../../ui/Select';
import { Readings } from './Readings';

/** A file may have a thousand columns; those in use are shown in any case. */
const MOST_COLUMNS = 40;

interface ImportColumnsProps {
  description: Description;
  recipe: Recipe;
  plan: DataPlan | null;
  onChange: (recipe: Recipe) => void;
}

/** What each column is for; what can be read in two ways is asked, with both readings of real values. */
export function ImportColumns({ description, recipe, plan, onChange }: ImportColumnsProps) {
  const t = useTexts();
  const id = useId();
  const roles = new Map(recipe.columns.map(({ index, role }) => [index, role]));
  const shown = description.columns.filter(
    ({ index }) => index < MOST_COLUMNS || (roles.get(index) ?? 'ignored') !== 'ignored',
  );
  const hasPeriods =
    recipe.layout === 'wide-by-period' || recipe.columns.some(({ role }) => role === 'period') || plan?.periodUnit;
  return (
    <section>
      <h3 className="section-title">{t('dialogs.import.columnsTitle')}</h3>
      <div className="import-field">
        <label className="label" htmlFor={`${id}-layout`}>
          {t('importer.layout')}
        </label>
        <Select
          id={`${id}-layout`}
          value={recipe.layout}
          options={LAYOUTS.map((layout) => ({ value: layout, text: t(`importer.layouts.${layout}`) }))}
          onChange={(layout) => onChange(withLayout(recipe, description.columns, layout))}
        />
      </div>
      <ul className="import-roles">
        {shown.map((column) => {
          const name = columnName(column, t);
          return (
            <li key={column.index} data-role={roles.get(column.index) ?? 'ignored'}>
              <label htmlFor={`${id}-${column.index}`} title={column.examples.join(' · ')}>
                {name}
              </label>
              <Select<ColumnRole>
                id={`${id}-${column.index}`}
                value={roles.get(column.index) ?? 'ignored'}
                options={COLUMN_ROLES.map((role) => ({ value: role, text: t(`importer.roles.${role}`) }))}
                onChange={(role) => onChange(withRole(recipe, description.columns, column.index, role))}
              />
            </li>
          );
        })}
      </ul>
      {description.columns.map((column) => (
        <ColumnQuestions key={column.index} column={column} recipe={recipe} plan={plan} onChange={onChange} />
      ))}
      {hasPeriods && (
        <div className="import-field">
          <label className="label" htmlFor={`${id}-unit`}>
            {t('dialogs.import.periodUnit')}
          </label>
          <Select<PeriodUnit | ''>
            id={`${id}-unit`}
            value={recipe.periodUnit ?? ''}
            options={[
              { value: '', text: t('dialogs.import.automatic') },
              ...PERIOD_UNITS.map((unit) => ({ value: unit, text: t(`metrics.periodUnits.${unit}`) })),
            ]}
            onChange={(unit) => onChange({ ...recipe, periodUnit: unit === '' ? null : unit })}
          />
        </div>
      )}
    </section>
  );
}

const NUMERIC: ReadonlySet<ColumnRole> = new Set(['value', 'numerator', 'denominator', 'n']);

function ColumnQuestions({
  column,
  recipe,
  plan,
  onChange,
}: Omit<ImportColumnsProps, 'description'> & { column: ColumnDescription }) {
  const t = useTexts();
  const language = useLanguage();
  const chosen = recipe.columns.find(({ index }) => index === column.index);
  const asked = plan?.questions.find(
    (question) =>
      (question.question === 'decimal' || question.question === 'date-order') && question.column === column.index,
  );
  const name = columnName(column, t);
  const { number, date } = column;
  const used = chosen && (NUMERIC.has(chosen.role) || isInFormula(recipe, column.name));
  const number1 = (value: number | null) => (value === null ? null : plainNumber(value, language));
  const period = (value: string | null) => (value === null ? null : periodLabel(value, language, { year: true }));
  if (chosen && number && (number.ambiguous || number.mixed) && (used || asked?.question === 'decimal')) {
    const examples = asked?.question === 'decimal' ? asked.examples : number.examples;
    return (
      <Readings
        question={t('importer.decimalOf', { column: name })}
        value={chosen.decimal}
        options={[
          {
            value: '.',
            text: t('dialogs.import.point'),
            readings: examples.map(({ cell, point }) => ({ cell, reading: number1(point) })),
          },
          {
            value: ',',
            text: t('dialogs.import.comma'),
            readings: examples.map(({ cell, comma }) => ({ cell, reading: number1(comma) })),
          },
        ]}
        onChange={(decimal) => onChange(withColumn(recipe, column.index, { decimal }))}
      />
    );
  }
  if (chosen?.role === 'period' && date && (date.ambiguous || date.mixed)) {
    const examples = asked?.question === 'date-order' ? asked.examples : date.examples;
    return (
      <Readings
        question={t('importer.dateOrderOf', { column: name })}
        value={chosen.dateOrder}
        options={[
          {
            value: 'day-first',
            text: t('dialogs.import.dayFirst'),
            readings: examples.map(({ cell, dayFirst }) => ({ cell, reading: period(dayFirst) })),
          },
          {
            value: 'month-first',
            text: t('dialogs.import.monthFirst'),
            readings: examples.map(({ cell, monthFirst }) => ({ cell, reading: period(monthFirst) })),
          },
        ]}
        onChange={(dateOrder) => onChange(withColumn(recipe, column.index, { dateOrder }))}
      />
    );
  }
  return null;
}

const isInFormula = (recipe: Recipe, column: string) =>
  column !== '' && recipe.metrics.some(({ formula }) => formula.includes(column));

/** Without signs between thousands, which are what the question is about. */
const plainNumber = (value: number, language: string) =>
  new Intl.NumberFormat(language, { useGrouping: false, maximumFractionDigits: 6 }).format(value);
