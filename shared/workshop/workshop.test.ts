import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figureContext } from '../../test/fixtures/figure-context';
import { smallMap } from '../../test/fixtures/small-map';
import { deleteElements, setFields } from '../commands/cards';
import {
  addAction,
  addComment,
  addSession,
  addViewpoint,
  deleteSession,
  goToStep,
  setAction,
  setComment,
  setSession,
  vote,
} from '../commands/workshop';
import { createConnection, createElement } from '../document/create';
import type { JourneyMap, Session } from '../document/schema';
import { createTranslator } from '../language/translator';
import { figuresOf } from '../scene/figures';
import { layoutMap, type MapLayout } from '../scene/layout';
import { AGENDA_LENGTHS, AGENDAS, boxOfStep, currentStep, kindsOfStep } from './agendas';
import { commentsOn, openComments, openCommentsOn } from './comments';
import { sessionRecord } from './record';
import { guessesToReview, lastSession, openActions, versionOfSession } from './since';
import { likeliestPath, slidesOf } from './slides';
import { dotsLeft, dotsOf, ownDots, ranking } from './votes';

const layoutOf = (map: JourneyMap, texts = 1): MapLayout =>
  layoutMap(map, figuresOf(map, figureContext(), new Map(), new WeakMap(), undefined, texts).of);

const cardsOf = (map: JourneyMap) => Object.values(map.elements).filter(({ kind }) => kind !== 'stage');
const at = (minute: number) => `2026-11-21T10:${String(minute).padStart(2, '0')}:00Z`;

function meeting(values: Partial<Session> = {}): { map: JourneyMap; session: string; get: () => Session } {
  const map = structuredClone(smallMap());
  const session = addSession(map, { title: 'Autumn', date: '2026-11-21', agenda: AGENDAS[45] });
  setSession(map, session, { members: [{ name: 'Ana', colour: '#0f766e' }], ...values });
  return {
    map,
    session,
    get: () => {
      const found = map.sessions[session];
      if (!found) throw new Error('no session');
      return found;
    },
  };
}

describe('comments', () => {
  test('are read oldest first on a card, latest first among all that is open', () => {
    const map = structuredClone(smallMap());
    const [card, other] = cardsOf(map);
    const late = addComment(map, card!.id, { author: 'Ana', date: at(30), text: ' later ' });
    const early = addComment(map, card!.id, { author: '', date: at(5), text: 'early' });
    const elsewhere = addComment(map, other!.id, { author: 'Eva', date: at(10), text: 'elsewhere' });
    expect(commentsOn(map, card!.id).map(({ id }) => id)).toEqual([early, late]);
    expect(openComments(map).map(({ id }) => id)).toEqual([late, elsewhere, early]);
    expect(map.comments[late!]?.text).toBe('later');
    const resolved = structuredClone(map);
    setComment(resolved, early!, { resolved: true });
    expect(openCommentsOn(resolved, card!.id)).toBe(1);
    expect(openCommentsOn(map, card!.id)).toBe(2);
  });

  test('say something about something, and go with their card', () => {
    const map = structuredClone(smallMap());
    const card = cardsOf(map)[0]!;
    expect(addComment(map, card.id, { author: 'Ana', date: at(1), text: ' \n' })).toBeNull();
    expect(addComment(map, 'nobody', { author: 'Ana', date: at(1), text: 'hello' })).toBeNull();
    addComment(map, card.id, { author: 'Ana', date: at(1), text: 'hello' });
    deleteElements(map, [card.id]);
    expect(map.comments).toEqual({});
  });
});

