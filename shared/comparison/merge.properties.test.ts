import fc from 'fast-check';
import { expect, test } from 'vitest';
import { afterEdits, fromFile, someEdits } from '../../test/fixtures/arbitrary-edits';
import { anyMap, runs } from '../../test/fixtures/arbitrary-map';
import { validateMap } from '../document/read';
import type { JourneyMap } from '../document/schema';
import { COLLECTIONS } from '../document/schema';
import { createTranslator } from '../language/translator';
import { applyComparison, compareMaps, countChanges } from './difference';
import { comparisonMarkdown } from './markdown';
import { mergeMaps, settle, settleAll } from './merge';
import { conflictTexts, repairText } from './merge-texts';
import { changeTexts } from './texts';

const base = anyMap.map(fromFile);
const options = { numRuns: runs(500) };
const [english, spanish] = [createTranslator('en'), createTranslator('es')];

/** A map, and what two people made of it. */
const edited = fc.tuple(base, someEdits, someEdits).map(([map, first, second]) => ({
  base: map,
  ours: afterEdits(map, first),
  theirs: afterEdits(map, second),
}));

const expectValid = (map: JourneyMap) => expect(validateMap(map)).toEqual({ map });

test('what a comparison tells is all there is to tell: applied to one map it gives the other', () => {
  fc.assert(
    fc.property(edited, ({ base, ours, theirs }) => {
      for (const [a, b] of [
        [base, ours],
        [ours, theirs],
        [theirs, base],
      ] as const) {
        const before = JSON.stringify(a);
        const comparison = compareMaps(a, b, { related: true });
        expect(applyComparison(comparison, a)).toStrictEqual(b);
        expect(JSON.stringify(a)).toBe(before);
        expect(countChanges(comparison).all === 0).toBe(JSON.stringify(fromFile(a)) === JSON.stringify(fromFile(b)));
      }
    }),
    options,
  );
}, 300_000);

test('maps that have nothing to do with each other can be compared, too', () => {
  fc.assert(
    fc.property(base, base, (a, b) => {
      const comparison = compareMaps(a, b, { related: false });
      expectValid(comparison.after);
      expect(applyComparison(comparison, a)).toStrictEqual(comparison.after);
      for (const name of COLLECTIONS) {
        expect(Object.keys(comparison.after[name])).toHaveLength(Object.keys(b[name]).length);
        const partners = comparison.changes.filter((change) => change.collection === name && change.afterId !== null);
        expect(new Set(partners.map((change) => change.afterId)).size).toBe(partners.length);
      }
    }),
    { numRuns: runs(150) },
  );
}, 300_000);

test('merging with oneself, or with somebody who did nothing, changes nothing', () => {
  fc.assert(
    fc.property(edited, ({ base, ours: a }) => {
      for (const result of [mergeMaps(base, a, a), mergeMaps(base, base, a), mergeMaps(base, a, base)]) {
        expect(result.map).toStrictEqual(a);
        expect(result.conflicts).toEqual([]);
        expect(result.repairs).toEqual([]);
      }
    }),
    options,
  );
}, 300_000);

test('a merge is always a valid map, whatever is settled how, and leaves its inputs alone', () => {
  fc.assert(
    fc.property(edited, fc.infiniteStream(fc.boolean()), ({ base, ours, theirs }, coin) => {
      const before = JSON.stringify([base, ours, theirs]);
      let result = mergeMaps(base, ours, theirs);
      expectValid(result.map);
      for (let steps = 0; result.conflicts.length > 0; steps++) {
        const [first] = result.conflicts;
        result = settle(result, first!.id, coin.next().value ? 'ours' : 'theirs');
        expectValid(result.map);
        expect(result.settled.map(({ id }) => id)).toContain(first!.id);
        expect(steps).toBeLessThan(200);
      }
      expect(JSON.stringify([base, ours, theirs])).toBe(before);
    }),
    options,
  );
}, 300_000);

