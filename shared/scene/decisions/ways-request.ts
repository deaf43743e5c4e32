import * as v from 'valibot';
import { MEASURES } from '../../decisions/chosen-objective';
import { ROUTES } from '../../decisions/shown-route';

const id = v.optional(v.nullable(v.pipe(v.string(), v.maxLength(64))), null);

/** What the picture of the decisions shows. Ids of what is not in the map count for nothing. */
export const waysRequestSchema = v.object({
  /** Only customers of this persona; null: all. */
  persona: id,
  /** The outcome that route and forecast speak of; null: the one that is won by most. */
  outcome: id,
  /** What stands out: all ways to the outcome, the likeliest one, nothing. */
  route: v.optional(v.nullable(v.picklist(ROUTES)), null),
  measure: v.optional(v.picklist(MEASURES), 'customers'),
  /** Null: no forecast below the picture. */
  forecast: v.optional(
    v.nullable(
      v.object({
        /** A day, `YYYY-MM-DD`: the period after the one in which it lies is the first. */
        today: v.pipe(v.string(), v.isoDate()),
        periods: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(120)),
        seed: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4_294_967_295)),
      }),
    ),
    null,
  ),
});

export type WaysRequest = v.InferOutput<typeof waysRequestSchema>;
