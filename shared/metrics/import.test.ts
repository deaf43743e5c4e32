import { produce } from 'immer';
import { describe, expect, test } from 'vitest';
import { createElement, emptyMap } from '../document/create';
import { readMap } from '../document/read';
import { encodeUtf8 } from '../document/runtime';
import type { ElementKind, JourneyMap } from '../document/schema';
import { writeMap } from '../document/write';
import { applyImport } from './apply-import';
import { type ImportChoices, rememberedChoices, suggestChoices } from './import-choices';
import { planImport } from './import-plan';
import { matchNames } from './match';
import { metricOverlay } from './overlay';
import { readTable, type Table } from './read-table';

function mapWith(...titles: (string | [string, ElementKind])[]): JourneyMap {
  const map = emptyMap({ title: 'Test' });
  titles.forEach((entry, index) => {
    const [title, kind] = typeof entry === 'string' ? [entry, 'touchpoint' as const] : entry;
    map.elements[`e${index}`] = { ...createElement(kind, { order: `a${index}`, title }), id: `e${index}` };
  });
  return map;
}

function tableOf(text: string): Table {
  const result = readTable(encodeUtf8(text));
  if (result.status !== 'ok') throw new Error(JSON.stringify(result));
  return result.table;
}

function plan(text: string, map: JourneyMap, values: Partial<ImportChoices> = {}) {
  const table = tableOf(text);
  return planImport(table, { ...suggestChoices(table, map), ...values }, map);
}

const points = (result: ReturnType<typeof planImport>) =>
  Object.fromEntries(
    result.values.map((values) => [values.element, values.points.map(({ period, value }) => [period, value])]),
  );

const FILE = { name: 'shop.csv', hash: 'a'.repeat(64), importedAt: '2026-11-21T10:00:00.000Z' };

describe('matching names', () => {
  const map = mapWith('Página de producto', 'E-mail', ['E-mail', 'pain-point'], 'Chat', 'CHAT', 'C++');
  const match = (name: string) => matchNames([name], map).get(name);

  test('the very title first, then without case, accents and punctuation', () => {
    expect(match('  pagina DE producto! ')).toEqual({ type: 'matched', element: 'e0' });
    expect(match('Chat')).toEqual({ type: 'matched', element: 'e3' });
    expect(match('CHAT')).toEqual({ type: 'matched', element: 'e4' });
    expect(match('c')).toEqual({ type: 'matched', element: 'e5' });
  });

  test('a name that several elements carry is ambiguous', () => {
    expect(match('e mail')).toEqual({ type: 'ambiguous', elements: ['e1', 'e2'] });
    expect(match('chat')).toEqual({ type: 'ambiguous', elements: ['e3', 'e4'] });
  });

  test('something like it is suggested, not taken', () => {
    const found = match('Pagina del producto');
    expect(found).toMatchObject({ type: 'unmatched', suggestion: { element: 'e0' } });
    expect(found?.type === 'unmatched' && found.suggestion?.confidence).toBeGreaterThan(0.6);
    expect(match('Warehouse')).toEqual({ type: 'unmatched', suggestion: null });
    expect(matchNames(['__proto__', 'constructor'], mapWith('Chat')).size).toBe(2);
    expect(match('__proto__')?.type).toBe('unmatched');
  });
});

