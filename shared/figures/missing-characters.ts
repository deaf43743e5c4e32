import { printableText } from './paint-text';
import type { Font, Primitive } from './primitives';

/** All primitives of a list but the groups, in the order they are painted. */
export function* everyPrimitive(primitives: readonly Primitive[]): Generator<Exclude<Primitive, { type: 'group' }>> {
  for (const primitive of primitives) {
    if (primitive.type === 'group') yield* everyPrimitive(primitive.children);
    else yield primitive;
  }
}

/** The texts of a list by weight, as painters draw them: what fonts must be able to show. */
export function textsByWeight(primitives: readonly Primitive[]): Map<Font['weight'], Set<string>> {
  const texts = new Map<Font['weight'], Set<string>>();
  for (const primitive of everyPrimitive(primitives)) {
    if (primitive.type !== 'text') continue;
    let ofWeight = texts.get(primitive.font.weight);
    if (!ofWeight) {
      ofWeight = new Set();
      texts.set(primitive.font.weight, ofWeight);
    }
    ofWeight.add(printableText(primitive.text));
  }
  return texts;
}
