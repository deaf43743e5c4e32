import type { Guess } from './flow-graph';
import { readProbability } from './typed-probability';

interface BranchLabel {
  label: string;
  /** 0–1. */
  probability: number;
  /** As sure as the typed range or counts make it; null: it says nothing. */
  guess: Guess | null;
}

const PERCENT = /(?:%|per ?cent|por ciento)$/i;
/** Not a time of day: those have two digits after the colon. */
const ODDS = /^\d+ ?: ?(?:\d|\d{3,})$/;
const SPEAKING = /^\d+ (?:in|in every|en|de cada|por cada) (?:an? |una? )?[\d.,]+$/i;
const COUNTS = /^[\d.,]+ (?:of|out of|de|de entre) [\d.,]+$/i;
/** From 32 on, below which it may be a date. */
const SLASH = /^\d+ ?\/ ?(?:3[2-9]|[4-9]\d|\d{3,})$/;

/**
 * Takes a label apart that ends in a probability: `yes 62%`, `yes 3:1`, `yes 1 in 5`, `yes 120 of 300`, `yes 50–70 %`. Null
 * for any other: what may be part of a name (`step 2 of 3`, `24/7`, `opens 9:30`, `plan 2`) stays a name.
 */
export function readBranchLabel(text: string): BranchLabel | null {
  const given = text.trim();
  // The longest ending first: "between 50 and 70 %" is not "70 %".
  const starts = [0, ...[...given.matchAll(/\s+/g)].map(({ index, 0: gap }) => index + gap.length)];
  for (const start of starts) {
    const found = shareIn(given.slice(start));
    if (found) return { label: given.slice(0, start).trim(), ...found };
  }
  const [, label = '', percent = ''] = /^(.*?[^\d.,\-−–+])(\d+(?:[.,]\d+)?\s*%)$/.exec(given) ?? [];
  const found = percent ? shareIn(percent) : null;
  return found && { label: label.trim(), ...found };
}

function shareIn(text: string): Omit<BranchLabel, 'label'> | null {
  const isCounts = COUNTS.test(text);
  if (!isCounts && ![PERCENT, ODDS, SPEAKING, SLASH].some((form) => form.test(text))) return null;
  const read = readProbability(text);
  // "Step 2 of 3" counts nobody.
  if (read.type !== 'probability' || (isCounts && read.guess === null)) return null;
  return { probability: read.probability, guess: read.guess };
}
