import { describe, expect, it } from 'vitest';
import type { DataPlan } from '../../../../shared/metrics/planned';
import { demoMap, type Edit, planFile, pointsIn, withColumn, withMetric } from '../../../../test/fixtures/planned-file';

const lines = (...rows: string[]) => `${rows.join('\n')}\n`;
const both =
  (...edits: Edit[]): Edit =>
  (recipe, description) =>
    edits.reduce((made, edit) => edit(made, description), recipe);
const point = (plan: DataPlan, at = 0) => plan.values[at]?.points[0];

describe('a layout', () => {
  it('long, with a column that names the metric: each has its own percent sign and unit', async () => {
    const { description, plan } = await planFile(
      lines(
        'Card;Metric;Month;Value',
        'Landing;Visits;2026-10;1.200',
        'Landing;Conversion rate;2026-10;2,5 %',
        'Cart;Visits;2026-10;300',
        'Cart;Conversion rate;2026-10;7',
        'Cart;;2026-10;1',
        'Cart;Moon phase;2026-10;1',
      ),
      demoMap(),
      (recipe) => ({ ...recipe, metrics: recipe.metrics.filter(({ key }) => key !== 'Moon phase') }),
    );
    expect(description.suggestion.layout).toBe('long');
    expect(description.suggestion.metrics.map(({ key, unit, aggregation }) => [key, unit, aggregation])).toEqual([
      ['Visits', 'number', 'sum'],
      ['Conversion rate', 'percent', 'mean'],
      ['Moon phase', 'number', 'sum'],
    ]);
    expect(pointsIn(plan)).toEqual({
      'landing Visits 2026-10': 1200,
      'cart Visits 2026-10': 300,
      'landing Conversion rate 2026-10': 0.025,
    });
    expect(plan.refused).toEqual([
      { line: 5, reason: 'no-percent-sign', column: 3, cell: '7' },
      { line: 6, reason: 'no-metric', column: 1, cell: '' },
    ]);
    expect(plan.unknownMetrics).toEqual([{ name: 'Moon phase', rows: 1 }]);
    expect(plan).toMatchObject({ rowsRead: 6, rowsUsed: 3, rowsRefused: 2, rowsUnmatched: 1 });
  });

  it('wide by metric: a ratio comes out of its parts, Σ numerators ÷ Σ denominators, and not out of its own column', async () => {
    const { description, plan } = await planFile(
      lines(
        'Card,Date,Emails opened,Delivered,Open rate',
        'Correo de bienvenida,2026-11-02,10,100,10 %',
        'Correo de bienvenida,2026-11-03,90,300,30 %',
      ).replace('Emails opened', 'Opened'),
      demoMap(),
      (recipe) => ({ ...recipe, periodUnit: 'month' }),
    );
    const rate = description.suggestion.metrics.find(({ catalogue }) => catalogue === 'open-rate');
    expect(rate).toMatchObject({ aggregation: 'ratio', formula: 'sum([Opened]) / sum([Delivered])' });
    expect(description.suggestion.columns.at(-1)?.role).toBe('ignored');
    const values = plan.values.find(({ metric }) => metric === rate?.key);
    expect(values?.points).toEqual([
      { period: '2026-11', value: 0.25, n: 400, numerator: 100, denominator: 400, rows: 2 },
    ]);
  });

  it('wide by period: weeks side by side, new ones in a newer file included', async () => {
    const file = lines('Card;2026-W45;2026-W46;Note', 'Landing;1,5;2,5;a', 'Cart;x;4;b', 'Total;1;1;c');
    const { description, plan } = await planFile(file);
    expect(description.suggestion.layout).toBe('wide-by-period');
    expect(Object.values(pointsIn(plan))).toEqual([1.5, 2.5, 4]);
    expect(plan.values[0]?.points.map(({ period }) => period)).toEqual(['2026-W45', '2026-W46']);
    expect(plan.refused).toEqual([{ line: 3, reason: 'not-a-number', column: 1, cell: 'x' }]);
    expect(plan).toMatchObject({ periodUnit: 'week', rowsRead: 3, rowsUsed: 2, rowsTotals: 1, rowsRefused: 1 });
    const newer = lines('Card;Note;2026-W46;2026-W47', 'Landing;a;2,5;3,5');
    const refreshed = await planFile(newer, demoMap(), () => plan.recipe);
    expect(refreshed.plan.values[0]?.points.map(({ period, value }) => [period, value])).toEqual([
      ['2026-W46', 2.5],
      ['2026-W47', 3.5],
    ]);
  });

  it('a column that a recipe needs and that is gone is asked for', async () => {
    const { plan } = await planFile(lines('Card,Orders', 'Landing,3'));
    const { plan: other } = await planFile(lines('Card,Sales', 'Landing,3'), demoMap(), () => plan.recipe);
    expect(other.questions).toContainEqual({ question: 'column-gone', column: 'Orders' });
    const moved = await planFile(lines('Orders,x,Card', '3,9,Landing'), demoMap(), () => plan.recipe);
    expect(pointsIn(moved.plan)).toEqual({ 'landing Orders': 3 });
  });
});

