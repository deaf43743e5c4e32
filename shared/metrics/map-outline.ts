import * as v from 'valibot';
import { byOrder } from '../document/create';
import { LIMITS } from '../document/limits';
import { idSchema } from '../document/record-parts';
import { ELEMENT_KINDS, type JourneyMap } from '../document/schema';
import { textSchema } from '../kinds/fields';
import { LANGUAGES, languageFor } from '../language/translator';

/** What has to be known of a map to find what the names in a file mean. */
export const mapOutlineSchema = v.strictObject({
  title: textSchema,
  /** What new metrics are called in. */
  language: v.picklist(LANGUAGES),
  elements: v.pipe(
    v.array(v.strictObject({ id: idSchema, kind: v.picklist(ELEMENT_KINDS), title: textSchema })),
    v.maxLength(LIMITS.records),
  ),
  connections: v.pipe(
    v.array(v.strictObject({ id: idSchema, from: idSchema, to: idSchema, label: textSchema })),
    v.maxLength(LIMITS.records),
  ),
});
export type MapOutline = v.InferOutput<typeof mapOutlineSchema>;

/** The names of a map, its elements in their order. */
export function outlineOf(map: JourneyMap): MapOutline {
  return {
    title: map.title,
    language: languageFor(map.language),
    elements: byOrder(Object.values(map.elements)).map(({ id, kind, title }) => ({ id, kind, title })),
    connections: Object.values(map.connections).map(({ id, from, to, label }) => ({ id, from, to, label })),
  };
}
