import { type CatalogueMeasure, type CataloguePart, partsOf } from '../catalogue/catalogue';
import { formulaText } from './groups';
import { parseFormula } from './parse';

/**
 * The formula of a metric that is worked out from a file's columns: `sum([Opened]) / sum([Delivered])`. `columns` names
 * one for each part (`recogniseParts` finds them); null: some are missing, or the measure has no formula.
 */
export function catalogueFormula(
  measure: CatalogueMeasure,
  columns: Partial<Record<CataloguePart, string>>,
): string | null {
  const parts = partsOf(measure) as CataloguePart[];
  if (parts.length === 0 || parts.some((part) => !columns[part])) return null;
  const named = (formula: string) =>
    formula.replace(/[a-z_]+/g, (part) => `[${(columns[part as CataloguePart] ?? '').replaceAll(']', ']]')}]`);
  const text = measure.ratio
    ? `sum(${named(measure.ratio.numerator)}) / sum(${named(measure.ratio.denominator)})`
    : `mean(${named(measure.formula ?? '')})`;
  const parsed = parseFormula(text);
  return parsed.status === 'ok' ? formulaText(parsed.expression) : null;
}
