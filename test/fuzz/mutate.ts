import type { Random } from '../../shared/decisions/random';
import { NAUGHTY_STRINGS } from '../fixtures/naughty-strings';

/** An input, and in one line what was done to make it of a real one. */
export interface Mutated {
  bytes: Uint8Array;
  how: string;
}

const below = (random: Random, end: number): number => Math.floor(random() * end);

export function oneOf<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[below(random, items.length)];
  if (item === undefined) throw new RangeError('Nothing to choose from');
  return item;
}

const NUMBERS = [
  ...['0', '-0', '1', '-1', '0.1', '1e999', '-1e999', '1e-999', '5e-324', '1.7976931348623157e308', '00', '1.', '.5'],
  ...['127', '128', '255', '256', '32767', '65535', '65536', '2147483647', '-2147483648', '4294967295', '4294967296'],
  ...['9007199254740991', '9007199254740993', '18446744073709551615', '99999999999999999999999999999999999999999'],
  ...['NaN', 'Infinity', '-Infinity', '0x10', '1_000', '1,234.56', '1.234,56', '١٢٣', '2958465', '60', 'true', 'null'],
];
const RESERVED = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'toJSON', 'then', 'length'];
const BYTES = [0x00, 0xff, 0x7f, 0x80, 0xc0, 0xed, 0xfe, ...Buffer.from('"\'{}[]<>,;:\t\n\r=&\\|#%')];
const WORDS = [0, 1, 0x7f, 0x80, 0xff, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff];

interface Place {
  from: number;
  to: number;
}

type Change = (input: Buffer, random: Random, others: readonly Uint8Array[]) => Uint8Array;

/** A part of the input, mostly a short one: long ones leave nothing to read. */
function part(input: Uint8Array, random: Random): Place {
  const from = below(random, input.length + 1);
  const most = random() < 0.8 ? 64 : input.length;
  return { from, to: Math.min(input.length, from + 1 + below(random, most)) };
}

const without = (input: Buffer, { from, to }: Place) => Buffer.concat([input.subarray(0, from), input.subarray(to)]);
const insert = (input: Buffer, at: number, what: Uint8Array | string) =>
  Buffer.concat([input.subarray(0, at), Buffer.from(what as string), input.subarray(at)]);
const put = (input: Buffer, { from, to }: Place, what: string) => insert(without(input, { from, to }), from, what);

/** The places of what an expression finds. Found in Latin-1, in which every byte is one character. */
function placesOf(input: Buffer, pattern: RegExp): Place[] {
  return [...input.toString('latin1').matchAll(pattern)].map(({ 0: text, index }) => ({
    from: index,
    to: index + text.length,
  }));
}

/** Puts something else where an expression finds something; at any place where it finds nothing. */
function replacing(pattern: RegExp, choose: (random: Random) => string): Change {
  return (input, random) => {
    const places = placesOf(input, pattern);
    return put(input, places.length > 0 ? oneOf(random, places) : part(input, random), choose(random));
  };
}

const nested = (random: Random) => {
  const depth = oneOf(random, [10, 64, 65, 500, 20_000]);
  return oneOf(random, ['[', '{"a":', '(', '<a>', '"', '=']).repeat(depth);
};

