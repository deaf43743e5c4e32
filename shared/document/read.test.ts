import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../../test/fixtures/arbitrary-map';
import { createConnection, createElement, createMeasurement, createMetric, emptyMap } from './create';
import { LIMITS } from './limits';
import { type ReadResult, readMap } from './read';
import { encodeUtf8 } from './runtime';
import type { JourneyMap } from './schema';
import { writeMap } from './write';

/** A small map with one of each that can refer to another. */
function sample(): JourneyMap {
  const map = { ...emptyMap({ title: 'Sample' }), id: 'm' };
  map.lanes.l1 = { id: 'l1', title: 'Row', kinds: ['note'], role: 'cards', order: 'a0', hidden: false, height: 96 };
  map.pictures.p1 = { type: 'image/png', width: 2, height: 3, data: 'AAAA' };
  map.sources.f1 = {
    id: 'f1',
    name: 'a.csv',
    hash: '0'.repeat(64),
    importedAt: '2026-11-21T10:00:00Z',
    rows: 3,
    recipe: {},
  };
  map.metrics.m1 = createMetric({
    id: 'm1',
    title: 'Sales',
    unit: 'number',
    currency: '',
    decimals: 1,
    direction: 'higher',
    target: null,
    source: 'f1',
    order: 'a0',
  });
  map.elements.s1 = createElement('stage', { id: 's1', order: 'a0', title: 'Stage' });
  map.elements.w1 = createElement('persona', { id: 'w1', order: 'a1', title: 'Lucía' });
  map.elements.t1 = createElement('touchpoint', {
    id: 't1',
    order: 'a2',
    title: 'Search',
    stage: 's1',
    lane: 'l1',
    personas: ['w1'],
    picture: 'p1',
  });
  map.elements.n1 = createElement('note', { id: 'n1', order: 'a3', title: 'Note' });
  map.connections.c1 = createConnection({
    id: 'c1',
    type: 'flow',
    from: 't1',
    to: 'n1',
    label: '',
    condition: '',
    probability: 0.5,
    fromSide: null,
    toSide: 'left',
  });
  map.measurements.v1 = createMeasurement({
    id: 'v1',
    metric: 'm1',
    element: 't1',
    target: null,
    points: [{ period: '2026-11', value: 4 }],
  });
  return map;
}

type Tree = Record<string, unknown>;

/** The sample's JSON after something was done to it, by path: `elements.t1.x`. */
function changed(path: string, value: unknown): string {
  const whole = JSON.parse(writeMap(sample())) as Tree;
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const parent = keys.reduce((tree, key) => tree[key] as Tree, whole);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return JSON.stringify(whole);
}

const damage = (result: ReadResult) =>
  result.status === 'damaged' ? [result.fault.path, result.fault.reason] : [result.status];

test('the sample itself is sound', () => {
  expect(readMap(writeMap(sample()))).toEqual({ status: 'ok', map: sample(), migratedFrom: null });
});

test('a file with nothing but what it must have gets the rest from the format', () => {
  const text =
    '{"format":"periplo-journey-map","formatVersion":1,"id":"m","elements":{"a":{"kind":"note","id":"a","order":"a0"}}}';
  const result = readMap(text);
  if (result.status !== 'ok') throw new Error(JSON.stringify(result));
  expect(result.map).toEqual({
    ...emptyMap(),
    id: 'm',
    elements: { a: createElement('note', { id: 'a', order: 'a0' }) },
  });
  result.map.elements.a?.tags.push('x');
  const again = readMap(text);
  expect(again.status === 'ok' && again.map.elements.a?.tags, 'defaults are fresh each time').toEqual([]);
});

