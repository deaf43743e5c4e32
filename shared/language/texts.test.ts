import { describe, expect, test } from 'vitest';
import { en } from './en/texts';
import { es } from './es/texts';
import { formatDay, formatMoney, formatShare } from './format';
import { createTranslator, languageFor, type TextKey } from './translator';

type Tree = { [key: string]: string | Tree };
function leaves(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : leaves(value, `${path}${key}.`),
  );
}
const english = new Map(leaves(en));
const spanish = new Map(leaves(es));
const plural = (key: string) => key.replace(/_(one|many|other)$/, '');
const isWord = (text: string) => /\p{L}{3}/u.test(text.replace(/\{\{.*?\}\}/g, ''));

describe('the texts in both languages', () => {
  test('are the same ones', () => {
    const keys = (texts: Map<string, string>) => [...new Set([...texts.keys()].map(plural))].sort();
    expect(keys(spanish)).toEqual(keys(english));
  });

  test('take the same values', () => {
    const values = (text: string | undefined) => [...new Set(text?.match(/\{\{\s*(\w+)\s*\}\}/g))].sort();
    for (const [key, text] of spanish) {
      const other = english.get(key) ?? english.get(`${plural(key)}_other`);
      // The form for one may spell the number out.
      const wanted = values(other).filter((value) => !key.endsWith('_one') || value !== '{{count}}');
      expect(
        values(text).filter((value) => !key.endsWith('_one') || value !== '{{count}}'),
        key,
      ).toEqual(wanted);
    }
  });

  test('have all forms that the language counts with', () => {
    for (const [texts, forms] of [
      [english, ['one', 'other']],
      [spanish, ['one', 'many', 'other']],
    ] as const) {
      for (const key of texts.keys()) {
        if (plural(key) === key || !texts.has(`${plural(key)}_other`)) continue;
        for (const form of forms) expect(texts.has(`${plural(key)}_${form}`), `${plural(key)}_${form}`).toBe(true);
      }
    }
  });

  test('are neat: no space at an end, no straight quotes, no three dots', () => {
    for (const [key, text] of [...english, ...spanish]) {
      if (key.startsWith('commandLine.')) continue;
      expect(text, key).toBe(text.trim());
      expect(text, key).not.toMatch(/\.\.\.|(^|\s)"\w|\w'\w/);
    }
  });

  test('leave nothing in English', () => {
    const same = [...spanish]
      .filter(([key, text]) => text === english.get(key) && isWord(text))
      .map(([, text]) => text);
    // Words that are Spanish too, and names.
    const shared =
      /^(Persona|Personas|No|Error|Color|Blog|Podcast|Marketing|Normal|Vertical|Horizontal|Original|PDF|PNG|SVG|Total|Decimal|Visible|Neutral|General|English|Español|Periplo|Legal|Tabloid|CSV|Excel|UTF-8|UTF-16.*|auto|Magenta|(\{\{count\}\} )?([Ii]deas?|min)|Chatbot|[Pp]ersona(: \{\{name\}\})?|periplo: .*|Windows-1252|NPS|CSAT|Zoom|Control|A\d|.*×.*)$/;
    expect([...new Set(same)].filter((text) => !shared.test(text))).toEqual([]);
    const words = /\b(the|and|with|your|this|that|cannot|please|file|save|delete|map|card|stage)\b/i;
    const left = [...spanish].filter(([, text]) =>
      words.test(text.replace(/\{\{.*?\}\}|<.*?>|--?\w+|\.\w+|[A-Z]{3,}/g, '')),
    );
    expect(left.filter(([key]) => !key.startsWith('commandLine.'))).toEqual([]);
  });
});

describe('the translator', () => {
  const [inEnglish, inSpanish] = [createTranslator('en'), createTranslator('es')];

  test('puts values in as they are, and counts', () => {
    expect(inEnglish('steps.add', { kind: '<b>&{{x}}' })).toBe('Add <b>&{{x}}');
    expect([1, 2].map((count) => inEnglish('summary.answers', { count }))).toEqual([
      'answers 1 pain point',
      'answers 2 pain points',
    ]);
    expect(inSpanish('summary.answers', { count: 1_000_000 })).toMatch(/1.?000.?000/);
  });

  test('gives an empty text where the text is empty', () => {
    expect(inEnglish('stageModels.blank.stages')).toBe('');
  });

  test('both languages stay themselves when used in turn', () => {
    expect([inEnglish('commands.save'), inSpanish('commands.save'), inEnglish('commands.save')]).toEqual([
      'Save',
      'Guardar',
      'Save',
    ]);
    expect(inEnglish('nothing.there' as TextKey)).toBe('nothing.there');
  });

  test.each([
    ['es', 'es'],
    ['es-MX', 'es'],
    ['ES_ar', 'en'],
    ['es-419', 'es'],
    ['est', 'en'],
    ['en-GB', 'en'],
    ['fr', 'en'],
    ['', 'en'],
  ])('a system in %j gets %s', (tag, language) => {
    expect(languageFor(tag)).toBe(language);
  });
});

describe('formats', () => {
  const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

  test.each([
    [120, 'EUR', 'en', '€120'],
    [1234.5, 'eur', 'es', '1234,50 €'],
    [12345.5, 'EUR', 'es', '12.345,50 €'],
    [-3, 'USD', 'en', '-US$3'],
    [5, '', 'en', '5'],
    [5.25, ' puntos ', 'es', '5,25 puntos'],
    [1, 'ABCD', 'en', '1 ABCD'],
  ] as const)('%d %s in %s: %s', (value, currency, language, text) => {
    expect(plain(formatMoney(value, currency, language))).toBe(text);
  });

  test('days and shares', () => {
    expect([formatDay('2026-11-21', 'en'), formatDay('2026-01-02', 'es')]).toEqual(['21 Nov 2026', '2 ene 2026']);
    expect(formatDay('someday', 'en')).toBe('someday');
    expect([formatShare(0.625, 'en'), formatShare(0.005, 'en'), formatShare(1, 'en')]).toEqual([
      '62.5%',
      '0.5%',
      '100%',
    ]);
  });
});
