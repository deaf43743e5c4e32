import * as v from 'valibot';
import { CHANGE_TYPES } from '../../comparison/changes';
import { exportRequestSchema } from '../export-request';

const { page, landscape, margin, scale, background, emotionCurve, theme, language } = exportRequestSchema.entries;

/** What to make of a comparison. The same maps and request give the same bytes, from every host. */
export const comparisonRequestSchema = v.object({
  format: v.picklist(['pdf', 'png', 'svg', 'md']),
  /** The types of change that are shown. */
  types: v.optional(v.pipe(v.array(v.picklist(CHANGE_TYPES)), v.maxLength(CHANGE_TYPES.length)), [...CHANGE_TYPES]),
  /** Also what no reader of the map would miss. */
  minor: v.optional(v.boolean(), false),
  /** What is said of each change, below the map; on paper on pages of its own. */
  list: v.optional(v.boolean(), true),
  page,
  landscape,
  margin,
  scale,
  background,
  /** The metric that lies over the cards; null: none. */
  metric: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(64))), null),
  emotionCurve,
  theme,
  language,
});

export type ComparisonRequest = v.InferOutput<typeof comparisonRequestSchema>;

/** What one of the two maps is called, and when it was so. */
export const sideInfoSchema = v.object({
  name: v.pipe(v.string(), v.maxLength(1000)),
  /** ISO 8601, a day or a moment; null: not known. */
  date: v.nullable(v.pipe(v.string(), v.maxLength(40))),
});

export type SideInfo = v.InferOutput<typeof sideInfoSchema>;

/** A request with the initial value for all that is not named. */
export const comparisonRequest = (
  values: Partial<ComparisonRequest> & Pick<ComparisonRequest, 'format'>,
): ComparisonRequest => v.parse(comparisonRequestSchema, values);
