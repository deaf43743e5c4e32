import { describe, expect, test } from 'vitest';
import { createElement, emptyMap } from '../document/create';
import type { JourneyMap, MapElement } from '../document/schema';
import { dimmedElements, filterChoices, isFiltering, type MapFilter, NO_FILTER } from './filter';
import { normaliseName } from './normalise-name';
import { searchMap } from './search';

function journey(elements: MapElement[]): JourneyMap {
  const map = emptyMap();
  for (const element of elements) map.elements[element.id] = element;
  return map;
}

describe('search', () => {
  const map = journey([
    createElement('touchpoint', { id: 'page', title: 'Página de producto', order: 'a1', tags: ['web'], owner: 'Inés' }),
    createElement('touchpoint', { id: 'home', title: 'Inicio', text: 'La primera página que ven', order: 'a2' }),
    createElement('pain-point', { id: 'cost', title: 'Gastos de envío al final', order: 'a3' }),
    createElement('note', { id: 'web', title: 'Pagina', order: 'a4' }),
  ]);
  const found = (query: string) => searchMap(map, query).map(({ element }) => element);

  test('case, accents and punctuation do not count; the best comes first', () => {
    expect(found('pagina')).toEqual(['web', 'page', 'home']);
    expect(found('ENVÍO')).toEqual(['cost']);
    expect(found('prod')).toEqual(['page']);
    expect(found('  ¿página, producto?')).toEqual(['page']);
  });

  test('tags, owner and text are searched too, and the hit says where', () => {
    expect(searchMap(map, 'ines')).toEqual([{ element: 'page', field: 'owner' }]);
    expect(searchMap(map, 'web')).toEqual([{ element: 'page', field: 'tags' }]);
    expect(searchMap(map, 'primera')).toEqual([{ element: 'home', field: 'text' }]);
  });

  test('every word has to be found', () => {
    expect(found('pagina envio')).toEqual([]);
  });

  test('a slip of the pen finds what is nearly alike', () => {
    expect(found('prodcuto')).toContain('page');
    expect(found('zzzz')).toEqual([]);
  });

  test('nothing asked, nothing found; never more than wanted', () => {
    expect(found('  ')).toEqual([]);
    expect(searchMap(map, 'pagina', 1)).toHaveLength(1);
  });
});

describe('names', () => {
  test('fold to what counts', () => {
    expect(['  Página—de “Producto” ', 'ＡＢＣ', 'Straße', '★★', 'Ñandú 2', 'Übersicht'].map(normaliseName)).toEqual([
      'pagina de producto',
      'abc',
      'straße',
      '★★',
      'nandu 2',
      'ubersicht',
    ]);
  });
});

describe('filter', () => {
  const map = journey([
    createElement('stage', { id: 's', order: 'a0' }),
    createElement('persona', { id: 'p1', order: 'a1' }),
    createElement('persona', { id: 'p2', order: 'a2' }),
    createElement('touchpoint', { id: 'both', order: 'a3', department: 'Márketing', tags: ['Web', 'q3'] }),
    createElement('touchpoint', { id: 'first', order: 'a4', personas: ['p1'], department: 'Sales' }),
    createElement('note', { id: 'second', order: 'a5', personas: ['p2'], tags: ['web'] }),
  ]);
  const dimmed = (filter: Partial<MapFilter>) => [...dimmedElements(map, { ...NO_FILTER, ...filter })].sort();

  test('an element without personas concerns all; stages never recede', () => {
    expect(dimmed({ personas: ['p1'] })).toEqual(['p2', 'second']);
    expect(dimmed({ personas: ['p1', 'p2'] })).toEqual([]);
  });

  test('kinds, departments and tags; all lists together', () => {
    expect(dimmed({ kinds: ['touchpoint'] })).toEqual(['p1', 'p2', 'second']);
    expect(dimmed({ departments: ['marketing'] })).toEqual(['first', 'p1', 'p2', 'second']);
    expect(dimmed({ tags: ['WEB'] })).toEqual(['first', 'p1', 'p2']);
    expect(dimmed({ tags: ['web'], kinds: ['note'] })).toEqual(['both', 'first', 'p1', 'p2']);
  });

  test('without a filter nothing recedes', () => {
    expect(dimmed({})).toEqual([]);
    expect(isFiltering(NO_FILTER)).toBe(false);
    expect(isFiltering({ ...NO_FILTER, tags: ['x'] })).toBe(true);
  });

  test('what can be chosen', () => {
    expect(filterChoices(map)).toEqual({ departments: ['Márketing', 'Sales'], tags: ['q3', 'Web'] });
  });
});