describe('what is no JSON', () => {
  test.each([
    ['nothing', ''],
    ['half a map', writeMap(sample()).slice(0, 200)],
    ['a comma too many', '{"format":"periplo-journey-map",}'],
    ['two values', '{} {}'],
    ['a mark in the middle', `{"a":1\uFEFF}`],
    ['NaN', '{"format":"periplo-journey-map","x":NaN}'],
    ['single quotes', "{'format':1}"],
  ])('%s', (_, text) => {
    expect(readMap(text)).toMatchObject({ status: 'not-json' });
    expect(readMap(encodeUtf8(text))).toMatchObject({ status: 'not-json' });
  });

  test.each([
    ['a lone continuation byte', [0x80]],
    ['an overlong slash', [0xc0, 0xaf]],
    ['a surrogate in UTF-8', [0xed, 0xa0, 0x80]],
    ['a cut character', [0xe2, 0x82]],
    ['Windows-1252', [0x22, 0xe1, 0x22]],
    ['UTF-16', [0xff, 0xfe, 0x7b, 0x00]],
  ])('invalid UTF-8: %s', (_, bytes) => {
    const whole = encodeUtf8(writeMap(sample()));
    expect(readMap(Uint8Array.from(bytes))).toEqual({ status: 'not-json', detail: 'not valid UTF-8' });
    const inside = Uint8Array.from([...whole.slice(0, 300), ...bytes, ...whole.slice(300)]);
    expect(readMap(inside)).toEqual({ status: 'not-json', detail: 'not valid UTF-8' });
  });
});

test('a byte-order mark in front is passed over, in bytes and in text', () => {
  const text = `\uFEFF${writeMap(sample())}`;
  expect(readMap(text).status).toBe('ok');
  expect(readMap(encodeUtf8(text)).status).toBe('ok');
});

test.each([
  ['a number', '1'],
  ['null', 'null'],
  ['a list', '[{"format":"periplo-journey-map"}]'],
  ['text', '"periplo-journey-map"'],
  ['nothing of ours', '{}'],
  ['another format', '{"format":"excalidraw","formatVersion":1}'],
  ['the name inherited', '{"__proto__":{"format":"periplo-journey-map","formatVersion":1}}'],
])('not a map: %s', (_, text) => {
  expect(readMap(text)).toEqual({ status: 'not-a-map' });
});

describe('a newer format', () => {
  test('is shown as far as it is understood', () => {
    const text = changed('formatVersion', 2).replace('"title":"Sample"', '"title":"Sample","mood":{"new":true}');
    const result = readMap(text);
    expect(result).toMatchObject({
      status: 'too-new',
      version: 2,
      map: { title: 'Sample', formatVersion: 1, mood: { new: true } },
    });
  });

  test('is named where it is not understood at all', () => {
    const text = changed('elements', [{ new: 'shape' }]).replace('"formatVersion":1', '"formatVersion":7');
    expect(readMap(text)).toEqual({ status: 'too-new', version: 7, map: null });
  });

  test.each([[0], [-1], [1.5], ['1'], [null], [undefined]])('version %s is none', (version) => {
    expect(damage(readMap(changed('formatVersion', version)))).toEqual(['formatVersion', 'invalid']);
  });
});

