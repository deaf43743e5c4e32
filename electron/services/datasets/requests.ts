import * as v from 'valibot';
import { datasetFactsSchema, datasetOptionsSchema } from '../../../shared/metrics/dataset';
import { descriptionSchema } from '../../../shared/metrics/described';
import { mapOutlineSchema } from '../../../shared/metrics/map-outline';
import { dataPlanSchema } from '../../../shared/metrics/planned';
import { recipeSchema } from '../../../shared/metrics/recipe';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/**
 * What the process of a data file can be asked, with the check of the argument, made in the process, and of the answer,
 * made by who asked. Who answers stands in handlers.ts.
 */
export const REQUESTS = {
  /** Always the first one, once. */
  open: {
    argument: v.strictObject({
      /** The file, or a copy of it that may be removed. */
      path: v.string(),
      /** An empty folder of its own, removed by who asked. */
      folder: v.string(),
      /** For DuckDB, in MB. */
      memory: v.pipe(v.number(), v.integer(), v.minValue(16)),
      threads: v.pipe(v.number(), v.integer(), v.minValue(1)),
      options: datasetOptionsSchema,
    }),
    answer: datasetFactsSchema,
  },
  /** Some rows as they stand in the file, from the first one on (0); fewer than asked for at the end. */
  rows: {
    argument: v.strictObject({ from: count, count: v.pipe(count, v.maxValue(1_000)) }),
    answer: v.array(
      v.strictObject({ line: v.pipe(v.number(), v.integer(), v.minValue(1)), cells: v.array(v.string()) }),
    ),
  },
  /** What the columns hold, over all rows, and a recipe that suits. `header` absent: found out. */
  describe: {
    argument: v.strictObject({ outline: mapOutlineSchema, header: v.optional(recipeSchema.entries.header.wrapped) }),
    answer: descriptionSchema,
  },
  /** What an import by a recipe would do. */
  plan: {
    argument: v.strictObject({ recipe: recipeSchema, outline: mapOutlineSchema }),
    answer: dataPlanSchema,
  },
} as const;

export type RequestName = keyof typeof REQUESTS;
export type Argument<Name extends RequestName> = v.InferOutput<(typeof REQUESTS)[Name]['argument']>;
export type Answer<Name extends RequestName> = v.InferOutput<(typeof REQUESTS)[Name]['answer']>;

export const isRequestName = (name: string): name is RequestName => Object.hasOwn(REQUESTS, name);
