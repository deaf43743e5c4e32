import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { ideaMap } from '../../test/fixtures/idea-map';
import { NAUGHTY_STRINGS } from '../../test/fixtures/naughty-strings';
import { createTranslator } from '../language/translator';
import { ideaBrief, ideaBriefs } from './brief';
import { calendarOf } from './calendar';
import { ideaGrid } from './grid';
import { csvOf, htmlTableOf, tsvOf } from './plan-csv';
import { planTable } from './plan-rows';

const t = createTranslator('en');
const NOW = Date.UTC(2026, 10, 22, 2, 30, 5);

describe('the content plan', () => {
  const plan = (map = ideaMap()) => planTable(map, ideaGrid(map).rows, t);

  test('has a line for each way in which an idea serves, and for what has none', () => {
    expect(plan().map((row) => [row[2], row[5], row[6]])).toEqual([
      ['Pain point or question', 'How we answer it', 'Content idea'],
      ['cost', 'total', 'calculator'],
      ['cost', 'total', 'post'],
      ['delay', null, null],
      ['worth', null, 'post'],
      [null, null, 'e-book'],
    ]);
    expect(plan()[1]?.slice(3, 5)).toEqual([4, 9982]);
  });

  test('as CSV no cell is a formula, numbers stay numbers, and quotes hold', () => {
    const map = ideaMap();
    map.elements.calculator!.title = '=HYPERLINK("http://evil", "x")';
    map.elements.calculator!.owner = '@ana';
    map.elements.post!.title = 'one\nline, "two"';
    const lines = csvOf(plan(map)).split('\r\n');
    expect(lines[1]).toBe(
      `${plan(map)[1]?.[0]},Pain point,cost,4,9982,total,"'=HYPERLINK(""http://evil"", ""x"")",Tool,Website,Draft,2026-12-04,'@ana,`,
    );
    expect(csvOf(plan(map))).toContain('"one\nline, ""two"""');
    expect(csvOf([[-4, '-4', '+1', '\tx']])).toBe("-4,'-4,'+1,'\tx\r\n");
  });

  test('to paste: one line a row, and no HTML of the map’s', () => {
    expect(
      tsvOf([
        ['a\tb', 'c\nd', 2],
        ['=1', null, ''],
      ]),
    ).toBe("a b\tc d\t2\n'=1\t\t");
    expect(htmlTableOf([['<b>'], ['"&<script>']])).toBe(
      '<table><thead><tr><th>&lt;b&gt;</th></tr></thead><tbody><tr><td>&quot;&amp;&lt;script&gt;</td></tr></tbody></table>',
    );
  });
});

describe('a brief', () => {
  test('says for whom, where, why, how, and what is known', () => {
    const map = ideaMap();
    map.elements.calculator!.links = [{ label: 'Interview', url: 'https://example.com/i' }];
    const text = ideaBrief(map, ideaGrid(map), 'calculator', t, 'en');
    for (const part of [
      '# calculator',
      '- **Format:** Tool',
      '- **Due:** 4 Dec 2026',
      '- **cost** (severity 4 · 9,982 people affected · shop)',
      '- **total**: The total comes first.',
      'Conversion: 2.1% (Nov 2026)',
      '- Interview: https://example.com/i',
    ])
      expect(text).toContain(part);
    expect(ideaBrief(map, ideaGrid(map), 'e-book', t, 'en')).toContain('Nothing measured yet');
    expect(ideaBrief(map, ideaGrid(map), 'nothing', t, 'en')).toBe('');
  });

  test('all of them are one file, and no title becomes a heading, a link or HTML of its own', () => {
    const map = ideaMap();
    map.elements.post!.title = '# <script>alert(1)</script> [x](javascript:1)';
    const grid = ideaGrid(map);
    const text = ideaBriefs(map, grid, grid.ideas, t, 'en');
    expect(text.match(/^## /gm)).toHaveLength(3);
    expect(text).not.toMatch(/(?<!\\)<script|(?<!\\)\[x/);
  });
});

describe('the calendar', () => {
  const read = (text: string) => {
    const calendar = new ICAL.Component(ICAL.parse(text));
    return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
  };

  test('is read by a parser as whole days, soonest first', () => {
    const map = ideaMap();
    map.elements.calculator!.title = 'Price; a, b \\ c\nsecond line';
    const events = read(calendarOf(map, ideaGrid(map), NOW, t));
    expect(
      events.map(({ summary, startDate, endDate }) => [summary, startDate.toString(), endDate.toString()]),
    ).toEqual([
      ['Blog: post', '2026-11-30', '2026-12-01'],
      ['Tool: Price; a, b \\ c\nsecond line', '2026-12-04', '2026-12-05'],
    ]);
    expect(events[0]?.startDate.isDate).toBe(true);
    expect(events[0]?.component.getFirstPropertyValue('dtstamp')?.toString()).toBe('2026-11-22T02:30:05Z');
    expect(events[1]?.description).toContain('Pain point: cost');
  });

  test('a later file names the same events', () => {
    const uids = (now: number) => read(calendarOf(ideaMap(), grid, now, t)).map(({ uid }) => uid.split('.')[0]);
    const grid = ideaGrid(ideaMap());
    expect(uids(NOW)).toEqual(uids(NOW + 1e9));
    expect(uids(NOW)).toEqual(['post', 'calculator']);
  });

  test('whatever is in a title, lines have at most 75 octets and the parser reads it back', () => {
    const anyTitle = fc.oneof(fc.constantFrom(...NAUGHTY_STRINGS), fc.string({ unit: 'grapheme', maxLength: 300 }));
    fc.assert(
      fc.property(anyTitle, (title) => {
        const map = ideaMap();
        map.elements.post!.title = title;
        const text = calendarOf(map, ideaGrid(map), NOW, t);
        expect(text).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/);
        for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        const kept = title
          .trim()
          .replace(/\r\n?/g, '\n')
          .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');
        const summary = read(text)[0]?.summary;
        expect(summary).toBe(`Blog: ${title.trim() ? kept : 'Content idea'}`);
      }),
    );
  });
});
