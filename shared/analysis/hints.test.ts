import { describe, expect, test } from 'vitest';
import { createConnection, createElement, emptyMap } from '../document/create';
import type { Connection, ElementKind, ElementOf, JourneyMap } from '../document/schema';
import { createTranslator } from '../language/translator';
import { findHints, HINT_IDS, hintText } from './hints';

function journey() {
  const map = emptyMap();
  let count = 0;
  const add = <Kind extends ElementKind>(kind: Kind, id: string, values: Partial<ElementOf<Kind>> = {}) => {
    count++;
    const element = createElement(kind, {
      order: `a${String(count).padStart(3, '0')}1`,
      title: id,
      ...values,
    } as Partial<ElementOf<Kind>> & { order: string });
    map.elements[id] = { ...element, id };
    return id;
  };
  const join = (id: string, from: string, to: string, values: Partial<Connection> = {}) => {
    map.connections[id] = createConnection({
      id,
      type: 'flow',
      from,
      to,
      label: '',
      condition: '',
      probability: null,
      fromSide: null,
      toSide: null,
      ...values,
    });
  };
  return { map, add, join };
}

/** A map with nothing left to do. */
function finished() {
  const made = journey();
  const { add, join } = made;
  add('persona', 'Lucía');
  add('stage', 's1', { title: 'Awareness' });
  add('touchpoint', 'Search', { stage: 's1', channel: 'Search engine', feeling: 1 });
  add('decision', 'Fork', { stage: 's1' });
  add('outcome', 'Won', { stage: 's1' });
  add('outcome', 'Lost', { stage: 's1' });
  add('pain-point', 'Dear', { stage: 's1', severity: 4 });
  add('answer', 'Discount', { stage: 's1' });
  add('content-idea', 'Blog', { stage: 's1', due: '2026-11-20', status: 'published' });
  add('note', 'Loose note');
  join('c1', 'Fork', 'Won', { probability: 0.6 });
  join('c2', 'Fork', 'Lost', { probability: 0.4 });
  join('c3', 'Dear', 'Discount', { type: 'relation' });
  join('c4', 'Blog', 'Discount', { type: 'relation' });
  return made;
}

const brief = (map: JourneyMap, today?: string) =>
  findHints(map, today).map(({ id, element, connection }) => [id, connection ?? element]);

describe('hints', () => {
  test('nothing to say about a finished map', () => {
    expect(findHints(finished().map, '2026-11-21')).toEqual([]);
  });

  test('an empty map gets one hint, not one for every stage', () => {
    const { map, add } = journey();
    expect(brief(map)).toEqual([['empty-map', null]]);
    add('stage', 's1');
    expect(brief(map)).toEqual([['empty-map', null]]);
  });

  test('each unfinished thing', () => {
    const { map, add } = finished();
    const change = (values: (map: JourneyMap) => void) => {
      const copy = structuredClone(map);
      values(copy);
      return brief(copy, '2026-11-21');
    };
    expect(change((copy) => delete copy.elements.Lucía)).toEqual([['no-persona', null]]);
    expect(change((copy) => delete copy.connections.c3)).toEqual([['pain-point-unanswered', 'Dear']]);
    expect(change((copy) => delete copy.connections.c4)).toEqual([['answer-without-content', 'Discount']]);
    expect(change((copy) => delete copy.connections.c2)).toEqual([['decision-without-branches', 'Fork']]);
    expect(change((copy) => Object.assign(copy.connections.c2!, { probability: null }))).toEqual([
      ['branch-without-probability', 'c2'],
    ]);
    expect(change((copy) => Object.assign(copy.connections.c2!, { probability: 0.5 }))).toEqual([
      ['branches-over-one', 'Fork'],
    ]);
    expect(change((copy) => Object.assign(copy.elements.Search!, { title: ' ' }))).toEqual([
      ['card-without-title', 'Search'],
    ]);
    expect(change((copy) => Object.assign(copy.elements.Search!, { stage: null }))).toEqual([
      ['card-without-stage', 'Search'],
    ]);
    expect(change((copy) => Object.assign(copy.elements.Search!, { channel: '', feeling: null }))).toEqual([
      ['touchpoint-without-channel', 'Search'],
      ['touchpoint-without-feeling', 'Search'],
    ]);
    expect(change((copy) => Object.assign(copy.elements.Search!, { feeling: 0 }))).toEqual([]);
    expect(change((copy) => Object.assign(copy.elements.Blog!, { status: 'draft' }))).toEqual([
      ['content-overdue', 'Blog'],
    ]);
    expect(change((copy) => Object.assign(copy.elements.Blog!, { status: 'draft', due: '2026-11-21' }))).toEqual([]);
    add('stage', 's2', { title: 'Retention' });
    expect(brief(map)).toEqual([['stage-without-cards', 's2']]);
  });

  test('0.1 + 0.2 + 0.7 is no more than all', () => {
    const { map, add, join } = finished();
    add('outcome', 'Neutral', { stage: 's1' });
    join('c5', 'Fork', 'Neutral', { probability: 0.7 });
    Object.assign(map.connections.c1!, { probability: 0.1 });
    Object.assign(map.connections.c2!, { probability: 0.2 });
    expect(findHints(map)).toEqual([]);
  });

  test('branches without any probability are not guessed yet: no hint', () => {
    const { map } = finished();
    for (const id of ['c1', 'c2']) map.connections[id]!.probability = null;
    expect(findHints(map)).toEqual([]);
  });

  test('the gravest first, whatever the order of the records', () => {
    const { map, add } = finished();
    add('pain-point', 'Mild', { stage: 's1', severity: 1 });
    add('pain-point', 'Grave', { stage: 's1', severity: 5 });
    add('pain-point', 'Unsaid', { stage: 's1' });
    add('touchpoint', '', { stage: 's1', channel: 'Phone', feeling: 0 });
    const expected = [
      ['pain-point-unanswered', 'Grave'],
      ['pain-point-unanswered', 'Mild'],
      ['pain-point-unanswered', 'Unsaid'],
      ['card-without-title', ''],
    ];
    expect(brief(map)).toEqual(expected);
    const reversed = { ...map, elements: Object.fromEntries(Object.entries(map.elements).reverse()) };
    expect(brief(reversed)).toEqual(expected);
  });

  test('every hint says what is missing and what to do, in both languages', () => {
    const { map } = finished();
    Object.assign(map.elements.Dear!, { title: '' });
    for (const language of ['en', 'es'] as const) {
      const t = createTranslator(language);
      for (const id of HINT_IDS) {
        const hint = { id, element: 'Dear', connection: null, values: { percent: 110, due: '2026-11-20' } };
        const { message, advice } = hintText(hint, map, t, language);
        expect(message).not.toMatch(/\{\{|hints\./);
        expect(advice).not.toMatch(/\{\{|hints\./);
      }
      expect(
        hintText({ id: 'pain-point-unanswered', element: 'Dear', connection: null }, map, t, language).message,
      ).toContain(t('kinds.pain-point.one'));
    }
    const hint = { id: 'content-overdue', element: 'Blog', connection: null, values: { due: '2026-11-20' } } as const;
    expect(hintText(hint, map, createTranslator('es'), 'es').message).toBe('«Blog» vencía el 20 nov 2026');
  });
});