describe('what a row is about', () => {
  it('a stage, a connection, the whole map; the very name before the same without case and accents', async () => {
    const { plan } = await planFile(
      lines(
        'Where,Orders',
        'LEARN,1',
        'Landing → Cart,2',
        'landing > cart,3',
        'Shop,4',
        'Correo de Bienvenída,5',
        'Ana,6',
      ),
    );
    const byName = Object.fromEntries(plan.matched.map(({ name, target, how }) => [name, [target, how]]));
    expect(byName).toEqual({
      LEARN: [{ type: 'element', id: 'learn' }, 'folded'],
      'Landing → Cart': [{ type: 'connection', id: 'clicks' }, 'exact'],
      'landing > cart': [{ type: 'connection', id: 'clicks' }, 'folded'],
      Shop: [{ type: 'map' }, 'exact'],
      'Correo de Bienvenída': [{ type: 'element', id: 'mail' }, 'folded'],
      Ana: [{ type: 'element', id: 'ana' }, 'exact'],
    });
    expect(pointsIn(plan)).toEqual({
      'learn Orders': 1,
      'clicks Orders': 5,
      'map Orders': 4,
      'mail Orders': 5,
      'ana Orders': 6,
    });
  });

  it('a likeness waits to be confirmed; what two cards are called has to be chosen; a choice outlives the next file', async () => {
    const map = demoMap();
    map.elements.mail!.title = 'Cart';
    const file = lines('Where,Orders', 'Cart,1', 'Landin,2', 'Elsewhere,3');
    const { plan } = await planFile(file, map);
    expect(plan.values).toEqual([]);
    expect(plan.ambiguous).toMatchObject([{ name: 'Cart', rows: 1, targets: [{ id: 'cart' }, { id: 'mail' }] }]);
    expect(plan.unmatched).toMatchObject([
      { name: 'Landin', suggestion: { target: { id: 'landing' }, confidence: expect.closeTo(0.9, 0) } },
      { name: 'Elsewhere', suggestion: null, leftOut: false },
    ]);
    expect(plan.rowsUnmatched).toBe(3);
    const settled = await planFile(file, map, (recipe) => ({
      ...recipe,
      matches: [
        { name: 'Cart', target: { type: 'element', id: 'mail' } },
        { name: 'Landin', target: { type: 'element', id: 'landing' } },
        { name: 'Elsewhere', target: null },
      ],
    }));
    expect(pointsIn(settled.plan)).toEqual({ 'mail Orders': 1, 'landing Orders': 2 });
    expect(settled.plan.unmatched).toMatchObject([{ name: 'Elsewhere', leftOut: true }]);
    expect(settled.plan.recipe.matches).toHaveLength(3);
  });

  it('a file that names no card can be about one thing', async () => {
    const file = lines('Date,Orders', '2026-11-16,3', '2026-11-17,4');
    const role = withColumn('Orders', { role: 'value', metric: null });
    const asked = await planFile(file, demoMap(), (recipe) => ({ ...recipe, columns: recipe.columns }));
    expect(asked.plan.questions).toContainEqual({ question: 'card-column' });
    const { plan } = await planFile(
      file,
      demoMap(),
      both(role, (recipe) => ({ ...recipe, fixedTarget: { type: 'map' } })),
    );
    expect(pointsIn(plan)).toEqual({ 'map Orders 2026-11-16': 3, 'map Orders 2026-11-17': 4 });
  });

  it('segments stand beside each other and together; a row for everybody is taken for that', async () => {
    const file = lines('Card,Device,Orders', 'Landing,mobile,3', 'Landing,desktop,4', 'Cart,mobile,1');
    const { description, plan } = await planFile(file);
    expect(description.suggestion.columns[1]?.role).toBe('segment');
    expect(pointsIn(plan)).toEqual({
      'landing Orders': 7,
      'landing mobile Orders': 3,
      'landing desktop Orders': 4,
      'cart Orders': 1,
      'cart mobile Orders': 1,
    });
    const told = await planFile(`${file}Landing,All users,8\n`);
    expect(pointsIn(told.plan)).toMatchObject({ 'landing Orders': 8, 'landing mobile Orders': 3 });
    expect(pointsIn(told.plan)).not.toHaveProperty('cart Orders');
  });

  it('personas are those of the map; others are listed and left out', async () => {
    const { plan } = await planFile(lines('Card,Persona,Orders', 'Landing,ANA,3', 'Landing,Luis,4', 'Landing,Eva,5'));
    expect(plan.values.map(({ persona, segment, points }) => [persona, segment, points[0]?.value])).toEqual(
      expect.arrayContaining([
        ['ana', 'Ana', 3],
        ['luis', 'Luis', 4],
      ]),
    );
    expect(plan.personas).toEqual([
      { name: 'ANA', persona: 'ana', rows: 1 },
      { name: 'Luis', persona: 'luis', rows: 1 },
      { name: 'Eva', persona: null, rows: 1 },
    ]);
  });
});

