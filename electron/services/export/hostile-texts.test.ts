import { describe, expect, it } from 'vitest';
import { compareMaps } from '../../../shared/comparison/difference';
import { comparisonMarkdown } from '../../../shared/comparison/markdown';
import { emptyMap } from '../../../shared/document/create';
import { readMap } from '../../../shared/document/read';
import { ELEMENT_KINDS } from '../../../shared/document/schema';
import { writeMap } from '../../../shared/document/write';
import { csvOf, htmlTableOf, tsvOf } from '../../../shared/ideas/plan-csv';
import { parseCards, serialiseCards } from '../../../shared/interchange/cards-clipboard';
import { createTranslator } from '../../../shared/language/translator';
import { comparisonRequest } from '../../../shared/scene/comparison/comparison-request';
import { EXPORT_VIEWS, exportRequest } from '../../../shared/scene/export-request';
import { dangersIn } from '../../../test/fixtures/harmless-svg';
import { hostileMap, naughtyMap, PAYLOADS } from '../../../test/fixtures/hostile-map';
import { NAUGHTY_STRINGS } from '../../../test/fixtures/naughty-strings';
import { makeComparison } from './make-comparison';
import { makeExport } from './make-export';

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const maps = { 'what would run': hostileMap().map, 'what programs stumble over': naughtyMap() };

describe('a map whose every text is hostile', () => {
  it('is filled in everything that holds text', () => {
    const { map, filled } = hostileMap();
    for (const kind of ELEMENT_KINDS) {
      const ids = Object.values(map.elements).flatMap((one) => (one.kind === kind ? one.id : []));
      expect(ids.length, kind).toBeGreaterThan(0);
      for (const id of ids) expect(filled, kind).toContain(`map.elements.${id}.title`);
    }
    for (const part of ['lanes', 'connections', 'metrics', 'measurements', 'sources', 'exits', 'scenarios', 'reviews'])
      expect(
        filled.some((place) => place.startsWith(`map.${part}.`)),
        part,
      ).toBe(true);
    expect(filled.length).toBeGreaterThan(100);
  });

  it.each(Object.entries(maps))('is saved and read as it is: %s', (_, map) => {
    const result = readMap(writeMap(map));
    expect(result).toMatchObject({ status: 'ok', map });
    const cards = serialiseCards(map, Object.keys(map.elements), () => null);
    expect(parseCards(cards)?.elements).toHaveLength(Object.keys(map.elements).length);
  });

  it.each(Object.entries(maps))('becomes pictures that only show: %s', async (_, map) => {
    for (const view of EXPORT_VIEWS) {
      const svg = await makeExport(map, exportRequest({ format: 'svg', view }));
      expect(dangersIn(Buffer.from(svg.bytes).toString()), view).toEqual([]);
      expect(svg.name, view).not.toMatch(/[<>:"/\\|?*\u0000-\u001f]/);
    }
    const png = await makeExport(map, exportRequest({ format: 'png', scale: 0.5 }));
    expect(text(png.bytes).slice(1, 4)).toBe('PNG');
  });

  it.each(Object.entries(maps))('becomes a PDF without actions: %s', async (_, map) => {
    const { bytes } = await makeExport(map, exportRequest({ format: 'pdf' }));
    const file = text(bytes);
    expect(file.slice(0, 5)).toBe('%PDF-');
    // Texts of a page are compressed; what acts stands in the open.
    expect(file).not.toMatch(
      /\/(JavaScript|JS|OpenAction|AA|Launch|SubmitForm|ImportData|GoToR|RichMedia|EmbeddedFile)\b/,
    );
    for (const [, address = ''] of file.matchAll(/\/URI\s*\(([^)]*)\)/g)) expect(address).toMatch(/^(https?|mailto):/);
  });

  it.each(Object.entries(maps))('is compared without markup of its own: %s', async (_, map) => {
    const before = { map: emptyMap({ title: PAYLOADS[0] }), name: PAYLOADS[1], date: PAYLOADS[2].slice(0, 30) };
    const after = { map, name: PAYLOADS[4], date: null };
    const svg = await makeComparison(before, after, comparisonRequest({ format: 'svg' }));
    expect(dangersIn(Buffer.from(svg.bytes).toString())).toEqual([]);
    const markdown = comparisonMarkdown(compareMaps(before.map, map), createTranslator('en'), 'en', {
      before: PAYLOADS[0],
      after: PAYLOADS[1],
    });
    // Every bracket that opens a tag, and every square one that opens a link, is escaped.
    expect(markdown).not.toMatch(/(?<!\\)(?:\\\\)*<[a-z/!]/i);
    expect(markdown).not.toMatch(/(?<!\\)(?:\\\\)*\]\(/);
  });
});

describe('tables for other programs', () => {
  const hostile = [...PAYLOADS, ...NAUGHTY_STRINGS, '+1', '-1+2', '@SUM(A1)', '\t=1', '\r=1', '=1\n,"x"'];

  it('hold no text that a spreadsheet takes for a formula, and every number as it is', () => {
    for (const one of hostile) {
      const [cell = ''] = /^(?:"(?:[^"]|"")*"|[^,]*)/.exec(csvOf([[one, -1.5]])) ?? [];
      const plain = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
      expect(plain, JSON.stringify(one)).not.toMatch(/^[=+\-@\t\r]/);
      expect(plain.replace(/^'/, '')).toBe(plain.startsWith("'") && !one.startsWith("'") ? one : one.replace(/^'/, ''));
      expect(csvOf([[one, -1.5]]).endsWith(',-1.5\r\n')).toBe(true);
      for (const pasted of tsvOf([[one]]).split('\t')) expect(pasted, JSON.stringify(one)).not.toMatch(/^[=+\-@\t\r]/);
    }
  });

  it('hold no markup but the table’s own when they are HTML', () => {
    const html = htmlTableOf([hostile, hostile]);
    const tags = new Set((html.match(/<[^>]*>/g) ?? []).map((tag) => tag.replace('/', '')));
    expect([...tags].sort()).toEqual(['<br>', '<table>', '<tbody>', '<td>', '<th>', '<thead>', '<tr>']);
  });
});
