import * as v from 'valibot';
import { LIMITS } from '../document/limits';
import { exportRequestSchema } from '../scene/export-request';
import type { CallName, Calls } from './calls';
import { preferencesSchema } from './preferences';

const nothing = v.strictObject({});
const path = v.pipe(v.string(), v.minLength(1), v.maxLength(4096), v.check((text) => !text.includes('\0'), 'a NUL character'));
const fileName = v.pipe(v.string(), v.minLength(1), v.maxLength(255));
const mapText = v.pipe(v.string(), v.maxLength(LIMITS.fileBytes));
const bytes = v.pipe(
  v.instance(Uint8Array),
  v.check((value) => value.length <= 512 * 1024 * 1024, 'more than 512 MB'),
);
const purpose = v.picklist(['map', 'data', 'picture', 'pdf', 'png', 'svg']);

/** The check of every call's argument, made on the machine's side before a handler sees it. */
export const CALL_SCHEMAS = {
  'app.start': nothing,
  'app.setTitle': v.strictObject({ title: v.pipe(v.string(), v.maxLength(2000)), unsaved: v.boolean(), path: v.nullable(path) }),
  'app.close': nothing,
  'preferences.write': v.strictObject({ preferences: preferencesSchema }),
  'maps.read': v.strictObject({ path }),
  'maps.write': v.strictObject({ path, text: mapText, expectedHash: v.nullable(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))) }),
  'maps.sample': v.strictObject({ language: v.picklist(['en', 'es']) }),
  'recents.list': nothing,
  'recents.remove': v.strictObject({ path }),
  'dialogs.open': v.strictObject({ purpose }),
  'dialogs.save': v.strictObject({ purpose, suggestedName: fileName }),
  'folders.list': v.strictObject({ path: v.nullable(path) }),
  'folders.create': v.strictObject({ parent: path, name: fileName }),
  'files.read': v.strictObject({ path }),
  'files.write': v.strictObject({ path, bytes, overwrite: v.boolean() }),
  'export.make': v.strictObject({ text: mapText, request: exportRequestSchema }),
  'export.print': v.strictObject({ bytes }),
  'links.open': v.strictObject({ url: v.pipe(v.string(), v.maxLength(8192)) }),
} as const satisfies { [Name in CallName]: v.GenericSchema<unknown, Calls[Name]['takes']> };
