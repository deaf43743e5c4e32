import { expect, test } from 'vitest';
import { ideaMap } from '../../test/fixtures/idea-map';
import { createElement } from '../document/create';
import { type CoverageId, coverageOf } from './coverage';

const counts = (id: CoverageId, map = ideaMap(), usual: string[] = []) => {
  const table = coverageOf(map, id, usual);
  return table.rows.map((row, y) => [row.key, ...(table.cells[y] ?? []).map(({ cards }) => cards.length)]);
};

test('ideas by stage and format; the usual ones are no second time there', () => {
  expect(counts('stage-format')).toEqual([
    ['Blog', 1, 0, 0],
    ['e-book', 0, 0, 1],
    ['Tool', 1, 0, 0],
  ]);
  expect(counts('stage-format', ideaMap(), ['BLOG', 'Video']).map(([name]) => name)).toEqual([
    'Blog',
    'e-book',
    'Tool',
    'Video',
  ]);
  expect(coverageOf(ideaMap(), 'stage-format').gaps).toBe(6);
});

test('an idea without personas counts for all of them', () => {
  const map = ideaMap();
  map.elements.p = createElement('persona', { id: 'p', order: 'a0', title: 'Lucía' });
  map.elements.q = createElement('persona', { id: 'q', order: 'a1', title: 'Marcos' });
  map.elements.post!.personas = ['p'];
  expect(counts('persona-stage', map)).toEqual([
    ['p', 2, 0, 1],
    ['q', 1, 0, 1],
  ]);
});

test('who starts the contact, and touchpoints by phase', () => {
  expect(counts('initiative')).toEqual([
    ['proactive', 1, 0, 0],
    ['reactive', 0, 0, 0],
  ]);
  expect(counts('phase-touchpoint')).toEqual([['Website', 1, 0, 0, 0]]);
});

test('every gap says which card would fill it, and that card does', () => {
  for (const id of ['stage-format', 'stage-channel', 'initiative', 'phase-touchpoint'] as const) {
    const map = ideaMap();
    const { cells, gaps } = coverageOf(map, id);
    const gap = cells.flat().find(({ cards }) => cards.length === 0);
    const { kind, stage, values } = gap!.missing;
    map.elements.new = createElement(kind, { ...(values as object), id: 'new', stage, order: 'c0' });
    expect(coverageOf(map, id).gaps, id).toBe(gaps - 1);
  }
});