describe('suggested choices', () => {
  test('a Spanish weekly export', () => {
    const map = mapWith('Página de producto', 'Correo de bienvenida');
    const table = tableOf(
      'Semana;Punto de contacto;Visitas;Tasa de conversión\n09/11/2026;Página de producto;1.200;2,5 %\n16/11/2026;Página de producto;1.100;2,1 %\n16/11/2026;correo de bienvenida;300;41,0 %\n',
    );
    expect(suggestChoices(table, map)).toEqual({
      cardColumn: 1,
      valueColumn: 3,
      periodColumn: 0,
      decimal: null,
      dateOrder: null,
      periodUnit: 'week',
      percentScale: 'points',
      aggregation: 'mean',
      assignments: [],
      metric: {
        title: 'Tasa de conversión',
        unit: 'percent',
        currency: '',
        decimals: 1,
        direction: 'higher',
        target: null,
      },
    });
  });

  test('an English export with money, lower is better', () => {
    const choices = suggestChoices(
      tableOf('id,Campaign,Cost per lead (€)\n1,Search ads,12.50\n2,Newsletter,3.20\n'),
      mapWith('Search ads'),
    );
    expect(choices).toMatchObject({ cardColumn: 1, valueColumn: 2, periodColumn: null, aggregation: 'mean' });
    expect(choices.metric).toEqual({
      title: 'Cost per lead',
      unit: 'currency',
      currency: 'EUR',
      decimals: 2,
      direction: 'lower',
      target: null,
    });
  });

  test('counts are added up; percentages written as fractions are seen', () => {
    expect(suggestChoices(tableOf('page,visits\na,10\nb,20\n'), mapWith())).toMatchObject({
      aggregation: 'sum',
      metric: { unit: 'number', decimals: 0 },
    });
    expect(suggestChoices(tableOf('page,bounce rate\na,0.41\nb,0.2\n'), mapWith())).toMatchObject({
      percentScale: 'fractions',
      aggregation: 'mean',
      metric: { unit: 'percent', direction: 'lower' },
    });
  });

  test('a table without a column of numbers leaves the question open', () => {
    const table = tableOf('page,owner\na,Ana\nb,Leo\n');
    const map = mapWith('a');
    expect(planImport(table, suggestChoices(table, map), map).questions).toEqual([{ question: 'value-column' }]);
  });
});