const CHANGES: Readonly<Record<string, Change>> = {
  bits: (input, random) => {
    const out = Buffer.from(input);
    for (let left = 1 + below(random, 8); left > 0 && out.length > 0; left--) {
      const at = below(random, out.length);
      out[at] = (out[at] ?? 0) ^ (1 << below(random, 8));
    }
    return out;
  },
  byte: (input, random) => insert(input, below(random, input.length + 1), Buffer.from([oneOf(random, BYTES)])),
  overwritten: (input, random) => {
    const out = Buffer.from(input);
    const { from, to } = part(out, random);
    out.fill(oneOf(random, BYTES), from, to);
    return out;
  },
  word: (input, random) => {
    const out = Buffer.from(input);
    const word = Buffer.alloc(8);
    word.writeUInt32LE(oneOf(random, WORDS), 0);
    word.writeUInt32LE(oneOf(random, WORDS), 4);
    word.copy(out, below(random, out.length + 1), 0, oneOf(random, [1, 2, 4, 8]));
    return out;
  },
  truncated: (input, random) => input.subarray(0, below(random, input.length + 1)),
  beheaded: (input, random) => input.subarray(below(random, input.length + 1)),
  removed: (input, random) => without(input, part(input, random)),
  repeated: (input, random) => {
    const { from, to } = part(input, random);
    const times = oneOf(random, [1, 2, 5, 50, 500]);
    const most = Math.max(1, Math.floor(500_000 / Math.max(1, to - from)));
    const again = input.subarray(from, to).toString('latin1').repeat(Math.min(times, most));
    return insert(input, to, Buffer.from(again, 'latin1'));
  },
  swapped: (input, random) => {
    const [a, b, c] = [0, 0, 0].map(() => below(random, input.length + 1)).sort((left, right) => left - right);
    return Buffer.concat([input.subarray(0, a), input.subarray(b, c), input.subarray(a, b), input.subarray(c)]);
  },
  spliced: (input, random, others) => {
    const other = oneOf(random, others);
    const { from, to } = part(other, random);
    return insert(without(input, part(input, random)), below(random, 1 + input.length / 2), other.subarray(from, to));
  },
  crossed: (input, random, others) => {
    const other = oneOf(random, others);
    return Buffer.concat([
      input.subarray(0, below(random, input.length + 1)),
      other.subarray(below(random, other.length + 1)),
    ]);
  },
  number: replacing(/-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/gi, (random) => oneOf(random, NUMBERS)),
  reserved: replacing(/(?<=")[^"\n]{1,80}(?=")|[A-Za-z]{3,}/g, (random) => oneOf(random, RESERVED)),
  naughty: replacing(/(?<=")[^"\n]{0,200}(?=")|[A-Za-z]{3,}/g, (random) => oneOf(random, NAUGHTY_STRINGS)),
  nested: (input, random) => insert(input, below(random, input.length + 1), nested(random)),
  huge: (input, random) => {
    const unit = oneOf(random, ['x', 'é', '""', '=', ' ', '9', ',', '\n']);
    const places = placesOf(input, /(?<=")[^"\n]{1,80}(?=")|[A-Za-z]{3,}/g);
    const place = places.length > 0 ? oneOf(random, places) : part(input, random);
    return put(input, place, unit.repeat(oneOf(random, [3_000, 70_000, 1_100_000])));
  },
  line: (input, random) => {
    const lines = input.toString('latin1').split('\n');
    const [from, to] = [below(random, lines.length), below(random, lines.length)];
    const [line = ''] = lines.splice(from, random() < 0.5 ? 1 : 0);
    if (random() < 0.7) lines.splice(to, 0, line);
    return Buffer.from(lines.join('\n'), 'latin1');
  },
};

/** Long texts cost time and rarely find more than short ones do. */
const RARE: Readonly<Record<string, number>> = { huge: 0.03, repeated: 0.5, nested: 0.5 };

/** One to four changes to a real input. The same random numbers make the same input. */
export function mutate(input: Uint8Array, random: Random, others: readonly Uint8Array[]): Mutated {
  let bytes = Buffer.from(input);
  const done: string[] = [];
  for (let left = random() < 0.6 ? 1 : 2 + below(random, 3); left > 0; left--) {
    const name = oneOf(random, Object.keys(CHANGES));
    if (random() >= (RARE[name] ?? 1)) continue;
    bytes = Buffer.from(CHANGES[name]?.(bytes, random, others) ?? bytes);
    done.push(name);
  }
  return { bytes, how: done.join(', ') || 'as it was' };
}

const VALUES = [
  ...[null, true, false, 0, -0, -1, 1e308, 0.5, 2 ** 53, '', ' ', 'x', [], {}, [[]], [null], { id: 'x' }],
  ...['2026-13-45', '#fff', 'a\u0000b', '\ud800', '__proto__', 'periplo-journey-map'],
] as const;

/**
 * Changes the values inside of a JSON text, so that it stays JSON: values of other types, keys that go, come twice or
 * are called otherwise, parts that move elsewhere. Null: it is no JSON.
 */
export function mutateJson(text: string, random: Random): Mutated | null {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    return null;
  }
  const done: string[] = [];
  for (let left = 1 + below(random, 3); left > 0; left--) {
    const inside = containers(root);
    if (inside.length === 0) break;
    const holder = oneOf(random, inside);
    const keys = Object.keys(holder);
    const key = keys.length > 0 ? oneOf(random, keys) : 'a';
    const what = oneOf(random, ['value', 'value', 'naughty', 'removed', 'renamed', 'moved', 'copied'] as const);
    done.push(`${what} ${key.slice(0, 40)}`);
    if (what === 'value') set(holder, key, structuredClone(oneOf(random, VALUES)));
    else if (what === 'naughty') set(holder, key, oneOf(random, NAUGHTY_STRINGS));
    else if (what === 'removed') Reflect.deleteProperty(holder, key);
    else {
      const from = what === 'moved' ? oneOf(random, inside) : holder;
      const value = structuredClone(from[oneOf(random, [...Object.keys(from), 'a'])]);
      if (what === 'renamed') Reflect.deleteProperty(holder, key);
      set(holder, what === 'copied' ? key : oneOf(random, [...RESERVED, ...keys, 'zz']), value);
    }
  }
  return { bytes: Buffer.from(JSON.stringify(root, null, 2)), how: done.join(', ') };
}

/** As JSON.parse does: `__proto__` becomes a key like any other. A list has no keys but its places. */
function set(holder: Record<string, unknown>, key: string, value: unknown): void {
  if (Array.isArray(holder) && !(Number(key) < holder.length)) {
    holder.push(value);
    return;
  }
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

function containers(root: unknown): Record<string, unknown>[] {
  const found: Record<string, unknown>[] = [];
  const open = [root];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    found.push(next as Record<string, unknown>);
    open.push(...Object.values(next));
  }
  return found;
}
