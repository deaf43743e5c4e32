import type { Translate } from '../../language/translator';
import type { NoFormulaValue } from './evaluate';
import type { FormulaError } from './syntax';

/** What is the matter with a formula, where (counted in characters from 1), and what to write instead. */
export function formulaErrorText(error: FormulaError, t: Translate): string {
  const { code, values } = error;
  const found = typeof values.found === 'string' ? foundText(values.found, t) : (values.found ?? '');
  const suggestion = values.suggestion ? t('formulas.suggestion', { column: values.suggestion }) : '';
  const message = t(`formulas.errors.${code}`, { ...values, found });
  return t('formulas.at', {
    position: error.start + 1,
    message: suggestion ? `${message} ${suggestion}` : message,
  });
}

function foundText(found: string, t: Translate): string {
  return found === '' ? t('formulas.end') : t('formulas.quoted', { text: found });
}

/** Why a formula has no value. */
export function noFormulaValueText(reason: NoFormulaValue, t: Translate): string {
  return t(`formulas.reasons.${reason}`);
}
