import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { anyText, runs } from '../../test/fixtures/arbitrary-map';
import { halfSize } from '../../test/fixtures/figure-context';
import type { Font } from './primitives';
import { type MeasureText, rememberWidths, truncate, wrapText } from './text';

/** A unit is 5 wide. */
const FONT: Font = { size: 10, weight: 400 };
const wrap = (text: string, letters: number, mostLines?: number) =>
  wrapText(text, FONT, letters * 5, halfSize, mostLines);
const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const graphemes = (text: string) => [...segmenter.segment(text)].map(({ segment }) => segment);
const bare = (text: string) => text.replace(/\s+/g, '');

/** Every grapheme is as wide as another, as in most fonts a cluster is drawn as one. */
const byGrapheme: MeasureText = (text, font) => graphemes(text).length * font.size * 0.5;

describe('wrapping', () => {
  test.each([
    ['keeps what fits', 'one two', 7, ['one two']],
    ['breaks at spaces', 'one two three', 7, ['one two', 'three']],
    ['drops the space at a break only', 'one  two   three', 8, ['one  two', 'three']],
    ['keeps line breaks of any sort', 'a\nb\r\nc\rd\u2028e\u2029f', 9, ['a', 'b', 'c', 'd', 'e', 'f']],
    ['keeps empty lines', 'a\n\nb', 9, ['a', '', 'b']],
    ['makes a line of nothing', '', 9, ['']],
    ['breaks after hyphens and slashes', 'e-commerce/retail', 10, ['e-', 'commerce/', 'retail']],
    ['breaks a word that is too wide', 'abcdefghij kl', 4, ['abcd', 'efgh', 'ij', 'kl']],
    ['goes on behind the rest of such a word', 'abcdef gh', 4, ['abcd', 'ef', 'gh']],
    ['breaks between Chinese characters', '田中さんにあげて', 3, ['田中さ', 'んにあ', 'げて']],
    ['breaks between Korean syllables', '사회과학원', 2, ['사회', '과학', '원']],
    ['counts full-width signs among them', 'ＡＢＣ', 2, ['ＡＢ', 'Ｃ']],
  ])('%s', (_, text, letters, lines) => {
    expect(wrap(text, letters)).toEqual(lines);
  });

  test('breaks at the exact width, and lets a twentieth of a unit pass', () => {
    expect(wrapText('ab cd', FONT, 25, halfSize)).toEqual(['ab cd']);
    expect(wrapText('ab cd', FONT, 24.96, halfSize)).toEqual(['ab cd']);
    expect(wrapText('ab cd', FONT, 24.9, halfSize)).toEqual(['ab', 'cd']);
  });

  test('ends in an ellipsis where there are more lines than wanted', () => {
    expect(wrap('one two three four', 5, 2)).toEqual(['one', 'two…']);
    expect(wrap('one seven three', 5, 2)).toEqual(['one', 'seve…']);
    expect(wrap('one two', 5, 2)).toEqual(['one', 'two']);
    expect(wrap('a\nb\nc', 5, 1)).toEqual(['a…']);
    expect(wrap('a\n\nc', 5, 2)).toEqual(['a', '…']);
  });

  test('never takes a grapheme apart', () => {
    const family = '👩‍👩‍👧‍👦';
    const text = `${family}${family}e\u0301\u0301🇪🇸👍🏽${family}`;
    expect(wrapText(text, FONT, 5, byGrapheme)).toEqual(graphemes(text));
    expect(wrapText(text, FONT, 1, halfSize)).toEqual(graphemes(text));
  });

  test('loses and adds nothing but white space, and keeps to the width', () => {
    fc.assert(
      fc.property(
        fc.array(anyText, { maxLength: 5 }),
        fc.integer({ min: 0, max: 30 }),
        fc.constantFrom(halfSize, byGrapheme),
        (texts, letters, measure) => {
          const text = texts.join(' ');
          const lines = wrapText(text, FONT, letters * 5, measure);
          expect(bare(lines.join(''))).toBe(bare(text));
          for (const line of lines) {
            expect(line).toBe(line.trimEnd());
            if (measure(line, FONT) > letters * 5 + 0.05) expect(graphemes(line.trim())).toHaveLength(1);
          }
        },
      ),
      { numRuns: runs(1000) },
    );
  });

  test('wrapping lines again changes nothing', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 30 }), (text, letters) => {
        const lines = wrap(text, letters).filter((line) => line.trim() === line);
        for (const line of lines)
          expect(wrap(line, Math.max(letters, graphemes(line).length === 1 ? line.length : 0))).toEqual([line]);
      }),
      { numRuns: runs(500) },
    );
  });

  test('gives no more lines than wanted', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 4 }), (text, letters, most) => {
        const all = wrap(text, letters);
        const lines = wrap(text, letters, most);
        expect(lines.length).toBe(Math.min(all.length, most));
        if (all.length <= most) expect(lines).toEqual(all);
        else expect([lines.slice(0, -1), lines.at(-1)?.endsWith('…')]).toEqual([all.slice(0, most - 1), true]);
      }),
      { numRuns: runs(500) },
    );
  });

  test.each([
    ['one word', 'x'.repeat(1_000_000)],
    ['many words', 'word '.repeat(200_000)],
    ['many hyphens', 'x-'.repeat(500_000)],
    ['Chinese', '漢'.repeat(1_000_000)],
    ['many lines', 'a\n'.repeat(500_000)],
  ])('a text at the limit of the format, %s, takes no time that anybody would notice', (_, text) => {
    const lengths: number[] = [];
    const measure: MeasureText = (line, font) => {
      lengths.push(line.length);
      return halfSize(line, font);
    };
    const start = performance.now();
    expect(wrapText(text, FONT, 140, measure, 6)).toHaveLength(6);
    expect([lengths.length < 1000, Math.max(...lengths) <= 10_000]).toEqual([true, true]);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe('one line', () => {
  const cut = (text: string, letters: number) => truncate(text, FONT, letters * 5, halfSize);

  test.each([
    ['abc', 3, 'abc'],
    ['abcd', 3, 'ab…'],
    ['ab cd', 4, 'ab…'],
    ['a\n\tb', 3, 'a b'],
    ['', 3, ''],
    ['abc', 0, '…'],
    ['👍🏽👍🏽', 5, '👍🏽…'],
  ])('%j in %i letters: %j', (text, letters, line) => {
    expect(cut(text, letters)).toBe(line);
  });

  test('is as much of the text as fits', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 30 }), (text, letters) => {
        const whole = text.replace(/\s+/g, ' ');
        const line = cut(text, letters);
        if (whole.length <= letters) {
          expect(line).toBe(whole);
          return;
        }
        expect(line.length).toBeLessThanOrEqual(letters);
        expect(line.endsWith('…')).toBe(true);
        const kept = graphemes(line.slice(0, -1));
        expect(whole.startsWith(kept.join(''))).toBe(true);
        const next = graphemes(whole).slice(0, kept.length + 1);
        expect(`${next.join('').trimEnd()}…`.length > letters || next.join('').endsWith(' ')).toBe(true);
      }),
      { numRuns: runs(500) },
    );
  });

  test('takes no time for a text at the limit of the format', () => {
    const start = performance.now();
    expect(cut('漢字 '.repeat(340_000), 20)).toHaveLength(20);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

test('widths are remembered by text, size and weight, and forgotten when there are too many', () => {
  const measure = vi.fn(halfSize);
  const widths = rememberWidths(measure, 3);
  expect([
    widths('ab', FONT),
    widths('ab', FONT),
    widths('ab', { ...FONT, size: 20 }),
    widths('ab', { ...FONT, weight: 700 }),
  ]).toEqual([10, 10, 20, 10]);
  expect(measure).toHaveBeenCalledTimes(3);
  widths('cd', FONT);
  widths('ab', FONT);
  expect(measure).toHaveBeenCalledTimes(5);
});
