import { describe, expect, it } from 'vitest';
import { demoMap, planFile, pointsIn, withColumn, withMetric } from '../../../../test/fixtures/planned-file';
import { workbookFile } from '../../../../test/fixtures/workbook';

const lines = (...rows: string[]) => `${rows.join('\n')}\n`;
const bytes = (text: string, encoding: BufferEncoding) => Buffer.from(text, encoding);

/** A table of cards and one value each; the values as they are read, by card. */
async function valuesOf(...values: string[]) {
  const cards = ['Landing', 'Cart', 'Correo de bienvenida', 'Learn'];
  const { plan } = await planFile(lines('Tarjeta\tPedidos', ...values.map((value, at) => `${cards[at]}\t${value}`)));
  return { plan, points: Object.values(pointsIn(plan)) };
}

describe('numbers of a CSV file', () => {
  it('1.234,56 and 1,234.56 are the same number, by the column they stand in', async () => {
    expect((await valuesOf('1.234,56', '7,5', '1.000')).points).toEqual([1234.56, 7.5, 1000]);
    expect((await valuesOf('1,234.56', '7.5', '1,000')).points).toEqual([1234.56, 7.5, 1000]);
    expect((await valuesOf('1.234.567', '1.000')).points).toEqual([1234567, 1000]);
    expect((await valuesOf('1 234,5', "1'000,5", '−3,5')).points).toEqual([1234.5, 1000.5, -3.5]);
  });

  it('1.234 alone is asked with both readings, and follows the answer', async () => {
    const file = lines('Card,Orders', 'Landing,1.234', 'Cart,5.678');
    const { plan } = await planFile(file);
    expect(plan.values).toEqual([]);
    expect(plan.questions).toEqual([
      {
        question: 'decimal',
        column: 1,
        mixed: false,
        examples: [
          { line: 2, cell: '1.234', point: 1.234, comma: 1234 },
          { line: 3, cell: '5.678', point: 5.678, comma: 5678 },
        ],
      },
    ]);
    const comma = await planFile(file, demoMap(), withColumn('Orders', { decimal: ',' }));
    expect(pointsIn(comma.plan)).toEqual({ 'landing Orders': 1234, 'cart Orders': 5678 });
    const point = await planFile(file, demoMap(), withColumn('Orders', { decimal: '.' }));
    expect(pointsIn(point.plan)).toEqual({ 'landing Orders': 1.234, 'cart Orders': 5.678 });
    expect(point.plan.recipe.columns[1]).toMatchObject({ decimal: '.' });
  });

  it('points and commas in one column are asked; the other kind is then refused by line', async () => {
    const file = lines('Card;Orders', 'Landing;1,5', 'Cart;1.5');
    expect((await planFile(file)).plan.questions).toMatchObject([{ question: 'decimal', mixed: true }]);
    const { plan } = await planFile(file, demoMap(), withColumn('Orders', { decimal: ',' }));
    expect(pointsIn(plan)).toEqual({ 'landing Orders': 1.5 });
    expect(plan.refused).toEqual([{ line: 3, reason: 'not-a-number', column: 1, cell: '1.5' }]);
  });

  it('2,1 % is a fraction; among them a number without the sign is refused, a zero is not', async () => {
    const { plan, points } = await valuesOf('2,1 %', '0,5%', '0', '3');
    expect(points).toEqual([0.021, 0.005, 0]);
    expect(plan.recipe.metrics[0]).toMatchObject({ unit: 'percent', aggregation: 'mean' });
    expect(plan.refused).toEqual([{ line: 5, reason: 'no-percent-sign', column: 1, cell: '3' }]);
    expect(plan.refusedCounts).toEqual([{ reason: 'no-percent-sign', rows: 1 }]);
  });

  it('percentages without a sign are points or fractions, as said', async () => {
    const file = lines('Card,Conversion rate', 'Landing,2.1', 'Cart,12.5');
    const { plan } = await planFile(file);
    expect(pointsIn(plan)).toEqual({ 'landing Conversion rate': 0.021, 'cart Conversion rate': 0.125 });
    expect(plan.notes).toContainEqual({ note: 'percent-scale', metric: 'Conversion rate', detail: '' });
    const fractions = lines('Card,Conversion rate', 'Landing,0.021', 'Cart,0.125');
    expect(pointsIn((await planFile(fractions)).plan)).toEqual(pointsIn(plan));
    const said = await planFile(file, demoMap(), withMetric({ percentScale: 'fractions' }));
    expect(pointsIn(said.plan)).toEqual({ 'landing Conversion rate': 2.1, 'cart Conversion rate': 12.5 });
  });

  it('€ is a currency; another one in the column is refused', async () => {
    const { plan, points } = await valuesOf('€ 1.200,50', '99,90 €', '10 EUR', '5 $');
    expect(points).toEqual([1200.5, 99.9, 10]);
    expect(plan.recipe.metrics[0]).toMatchObject({ unit: 'currency', currency: 'EUR', aggregation: 'sum' });
    expect(plan.refused).toEqual([{ line: 5, reason: 'other-currency', column: 1, cell: '5 $' }]);
  });

  it('n/a and dashes are no values, and nothing to complain of', async () => {
    const { plan, points } = await valuesOf('12', 'n/a', '–', '');
    expect(points).toEqual([12]);
    expect(plan).toMatchObject({ rowsRead: 4, rowsUsed: 1, rowsWithoutValue: 3, rowsRefused: 0, refused: [] });
  });

  it('ids above 2^53 are no values: suggested as none, and refused where somebody says so', async () => {
    const file = lines('Card,Id,Orders', 'Landing,9007199254740993,3', 'Cart,9007199254740995,4');
    const { description, plan } = await planFile(file);
    expect(description.columns[1]?.number?.tooLarge).toBe(2);
    expect(pointsIn(plan)).toEqual({ 'landing Orders': 3, 'cart Orders': 4 });
    const ids = await planFile(file, demoMap(), (recipe) => ({
      ...recipe,
      columns: recipe.columns.map((column) => {
        if (column.name === 'Id') return { ...column, role: 'value', metric: 'Orders' };
        return column.name === 'Orders' ? { ...column, role: 'ignored' } : column;
      }),
    }));
    expect(ids.plan.values).toEqual([]);
    expect(ids.plan.refused).toEqual([
      { line: 2, reason: 'too-large', column: 1, cell: '9007199254740993' },
      { line: 3, reason: 'too-large', column: 1, cell: '9007199254740995' },
    ]);
  });
});

