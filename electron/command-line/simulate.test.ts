import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { JourneyMap } from '../../shared/document/schema';
import { writeMap } from '../../shared/document/write';
import { flowMap, petFood } from '../../test/fixtures/flow-maps';
import { runCommandLine } from './program';

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'periplo-simulate-')));
  save('map', petFood());
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const save = (name: string, map: JourneyMap) => writeFileSync(join(folder, name), writeMap(map));

async function periplo(argv: string[], language = 'en_GB.UTF-8') {
  let [out, error] = ['', ''];
  const code = await runCommandLine(['simulate', ...argv], {
    out: (text) => (out += text),
    error: (text) => (error += text),
    folder,
    environment: { LANG: language },
  });
  return { code, out: out.replace(/[\u00a0\u202f]/g, ' '), error };
}

const quick = ['--runs', '300', '--from', '2026-12', '--periods', '3'];

describe('simulate', () => {
  test('as a table for people, in both languages', async () => {
    const { code, out, error } = await periplo(['map', ...quick]);
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(out).toContain('Flows\n10,000 customers a month\n');
    expect(out).toMatch(/^subscribes +5,872 +58\.7% +€176,160 +11,744 boxes$/m);
    expect(out).toMatch(/^together +€156,210$/m);
    expect(out).toMatch(/^ +Dec 2026 +Jan 2027 +Feb 2027 +together$/m);
    expect(out).toMatch(/^subscribes +5,8\d\d +5,8\d\d +5,8\d\d +17,[567]\d\d \(17,[45]\d\d–17,[67]\d\d\)$/m);
    expect(out).toMatch(/300 runs \(seed 1\)/);
    expect(out).toContain('  shipping, subscribes: +1 point here = +73 “subscribes” a month');
    expect(out).not.toContain('To be looked at');
    const spanish = await periplo(['map', ...quick], 'es_ES.UTF-8');
    expect(spanish.out).toContain('10.000 clientes al mes');
    expect(spanish.out).toContain('+1 punto aquí = +73 «subscribes» al mes');
  });

  test('as JSON: the same for the same seed, other bands for another', async () => {
    const first = await periplo(['map', ...quick, '--json', '--seed', '7']);
    expect(await periplo(['map', ...quick, '--json', '--seed', '7'])).toEqual(first);
    const other = await periplo(['map', ...quick, '--json', '--seed', '8']);
    expect(other.out).not.toBe(first.out);
    const report = JSON.parse(first.out);
    expect(report).toMatchObject({
      title: 'Flows',
      scenario: null,
      unit: 'month',
      customers: 10_000,
      circling: 0,
      value: [{ currency: 'EUR', amount: expect.closeTo(156_210, 6) }],
      forecast: { seed: 7, runs: 300, periods: ['2026-12', '2027-01', '2027-02'] },
      faults: [],
    });
    expect(report.outcomes).toContainEqual(
      expect.objectContaining({
        element: 'subscribes',
        customers: expect.closeTo(5_872, 6),
        units: expect.closeTo(11_744, 6),
      }),
    );
    expect(report.connections).toContainEqual({
      connection: 'price-checkout',
      share: 0.62,
      customers: expect.closeTo(6_200, 6),
    });
    expect(report.sensitivity[0].branches[0]).toMatchObject({ connection: 'shipping-subscribes' });
    const [entering, ...all] = [report.customers, ...report.outcomes, ...report.exits];
    expect(all.reduce((sum: number, one: { customers: number }) => sum + one.customers, 0)).toBeCloseTo(entering, 6);
  });

  test('other customers, at an entry, a card or a title; another scenario; CSV', async () => {
    const map = petFood();
    map.elements.compare!.title = 'Leaves to compare';
    map.scenarios.cheap = {
      id: 'cheap',
      title: 'Envío gratis',
      note: '',
      probabilities: { 'shipping-subscribes': 0.9 },
      entries: {},
      order: 'a0',
    };
    save('map', map);
    const json = async (...argv: string[]) => JSON.parse((await periplo(['map', ...quick, '--json', ...argv])).out);
    expect((await json('--entry', 'in-page=500')).customers).toBe(500);
    const two = await json('--entry', 'page=100', '--entry', 'leaves to compare=0,5');
    expect(two.customers).toBe(100.5);
    const cheap = await json('--scenario', 'envio gratis');
    expect(cheap.scenario).toEqual({ id: 'cheap', title: 'Envío gratis' });
    expect(cheap.outcomes[0].customers).toBeCloseTo(7_340 * 0.9, 6);
    const csv = await periplo(['map', ...quick, '--csv']);
    expect(csv.out.split('\r\n')[0]).toBe('period,outcome,measure,unit,expected,median,low (10 %),high (90 %)');
    const weeks = await json('--from', '2026-W49');
    expect(weeks.forecast.periods).toEqual(['2026-W49', '2026-W50', '2026-W51']);
  });

  test('what is wrong in the map is named, and the rest is computed', async () => {
    save('bad', flowMap({ 'a?>won!': 0.8, 'a?>lost!': 0.4, 'b>c': 1, 'c>b': 1 }, { a: 10, b: 5 }));
    const { code, out } = await periplo(['bad', ...quick]);
    expect(code).toBe(0);
    expect(out).toContain('To be looked at\n  The branches of “a” add up to 120 %. Lower them');
    expect(out).toContain('Nobody ever leaves the loop at “b” (2 cards).');
    expect(JSON.parse((await periplo(['bad', ...quick, '--json'])).out)).toMatchObject({ circling: 5 });
  });

  test('titles can’t speak to the terminal', async () => {
    const map = petFood();
    map.elements.subscribes!.title = 'Nice\u001b[2J\u0007title';
    save('map', map);
    expect((await periplo(['map', ...quick])).out).not.toMatch(/[\u001b\u0007]/);
  });

  test.each([
    [['map', '--entry', 'page'], 'ID=N'],
    [['map', '--entry', 'page=-3'], 'ID=N'],
    [['map', '--entry', 'nobody=3'], 'no card “nobody”'],
    [['map', '--scenario', 'x'], 'no scenarios'],
    [['map', '--periods', '0'], 'a number from 1 to 120'],
    [['map', '--from', 'soon'], '“soon” is no period'],
    [['map', '--json', '--csv'], 'exclude each other'],
    [['empty'], 'Draw lines between its cards'],
    [['nowhere'], 'Cards that nothing leads to:\n  a  a'],
    [['gone'], 'can’t find “gone”'],
    [['broken'], 'damaged at “connections.a-won.probability”'],
  ])('%j: says what to do', async (argv, words) => {
    save('empty', flowMap({}));
    save('nowhere', flowMap({ 'a?>won!': null }));
    writeFileSync(
      join(folder, 'broken'),
      writeMap(flowMap({ 'a>won!': 0.5 })).replace('"probability": 0.5', '"probability": 62'),
    );
    const { code, out, error } = await periplo(argv);
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(error).toContain(words);
    expect((await periplo(argv, 'es_ES.UTF-8')).error).not.toBe(error);
  });
});
