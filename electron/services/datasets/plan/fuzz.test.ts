import fc from 'fast-check';
import { produce } from 'immer';
import { expect, test } from 'vitest';
import { FaultError } from '../../../../shared/api/faults';
import { readMap } from '../../../../shared/document/read';
import { encodeUtf8 } from '../../../../shared/document/runtime';
import { writeMap } from '../../../../shared/document/write';
import { faultText } from '../../../../shared/language/fault-text';
import { createTranslator } from '../../../../shared/language/translator';
import { applyPlan } from '../../../../shared/metrics/apply-plan';
import { demoMap, planFile } from '../../../../test/fixtures/planned-file';
import { workbookFile } from '../../../../test/fixtures/workbook';

const FILE = { name: 'data.csv', hash: 'f'.repeat(64), importedAt: '2026-11-21T10:00:00Z' };
const map = demoMap();

/** Takes whatever comes of a file all the way onto a map and back from its text. */
async function importAnything(bytes: Uint8Array): Promise<'refused' | 'asked' | 'nothing' | 'imported'> {
  let planned: Awaited<ReturnType<typeof planFile>>;
  try {
    planned = await planFile(bytes, map);
  } catch (error) {
    if (!(error instanceof FaultError)) throw error;
    for (const language of ['en', 'es'] as const)
      expect(faultText(createTranslator(language), { ...error.fault, path: FILE.name })).toMatch(
        /^[\p{Lu}“«].{20,}[.)]$/u,
      );
    return 'refused';
  }
  const { plan } = planned;
  expect(plan.rowsUsed + plan.rowsTotals).toBeLessThanOrEqual(plan.rowsRead);
  if (plan.questions.length > 0) return 'asked';
  if (plan.values.length === 0) return 'nothing';
  const done = produce(map, (draft) => {
    applyPlan(draft, plan, FILE);
  });
  const reread = readMap(writeMap(done));
  expect(reread.status === 'ok' && reread.map.measurements).toEqual(done.measurements);
  return 'imported';
}

const cell = fc.oneof(
  fc.constantFrom('Landing', 'CART', '__proto__', 'Total', '2,1 %', '1.234', '1.234,56', '€ 5', 'n/a', '2026-W47'),
  fc.constantFrom('16/11/2026', '03/04/2026', '', '"', '1e999', '9007199254740993', '=1+1', '\0', '\ufeff', '2026'),
  fc.constantFrom('20261116', 'nov 2026', '(5)', '-', "1'234", 'constructor', "'; DROP TABLE work; --"),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const text = fc
  .tuple(
    fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 }),
    fc.constantFrom(',', ';', '\t'),
    fc.constantFrom('\n', '\r', '\r\n'),
  )
  .map(([rows, delimiter, end]) => rows.map((row) => row.join(delimiter)).join(end));

test('whatever the cells hold, an import is refused in one sentence, asked about, or valid', async () => {
  await fc.assert(
    fc.asyncProperty(text, async (content) => {
      await importAnything(encodeUtf8(content));
    }),
    { numRuns: 100 },
  );
}, 120_000);

const csv = encodeUtf8('Semana;Tarjeta;Tasa\n2026-W46;Landing;2,5 %\n2026-W47;landing;2,1 %\n2026-W47;"Cart";41,0 %\n');
const xlsx = workbookFile({
  sheets: [{ name: 'Data', rows: { 1: { A: 'Card', B: 'Orders' }, 2: { A: 'Landing', B: { v: '3' } } } }],
});

test.each([
  ['CSV', csv],
  ['workbook', xlsx],
])(
  'a good %s with bytes changed, cut or repeated never breaks anything',
  async (_, good) => {
    expect(await importAnything(good)).toBe('imported');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 6 }),
        fc.nat(good.length),
        fc.integer({ min: 1, max: 3 }),
        async (changes, length, times) => {
          const bytes = Uint8Array.from(
            { length: length * times },
            (__, index) => good[index % Math.max(length, 1)] ?? 0,
          );
          for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
          await importAnything(bytes);
        },
      ),
      { numRuns: 60 },
    );
  },
  120_000,
);
