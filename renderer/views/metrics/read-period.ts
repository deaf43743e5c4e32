import * as v from 'valibot';
import { periodSchema } from '../../../shared/document/schema';
import type { Period } from '../../../shared/metrics/periods';

/** A period that was typed, `2026-w47` or ` 2026-11`; empty: a value without a date. Null: it is none. */
export function readPeriod(text: string): Period | null {
  const wanted = text.trim().toUpperCase();
  return v.is(periodSchema, wanted) ? wanted : null;
}
