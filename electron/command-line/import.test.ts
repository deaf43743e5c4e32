import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readMap } from '../../shared/document/read';
import type { JourneyMap } from '../../shared/document/schema';
import { writeMap } from '../../shared/document/write';
import { bundleProcess } from '../../test/fixtures/bundled-process';
import { demoMap, planFile, pointsIn } from '../../test/fixtures/planned-file';
import { runCommandLine } from './program';

let folder: string;
let bundled: Awaited<ReturnType<typeof bundleProcess>>;
beforeAll(async () => {
  bundled = await bundleProcess('electron/services/datasets/dataset.process.ts');
}, 120_000);
afterAll(() => bundled.remove());
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'periplo-import-')));
  save('shop.journey.json', writeMap(demoMap()));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string) => join(folder, name);
const save = (name: string, text: string) => writeFileSync(file(name), text);

async function periplo(line: string, language = 'en_GB.UTF-8') {
  let out = '';
  let error = '';
  const code = await runCommandLine(line.split(' '), {
    out: (text) => (out += text),
    error: (text) => (error += text),
    folder,
    environment: { LANG: language, PERIPLO_DATA: join(folder, 'data') },
    datasets: { entry: bundled.entry },
  });
  return { code, out, error };
}

function mapIn(name: string): JourneyMap {
  const result = readMap(readFileSync(file(name)));
  if (result.status !== 'ok') throw new Error(result.status);
  return result.map;
}

const CLEAR =
  'Card;Week;Conversion rate\nLanding;2026-W47;2,1 %\nlanding;2026-W48;3,5 %\nCartt;2026-W47;1,0 %\nCart;soon;1 %\n';

describe('periplo import', () => {
  it('writes the numbers that the editor would, and can be run again', async () => {
    save('numbers.csv', CLEAR);
    const first = await periplo('import shop.journey.json --data numbers.csv --output out.journey.json');
    expect(first).toMatchObject({ code: 0, error: '' });
    expect(first.out).toContain('Rows: 4 read, 2 used, 1 refused, 0 without a value, 0 totals left out, 1 with a name');
    expect(first.out).toContain('line 5, This is not a date or period: soon');
    expect(first.out).toMatch(/Cartt \(1\); is it “Cart”\?/);
    expect(first.out).toContain('On the map: 2 new, 0 changed, 0 gone, 0 as before');
    const map = mapIn('out.journey.json');
    const values = Object.values(map.measurements).map(({ element, points }) => [element, points]);
    expect(values).toEqual([
      [
        'landing',
        [
          { period: '2026-W47', value: 0.021 },
          { period: '2026-W48', value: 0.035 },
        ],
      ],
    ]);
    const { plan } = await planFile(CLEAR);
    expect(pointsIn(plan)).toEqual({
      'landing Conversion rate 2026-W47': 0.021,
      'landing Conversion rate 2026-W48': 0.035,
    });

    save('numbers.csv', CLEAR.replace('3,5', '3,6').replace('Cartt', 'Cart'));
    const again = await periplo('import out.journey.json --data numbers.csv --output out.journey.json');
    expect(again.out).toContain('On the map: 1 new, 1 changed, 0 gone, 1 as before');
    const refreshed = mapIn('out.journey.json');
    expect(Object.keys(refreshed.metrics)).toEqual(Object.keys(map.metrics));
    expect(Object.keys(refreshed.sources)).toEqual(Object.keys(map.sources));
  });

  it('asks with both readings where a file can be read in two ways, until a recipe says which', async () => {
    save('numbers.csv', 'Card,Orders\nLanding,1.234\n');
    const asked = await periplo(
      'import shop.journey.json --data numbers.csv --output out.journey.json --write-recipe r.json',
    );
    expect(asked).toMatchObject({ code: 1, out: '' });
    expect(asked.error).toContain('Is the point or the comma the decimal sign in “Orders”?');
    expect(asked.error).toContain('line 2: 1.234 is 1.234 or 1,234');
    expect(() => mapIn('out.journey.json')).toThrow('ENOENT');

    const recipe = JSON.parse(readFileSync(file('r.json'), 'utf8'));
    recipe.columns[1].decimal = ',';
    save('r.json', JSON.stringify(recipe));
    const told = await periplo('import shop.journey.json --data numbers.csv --recipe r.json --output out.journey.json');
    expect(told.code).toBe(0);
    expect(Object.values(mapIn('out.journey.json').measurements)[0]?.points).toEqual([{ period: '', value: 1234 }]);
  });

  it('--dry-run --json says all and writes nothing', async () => {
    save('numbers.csv', CLEAR);
    const { code, out } = await periplo('import shop.journey.json --data numbers.csv --dry-run --json', 'es_ES.UTF-8');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      rows: { read: 4, used: 2, refused: 1, withoutValue: 0, totals: 0, unmatched: 1 },
      questions: [],
      refused: [{ line: 5, reason: 'not-a-date', column: 1, cell: 'soon', text: expect.stringContaining('fecha') }],
      refusedCounts: [{ reason: 'not-a-date', rows: 1 }],
      matched: [{ name: 'Landing' }, { name: 'landing' }, { name: 'Cart' }],
      unmatched: [{ name: 'Cartt', suggestion: { target: { id: 'cart' } } }],
      points: [{ metric: 'Conversion rate', target: { type: 'element', id: 'landing' }, title: 'Landing', points: 2 }],
      changes: { added: 2, changed: 0, gone: 0, unchanged: 0 },
    });
  });

  it('refuses what is no recipe and no table in one sentence', async () => {
    save('numbers.csv', CLEAR);
    save('r.json', '{"version": 1, "layout": "round", "columns": [], "metrics": []}');
    expect(await periplo('import shop.journey.json --data numbers.csv --recipe r.json --dry-run')).toMatchObject({
      code: 1,
      error: expect.stringMatching(/r\.json is no recipe .* \(at: layout\)/),
    });
    save('empty.csv', '');
    expect(await periplo('import shop.journey.json --data empty.csv --dry-run')).toMatchObject({
      code: 1,
      error: expect.stringContaining('There is nothing in “empty.csv”'),
    });
    expect((await periplo('import shop.journey.json --data numbers.csv')).error).toContain('--output');
    expect((await periplo('import shop.journey.json --data gone.csv --dry-run')).code).toBe(1);
  });
});