describe('planning', () => {
  const map = mapWith('Product page', 'Welcome e-mail', 'Chat', 'chat.');

  test('values per element and period, and what was left out', () => {
    const result = plan(
      [
        'Date,Page,Conversion rate',
        '2026-11-09,Product page,2.5%',
        '2026-11-16,product PAGE,2.1%',
        '2026-11-16,Welcome e-mail,n/a',
        '2026-11-16,Welcome e mail,broken',
        '2026-11-16,Chatt,3%',
        '2026-11-09,Chatt,3%',
        '2026-11-16,CHAT,3%',
        '2026-31-16,Product page,3%',
        ',Product page,3%',
        '2026-11-16,,3%',
        '2026-11-16,Product page,3',
      ].join('\n'),
      map,
    );
    expect(result.questions).toEqual([]);
    expect(points(result)).toEqual({
      e0: [
        ['2026-W46', 0.025],
        ['2026-W47', 0.021],
      ],
    });
    expect(result.refusedRows).toEqual([
      { line: 5, reason: 'not-a-number', cell: 'broken' },
      { line: 9, reason: 'not-a-date', cell: '2026-31-16' },
      { line: 10, reason: 'no-date', cell: '' },
      { line: 11, reason: 'no-name', cell: '' },
      { line: 12, reason: 'no-percent-sign', cell: '3' },
    ]);
    expect(result.ambiguous).toEqual([{ name: 'CHAT', elements: ['e2', 'e3'], rows: 1 }]);
    expect(result.unmatched).toMatchObject([{ name: 'Chatt', rows: 2, suggestion: { element: 'e2' } }]);
    expect(result).toMatchObject({ rowsRead: 11, rowsUsed: 2, rowsWithoutValue: 1 });
  });

  test('1.234 is asked about, on real lines, and read after the answer', () => {
    const text = 'Page;Visits\nProduct page;1.234\nWelcome e-mail;999\n';
    const asked = plan(text, map);
    expect(asked.questions).toEqual([
      { question: 'decimal', mixed: false, examples: [{ line: 2, cell: '1.234', point: 1.234, comma: 1234 }] },
    ]);
    expect(asked.values).toEqual([]);
    expect(asked.recipe).toBe(null);
    expect(points(plan(text, map, { decimal: ',' }))).toEqual({ e0: [['', 1234]], e1: [['', 999]] });
    expect(points(plan(text, map, { decimal: '.' }))).toEqual({ e0: [['', 1.234]], e1: [['', 999]] });
  });

  test('03/04 is asked about, and the unit follows from the answer', () => {
    const text = 'Date,Page,Visits\n03/04/2026,Product page,5\n04/04/2026,Product page,7\n';
    expect(plan(text, map).questions).toEqual([
      {
        question: 'date-order',
        mixed: false,
        examples: [{ line: 2, cell: '03/04/2026', dayFirst: '2026-04-03', monthFirst: '2026-03-04' }],
      },
    ]);
    expect(points(plan(text, map, { dateOrder: 'day-first' }))).toEqual({
      e0: [
        ['2026-04-03', 5],
        ['2026-04-04', 7],
      ],
    });
    expect(points(plan(text, map, { dateOrder: 'day-first', periodUnit: 'quarter' }))).toEqual({
      e0: [['2026-Q2', 12]],
    });
  });

  test('several rows make a sum, a mean or the last value', () => {
    const text = 'Date,Page,Visits\n2026-11-18,Product page,5\n2026-11-20,Product page,1\n2026-11-16,Product page,3\n';
    const by = (aggregation: ImportChoices['aggregation']) => plan(text, map, { aggregation, periodUnit: 'week' });
    expect(points(by('sum'))).toEqual({ e0: [['2026-W47', 9]] });
    expect(points(by('mean'))).toEqual({ e0: [['2026-W47', 3]] });
    expect(points(by('last'))).toEqual({ e0: [['2026-W47', 1]] });
    expect(by('sum').notes).toEqual(['rows-merged']);
    const tenths = `Page,Value\n${'Product page,0.1\n'.repeat(10)}`;
    expect(points(plan(tenths, map, { aggregation: 'sum' }))).toEqual({ e0: [['', 1]] });
  });

  test('percentages of several rows are averaged with a note only', () => {
    const result = plan('Page,Rate\nProduct page,2%\nProduct page,4%\n', map);
    expect(points(result)).toEqual({ e0: [['', 0.03]] });
    expect(result.notes).toEqual(['mean-of-percentages']);
  });

  test('percentages without their sign, as points or as fractions', () => {
    const text = 'Page,Conversion (%)\nProduct page,2.1\nWelcome e-mail,1.1\n';
    expect(points(plan(text, map))).toEqual({ e0: [['', 0.021]], e1: [['', 0.011]] });
    expect(plan(text, map).notes).toEqual(['percent-scale']);
    expect(points(plan('Page,Rate\nProduct page,0.021\n', map))).toEqual({ e0: [['', 0.021]] });
  });

  test('a name can be settled by hand, or left out by hand', () => {
    const text = 'Page,Visits\nChatt,5\nProduct page,7\n';
    expect(
      points(
        plan(text, map, {
          assignments: [
            ['Chatt', 'e3'],
            ['Product page', null],
          ],
        }),
      ),
    ).toEqual({ e3: [['', 5]] });
  });

  test('weeks are never cut into months', () => {
    const result = plan('Week,Page,Visits\n2026-W47,Product page,5\n', map, { periodUnit: 'month' });
    expect(result.refusedRows).toEqual([{ line: 2, reason: 'cut-week', cell: '2026-W47' }]);
  });

  test('a sign that several currencies share is noted until a currency is named', () => {
    const text = 'Page,Revenue\nProduct page,$5.50\n';
    const table = tableOf(text);
    const choices = suggestChoices(table, map);
    expect(choices.metric).toMatchObject({ unit: 'currency', currency: '$' });
    expect(planImport(table, choices, map)).toMatchObject({ notes: ['shared-currency-sign'], currencySign: '$' });
    expect(planImport(table, { ...choices, metric: { ...choices.metric, currency: 'MXN' } }, map).notes).toEqual([]);
  });
});

