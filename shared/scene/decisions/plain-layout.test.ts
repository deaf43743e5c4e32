import type { ElkNode } from 'elkjs/lib/elk-api';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrangeGraph, layoutFrom } from './layout';
import { arrangePlainly } from './plain-layout';

/** Nodes of one size, and ways between them by index. */
function question(count: number, ways: readonly (readonly [number, number])[]): ElkNode {
  const children = Array.from({ length: count }, (_, node) => ({
    id: `n${node}`,
    width: 100,
    height: 40,
    ports: ways.flatMap(([from, to], way) => [
      ...(from === node ? [{ id: `w${way}>` }] : []),
      ...(to === node ? [{ id: `>w${way}` }] : []),
    ]),
  }));
  const edges = ways.map((_, way) => ({ id: `w${way}`, sources: [`w${way}>`], targets: [`>w${way}`] }));
  return { id: 'root', children, edges };
}

describe('columns', () => {
  it('have each card right of those that lead to it', () => {
    const { nodes } = layoutFrom(
      arrangePlainly(
        question(4, [
          [0, 1],
          [1, 2],
          [0, 2],
          [2, 3],
        ]),
      ),
      new Set(),
    );
    const xs = [...nodes.values()].map(({ x }) => x);
    expect(xs).toEqual([...xs].sort((a, b) => a - b));
    expect(new Set(xs).size).toBe(4);
  });

  it('lead back around the cards', () => {
    const { ways } = layoutFrom(
      arrangePlainly(
        question(2, [
          [0, 1],
          [1, 0],
        ]),
      ),
      new Set(),
    );
    expect(ways.get('w0')?.corners).toHaveLength(2);
    expect(ways.get('w1')?.corners).toHaveLength(6);
  });

  it('have a place for everything and nothing over anything, whatever leads where', () => {
    const node = fc.integer({ min: 0, max: 11 });
    fc.assert(
      fc.property(fc.array(fc.tuple(node, node), { maxLength: 30 }), (ways) => {
        const layout = layoutFrom(arrangePlainly(question(12, ways)), new Set());
        expect([layout.nodes.size, layout.ways.size]).toEqual([12, ways.length]);
        const places = [...layout.nodes.values()].map(({ x, y }) => ({ x, y }));
        for (const [index, a] of places.entries()) {
          for (const b of places.slice(index + 1))
            expect(Math.abs(a.x - b.x) >= 100 || Math.abs(a.y - b.y) >= 40).toBe(true);
        }
      }),
    );
  });

  it('take ten thousand cards in a row, and a ring of them', () => {
    const row = Array.from({ length: 9_999 }, (_, index) => [index, index + 1] as const);
    const { nodes } = layoutFrom(arrangePlainly(question(10_000, [...row, [9_999, 0]])), new Set());
    expect(nodes.size).toBe(10_000);
  });

  it('take the place of ELK where it gives up', async () => {
    const answer = await arrangeGraph(question(2, [[0, 1]]), () => Promise.reject(new RangeError('too deep')));
    expect(layoutFrom(answer, new Set()).nodes.size).toBe(2);
  });
});
