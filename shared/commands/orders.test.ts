import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { runs } from '../../test/fixtures/arbitrary-map';
import { byOrder } from '../document/create';
import { orderSchema } from '../document/record-parts';
import { orderBetween } from './orders';

const ids = (records: { id: string; order: string }[]) => byOrder(records).map(({ id }) => id);
const insert = (records: { id: string; order: string }[], id: string, before: string | null) => {
  records.push({ id, order: orderBetween(records, before) });
};

test('before one, at the end, and before what is not there', () => {
  const records: { id: string; order: string }[] = [];
  insert(records, 'b', null);
  insert(records, 'd', null);
  insert(records, 'a', 'b');
  insert(records, 'c', 'd');
  insert(records, 'e', 'ghost');
  expect(ids(records)).toEqual(['a', 'b', 'c', 'd', 'e']);
});

describe('records that share an order', () => {
  const tied = () => ['a', 'b', 'c'].map((id) => ({ id, order: 'a1' }));

  test.each([
    ['a', ['x', 'a', 'b', 'c', 'd']],
    ['b', ['a', 'x', 'b', 'c', 'd']],
    ['c', ['a', 'b', 'x', 'c', 'd']],
    ['d', ['a', 'b', 'c', 'x', 'd']],
    [null, ['a', 'b', 'c', 'd', 'x']],
  ])('make room before %s', (before, expected) => {
    const records = [...tied(), { id: 'd', order: 'a2' }];
    insert(records, 'x', before);
    expect(ids(records)).toEqual(expected);
  });

  test('make room where nothing comes after them', () => {
    const records = tied();
    insert(records, 'x', 'c');
    expect(ids(records)).toEqual(['a', 'b', 'x', 'c']);
  });

  test('keep their order wherever something is put', () => {
    const some = fc.array(fc.constantFrom('Zz', 'a0', 'a0V', 'a1'), { maxLength: 8 });
    fc.assert(
      fc.property(some, fc.nat({ max: 8 }), (orders, at) => {
        const records = orders.map((order, index) => ({ id: `r${index}`, order }));
        const expected = ids(records);
        const before = expected[at] ?? null;
        insert(records, 'x', before);
        expected.splice(before === null ? expected.length : at, 0, 'x');
        expect(ids(records)).toEqual(expected);
      }),
      { numRuns: runs(500) },
    );
  });
});

test('orders stay such as a file may hold, however often things are put at one place', () => {
  const records = ['a', 'b', 'c'].map((id, index) => ({ id, order: `a${index}` }));
  for (let turn = 0; turn < 3000; turn++) {
    const [, second, third] = byOrder(records);
    third!.order = orderBetween(
      records.filter((record) => record !== third),
      second!.id,
    );
    expect(ids(records)).toEqual([records[0]!.id, third!.id, second!.id]);
  }
  for (const { order } of records) expect(v.is(orderSchema, order), order).toBe(true);
});