describe('putting it on the map', () => {
  const WEEK1 = 'Week,Page,Conversion rate\n2026-W46,Product page,2.5%\n2026-W47,Product page,2.1%\n2026-W47,Chat,4%\n';
  const WEEK2 = 'Conversion rate,Week,Page\n2.8%,2026-W48,Product page\n1%,2026-W48,Welcome e-mail\n';
  const map = mapWith('Product page', 'Welcome e-mail', 'Chat');

  function imported(target: JourneyMap, text: string, file = FILE) {
    const table = tableOf(text);
    const choices = rememberedChoices(table, target, file.name) ?? suggestChoices(table, target);
    let id = '';
    const result = produce(target, (draft) => {
      id = applyImport(draft, planImport(table, choices, target), file);
    });
    return { map: result, metric: result.metrics[id]! };
  }

  test('a metric, its values and its source, all valid in a file', () => {
    const first = imported(map, WEEK1);
    expect(first.metric).toMatchObject({
      title: 'Conversion rate',
      unit: 'percent',
      direction: 'higher',
      target: null,
    });
    const source = first.map.sources[first.metric.source!]!;
    expect(source).toMatchObject({
      ...FILE,
      rows: 3,
      recipe: { delimiter: ',', cardColumn: 'Page', valueColumn: 'Conversion rate', periodUnit: 'week' },
    });
    expect(Object.values(first.map.measurements).map(({ element, points: list }) => [element, list])).toEqual([
      [
        'e0',
        [
          { period: '2026-W46', value: 0.025 },
          { period: '2026-W47', value: 0.021 },
        ],
      ],
      ['e2', [{ period: '2026-W47', value: 0.04 }]],
    ]);
    const reread = readMap(writeMap(first.map));
    expect(reread.status === 'ok' && reread.map).toEqual(first.map);
  });

  test('a newer file of the same name and column takes the place of the old values; targets stay', () => {
    const first = imported(map, WEEK1);
    const withTargets = produce(first.map, (draft) => {
      draft.metrics[first.metric.id]!.target = 0.03;
      for (const measurement of Object.values(draft.measurements))
        if (measurement.element === 'e2') measurement.target = 0.05;
    });
    const second = imported(withTargets, WEEK2, { ...FILE, hash: 'b'.repeat(64) });
    expect(Object.keys(second.map.metrics)).toEqual([first.metric.id]);
    expect(Object.keys(second.map.sources)).toHaveLength(1);
    expect(second.metric.target).toBe(0.03);
    const byElement = Object.fromEntries(
      Object.values(second.map.measurements).map((measurement) => [measurement.element, measurement]),
    );
    expect(byElement.e0?.points).toEqual([{ period: '2026-W48', value: 0.028 }]);
    expect(byElement.e1?.points).toEqual([{ period: '2026-W48', value: 0.01 }]);
    expect(byElement.e2).toMatchObject({ target: 0.05, points: [] });
    expect(readMap(writeMap(second.map)).status).toBe('ok');
  });

  test('another column of the same file is another metric', () => {
    const first = imported(map, WEEK1);
    const second = imported(first.map, 'Page,Visits\nChat,5\n');
    expect(Object.keys(second.map.metrics)).toHaveLength(2);
    expect(second.metric.order > first.metric.order).toBe(true);
  });

  test('what has open questions, or no values, changes nothing', () => {
    const attempt = (text: string) => () =>
      produce(map, (draft) => {
        applyImport(draft, plan(text, map), FILE);
      });
    expect(attempt('Page;Visits\nProduct page;1.234\n')).toThrow('open questions');
    expect(attempt('Page;Visits\nNobody;5\n')).toThrow('no values');
  });

  test('from a Spanish Windows-1252 file to the text on a card', () => {
    const spanish = mapWith('Página de producto');
    const bytes = Uint8Array.from(
      'Semana;Página;Conversión\r\n09/11/2026;pagina de producto;2,5 %\r\n16/11/2026;PÁGINA DE PRODUCTO;2,1 %\r\n',
      (character) => character.charCodeAt(0),
    );
    const result = readTable(bytes);
    if (result.status !== 'ok') throw new Error('not read');
    const choices = suggestChoices(result.table, spanish);
    let id = '';
    const done = produce(spanish, (draft) => {
      id = applyImport(
        draft,
        planImport(result.table, { ...choices, metric: { ...choices.metric, target: 0.03 } }, spanish),
        FILE,
      );
    });
    const overlay = metricOverlay(done, id, 'es')!;
    expect(overlay.period).toBe('2026-W47');
    expect(overlay.elements.get('e0')).toMatchObject({
      label: 'Conversión',
      value: '2,1\u00a0%',
      change: '▼0,4',
      changeText: '▼ 0,4 p. p.',
      changeIs: 'bad',
      targetText: 'objetivo 3,0\u00a0%',
      status: 'bad',
      series: [0.025, 0.021],
    });
  });
});
