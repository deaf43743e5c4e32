import { InvalidArgumentError } from 'commander';
import type { Translate } from '../../shared/language/translator';

/** Reads a number option; what does not fit is refused with the range. Decimal point or comma. */
export const numberBetween =
  (t: Translate, min: number, max: number, whole = false) =>
  (text: string): number => {
    const value = Number(text.replace(',', '.'));
    if (text.trim() === '' || !(value >= min && value <= max) || (whole && !Number.isInteger(value))) {
      throw new InvalidArgumentError(t('commandLine.export.numberBetween', { min, max }));
    }
    return value;
  };