describe('dates of a CSV file', () => {
  it('16/11 has the day first, 11/16 the month, and 03/04 is asked', async () => {
    const file = (...dates: string[]) => lines('Card,Date,Orders', ...dates.map((date) => `Landing,${date},1`));
    expect(pointsIn((await planFile(file('16/11/2026', '03/12/2026'))).plan)).toEqual({
      'landing Orders 2026-11-16': 1,
      'landing Orders 2026-12-03': 1,
    });
    expect(pointsIn((await planFile(file('11/16/2026', '03/12/2026'))).plan)).toEqual({
      'landing Orders 2026-03-12': 1,
      'landing Orders 2026-11-16': 1,
    });
    const { plan } = await planFile(file('03/04/2026', '05/04/2026'));
    expect(plan.questions).toEqual([
      {
        question: 'date-order',
        column: 1,
        mixed: false,
        examples: [
          { line: 2, cell: '03/04/2026', dayFirst: '2026-04-03', monthFirst: '2026-03-04' },
          { line: 3, cell: '05/04/2026', dayFirst: '2026-04-05', monthFirst: '2026-05-04' },
        ],
      },
    ]);
    const said = await planFile(
      file('03/04/2026', '05/04/2026'),
      demoMap(),
      withColumn('Date', { dateOrder: 'month-first' }),
    );
    expect(pointsIn(said.plan)).toEqual({ 'landing Orders 2026-03-04': 1, 'landing Orders 2026-05-04': 1 });
  });

  it('days go into longer periods, weeks into no month; the last value is that of the latest day', async () => {
    const file = lines('Card,Date,Orders', 'Landing,2026-11-30,5', 'Landing,2026-11-02,7', 'Landing,2026-12-01,1');
    const month = await planFile(file, demoMap(), (recipe) => ({ ...recipe, periodUnit: 'month' }));
    expect(pointsIn(month.plan)).toEqual({ 'landing Orders 2026-11': 12, 'landing Orders 2026-12': 1 });
    const last = await planFile(file, demoMap(), (recipe, description) => ({
      ...withMetric({ aggregation: 'last' })(recipe, description),
      periodUnit: 'month',
    }));
    expect(pointsIn(last.plan)).toEqual({ 'landing Orders 2026-11': 5, 'landing Orders 2026-12': 1 });
    const weeks = lines('Card,Week,Orders', 'Landing,2026-W45,5', 'Landing,2026-11,7');
    const cut = await planFile(weeks, demoMap(), (recipe) => ({ ...recipe, periodUnit: 'month' }));
    expect(pointsIn(cut.plan)).toEqual({ 'landing Orders 2026-11': 7 });
    expect(cut.plan.refused).toEqual([{ line: 2, reason: 'cut-week', column: 1, cell: '2026-W45' }]);
  });

  it('what is no date is refused, and so is a row without one', async () => {
    const { plan } = await planFile(
      lines(
        'Card,Date,Orders',
        'Landing,2026-11-30,5',
        'Cart,2026-11-31,7',
        'Cart,,1',
        'Cart,2026-11-03,x',
        ',2026-11-03,3',
      ),
    );
    expect(pointsIn(plan)).toEqual({ 'landing Orders 2026-11-30': 5 });
    expect(plan.refused).toEqual([
      { line: 3, reason: 'not-a-date', column: 1, cell: '2026-11-31' },
      { line: 4, reason: 'no-date', column: 1, cell: '' },
      { line: 5, reason: 'not-a-number', column: 2, cell: 'x' },
      { line: 6, reason: 'no-name', column: 0, cell: '' },
    ]);
    expect(plan).toMatchObject({ rowsRead: 5, rowsUsed: 1, rowsRefused: 4 });
  });
});

