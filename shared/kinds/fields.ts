import * as v from 'valibot';
import { LIMITS } from '../document/limits';

/**
 * What a kind can hold, said once: from these descriptions come the file schema, the defaults of a new card,
 * the inspector's controls, and the field names of a comparison.
 */
export interface Field<Value, Control extends ControlName = ControlName> {
  readonly control: Control;
  readonly initial: Value;
  readonly schema: v.GenericSchema<unknown, Value>;
  /** The allowed values of a choice, in the order they are offered. */
  readonly options?: readonly string[];
  /** Which list of usual words a line offers while typing; any other text is welcome too. */
  readonly suggestions?: SuggestionList;
  /** Inclusive bounds of a scale or an amount. */
  readonly min?: number;
  readonly max?: number;
}

export type ControlName =
  | 'line'
  | 'paragraph'
  | 'lines'
  | 'choice'
  | 'toggle'
  | 'feeling'
  | 'severity'
  | 'amount'
  | 'date'
  | 'colour';

/** Lists of usual words, kept in shared/language; what is typed is stored as typed. */
export type SuggestionList = 'channels' | 'formats' | 'departments';

export const textSchema = v.pipe(v.string(), v.maxLength(LIMITS.textLength));

/** Dates are calendar days without a time zone, `YYYY-MM-DD`. */
export const dateSchema = v.pipe(v.string(), v.isoDate());

/** A hex colour, `#rrggbb`. */
const colourSchema = v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/));

/** One line of text. */
export const line = (suggestions?: SuggestionList): Field<string, 'line'> => ({
  control: 'line',
  initial: '',
  schema: v.optional(textSchema, ''),
  ...(suggestions && { suggestions }),
});

/** Text of several lines. */
export const paragraph = (): Field<string, 'paragraph'> => ({
  control: 'paragraph',
  initial: '',
  schema: v.optional(textSchema, ''),
});

/** A list of short texts, one a line in the inspector. */
export const lines = (): Field<string[], 'lines'> => ({
  control: 'lines',
  initial: [],
  schema: v.optional(v.array(textSchema), () => []),
});

/** One of a fixed set of words, or null for "not said". */
export const choice = <const Options extends readonly string[]>(
  options: Options,
  initial: Options[number] | null = null,
): Field<Options[number] | null, 'choice'> => ({
  control: 'choice',
  initial,
  options,
  schema: v.optional(v.nullable(v.picklist(options)), initial),
});

export const toggle = (): Field<boolean, 'toggle'> => ({
  control: 'toggle',
  initial: false,
  schema: v.optional(v.boolean(), false),
});

/** How the customer feels, −2 (very bad) to +2 (very good); null: not said. */
export const feeling = (): Field<number | null, 'feeling'> => ({
  control: 'feeling',
  initial: null,
  min: -2,
  max: 2,
  schema: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(-2), v.maxValue(2))), null),
});

/** How much a pain point hurts, 1 (a nuisance) to 5 (they leave); null: not said. */
export const severity = (): Field<number | null, 'severity'> => ({
  control: 'severity',
  initial: null,
  min: 1,
  max: 5,
  schema: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5))), null),
});

/** A finite number, or null for "not said". */
export const amount = (): Field<number | null, 'amount'> => ({
  control: 'amount',
  initial: null,
  schema: v.optional(v.nullable(v.pipe(v.number(), v.finite())), null),
});

export const date = (): Field<string | null, 'date'> => ({
  control: 'date',
  initial: null,
  schema: v.optional(v.nullable(dateSchema), null),
});

/** A colour, or null for the kind's own. */
export const colour = (): Field<string | null, 'colour'> => ({
  control: 'colour',
  initial: null,
  schema: v.optional(v.nullable(colourSchema), null),
});

export type Fields = Readonly<Record<string, Field<unknown>>>;

type ValueOf<F> = F extends Field<infer Value> ? Value : never;

/** The values of a kind's own fields, by name. */
export type FieldValues<F> = { -readonly [Name in keyof F]: ValueOf<F[Name]> };

/** The valibot entries of a kind's own fields. */
export type FieldSchemas<F> = {
  [Name in keyof F]: F[Name] extends Field<infer Value> ? v.GenericSchema<unknown, Value> : never;
};

export function schemasOf<F extends object>(fields: F): FieldSchemas<F> {
  return Object.fromEntries(
    Object.entries(fields as Fields).map(([name, field]) => [name, field.schema]),
  ) as FieldSchemas<F>;
}

/** The values a new card starts with. Every call gives fresh arrays. */
export function initialValues<F extends object>(fields: F): FieldValues<F> {
  return Object.fromEntries(
    Object.entries(fields as Fields).map(([name, field]) => [
      name,
      Array.isArray(field.initial) ? [...field.initial] : field.initial,
    ]),
  ) as FieldValues<F>;
}
