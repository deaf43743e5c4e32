import type { DecimalSign } from '../../../../shared/metrics/numbers';

/** How a number comes out of a text: where nothing of that is so, `readNumber` of shared/metrics is asked. */
export interface NumberSql {
  /** True for a text that needs no second look. */
  isRegular: string;
  /** Its number. */
  value: string;
}

/** Digits that a double tells apart from 2^53 on, so that no regular number is too large: larger ones go the long way. */
const DIGITS = 15;

/**
 * The plain forms of a number, read by DuckDB itself: digits, grouped or not, a decimal sign, a minus. The text that is
 * cast is the one that JavaScript's `Number` gets for them, and both round correctly: the numbers are the same.
 */
export function numberSql(cell: string, decimal: DecimalSign): NumberSql {
  const [group, point] = decimal === '.' ? [',', '[.]'] : ['[.]', ','];
  const pattern = `-?([0-9]{1,${DIGITS}}|[1-9][0-9]{0,2}(${group}[0-9]{3}){1,4})(${point}[0-9]{1,${DIGITS}})?`;
  const plain = decimal === '.' ? `replace(${cell}, ',', '')` : `replace(replace(${cell}, '.', ''), ',', '.')`;
  return { isRegular: `regexp_full_match(${cell}, '${pattern}')`, value: `(CAST(${plain} AS DOUBLE) + 0)` };
}
