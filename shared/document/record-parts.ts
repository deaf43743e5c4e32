import { generateKeyBetween } from 'fractional-indexing';
import * as v from 'valibot';
import { LIMITS } from './limits';

/** What records of all collections are made of. */

/** Ids are record keys: never a name that JSON or JavaScript gives a meaning of its own. */
export const idSchema = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9][A-Za-z0-9_:.-]{0,63}$/, 'an id is 1 to 64 letters, digits or _ : . -'),
  v.check((id) => id !== 'prototype' && !(id in {}), 'a reserved name'),
);

/** A fractional index: compares as plain text, and between any two there is another. */
export const orderSchema = v.pipe(
  v.string(),
  v.regex(/^[0-9A-Za-z]{1,200}$/),
  v.check(isOrder, 'not a fractional index'),
);

/** Some texts look like an index, but nothing could ever be put next to them. */
function isOrder(text: string): boolean {
  try {
    return generateKeyBetween(text, null) > text;
  } catch {
    return false;
  }
}

/** Lengths and positions in map units; at 100 % zoom one unit is one CSS pixel. */
export const coordinate = v.pipe(v.number(), v.minValue(-LIMITS.coordinate), v.maxValue(LIMITS.coordinate));
export const extent = v.pipe(v.number(), v.minValue(16), v.maxValue(LIMITS.extent));
