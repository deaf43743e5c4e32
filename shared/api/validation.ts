import * as v from 'valibot';
import { LIMITS } from '../document/limits';
import { idSchema } from '../document/record-parts';
import { datasetOptionsSchema } from '../metrics/dataset';
import { mapOutlineSchema } from '../metrics/map-outline';
import { recipeSchema } from '../metrics/recipe';
import { comparisonRequestSchema, sideInfoSchema } from '../scene/comparison/comparison-request';
import { exportRequestSchema } from '../scene/export-request';
import type { CallName, Calls } from './calls';
import { preferencesSchema } from './preferences';

/** Longest texts of a version, in UTF-16 code units. */
export const VERSION_LIMITS = { label: 200, note: 20_000, author: 200 } as const;

/** Longest title and text of a user's own template, in UTF-16 code units; how many a user can keep. */
export const TEMPLATE_LIMITS = { title: 200, text: 5_000_000, count: 200 } as const;

const nothing = v.strictObject({});
const path = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(4096),
  v.check((text) => !text.includes('\0'), 'a NUL character'),
);
const fileName = v.pipe(v.string(), v.minLength(1), v.maxLength(255));
const mapText = v.pipe(v.string(), v.maxLength(LIMITS.fileBytes));
const bytes = v.pipe(
  v.instance(Uint8Array),
  v.check((value) => value.length <= 512 * 1024 * 1024, 'more than 512 MB'),
);
const side = v.strictObject({ ...sideInfoSchema.entries, text: mapText });
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const dataset = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/));
const draftId = v.pipe(v.string(), v.regex(/^[0-9a-f]{24}-[0-9a-f]{16}$/));
const templateId = v.pipe(v.string(), v.regex(/^[0-9a-z]{12}$/));
const label = v.pipe(v.string(), v.maxLength(VERSION_LIMITS.label));
const purpose = v.picklist(['map', 'data', 'picture', 'pdf', 'png', 'svg', 'md', 'csv', 'ics']);

/** The check of every call's argument, made on the machine's side before a handler sees it. */
export const CALL_SCHEMAS = {
  'app.start': nothing,
  'app.setTitle': v.strictObject({
    title: v.pipe(v.string(), v.maxLength(2000)),
    unsaved: v.boolean(),
    path: v.nullable(path),
  }),
  'app.close': nothing,
  'preferences.write': v.strictObject({ preferences: preferencesSchema }),
  'maps.read': v.strictObject({ path }),
  'maps.write': v.strictObject({ path, text: mapText, expectedHash: v.nullable(hash) }),
  'maps.lock': v.strictObject({ path }),
  'maps.takeOver': v.strictObject({ path }),
  'maps.release': v.strictObject({ path }),
  'maps.watch': v.strictObject({ path, hash: v.nullable(hash) }),
  'maps.sample': v.strictObject({ language: v.picklist(['en', 'es']) }),
  'drafts.write': v.strictObject({
    path: v.nullable(path),
    mapId: idSchema,
    text: mapText,
    baseHash: v.nullable(hash),
  }),
  'drafts.list': nothing,
  'drafts.read': v.strictObject({ id: draftId }),
  'drafts.remove': v.strictObject({ id: draftId }),
  'versions.add': v.strictObject({
    path,
    text: mapText,
    label: v.nullable(label),
    note: v.nullable(v.pipe(v.string(), v.maxLength(VERSION_LIMITS.note))),
    author: v.pipe(v.string(), v.maxLength(VERSION_LIMITS.author)),
    changes: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))),
    automatic: v.boolean(),
  }),
  'versions.keepFile': v.strictObject({ path, firstLabel: label, label }),
  'versions.list': v.strictObject({ path }),
  'versions.read': v.strictObject({ path, id: fileName }),
  'templates.list': nothing,
  'templates.read': v.strictObject({ id: templateId }),
  'templates.write': v.strictObject({
    id: v.nullable(templateId),
    type: v.picklist(['map', 'cards']),
    title: v.pipe(
      v.string(),
      v.maxLength(TEMPLATE_LIMITS.title),
      v.check((title) => title.trim() !== '', 'empty'),
    ),
    text: v.pipe(v.string(), v.maxLength(TEMPLATE_LIMITS.text)),
  }),
  'templates.remove': v.strictObject({ id: templateId }),
  'recents.list': nothing,
  'recents.remove': v.strictObject({ path }),
  'dialogs.open': v.strictObject({ purpose }),
  'dialogs.save': v.strictObject({ purpose, suggestedName: fileName }),
  'folders.list': v.strictObject({ path: v.nullable(path) }),
  'folders.create': v.strictObject({ parent: path, name: fileName }),
  'files.read': v.strictObject({ path }),
  'files.write': v.strictObject({ path, bytes, overwrite: v.boolean() }),
  'export.make': v.strictObject({ text: mapText, request: exportRequestSchema }),
  'export.comparison': v.strictObject({ before: side, after: side, request: comparisonRequestSchema }),
  'export.print': v.strictObject({ bytes }),
  'datasets.open': v.strictObject({
    id: dataset,
    file: v.union([v.strictObject({ path }), v.strictObject({ name: fileName, bytes })]),
    options: datasetOptionsSchema,
  }),
  'datasets.rows': v.strictObject({
    id: dataset,
    from: v.pipe(v.number(), v.integer(), v.minValue(0)),
    count: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000)),
  }),
  'datasets.describe': v.strictObject({
    id: dataset,
    outline: mapOutlineSchema,
    header: v.optional(recipeSchema.entries.header.wrapped),
  }),
  'datasets.plan': v.strictObject({ id: dataset, recipe: recipeSchema, outline: mapOutlineSchema }),
  'datasets.cancel': v.strictObject({ id: dataset }),
  'datasets.close': v.strictObject({ id: dataset }),
  'datasets.place': v.strictObject({ mapId: idSchema, source: idSchema }),
  'datasets.remember': v.strictObject({ id: dataset, mapId: idSchema, source: idSchema }),
  'links.open': v.strictObject({ url: v.pipe(v.string(), v.maxLength(8192)) }),
} as const satisfies { [Name in CallName]: v.GenericSchema<unknown, Calls[Name]['takes']> };