describe('the way a CSV file is written', () => {
  const table = (line: string) => ['Tarjeta;Pedidos', 'Landing;1,5', '"Correo de bienvenida";2,5', ''].join(line);
  const expected = { 'landing Pedidos': 1.5, 'mail Pedidos': 2.5 };

  it.each([
    ['a byte-order mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes(table('\n'), 'utf8')])],
    ['UTF-16 with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), bytes(table('\r\n'), 'utf16le')])],
    ['UTF-16 without a mark', bytes(table('\r\n'), 'utf16le')],
    ['CR alone', bytes(table('\r'), 'utf8')],
    ['CR LF', bytes(table('\r\n'), 'utf8')],
    ['tabs', bytes(table('\n').replaceAll(';', '\t'), 'utf8')],
    [
      'commas and quotes',
      bytes(
        table('\n')
          .replace(/;([\d,]+)/g, ',"$1"')
          .replaceAll(';', ','),
        'utf8',
      ),
    ],
    ['NULs', bytes(table('\n').replace('Landing', 'Land\0ing'), 'utf8')],
  ])('%s', async (_, file) => {
    expect(pointsIn((await planFile(file)).plan)).toEqual(expected);
  });

  it('Windows-1252', async () => {
    const map = demoMap();
    map.elements.cart!.title = 'Página de pago – 5 €';
    const text = 'Tarjeta;Conversión\r\nP\xe1gina de pago \x96 5 \x80;2,1 %\r\n';
    const { plan, description } = await planFile(bytes(text.replace('ó', '\xf3'), 'latin1'), map);
    expect(description.suggestion).toMatchObject({ encoding: 'windows-1252', delimiter: ';' });
    expect(pointsIn(plan)).toEqual({ 'cart Conversión': 0.021 });
    expect(plan.matched).toMatchObject([{ how: 'exact' }]);
  });

  it('what stands in rows of totals decides and asks nothing', async () => {
    const rows = ['Card;Day;Segment;Visits', 'Landing;16/11/2026;new;12', 'Cart;16/11/2026;old;7'];
    const { description, plan } = await planFile([...rows, 'Total;03/04/2026;All;40.123', ''].join('\n'));
    expect(description.columns[3]?.number).toMatchObject({
      decimal: '.',
      ambiguous: false,
      decimals: 0,
      range: [7, 12],
    });
    expect(plan.questions).toEqual([]);
    expect(plan).toMatchObject({ rowsRead: 3, rowsUsed: 2, rowsTotals: 1, rowsRefused: 0 });
    expect(pointsIn(plan)).toMatchObject({ 'landing new Visits 2026-11-16': 12, 'landing Visits 2026-11-16': 12 });
    expect(plan.preview[2]).toMatchObject({ target: null, period: null, values: [{ value: null }] });
    const kept = await planFile([...rows, 'Total;16/11/2026;All;40.123', ''].join('\n'), demoMap(), (recipe) => ({
      ...recipe,
      skipTotals: false,
    }));
    expect(kept.plan.questions).toMatchObject([{ question: 'decimal', column: 3 }]);
  });

  it('titles above the header, totals below it, and both counted', async () => {
    const { description, plan } = await planFile(
      lines(
        'Report 2026,,',
        ',,',
        'Card,Week,Orders',
        'Landing,2026-W47,10',
        'Cart,2026-W47,20',
        'Total,2026-W47,30',
        'Grand total,,30',
      ),
    );
    expect(description.header).toEqual({ first: 3, last: 3 });
    expect(description.totals).toEqual([
      { line: 6, name: 'Total' },
      { line: 7, name: 'Grand total' },
    ]);
    expect(pointsIn(plan)).toEqual({ 'landing Orders 2026-W47': 10, 'cart Orders 2026-W47': 20 });
    expect(plan).toMatchObject({ rowsRead: 4, rowsUsed: 2, rowsTotals: 2, rowsRefused: 0, rowsUnmatched: 0 });
    expect(plan.notes).toEqual([{ note: 'totals-skipped', metric: null, detail: '2' }]);
  });

  it('a row whose cells may stand in the wrong columns is refused as a whole', async () => {
    const { plan } = await planFile(lines('Card,Orders', 'Landing,10', 'Cart,20,30', 'Cart,40'));
    expect(pointsIn(plan)).toEqual({ 'landing Orders': 10, 'cart Orders': 40 });
    expect(plan.refused).toEqual([{ line: 3, reason: 'misplaced-cells', column: null, cell: '' }]);
  });
});

describe('a workbook', () => {
  const read = (rows: Record<number, Record<string, { v: string; s?: number } | string>>, more = {}) =>
    planFile(workbookFile({ sheets: [{ name: 'Datos', rows }], ...more }));

  it('has numbers as they are: 1.234 is no question, percent and currency come of the format', async () => {
    const { plan } = await read({
      1: { A: 'Tarjeta', B: 'Pedidos' },
      2: { A: 'Landing', B: { v: '1.234' } },
      3: { A: 'Cart', B: { v: '5678' } },
    });
    expect(plan.questions).toEqual([]);
    expect(pointsIn(plan)).toEqual({ 'landing Pedidos': 1.234, 'cart Pedidos': 5678 });
    const percent = await read(
      { 1: { A: 'Card', B: 'Rate' }, 2: { A: 'Landing', B: { v: '0.021', s: 1 } } },
      { formats: [0, 10] },
    );
    expect(pointsIn(percent.plan)).toEqual({ 'landing Rate': 0.021 });
    expect(percent.plan.recipe.metrics[0]?.unit).toBe('percent');
    const euros = await read(
      { 1: { A: 'Card', B: 'Income' }, 2: { A: 'Landing', B: { v: '1234.5', s: 1 } } },
      { formats: [0, '#,##0.00 [$€-C0A]'] },
    );
    expect(pointsIn(euros.plan)).toEqual({ 'landing Income': 1234.5 });
    expect(euros.plan.recipe.metrics[0]).toMatchObject({ unit: 'currency', currency: 'EUR' });
  });

  it.each([
    ['1900', false, { 59: '1900-02-28', 61: '1900-03-01', 46342: '2026-11-16' }],
    ['1904', true, { 59: '1904-02-29', 61: '1904-03-02', 44880: '2026-11-16' }],
  ])('has dates as serial numbers of the %s calendar', async (_, is1904, days) => {
    const serials = Object.keys(days);
    const rows = Object.fromEntries(
      serials.map((serial, at) => [at + 2, { A: 'Landing', B: { v: serial, s: 1 }, C: { v: String(at + 1) } }]),
    );
    const { plan } = await read({ 1: { A: 'Card', B: 'Date', C: 'Orders' }, ...rows }, { formats: [0, 14], is1904 });
    expect(pointsIn(plan)).toEqual(
      Object.fromEntries(Object.values(days).map((day, at) => [`landing Orders ${day}`, at + 1])),
    );
  });

  it('the 60 of the 1900 calendar is a day that never was: refused', async () => {
    const rows = {
      1: { A: 'Card', B: 'Date', C: 'Orders' },
      2: { A: 'Landing', B: { v: '60', s: 1 }, C: { v: '1' } },
      3: { A: 'Landing', B: { v: '46342', s: 1 }, C: { v: '2' } },
    };
    const { plan } = await read(rows, { formats: [0, 14] });
    expect(pointsIn(plan)).toEqual({ 'landing Orders 2026-11-16': 2 });
    expect(plan.refused).toMatchObject([{ line: 2, reason: 'not-a-date', column: 1 }]);
  });

  it('has titles, merged groups above the names, totals, ids and n/a', async () => {
    const file = workbookFile({
      sheets: [
        {
          name: 'Datos',
          merged: ['A1:E1', 'B3:C3', 'D3:E3'],
          rows: {
            1: { A: 'Informe de noviembre' },
            3: { B: 'Norte', D: 'Sur' },
            4: { A: 'Tarjeta', B: 'Visitas', C: 'Pedidos', D: 'Visitas', E: 'Pedidos' },
            5: { A: 'Landing', B: { v: '100' }, C: { v: '3' }, D: { v: '50' }, E: 'n/a' },
            6: { A: 'Cart', B: { v: '20' }, C: { v: '1' }, D: { v: '9007199254740993' }, E: { v: '2' } },
            7: { A: 'Suma total', B: { v: '120' }, C: { v: '4' }, D: { v: '50' }, E: { v: '2' } },
          },
        },
      ],
    });
    const { plan } = await planFile(file, demoMap(), (recipe) => ({
      ...recipe,
      layout: 'wide-by-metric',
      columns: recipe.columns.map((column) =>
        column.index === 0 ? column : { ...column, role: 'value', metric: column.name },
      ),
      metrics: recipe.columns.slice(1).map(({ name }) => ({
        ...recipe.metrics[0]!,
        key: name,
        title: name,
        aggregation: 'sum',
      })),
    }));
    expect(plan.columns).toEqual(['Tarjeta', 'Norte · Visitas', 'Norte · Pedidos', 'Sur · Visitas', 'Sur · Pedidos']);
    expect(pointsIn(plan)).toEqual({
      'landing Norte · Visitas': 100,
      'cart Norte · Visitas': 20,
      'landing Norte · Pedidos': 3,
      'cart Norte · Pedidos': 1,
      'landing Sur · Visitas': 50,
      'cart Sur · Pedidos': 2,
    });
    expect(plan.refused).toEqual([{ line: 6, reason: 'too-large', column: 3, cell: '9007199254740993' }]);
    expect(plan).toMatchObject({ rowsRead: 3, rowsUsed: 2, rowsTotals: 1, rowsRefused: 1 });
  });
});