test('it does not matter whose map is ours, but for who is asked about what', () => {
  fc.assert(
    fc.property(edited, ({ base, ours, theirs }) => {
      const one = mergeMaps(base, ours, theirs);
      const other = mergeMaps(base, theirs, ours);
      const sidesOf = (conflicts: typeof one.conflicts) =>
        new Map(conflicts.map(({ id, type, ours, theirs }) => [id, { type, ours, theirs }]));
      const turned = [...sidesOf(other.conflicts)].map(
        ([id, { type, ours, theirs }]) => [id, { type, ours: theirs, theirs: ours }] as const,
      );
      expect(sidesOf(one.conflicts)).toEqual(new Map(turned));
      expect(settleAll(one, 'ours').map).toStrictEqual(settleAll(other, 'theirs').map);
      expect(settleAll(one, 'theirs').map).toStrictEqual(settleAll(other, 'ours').map);
      if (one.conflicts.length === 0) {
        expect(one.map).toStrictEqual(other.map);
        expect(one.repairs).toEqual(other.repairs);
      }
    }),
    options,
  );
}, 300_000);

test('what two people did to different cards, or to different fields of one, is all there', () => {
  const touches = fc.array(
    fc.record({
      at: fc.nat({ max: 20 }),
      field: fc.constantFrom('title', 'text', 'owner', 'tags', 'place', 'width', 'links'),
      value: fc.nat({ max: 500 }),
    }),
    { maxLength: 12, size: 'max' },
  );
  fc.assert(
    fc.property(base, touches, fc.infiniteStream(fc.boolean()), (map, list, coin) => {
      const [ours, theirs, both] = [fromFile(map), fromFile(map), fromFile(map)];
      const owners = new Map<string, JourneyMap>();
      for (const { at, field, value } of list) {
        const ids = Object.keys(map.elements);
        const id = ids[at % (ids.length || 1)];
        if (id === undefined) continue;
        const owner = owners.get(`${id} ${field}`) ?? (coin.next().value ? ours : theirs);
        owners.set(`${id} ${field}`, owner);
        const values = {
          title: { title: `${value}` },
          text: { text: `${value}` },
          owner: { owner: `${value}` },
          tags: { tags: [`${value}`] },
          place: { x: value, y: value },
          width: { width: value + 20 },
          links: { links: [{ label: '', url: `https://example.org/${value}` }] },
        }[field];
        for (const edited of [owner, both]) Object.assign(edited.elements[id]!, values);
      }
      const result = mergeMaps(map, ours, theirs);
      expect([result.conflicts, result.repairs]).toEqual([[], []]);
      expect(result.map).toStrictEqual(both);
    }),
    options,
  );
}, 300_000);

test('nobody’s records are lost without a word: edited here, they are there, or told of', () => {
  fc.assert(
    fc.property(edited, ({ base, ours, theirs }) => {
      const { map, repairs } = mergeMaps(base, ours, theirs);
      for (const side of [ours, theirs]) {
        for (const change of compareMaps(base, side, { related: true }).changes) {
          if (change.collection !== 'elements' || !change.after || change.types.every((type) => type === 'moved'))
            continue;
          const onlyLostPersonas =
            change.fields.length > 0 &&
            change.fields.every(({ name, type }) => name === 'personas' || type === 'moved');
          if (!onlyLostPersonas) expect(Object.keys(map.elements)).toContain(change.record);
        }
      }
      for (const { collection, record } of repairs.filter(({ type }) => type.endsWith('dropped'))) {
        expect(Object.keys(map[collection])).not.toContain(record);
      }
    }),
    options,
  );
}, 300_000);

test('everything can be said, in both languages', () => {
  fc.assert(
    fc.property(edited, ({ base, ours, theirs }) => {
      const result = mergeMaps(base, ours, theirs);
      for (const [t, language] of [
        [english, 'en'],
        [spanish, 'es'],
      ] as const) {
        const comparison = compareMaps(ours, theirs, { related: true });
        const said = [
          ...comparison.changes.flatMap((change) => {
            const { subject, lines } = changeTexts(change, comparison, t, language);
            expect(lines.length).toBeGreaterThan(0);
            return [subject, ...lines];
          }),
          ...result.conflicts.flatMap((conflict) => Object.values(conflictTexts(conflict, result, t, language))),
          ...result.repairs.map((repair) => repairText(repair, result, t, language)),
        ];
        for (const text of said) {
          expect(text).not.toBe('');
          expect(text).not.toMatch(/comparison\.(lines|merge|fields|subjects)/);
        }
        expect(comparisonMarkdown(comparison, t, language).split('\n').at(-1)).toBe('');
      }
    }),
    { numRuns: runs(200) },
  );
}, 300_000);