describe('damage is named with its place', () => {
  test.each<[string, unknown]>([
    ['id', undefined],
    ['id', 'a b'],
    ['title', 7],
    ['language', 'en_GB'],
    ['perspective', 'someday'],
    ['revision', -1],
    ['revision', 1.5],
    ['revisedOn', '21.11.2026'],
    ['elements', []],
    ['elements.t1', null],
    ['lanes', []],
    ['sources.f1.recipe', ['utf-8']],
    ['elements.t1.kind', 'unicorn'],
    ['elements.t1.kind', undefined],
    ['elements.t1.order', undefined],
    ['elements.t1.x', '10'],
    ['elements.t1.x', 1_000_001],
    ['elements.t1.width', 15],
    ['elements.t1.width', 20_001],
    ['elements.t1.height', 0],
    ['elements.t1.feeling', 3],
    ['elements.t1.feeling', 0.5],
    ['elements.t1.phase', 'never'],
    ['elements.t1.momentOfTruth', 'yes'],
    ['elements.t1.tags', 'one'],
    ['elements.s1.colour', 'red'],
    ['elements.s1.colour', '#ABCDEF'],
    ['lanes.l1.kinds', null],
    ['lanes.l1.height', 4],
    ['connections.c1.type', 'magic'],
    ['connections.c1.probability', 1.01],
    ['connections.c1.toSide', 'middle'],
    ['metrics.m1.decimals', 7],
    ['measurements.v1.points', undefined],
    ['sources.f1.hash', 'f00'],
    ['sources.f1.rows', -1],
    ['pictures.p1.data', 'not base64!'],
    ['pictures.p1.width', 513],
    ['pictures.p1.type', 'image/svg+xml'],
  ])('%s: %j', (path, value) => {
    expect(damage(readMap(changed(path, value)))).toEqual([path, 'invalid']);
  });

  test('deep inside a list', () => {
    const links = [{ label: 'a', url: 'https://a.es' }, { label: 'b' }];
    expect(damage(readMap(changed('elements.t1.links', links)))).toEqual(['elements.t1.links.1.url', 'invalid']);
    const points = [{ period: '2026-13', value: 1 }];
    expect(damage(readMap(changed('measurements.v1.points', points)))).toEqual([
      'measurements.v1.points.0.period',
      'invalid',
    ]);
  });

  test.each(['1e999', '-1e999'])('the number %s, wherever it stands', (number) => {
    const text = changed('elements.t1.x', 12345).replace('12345', number);
    expect(damage(readMap(text))).toEqual(['elements.t1.x', 'not-finite']);
    const unknown = changed('elements.t1.future', { list: [1, 12345] }).replace('12345', number);
    expect(damage(readMap(unknown))).toEqual(['elements.t1.future.list.1', 'not-finite']);
  });

  test.each(['', '!', 'b', 'a00', 'a0 ', '0', 'A00000000000000000000000000', `a0${'V'.repeat(200)}`, 'zz', 'ä0'])(
    'the order %j, beside which nothing could be put',
    (order) => {
      expect(damage(readMap(changed('elements.t1.order', order)))).toEqual(['elements.t1.order', 'invalid']);
    },
  );

  test.each([
    ['elements.t1.stage', 'ghost'],
    ['elements.t1.stage', 'n1'],
    ['elements.t1.lane', 'ghost'],
    ['elements.t1.lane', 's1'],
    ['elements.t1.picture', 'ghost'],
    ['connections.c1.from', 'ghost'],
    ['connections.c1.to', 'l1'],
    ['metrics.m1.source', 'ghost'],
    ['measurements.v1.metric', 'ghost'],
    ['measurements.v1.element', 'ghost'],
  ])('a reference to nothing: %s → %s', (path, id) => {
    expect(readMap(changed(path, id))).toEqual({ status: 'damaged', fault: { path, reason: 'dangling', detail: id } });
  });

  test.each([['ghost'], ['t1'], ['s1']])('a persona that is none: %s', (id) => {
    const fault = { path: 'elements.t1.personas', reason: 'dangling', detail: id };
    expect(readMap(changed('elements.t1.personas', ['w1', id]))).toEqual({ status: 'damaged', fault });
  });

  test.each(['elements.t1', 'lanes.l1', 'connections.c1', 'metrics.m1', 'measurements.v1', 'sources.f1'])(
    'a record that does not stand under its own id: %s',
    (path) => {
      expect(damage(readMap(changed(`${path}.id`, 'other')))).toEqual([`${path}.id`, 'key-is-not-id']);
    },
  );
});

describe('damage by a huge value', () => {
  test('is named in few words', () => {
    const huge = 'x'.repeat(1_000_000);
    for (const value of [
      { perspective: huge },
      { elements: { [huge]: { kind: 'note' } } },
      { [huge]: { __proto__x: 1e3 } },
    ]) {
      const text = JSON.stringify({ format: 'periplo-journey-map', formatVersion: 1, ...value }).replace(
        '1000',
        '1e999',
      );
      const result = readMap(text);
      expect(result.status).toBe('damaged');
      expect(JSON.stringify(result).length).toBeLessThan(700);
    }
  });
});

