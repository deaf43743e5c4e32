import fc from 'fast-check';
import { produce } from 'immer';
import { expect, test } from 'vitest';
import { createElement, emptyMap } from '../document/create';
import { readMap } from '../document/read';
import { encodeUtf8 } from '../document/runtime';
import { writeMap } from '../document/write';
import { applyImport } from './apply-import';
import { suggestChoices } from './import-choices';
import { planImport } from './import-plan';
import { metricOverlay } from './overlay';
import { readTable } from './read-table';

const map = emptyMap();
for (const title of ['Página', 'Correo', '__proto__', 'Total']) {
  const element = createElement('touchpoint', { title, order: 'a0' });
  map.elements[element.id] = element;
}
const FILE = { name: 'data.csv', hash: 'f'.repeat(64), importedAt: '2026-11-21T10:00:00Z' };

/** Reads bytes and takes whatever comes of them all the way to the texts on the cards. */
function importAnything(bytes: Uint8Array): 'refused' | 'asked' | 'nothing' | 'imported' {
  const result = readTable(bytes);
  if (result.status === 'fault') return 'refused';
  const { table } = result;
  expect(table.rows.every((row) => row.length === table.header.length)).toBe(true);
  expect(table.lines).toHaveLength(table.rows.length);
  const plan = planImport(table, suggestChoices(table, map), map);
  expect(plan.rowsUsed + plan.rowsWithoutValue + plan.refusedRows.length).toBeLessThanOrEqual(plan.rowsRead);
  if (plan.questions.length > 0) return 'asked';
  if (plan.values.length === 0) return 'nothing';
  let id = '';
  const done = produce(map, (draft) => {
    id = applyImport(draft, plan, FILE);
  });
  const reread = readMap(writeMap(done));
  expect(reread.status).toBe('ok');
  expect(reread.status === 'ok' && reread.map.measurements).toEqual(done.measurements);
  for (const shown of metricOverlay(done, id, 'es')?.elements.values() ?? [])
    expect(shown.value).not.toMatch(/NaN|∞|undefined/);
  return 'imported';
}

const cell = fc.oneof(
  fc.constantFrom(
    'Página',
    'CORREO',
    '__proto__',
    'Total',
    '2,1 %',
    '1.234',
    '1.234,56',
    '€ 5',
    'n/a',
    '2026-W47',
    '16/11/2026',
    '03/04/2026',
  ),
  fc.constantFrom(
    '',
    '"',
    '1e999',
    '9007199254740993',
    '=1+1',
    '\0',
    '\ufeff',
    '2026',
    '20261116',
    'nov 2026',
    '(5)',
    '-',
    "1'234",
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const text = fc
  .tuple(
    fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 }),
    fc.constantFrom(',', ';', '\t'),
    fc.constantFrom('\n', '\r', '\r\n'),
  )
  .map(([rows, delimiter, end]) => rows.map((row) => row.join(delimiter)).join(end));

test('whatever the cells hold, an import is refused, asked about or valid', () => {
  fc.assert(
    fc.property(text, (content) => void importAnything(encodeUtf8(content))),
    { numRuns: 500 },
  );
});

test('a good file with bytes changed, cut or repeated never breaks anything', () => {
  const good = encodeUtf8(
    'Semana;Tarjeta;Tasa\n2026-W46;Página;2,5 %\n2026-W47;página;2,1 %\n2026-W47;"Correo";41,0 %\n',
  );
  expect(importAnything(good)).toBe('imported');
  const change = fc.tuple(fc.nat(good.length - 1), fc.nat(255));
  fc.assert(
    fc.property(
      fc.array(change, { maxLength: 6 }),
      fc.nat(good.length),
      fc.integer({ min: 1, max: 3 }),
      (changes, length, times) => {
        const bytes = Uint8Array.from({ length: length * times }, (_, index) => good[index % Math.max(length, 1)] ?? 0);
        for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
        importAnything(bytes);
      },
    ),
    { numRuns: 500 },
  );
});
