import { describe, expect, test } from 'vitest';
import { ideaMap } from '../../test/fixtures/idea-map';
import { countsOf, filterRows, groupRows, type IdeaFilter, ideaChoices, NO_IDEA_FILTER, sortGridRows } from './filter';
import { type GridRow, ideaGrid } from './grid';

const { rows } = ideaGrid(ideaMap());
const names = (found: readonly GridRow[]) =>
  found.map(
    ({ need, lines }) => `${need?.id ?? '–'}: ${lines.flatMap(({ ideas }) => ideas.map(({ id }) => id)).join(' ')}`,
  );
const shown = (filter: Partial<IdeaFilter>) => names(filterRows(rows, { ...NO_IDEA_FILTER, ...filter }));

describe('filters', () => {
  test.each<[Partial<IdeaFilter>, string[]]>([
    [{ stage: 's1' }, ['worth: post']],
    [{ severity: 5 }, ['delay: ']],
    [{ severity: 4 }, ['cost: calculator post', 'delay: ']],
    [{ status: 'planned' }, ['cost: post', 'worth: post']],
    [{ format: 'E-Book' }, ['–: e-book']],
    [{ channel: 'website' }, ['cost: calculator']],
    [{ owner: 'ana' }, ['cost: calculator post']],
    [{ missing: true }, ['delay: ', 'worth: post']],
    [{ status: 'idea' }, []],
  ])('%j', (filter, expected) => {
    expect(shown(filter)).toEqual(expected);
  });

  test('by persona: who names none concerns all', () => {
    const map = ideaMap();
    map.elements.delay!.personas = ['p1'];
    const found = filterRows(ideaGrid(map).rows, { ...NO_IDEA_FILTER, persona: 'p2' });
    expect(names(found)).toEqual(['cost: calculator post', 'worth: post', '–: e-book']);
  });

  test('none at all gives the very same rows', () => {
    expect(filterRows(rows, NO_IDEA_FILTER)).toBe(rows);
  });
});

test('the most painful first: what is known by severity × people, then by severity', () => {
  expect(sortGridRows(rows, 'weight').map(({ need }) => need?.id ?? null)).toEqual(['cost', 'delay', 'worth', null]);
});

test('groups split a need by what its ideas say', () => {
  const groups = (by: 'format' | 'status' | 'severity' | 'stage' | 'owner') =>
    groupRows(ideaMap(), rows, by).map((group) => [group.key, names(group.rows)]);
  expect(groups('format')).toEqual([
    ['Blog', ['cost: post', 'worth: post']],
    ['e-book', ['–: e-book']],
    ['Tool', ['cost: calculator']],
    [null, ['delay: ']],
  ]);
  expect(groups('status').map(([key]) => key)).toEqual(['draft', 'planned', 'published', null]);
  expect(groups('severity').map(([key]) => key)).toEqual(['5', '4', null]);
});

test('counts each once, and tells what is late', () => {
  expect(countsOf(rows, '2026-12-01')).toEqual({ needs: 3, unanswered: 1, ideas: 3, overdue: 1 });
  expect(ideaChoices(ideaGrid(ideaMap()))).toEqual({
    formats: ['Blog', 'e-book', 'Tool'],
    channels: ['E-mail', 'Website'],
    owners: ['Ana'],
  });
});
