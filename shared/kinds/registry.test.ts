import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ELEMENT_KINDS, elementSchema } from '../document/schema';
import { ICONS } from '../figures/icons';
import { TONES } from '../figures/theme';
import { FIELDS } from './all-fields';
import { KINDS } from './registry';

test('every kind is everywhere: registry, fields, schema, a folder with a test', () => {
  const kinds = [...ELEMENT_KINDS].sort();
  expect(Object.keys(KINDS).sort()).toEqual(kinds);
  expect(Object.keys(FIELDS).sort()).toEqual(kinds);
  expect(elementSchema.options.map((option) => option.entries.kind.literal).sort()).toEqual(kinds);
  for (const kind of kinds) expect(existsSync(new URL(`${kind}/${kind}.test.ts`, import.meta.url)), kind).toBe(true);
});

test('each has an icon, a colour and a key of its own', () => {
  const definitions = Object.values(KINDS);
  for (const { icon, tone } of definitions) {
    expect(ICONS[icon]).toMatch(/^M/i);
    expect(TONES).toContain(tone);
  }
  expect(new Set(definitions.map(({ key }) => key)).size).toBe(definitions.length);
  expect(new Set(definitions.map(({ icon }) => icon)).size).toBe(definitions.length);
});

test('the schema knows the fields of every kind', () => {
  for (const { entries } of elementSchema.options) {
    expect(Object.keys(entries)).toEqual(expect.arrayContaining(Object.keys(FIELDS[entries.kind.literal])));
  }
});
