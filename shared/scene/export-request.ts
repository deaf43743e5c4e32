import * as v from 'valibot';
import { overlaySettingsSchema } from '../metrics/overlay-settings';
import { waysRequestSchema } from './decisions/ways-request';

export const PAGE_SIZES = ['fit', 'A4', 'A3', 'A2', 'A1', 'Letter', 'Tabloid'] as const;
export type PageSize = (typeof PAGE_SIZES)[number];

export const EXPORT_VIEWS = ['map', 'decisions', 'metrics'] as const;

/** What to make of a map. The same request gives the same bytes, from every host. */
export const exportRequestSchema = v.object({
  format: v.picklist(['pdf', 'png', 'svg']),
  /** The map, the ways through it with their customers, or the sheet of all its metrics. */
  view: v.optional(v.picklist(EXPORT_VIEWS), 'map'),
  /** Of the decisions: the scenario by its id; null: the map as it is. */
  scenario: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(64))), null),
  /** Of the decisions: whose customers, what stands out, what is forecast. */
  ways: v.optional(waysRequestSchema, {}),
  /** Ids of the elements to show, with the connections among them; null: the whole map. */
  selection: v.optional(v.nullable(v.pipe(v.array(v.pipe(v.string(), v.maxLength(64))), v.maxLength(200_000))), null),
  page: v.optional(v.picklist(PAGE_SIZES), 'fit'),
  landscape: v.optional(v.boolean(), true),
  /** Null: one page. Otherwise a poster, this many pages wide, as many high as it takes (PDF only). */
  tilesAcross: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(12))), null),
  /** Millimetres that neighbouring poster pages share. */
  overlap: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(50)), 10),
  /** Corner marks and page names on poster pages. */
  marks: v.optional(v.boolean(), true),
  /** Millimetres around the content. */
  margin: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(100)), 10),
  /** Pixels per map unit of a PNG. */
  scale: v.optional(v.pipe(v.number(), v.minValue(0.1), v.maxValue(4)), 2),
  background: v.optional(v.boolean(), true),
  titleBlock: v.optional(v.boolean(), true),
  legend: v.optional(v.boolean(), true),
  /** What lies over the map. */
  overlay: v.optional(overlaySettingsSchema, {}),
  plainLines: v.optional(v.boolean(), false),
  emotionCurve: v.optional(v.picklist(['stages', 'points']), 'stages'),
  theme: v.optional(v.picklist(['light', 'dark']), 'light'),
  /** Language of what the program adds: legend, title block. The map's own words stay. */
  language: v.optional(v.picklist(['en', 'es']), 'en'),
});

export type ExportRequest = v.InferOutput<typeof exportRequestSchema>;

/** A request with the initial value for all that is not named. */
export const exportRequest = (values: Partial<ExportRequest> & Pick<ExportRequest, 'format'>): ExportRequest =>
  v.parse(exportRequestSchema, values);
