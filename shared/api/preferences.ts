import * as v from 'valibot';

/** What a user sets once for all maps. Unknown or spoilt values fall back to their defaults, each by itself. */
export const preferencesSchema = v.object({
  language: v.optional(v.fallback(v.picklist(['system', 'en', 'es']), 'system'), 'system'),
  theme: v.optional(v.fallback(v.picklist(['system', 'light', 'dark']), 'system'), 'system'),
  /** The name that versions and comments carry. */
  userName: v.optional(v.fallback(v.pipe(v.string(), v.maxLength(200)), ''), ''),
  /** Open the last map at the start. */
  reopen: v.optional(v.fallback(v.boolean(), true), true),
  snap: v.optional(v.fallback(v.boolean(), true), true),
  miniMap: v.optional(v.fallback(v.boolean(), true), true),
  emotionCurve: v.optional(v.fallback(v.picklist(['stages', 'points']), 'stages'), 'stages'),
  /** Lines on the map as wide as the customers on them. */
  flowWidths: v.optional(v.fallback(v.boolean(), true), true),
  leftPanel: v.optional(v.fallback(v.boolean(), true), true),
  rightPanel: v.optional(v.fallback(v.boolean(), true), true),
});

export type Preferences = v.InferOutput<typeof preferencesSchema>;

export const defaultPreferences = (): Preferences => v.parse(preferencesSchema, {});

/** Reads preferences from anything at all. */
export function readPreferences(value: unknown): Preferences {
  const result = v.safeParse(preferencesSchema, value);
  return result.success ? result.output : defaultPreferences();
}