describe('several rows as one value', () => {
  const answers = (name: string, ...values: (string | number)[]) =>
    lines(`Card,${name}`, ...values.map((value) => `Landing,${value}`));

  it('NPS is % 9–10 − % 0–6 of the valid answers', async () => {
    // 3 promoters, 2 passives, 4 detractors of 9: (3 − 4) ÷ 9.
    const { plan } = await planFile(answers('NPS', 10, 9, 9, 8, 7, 6, 0, 3, 5, '-'));
    expect(plan.recipe.metrics[0]).toMatchObject({ aggregation: 'nps', unit: 'number', catalogue: 'promoter-score' });
    expect(point(plan)).toEqual({ period: '', value: -11.1111111111111, n: 9, numerator: -1, denominator: 9, rows: 9 });
    const off = await planFile(
      answers('NPS', 10, 11, 7.5),
      demoMap(),
      withMetric({ aggregation: 'nps', unit: 'number' }),
    );
    expect(point(off.plan)).toMatchObject({ value: 100, n: 1 });
    expect(off.plan.refused.map(({ line, reason }) => [line, reason])).toEqual([
      [3, 'not-an-answer'],
      [4, 'not-an-answer'],
    ]);
  });

  it('CSAT is the share of 4 and 5', async () => {
    const { plan } = await planFile(
      answers('CSAT', 5, 4, 3, 1),
      demoMap(),
      withMetric({ aggregation: 'csat', unit: 'percent' }),
    );
    expect(point(plan)).toMatchObject({ value: 0.5, n: 4, numerator: 2, denominator: 4 });
  });

  it('a ratio is Σ numerator ÷ Σ denominator; half a one is refused, nothing below the line has no result', async () => {
    const file = lines('Card,Numerator,Denominator', 'Landing,1,10', 'Landing,30,90', 'Landing,,50', 'Cart,0,0');
    const { plan } = await planFile(file);
    expect(point(plan)).toEqual({ period: '', value: 0.31, n: 100, numerator: 31, denominator: 100, rows: 2 });
    expect(plan.refused).toEqual([{ line: 4, reason: 'incomplete-ratio', column: 1, cell: '' }]);
    expect(plan.withoutResult).toMatchObject([{ target: { id: 'cart' }, reason: 'zero-denominator' }]);
  });

  it('a mean weighs its rows by the answers behind them', async () => {
    const { description, plan } = await planFile(
      lines('Card,Rating,Answers', 'Landing,4,10', 'Landing,2,30', 'Landing,5,', 'Cart,3,0'),
    );
    expect(description.suggestion.metrics[0]?.aggregation).toBe('weighted-mean');
    expect(point(plan)).toEqual({ period: '', value: 2.5, n: 40, numerator: 100, denominator: 40, rows: 2 });
    expect(plan.refused.map(({ line, reason }) => [line, reason])).toEqual([
      [4, 'no-weight'],
      [5, 'no-weight'],
    ]);
  });

  it.each([
    ['sum', 7.3],
    ['mean', 1.825],
    ['median', 1.55],
    ['min', 0.1],
    ['max', 4.1],
    ['count', 4],
    ['distinct', 4],
    ['last', 0.1],
  ] as const)('%s', async (aggregation, expected) => {
    const { plan } = await planFile(answers('Hours', 1, 2.1, 4.1, 0.1, 'n/a'), demoMap(), withMetric({ aggregation }));
    expect(point(plan)?.value).toBe(expected);
  });

  it('a million times 0.1 is 100,000, and 0.1 + 0.2 is 0.3', async () => {
    const { plan } = await planFile(
      `Card,Hours\n${'Landing,0.1\n'.repeat(1_000_000)}`,
      demoMap(),
      withMetric({ aggregation: 'sum' }),
    );
    expect(point(plan)).toMatchObject({ value: 100_000, rows: 1_000_000 });
    const few = await planFile(answers('Hours', 0.1, 0.2), demoMap(), withMetric({ aggregation: 'sum' }));
    expect(point(few.plan)?.value).toBe(0.3);
  });

  it('a formula reckons with columns, row by row and over all', async () => {
    const file = lines('Card;Orders;Visits;Kind', 'Landing;3;100;paid', 'Landing;1,5;50;free', 'Landing;x;7;paid');
    const made = async (formula: string) => planFile(file, demoMap(), withMetric({ formula, unit: 'number' }));
    const rate = (await made('Orders / Visits')).plan;
    expect(point(rate)).toMatchObject({ value: 0.03, numerator: 4.5, denominator: 150, n: 150 });
    expect(rate.refused).toContainEqual({ line: 4, reason: 'not-a-number', column: 1, cell: 'x' });
    expect(point((await made("sum(if([Kind] = 'paid'; [Visits]; 0))")).plan)?.value).toBe(107);
    expect((await made('Orders / Clicks')).plan.questions).toMatchObject([
      { question: 'formula', error: { code: 'unknown-column' } },
    ]);
  });
});
