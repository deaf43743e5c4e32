import type { Guess } from './flow-graph';

export type ProbabilityRefusal =
  | 'not-a-number'
  /** More than 100 %, or more of them than there are. */
  | 'over-one'
  | 'negative'
  /** Of nobody. */
  | 'of-none';

export type TypedProbability =
  /** `probability` 0–1. */
  | { type: 'probability'; probability: number; guess: Guess | null }
  | { type: 'empty' }
  | { type: 'refused'; reason: ProbabilityRefusal };

/** Fewer are a way of speaking: "1 of 4" was hardly counted. */
const LEAST_COUNTED = 10;

const NUMBER = "([-−+]?[\\d.,'’]*\\d[\\d.,'’]*)";
const ODDS = new RegExp(`^${NUMBER} ?(:| to | a )${NUMBER}$`, 'i');
const SPEAKING = new RegExp(`^${NUMBER} ?(?:in|in every|en|de cada|por cada)(?: an?| una?)? ${NUMBER}$`, 'i');
const COUNTS = new RegExp(`^${NUMBER} ?(?:of|out of|de|de entre|/) ?${NUMBER}$`, 'i');
const RANGE = new RegExp(`^${NUMBER} ?%?(?: ?(?:–|—|-|\\.\\.\\.?|…) ?| (?:to|a|al|y|and) )${NUMBER} ?(%)?$`, 'i');
const MARGIN = new RegExp(`^${NUMBER} ?%? ?(?:±|\\+/-|\\+-) ?${NUMBER} ?(%)?$`);
const SINGLE = new RegExp(`^${NUMBER} ?(%|per ?cent|por ciento)?$`, 'i');

/**
 * Reads a probability as people type it, in English and Spanish alike:
 * - `62%`, `62 %`, `62,5`, `0.62`, `0,62`: a bare number is a share if it has decimals and is at most 1, else a percentage;
 * - odds: `3:1`, `3 to 1`, `3 a 1` is 75 % (but `50 to 70`, from ten on, is a range); `1 in 4`, `1 de cada 4` is 25 %;
 * - counts: `120 of 300`, `120 de 300`, `120/300` is 40 %, as sure as 300 cases make it (from ten cases on);
 * - a range: `50–70 %`, `between 50 and 70 %`, `entre 50 y 70 %`, `62 ± 8 %`: the middle, uncertain within it.
 */
export function readProbability(text: string): TypedProbability {
  const given = text.replace(/\s+/g, ' ').trim();
  const typed = given.replace(/^(?:between|from|entre(?: el)?|de|del) /i, '');
  if (typed === '') return { type: 'empty' };
  const range = RANGE.exec(typed);
  if (range && typed !== given) return fromRange(range[1], range[2], range[3] !== undefined);
  const odds = ODDS.exec(typed);
  if (odds) {
    const [one, other] = [amountOf(odds[1]), amountOf(odds[3])];
    const isRange = odds[2] !== ':' && Math.min(one, other) >= LEAST_COUNTED;
    return isRange ? fromRange(odds[1], odds[3], true) : fromOdds(one, other);
  }
  const speaking = SPEAKING.exec(typed);
  if (speaking) return fromCounts(amountOf(speaking[1]), amountOf(speaking[2]), false);
  const counts = COUNTS.exec(typed);
  if (counts) return fromCounts(amountOf(counts[1]), amountOf(counts[2]), true);
  const single = SINGLE.exec(typed);
  if (single) return shareIn(shareOf(single[1], single[2] !== undefined));
  const margin = MARGIN.exec(typed);
  if (margin) return fromMargin(margin[1], margin[2], margin[3] !== undefined);
  if (range) return fromRange(range[1], range[2], range[3] !== undefined);
  return refused('not-a-number');
}

const refused = (reason: ProbabilityRefusal): TypedProbability => ({ type: 'refused', reason });

function shareIn(probability: number, guess: Guess | null = null): TypedProbability {
  if (!Number.isFinite(probability)) return refused('not-a-number');
  if (probability < 0) return refused('negative');
  if (probability > 1) return refused('over-one');
  return { type: 'probability', probability, guess };
}

function fromOdds(one: number, other: number): TypedProbability {
  if (!Number.isFinite(one + other)) return refused('not-a-number');
  if (one < 0 || other < 0) return refused('negative');
  return one + other > 0 ? shareIn(one / (one + other)) : refused('of-none');
}

function fromCounts(hits: number, of: number, counted: boolean): TypedProbability {
  if (!Number.isFinite(hits + of)) return refused('not-a-number');
  if (hits < 0 || of < 0) return refused('negative');
  if (of === 0) return refused('of-none');
  return shareIn(hits / of, counted && of >= LEAST_COUNTED ? { type: 'counts', hits, of } : null);
}

function fromRange(one: string | undefined, other: string | undefined, percent: boolean): TypedProbability {
  const ends = [shareOf(one, percent), shareOf(other, percent)] as const;
  // "0.5–0.7" are shares, "0.5–7" is a slip or percentages: both ends are read alike.
  const alike = percent || isShare(one) === isShare(other) ? ends : [shareOf(one, true), shareOf(other, true)];
  return between(Math.min(...alike), Math.max(...alike));
}

function fromMargin(middle: string | undefined, reach: string | undefined, percent: boolean): TypedProbability {
  const inPercent = percent || !isShare(middle);
  const [share, width] = [shareOf(middle, inPercent), shareOf(reach, inPercent)];
  const read = shareIn(share);
  if (read.type !== 'probability') return read;
  if (!(width >= 0)) return refused('not-a-number');
  const [low, high] = [tidy(Math.max(0, share - width)), tidy(Math.min(1, share + width))];
  return low < high ? shareIn(share, { type: 'range', low, high }) : read;
}

function between(low: number, high: number): TypedProbability {
  for (const end of [low, high]) {
    const read = shareIn(end);
    if (read.type !== 'probability') return read;
  }
  return shareIn(tidy((low + high) / 2), low < high ? { type: 'range', low, high } : null);
}

/** A number in percent, unless it looks like a share. NaN where it is none. */
function shareOf(text: string | undefined, percent: boolean): number {
  return !percent && isShare(text) ? amountOf(text) : tidy(amountOf(text) / 100);
}

const isShare = (text = ''): boolean => /[.,]/.test(text) && Math.abs(amountOf(text)) <= 1;

/** Without the last bits that come of dividing by 100. */
const tidy = (share: number) => Math.round(share * 1e12) / 1e12;

/** Groups of three after the first sign are thousands, as in 1.200 or 12,000; but nobody writes 0.620 for 620. */
function amountOf(text = ''): number {
  const plain = text.replace('−', '-').replace(/['’]/g, '');
  if (/^[-+]?[1-9]\d{0,2}([.,])\d{3}(\1\d{3})*$/.test(plain)) return Number(plain.replace(/[.,]/g, ''));
  const last = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','));
  if (last < 0) return Number(plain);
  const whole = plain.slice(0, last);
  // The same sign twice, or a sign without digits around it, is no number.
  if (/[.,]/.test(whole) && !/^[-+]?\d{1,3}([.,])\d{3}(\1\d{3})*$/.test(whole)) return Number.NaN;
  return Number(`${whole.replace(/[.,]/g, '')}.${plain.slice(last + 1)}`);
}
