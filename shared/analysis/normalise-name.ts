/**
 * A text as it counts when names are compared: without case, accents and punctuation, spaces folded. A text of nothing
 * but signs (`C++` has a letter, `★★` has none) keeps them, so that it still equals itself only.
 */
export function normaliseName(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^\p{L}\p{N}]+/gu, ' ').trim() || plain.replace(/\s+/g, ' ').trim();
}
