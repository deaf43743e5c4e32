import type { Translate } from '../language/translator';
import { type CatalogueMeasure, measureTitle } from './catalogue/catalogue';
import { measuresIn, recogniseMeasure } from './catalogue/recognise';
import type { ColumnDescription } from './described';
import { catalogueFormula } from './formula/catalogue-formula';
import { currencyCode } from './numbers';
import type { RecipeMetric } from './recipe';
import { speaksOf } from './words';

/** What else the table has that bears on a metric. */
interface Beside {
  /** Columns of numerators and denominators. */
  hasQuotient: boolean;
  /** A column with the number of answers. */
  hasAnswers: boolean;
}

/** So many ratios are offered that no column holds, but whose parts all do. */
const MOST_RATIOS = 5;

const CURRENCY = /\p{Sc}|\b(?:EUR|USD|GBP|CHF|MXN|ARS|CLP|COP|PEN|BRL)\b/u;

/** `conversion_rate (%)` is a metric called `Conversion rate`. */
function titleFrom(name: string): string {
  const title = name
    .replace(/\s*[([][^()[\]]*[)\]]\s*$/, '')
    .replace(/\s*[%€$£]\s*$/, '')
    .replaceAll('_', ' ')
    .trim();
  return title === '' ? name : title.charAt(0).toUpperCase() + title.slice(1);
}

/** The metric that a name and the numbers below it speak of. `column` null: nothing is known of the numbers. */
export function metricFor(name: string, column: ColumnDescription | null, beside: Beside): RecipeMetric {
  const number = column?.number ?? null;
  const percent = (number?.percent ?? 0) > 0;
  const called = recogniseMeasure(name);
  // A column of percentages is not a count, whatever it is called.
  const measure = percent && called?.unit !== 'percent' ? null : called;
  const sign = number?.currency ?? CURRENCY.exec(name)?.[0] ?? null;
  const isPercent = percent || /[%％]/.test(name) || (speaksOf(name, 'percent') && !sign);
  const isMoney = sign !== null && !isPercent;
  const unit =
    measure?.unit === 'number' || !measure ? (isPercent ? 'percent' : isMoney ? 'currency' : 'number') : measure.unit;
  const hasFractions = number?.range ? number.range.every((value) => Math.abs(value) <= 1) && !number.whole : false;
  const aggregation = aggregationFor(measure, column, name, unit, beside);
  return {
    key: name,
    id: null,
    title: titleFrom(name),
    catalogue: measure?.id ?? null,
    unit: aggregation === 'nps' ? 'number' : aggregation === 'csat' ? 'percent' : unit,
    currency: unit === 'currency' && sign ? currencyCode(sign) : '',
    decimals: measure?.decimals ?? (unit === 'percent' ? 1 : Math.min(number?.decimals ?? 0, 2)),
    direction:
      measure?.direction ?? (speaksOf(name, 'lower') ? 'lower' : speaksOf(name, 'neither') ? 'none' : 'higher'),
    target: null,
    aggregation,
    formula: '',
    percentScale: unit === 'percent' && !percent && hasFractions ? 'fractions' : 'points',
  };
}

function aggregationFor(
  measure: CatalogueMeasure | null,
  column: ColumnDescription | null,
  name: string,
  unit: RecipeMetric['unit'],
  { hasQuotient, hasAnswers }: Beside,
): RecipeMetric['aggregation'] {
  if (hasQuotient) return 'ratio';
  const averaged = hasAnswers ? 'weighted-mean' : 'mean';
  switch (measure?.aggregation) {
    case 'sum':
    case 'last':
      return measure.aggregation;
    case 'nps':
    case 'csat':
      // Single answers, or scores that somebody has worked out.
      return holdsAnswers(column, measure.aggregation) ? measure.aggregation : averaged;
    case 'ratio':
    case 'mean':
    case 'weighted-mean':
      return averaged;
    default: {
      const hasDecimals = unit === 'number' && (column?.number?.decimals ?? 0) > 0;
      return unit === 'percent' || speaksOf(name, 'mean') || hasDecimals ? averaged : 'sum';
    }
  }
}

function holdsAnswers(column: ColumnDescription | null, scale: 'nps' | 'csat'): boolean {
  const number = column?.number;
  if (!number?.range || !number.whole || number.percent > 0) return false;
  const [least, most] = scale === 'nps' ? [0, 10] : [1, 5];
  return number.range[0] >= least && number.range[1] <= most;
}

/** The ratios of the catalogue whose parts all have a column: as formulas, which stay right over any rows and periods. */
export function ratiosIn(columns: readonly string[], t: Translate): RecipeMetric[] {
  const found = measuresIn(columns).flatMap(({ measure, columns: parts }) => {
    const formula = measure.ratio ? catalogueFormula(measure, parts) : null;
    if (formula === null) return [];
    const own = columns.find((name) => recogniseMeasure(name)?.id === measure.id);
    return { measure, formula, own: own ?? null };
  });
  // Those that have a column of their own first: they were meant.
  const sorted = [...found.filter(({ own }) => own !== null), ...found.filter(({ own }) => own === null)];
  // A rate and its trend are the same numbers: once is enough.
  const distinct = sorted.filter(({ formula }, at) => sorted.findIndex((one) => one.formula === formula) === at);
  return distinct.slice(0, MOST_RATIOS).map(({ measure, formula, own }) => ({
    key: own ?? measure.id,
    id: null,
    title: own === null ? measureTitle(measure, t) : titleFrom(own),
    catalogue: measure.id,
    unit: measure.unit,
    currency: '',
    decimals: measure.decimals,
    direction: measure.direction,
    target: null,
    aggregation: 'ratio',
    formula,
    percentScale: 'points',
  }));
}