describe('agendas', () => {
  test.each(AGENDA_LENGTHS)('take the %i minutes that they say, from the persona to the vote', (length) => {
    const agenda = AGENDAS[length];
    expect(agenda.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(length);
    expect(agenda.map(({ about }) => about).slice(0, 8)).toEqual([
      'persona',
      'stages',
      'touchpoints',
      'feelings',
      'pain-points',
      'forks',
      'ideas',
      'vote',
    ]);
  });

  test('the team stays within its agenda', () => {
    const { map, session, get } = meeting();
    expect(currentStep(get())?.step.about).toBe('persona');
    goToStep(map, session, 99);
    expect(currentStep(get())).toMatchObject({ at: 7, step: { about: 'vote' } });
    goToStep(map, session, -1);
    expect(get().step).toBe(0);
    setSession(map, session, { agenda: [], step: 3 });
    expect(currentStep(get())).toBeNull();
  });

  test('a step shows the rows of what it is about; the vote those of its kinds, without kinds of later formats', () => {
    const { map, get } = meeting({ voteKinds: ['touchpoint', 'hologram'] });
    const layout = layoutOf(map);
    const lane = Object.values(map.lanes).find(({ kinds }) => kinds.includes('touchpoint'));
    const row = layout.rows.find(({ id }) => id === lane?.id);
    expect(kindsOfStep(get(), 'vote')).toEqual(['touchpoint']);
    expect(boxOfStep(map, layout, get(), 'vote')).toMatchObject({ y: row?.y, height: row?.height });
    expect(boxOfStep(map, layout, get(), 'talk')).toEqual(layout.box);
  });
});

describe('votes', () => {
  test('nobody puts down more dots than there are, or takes back what is not there', () => {
    const step = fc.record({
      card: fc.nat({ max: 9 }),
      voter: fc.constantFrom('Ana', 'Eva'),
      by: fc.constantFrom<(1 | -1)[]>(1, 1, -1),
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.array(step, { maxLength: 30 }), (votesEach, steps) => {
        const { map, session, get } = meeting({ votesEach });
        const cards = cardsOf(map);
        const expected = new Map<string, number>();
        for (const { card, voter, by } of steps) {
          const { id } = cards[card % cards.length]!;
          const before = ownDots(map, session, id, voter);
          const left = dotsLeft(map, get(), voter);
          const done = vote(map, session, id, voter, by);
          expect(done).toBe(by > 0 ? left > 0 : before > 0);
          expect(ownDots(map, session, id, voter)).toBe(done ? before + by : before);
          if (done) expected.set(id, (expected.get(id) ?? 0) + by);
        }
        for (const name of ['Ana', 'Eva']) expect(dotsLeft(map, get(), name)).toBeGreaterThanOrEqual(0);
        for (const [id, dots] of expected) expect(dotsOf(map, session).get(id) ?? 0).toBe(dots);
      }),
    );
  });

  test('are ranked, with a shared rank for as many dots; hidden ones tell nothing by their order', () => {
    const { map, session, get } = meeting({ voteKinds: ['touchpoint'], votesEach: 9 });
    const layout = layoutOf(map);
    const read = ranking(map, layout, get()).map(({ element }) => element.id);
    expect(read.length).toBeGreaterThan(2);
    const [first, second, third] = read as [string, string, string];
    for (const id of [third, third, second, first]) vote(map, session, id, 'Ana', 1);
    const ranked = ranking(map, layout, get());
    expect(ranked.slice(0, 3).map(({ element, dots, rank }) => [element.id, dots, rank])).toEqual([
      [third, 2, 1],
      [first, 1, 2],
      [second, 1, 2],
    ]);
    setSession(map, session, { votesHidden: true });
    expect(ranking(map, layout, get()).map(({ element }) => element.id)).toEqual(read);
  });

  test('go with their session; what was decided there stays', () => {
    const { map, session } = meeting();
    vote(map, session, cardsOf(map)[0]!.id, 'Ana', 1);
    const decision = addAction(map, { type: 'decision', text: 'Go on', session });
    deleteSession(map, session);
    expect([map.sessions, map.votes]).toEqual([{}, {}]);
    expect(map.actions[decision]).toMatchObject({ text: 'Go on', session: null });
  });
});

describe('the record of a session', () => {
  test('has people, steps, votes, and what was settled, in the language asked for, with nothing that Markdown would take for its own', () => {
    const { map, session, get } = meeting({ voteKinds: ['touchpoint'] });
    const card = cardsOf(map).find(({ kind }) => kind === 'touchpoint')!;
    setFields(map, [card.id], { title: 'Shop *now*' });
    vote(map, session, card.id, 'Ana', 1);
    goToStep(map, session, 4);
    const action = addAction(map, { type: 'action', text: 'Show the\nprice', owner: 'Eva', session, element: card.id });
    setAction(map, action, { due: '2026-12-01', done: true });
    addAction(map, { type: 'decision', text: 'No calls', session });
    addAction(map, { type: 'parked', text: 'From another day' });
    const text = sessionRecord(map, layoutOf(map), get(), createTranslator('es'), 'es');
    expect(text).toMatch(/^# Autumn\n/);
    expect(text).toContain('Personas en la sala: Ana');
    expect(text).toContain('5. Puntos de dolor (8 min)\n6. Decisiones (4 min) – no se llegó');
    expect(text).toContain('- 1. Shop \\*now\\*: 1 punto');
    expect(text).toContain('## Decisiones\n\n- No calls');
    expect(text).toContain('- [x] Show the price (Eva · para el 1 dic 2026 · sobre Shop \\*now\\*)');
    expect(text).not.toContain('From another day');
    expect(text.endsWith('\n')).toBe(true);
  });
});

describe('what the next session takes up', () => {
  test('is of the latest day, and what nobody has done', () => {
    const { map, session } = meeting();
    const later = addSession(map, { title: 'Winter', date: '2027-01-10', agenda: [] });
    addSession(map, { title: 'Added late', date: '2026-01-01', agenda: [] });
    expect(lastSession(map)?.id).toBe(later);
    const done = addAction(map, { type: 'action', text: 'a', session });
    setAction(map, done, { done: true });
    const open = addAction(map, { type: 'action', text: 'b', session });
    addAction(map, { type: 'parked', text: 'c' });
    expect(openActions(map, 'action').map(({ id }) => id)).toEqual([open]);
    expect(openActions(map, 'parked').map(({ text }) => text)).toEqual(['c']);
    expect(lastSession(smallMap())).toBeNull();
  });

  test('guesses that were not looked at, or that what was seen speaks against; those first, the worst of them at the top', () => {
    const map = structuredClone(smallMap());
    const ways = [
      ['unseen', 0.5, null],
      ['right', 0.5, { count: 50, of: 100 }],
      ['wrong', 0.5, { count: 90, of: 100 }],
      ['off', 0.5, { count: 30, of: 100 }],
    ] as const;
    map.connections = {};
    for (const [id, probability, observed] of ways) {
      const [from, to] = [createElement('decision', { order: 'c0' }), createElement('action', { order: 'c1' })];
      map.elements[from.id] = from;
      map.elements[to.id] = to;
      map.connections[id] = createConnection({ type: 'flow', from: from.id, to: to.id, id, probability, observed });
    }
    expect(guessesToReview(map).map(({ connection }) => connection.id)).toEqual(['wrong', 'off', 'unseen']);
  });

  test('the map as it was at the end of its day', () => {
    const versions = ['2026-11-20T09:00:00Z', '2026-11-21T18:00:00Z', '2026-11-21T09:00:00Z', '2026-11-22T08:00:00Z'];
    const kept = versions.map((savedAt) => ({ savedAt }));
    const dayOf = (time: string) => time.slice(0, 10);
    expect(versionOfSession(kept, { date: '2026-11-21' }, dayOf)?.savedAt).toBe('2026-11-21T18:00:00Z');
    expect(versionOfSession(kept, { date: '2026-11-01' }, dayOf)?.savedAt).toBe('2026-11-20T09:00:00Z');
    expect(versionOfSession([], { date: '2026-11-21' }, dayOf)).toBeNull();
  });
});

describe('slides', () => {
  test('go stage by stage; with large texts all that a stage has is on one of its slides', () => {
    const map = smallMap();
    const plain = slidesOf(map, layoutOf(map), 'stages', false);
    const stages = Object.values(map.elements).filter(({ kind }) => kind === 'stage');
    expect(plain.map(({ stage }) => stage)).toHaveLength(stages.length);
    expect(plain[0]?.title).toMatch(/^1\. /);
    const layout = layoutOf(map, 1.4);
    const large = slidesOf(map, layout, 'stages', true);
    for (const [id, box] of layout.cards) {
      const stage = map.elements[id]?.stage;
      if (!stage) continue;
      const covering = large.filter((slide) => slide.stage === stage);
      expect(
        covering.some(({ box: { y, height } }) => box.y >= y && box.y + box.height <= y + height),
        id,
      ).toBe(true);
    }
  });

  test('large texts leave cards as wide as they are, and none over another that was not before', () => {
    const map = smallMap();
    const [usual, large] = [layoutOf(map), layoutOf(map, 1.4)];
    const overlaps = (layout: MapLayout) => {
      const boxes = [...layout.cards];
      return boxes.flatMap(([one, a]) =>
        boxes.flatMap(([other, b]) =>
          one < other && a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
            ? [`${one} ${other}`]
            : [],
        ),
      );
    };
    for (const [id, box] of large.cards) {
      expect(box.width, id).toBeCloseTo(usual.cards.get(id)?.width ?? 0);
      expect(box.height, id).toBeGreaterThanOrEqual(usual.cards.get(id)?.height ?? 0);
    }
    expect(overlaps(large)).toEqual(overlaps(usual));
  });

  test('follow the likeliest way, and end where it comes back to itself', () => {
    const map = structuredClone(smallMap());
    const layout = layoutOf(map);
    const path = likeliestPath(map, layout);
    expect(new Set(path).size).toBe(path.length);
    path.slice(1).forEach((id, index) => {
      const from = path[index];
      const ways = Object.values(map.connections).filter((one) => one.type === 'flow' && one.from === from);
      const most = Math.max(...ways.map(({ probability }) => probability ?? 1));
      expect(ways.find(({ to }) => to === id)?.probability ?? 1).toBe(most);
    });
    expect(slidesOf(map, layout, 'path', true).map(({ id }) => id)).toEqual(path);
    map.connections = {};
    expect(likeliestPath(map, layout)).toEqual([]);
  });

  test('show the views that were kept, in their order', () => {
    const map = structuredClone(smallMap());
    addViewpoint(map, 'Start', { x: 0.4, y: 10.6, width: 800, height: 450 });
    addViewpoint(map, 'End', { x: 900, y: 0, width: 2, height: 450 });
    expect(slidesOf(map, layoutOf(map), 'views', true).map(({ title, box }) => [title, box])).toEqual([
      ['Start', { x: 0, y: 11, width: 800, height: 450 }],
      ['End', { x: 900, y: 0, width: 16, height: 450 }],
    ]);
  });
});
