import * as v from 'valibot';
import { FAULT_CODES } from '../../../shared/api/faults';

/** What goes between the host and the process of a data file. Each side checks what arrives. */

const id = v.pipe(v.number(), v.integer(), v.minValue(1));

export const toProcessSchema = v.variant('type', [
  v.strictObject({ type: v.literal('ask'), id, name: v.string(), argument: v.unknown() }),
  v.strictObject({ type: v.literal('cancel'), id }),
]);
export type ToProcess = v.InferOutput<typeof toProcessSchema>;

const faultSchema = v.strictObject({
  code: v.picklist(FAULT_CODES),
  path: v.optional(v.string()),
  detail: v.optional(v.string()),
});

export const fromProcessSchema = v.variant('type', [
  /** Sent twice a second while something is worked on: silence means that the process hangs. */
  v.strictObject({ type: v.literal('alive') }),
  /** From 0 to 1. */
  v.strictObject({ type: v.literal('progress'), id, share: v.pipe(v.number(), v.minValue(0), v.maxValue(1)) }),
  v.strictObject({ type: v.literal('answer'), id, value: v.unknown() }),
  v.strictObject({ type: v.literal('fault'), id, fault: faultSchema }),
]);
export type FromProcess = v.InferOutput<typeof fromProcessSchema>;