describe('names with a meaning of their own', () => {
  const inside = (json: string) => changed('elements.t1.future', '@').replace('"@"', json);

  test.each([
    '__proto__',
    'constructor',
    'prototype',
    '\\u005f_proto__',
    '\\u005f\\u005fproto\\u005f\\u005f',
    'c\\u006fnstructor',
  ])('the key %s is refused, wherever it stands', (key) => {
    const name = JSON.parse(`"${key}"`) as string;
    expect(damage(readMap(inside(`{"a":[{"${key}":{"polluted":true}}]}`)))).toEqual([
      `elements.t1.future.a.0.${name}`,
      'reserved-key',
    ]);
    expect(damage(readMap(changed('elements', '@').replace('"@"', `{"${key}":{}}`)))).toEqual([
      `elements.${name}`,
      'reserved-key',
    ]);
    expect(damage(readMap(writeMap(sample()).replace('{', `{"${key}":1,`)))).toEqual([name, 'reserved-key']);
    expect(Object(undefined).polluted).toBeUndefined();
  });

  test.each(
    Object.getOwnPropertyNames(Object.prototype).filter((name) => !name.startsWith('__') && name !== 'constructor'),
  )('the id %s is refused: every object seems to have such a record', (id) => {
    const note = { kind: 'note', id, order: 'a0' };
    expect(damage(readMap(changed(`elements.${id}`, note)))[1]).toBe('invalid');
    expect(damage(readMap(changed('elements.t1.stage', id)))[1]).toBe('invalid');
  });

  test('are mere text as values', () => {
    for (const title of ['__proto__', 'constructor', 'toString']) {
      const result = readMap(changed('elements.t1.title', title));
      expect(result.status === 'ok' && result.map.elements.t1?.title).toBe(title);
    }
  });
});

describe('limits', () => {
  test('bytes, before anything is read', () => {
    const bytes = new Uint8Array(LIMITS.fileBytes + 1);
    expect(readMap(bytes)).toEqual({ status: 'too-large', limit: 'fileBytes', most: LIMITS.fileBytes });
  });

  test('depth, before parsing, and not by what stands in texts', () => {
    const nested = (depth: number) => changed('future', '@').replace('"@"', `${'['.repeat(depth)}${']'.repeat(depth)}`);
    expect(readMap(nested(LIMITS.depth - 1)).status).toBe('ok');
    expect(readMap(nested(LIMITS.depth))).toEqual({ status: 'too-large', limit: 'depth', most: LIMITS.depth });
    expect(readMap('['.repeat(5_000_000))).toMatchObject({ status: 'too-large' });
    expect(readMap(changed('title', `\\"${'[{'.repeat(100)}`)).status).toBe('ok');
  });

  test('records of all collections together', () => {
    const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`r${index}`, 0]));
    const text = JSON.stringify({ ...sample(), lanes: many(100_000), sources: many(100_000) });
    expect(readMap(text)).toEqual({ status: 'too-large', limit: 'records', most: LIMITS.records });
  });

  test('the length of one text, also where the field is not known', () => {
    const long = 'x'.repeat(LIMITS.textLength + 1);
    for (const path of ['elements.t1.title', 'future'])
      expect(damage(readMap(changed(path, long)))).toEqual([path, 'text-too-long']);
    expect(readMap(changed('elements.t1.title', long.slice(1))).status).toBe('ok');
  });
});

test('any bytes and any JSON get an answer', () => {
  const text = writeMap(sample());
  const spoilt = fc
    .record({ at: fc.nat({ max: text.length - 1 }), drop: fc.nat({ max: 40 }), put: fc.string({ maxLength: 6 }) })
    .map(({ at, drop, put }) => encodeUtf8(text.slice(0, at) + put + text.slice(at + drop)));
  const json = fc
    .json()
    .map((value) => encodeUtf8(`{"format":"periplo-journey-map","formatVersion":1,"id":"m","elements":${value}}`));
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array(), spoilt, json), (bytes) => {
      const result = readMap(bytes);
      if (result.status !== 'ok') return;
      const again = readMap(writeMap(result.map));
      expect(again.status === 'ok' && again.map).toEqual(result.map);
    }),
    { numRuns: runs(1500) },
  );
});
