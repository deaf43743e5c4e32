import { beforeEach, describe, expect, test } from 'vitest';
import { fromFile } from '../../test/fixtures/arbitrary-edits';
import { smallMap } from '../../test/fixtures/small-map';
import { addCard, deleteElements, moveStage, setPicture } from '../commands/cards';
import { connect } from '../commands/connections';
import { deleteLane } from '../commands/lanes';
import { createMeasurement, createMetric } from '../document/create';
import { validateMap } from '../document/read';
import type { JourneyMap } from '../document/schema';
import { createTranslator } from '../language/translator';
import { mergeMaps, settle, settleAll } from './merge';
import { conflictTexts, repairText } from './merge-texts';

const [english, spanish] = [createTranslator('en'), createTranslator('es')];

let base: JourneyMap;
let ours: JourneyMap;
let theirs: JourneyMap;
beforeEach(() => {
  base = smallMap();
  const metric = { unit: 'number', currency: '', decimals: 0, direction: 'higher', target: null } as const;
  base.metrics.visits = createMetric({ id: 'visits', title: 'Visits', ...metric, order: 'a0' });
  base.measurements.m = createMeasurement({
    id: 'm',
    metric: 'visits',
    element: 'shop',
    target: null,
    points: [{ period: '2026-10', value: 10 }],
  });
  [ours, theirs] = [fromFile(base), fromFile(base)];
});

function merge() {
  const result = mergeMaps(base, ours, theirs);
  expect(validateMap(result.map)).toEqual({ map: result.map });
  return result;
}
const asked = (result = merge()) => result.conflicts.map((conflict) => conflictTexts(conflict, result, english, 'en'));
const mended = (result = merge()) => result.repairs.map((repair) => repairText(repair, result, english, 'en'));
const edit = (map: JourneyMap, id: string, values: object) => Object.assign(map.elements[id]!, values);

describe('edits that do not meet', () => {
  test('of two fields of one card, two cards, a row and the map: all are there, nothing is asked', () => {
    edit(ours, 'cost', { severity: 4, tags: ['money'] });
    edit(theirs, 'cost', { title: 'Shipping is dear', tags: ['delivery'], stage: 'use' });
    edit(ours, 'pays', { x: 90 });
    addCard(theirs, 'note', { stage: 'learn', lane: 'pains', x: 0, y: 0 }, { id: 'new', title: 'New' });
    ours.lanes.pains!.title = 'Troubles';
    theirs.title = 'Big shop';
    const { map, conflicts, repairs } = merge();
    expect([conflicts, repairs]).toEqual([[], []]);
    expect(map.elements.cost).toMatchObject({ severity: 4, title: 'Shipping is dear', stage: 'use' });
    expect([...(map.elements.cost?.tags ?? [])].sort()).toEqual(['delivery', 'money']);
    expect(map.elements.pays?.x).toBe(90);
    expect(map.elements.new?.title).toBe('New');
    expect([map.lanes.pains?.title, map.title]).toEqual(['Troubles', 'Big shop']);
  });

  test('lists keep what both added and lose what either took away', () => {
    for (const map of [base, ours, theirs]) edit(map, 'shop', { tags: ['a', 'b', 'c'] });
    edit(ours, 'shop', { tags: ['b', 'c', 'x'], links: [{ label: 'One', url: 'https://one.example' }] });
    edit(theirs, 'shop', { tags: ['a', 'b', 'y'], links: [{ label: 'Two', url: 'https://two.example' }] });
    const { map, conflicts } = merge();
    expect(conflicts).toEqual([]);
    expect([...map.elements.shop!.tags].sort()).toEqual(['b', 'x', 'y']);
    expect(map.elements.shop!.links).toHaveLength(2);
  });

  test('values merge period by period, in the order of their periods', () => {
    ours.measurements.m!.points = [
      { period: '2026-09', value: 8 },
      { period: '2026-10', value: 10 },
    ];
    theirs.measurements.m!.points = [
      { period: '2026-10', value: 11 },
      { period: '2026-11', value: 12 },
    ];
    const { map, conflicts } = merge();
    expect(conflicts).toEqual([]);
    expect(map.measurements.m!.points.map(({ period, value }) => [period, value])).toEqual([
      ['2026-09', 8],
      ['2026-10', 11],
      ['2026-11', 12],
    ]);
  });

  test('the version is the higher one, the date the later one', () => {
    Object.assign(ours, { revision: 7, revisedOn: '2026-11-20' });
    Object.assign(theirs, { revision: 5, revisedOn: '2026-11-21' });
    expect(merge().map).toMatchObject({ revision: 7, revisedOn: '2026-11-21' });
  });

  test('the same line drawn by both is one line, first numbers of a card are one record', () => {
    connect(ours, 'shop', 'unboxing');
    connect(theirs, 'shop', 'unboxing');
    for (const [map, id, period] of [
      [ours, 'n1', '2026-10'],
      [theirs, 'n2', '2026-11'],
    ] as const) {
      map.measurements[id] = createMeasurement({
        id,
        metric: 'visits',
        element: 'pays',
        target: null,
        points: [{ period, value: 1 }],
      });
    }
    const { map, conflicts } = merge();
    expect(conflicts).toEqual([]);
    expect(Object.keys(map.connections)).toHaveLength(2);
    expect(Object.values(map.measurements)).toHaveLength(2);
    expect(map.measurements.n1?.points.map(({ period }) => period)).toEqual(['2026-10', '2026-11']);
  });

  test('cards that both put on top keep both orders', () => {
    addCard(ours, 'note', { stage: null, lane: null, x: 0, y: 0 }, { id: 'mine' });
    addCard(theirs, 'note', { stage: null, lane: null, x: 0, y: 0 }, { id: 'yours' });
    const { map } = merge();
    expect(map.elements.mine?.order).toBe(map.elements.yours?.order);
  });
});

describe('conflicts', () => {
  test('one field, two values: ours until it is settled', () => {
    edit(ours, 'cost', { severity: 4 });
    edit(theirs, 'cost', { severity: 5 });
    const result = merge();
    expect(result.conflicts).toMatchObject([
      { id: 'elements/cost/severity', type: 'field', ours: 4, theirs: 5, taken: 'ours' },
    ]);
    expect(asked(result)).toEqual([
      {
        subject: 'Pain point “Shipping cost”: Severity',
        reason: 'Changed differently on both sides',
        ours: '4',
        theirs: '5',
      },
    ]);
    expect(conflictTexts(result.conflicts[0]!, result, spanish, 'es').subject).toBe(
      'Punto de dolor «Shipping cost»: Gravedad',
    );
    expect(result.map.elements.cost).toMatchObject({ severity: 4 });
    const settled = settle(result, 'elements/cost/severity', 'theirs');
    expect(settled.map.elements.cost).toMatchObject({ severity: 5 });
    expect([settled.conflicts, settled.settled.map(({ taken }) => taken)]).toEqual([[], ['theirs']]);
    expect(settle(settled, 'elements/cost/severity', 'ours').map).toEqual(result.map);
  });

  test('a card in two places: its place is one, never half of each', () => {
    edit(ours, 'cost', { stage: 'learn', x: 5 });
    edit(theirs, 'cost', { lane: 'actions', y: 50 });
    const result = merge();
    expect(asked(result)).toEqual([
      {
        subject: 'Pain point “Shipping cost”',
        reason: 'Moved to two places',
        ours: 'Learn · Pain points',
        theirs: 'Buy · Actions',
      },
    ]);
    expect(result.map.elements.cost).toMatchObject({ stage: 'learn', lane: 'pains', x: 5, y: 12 });
    expect(settleAll(result, 'theirs').map.elements.cost).toMatchObject({
      stage: 'buy',
      lane: 'actions',
      x: 16,
      y: 50,
    });
  });

  test('a stage moved to two places', () => {
    moveStage(ours, 'use', 'learn');
    moveStage(theirs, 'use', 'buy');
    const result = merge();
    expect(asked(result)).toMatchObject([
      { subject: 'Stage “Use”', ours: 'Moved to the beginning', theirs: 'Moved after “Learn”' },
    ]);
  });

  test('deleted here, edited there: the card stays with its line and its numbers, until it is settled', () => {
    deleteElements(ours, ['shop']);
    edit(theirs, 'shop', { title: 'Online shop' });
    const result = merge();
    expect(asked(result)).toEqual([
      {
        subject: 'Touchpoint “Online shop”',
        reason: 'Deleted on one side, edited on the other',
        ours: 'deleted',
        theirs: 'kept: Title: “Web shop” → “Online shop”',
      },
    ]);
    expect(result.map.elements.shop?.title).toBe('Online shop');
    expect([Object.keys(result.map.connections), Object.keys(result.map.measurements)]).toEqual([['clicks'], ['m']]);
    const gone = settle(result, 'elements/shop/record', 'ours');
    expect([gone.map.elements.shop, gone.map.connections, gone.map.measurements]).toEqual([undefined, {}, {}]);
    expect(gone.repairs).toEqual([]);
    const mirrored = mergeMaps(base, theirs, ours);
    expect(mirrored.map).toEqual(result.map);
    expect(mirrored.conflicts).toMatchObject([{ taken: 'ours', theirs: undefined }]);
  });

  test('one value of one period, asked with its period', () => {
    ours.measurements.m!.points[0]!.value = 20;
    theirs.measurements.m!.points[0]!.value = 30;
    const result = merge();
    expect(asked(result)).toMatchObject([
      { subject: '“Visits” of “Web shop”: Values, 2026-10', ours: '20', theirs: '30' },
    ]);
    expect(settleAll(result, 'theirs').map.measurements.m?.points).toEqual([{ period: '2026-10', value: 30 }]);
  });

  test('ends of a line are one: it never joins what nobody joined', () => {
    Object.assign(ours.connections.clicks!, { from: 'shop', to: 'search' });
    Object.assign(theirs.connections.clicks!, { to: 'unboxing' });
    const result = merge();
    expect(asked(result)).toMatchObject([
      { ours: '“Web shop” → “Search engine”', theirs: '“Search engine” → “Unboxing”' },
    ]);
    expect(settleAll(result, 'theirs').map.connections.clicks).toMatchObject({ from: 'search', to: 'unboxing' });
  });

  test('a card moved away from a stage that was deleted is no conflict', () => {
    deleteElements(ours, ['use']);
    edit(theirs, 'unboxing', { stage: 'buy' });
    const { map, conflicts, repairs } = merge();
    expect([conflicts, repairs]).toEqual([[], []]);
    expect(map.elements.unboxing).toMatchObject({ stage: 'buy', lane: 'touchpoints' });
  });

  test('a stage that stays because it was edited keeps its cards', () => {
    deleteElements(ours, ['use']);
    edit(theirs, 'use', { title: 'Enjoy' });
    const result = merge();
    expect(result.conflicts).toHaveLength(1);
    expect(result.map.elements.unboxing).toMatchObject({ stage: 'use', lane: 'touchpoints' });
    expect(settleAll(result, 'ours').map.elements.unboxing).toMatchObject({ stage: null, lane: null });
  });
});

describe('what does not fit together is mended and told', () => {
  test('a line to a card that is gone', () => {
    deleteElements(ours, ['unboxing']);
    connect(theirs, 'shop', 'unboxing');
    const { map } = merge();
    expect(Object.keys(map.connections)).toEqual(['clicks']);
    expect(mended()).toEqual([
      'Connection “Web shop” → “Unboxing” was left out: a card at one of its ends was deleted on the other side.',
    ]);
  });

  test('new numbers of a card that is gone', () => {
    deleteElements(ours, ['shop']);
    theirs.measurements.m!.points.push({ period: '2026-11', value: 9 });
    const { map, conflicts } = merge();
    expect([conflicts, map.measurements]).toEqual([[], {}]);
    expect(mended()).toEqual([
      '“Visits” of “Web shop” was left out: the card or the metric was deleted on the other side.',
    ]);
  });

  test('cards in a stage or row that is gone', () => {
    deleteElements(ours, ['use']);
    addCard(theirs, 'note', { stage: 'use', lane: 'pains', x: 3, y: 4 }, { id: 'n', title: 'Note' });
    deleteLane(theirs, 'actions');
    addCard(ours, 'milestone', { stage: 'buy', lane: 'actions', x: 3, y: 4 }, { id: 's', title: 'Signed' });
    const { map } = merge();
    for (const id of ['n', 's', 'unboxing', 'pays'])
      expect(map.elements[id], id).toMatchObject({ stage: null, lane: null });
    expect(mended()).toEqual([
      'Note “Note” waits in the parking row: its stage or row was deleted on the other side.',
      'Milestone “Signed” waits in the parking row: its stage or row was deleted on the other side.',
    ]);
  });

  test('a persona that is gone, and a kind that got two homes', () => {
    for (const map of [base, ours, theirs]) {
      addCard(map, 'persona', { stage: null, lane: null, x: 0, y: 0 }, { id: 'ana', title: 'Ana' });
    }
    [base, ours, theirs] = [base, ours, theirs].map(fromFile) as [JourneyMap, JourneyMap, JourneyMap];
    deleteElements(ours, ['ana']);
    edit(theirs, 'shop', { personas: ['ana'] });
    ours.lanes.actions!.kinds.push('answer');
    theirs.lanes.pains!.kinds.push('answer');
    const { map } = merge();
    expect(map.elements.shop?.personas).toEqual([]);
    expect([map.lanes.actions, map.lanes.pains].map((lane) => lane?.kinds.includes('answer'))).toEqual([true, false]);
    expect(mended()).toEqual([
      'Touchpoint “Web shop” no longer names a persona that was deleted on the other side.',
      'Row “Pain points” no longer takes a kind that has its home in another row now.',
    ]);
  });

  test('a picture that one side dropped and the other put elsewhere is kept', () => {
    const picture = { type: 'image/png', width: 1, height: 1, data: 'AAAA' } as const;
    for (const map of [base, ours, theirs]) setPicture(map, ['shop'], { hash: 'p1', picture });
    setPicture(ours, ['shop'], null);
    edit(theirs, 'pays', { picture: 'p1' });
    const { map, conflicts, repairs } = merge();
    expect([conflicts, repairs]).toEqual([[], []]);
    expect([map.elements.shop?.picture, map.elements.pays?.picture, map.pictures.p1]).toEqual([null, 'p1', picture]);
  });
});

describe('the words of a conflict tell its sides apart', () => {
  const long =
    'Everybody who buys here for the first time is asked for a telephone number, which the delivery needs, and';

  test('a long text from where it differs', () => {
    edit(ours, 'cost', { notes: `${long} that puts people off.\nAna, 3 May` });
    edit(theirs, 'cost', { notes: `${long} that nobody minds.\nAna, 3 May` });
    const [words] = asked();
    expect(words).toMatchObject({
      ours: '“…needs, and that puts people off. Ana, 3 May”',
      theirs: '“…needs, and that nobody minds. Ana, 3 May”',
    });
  });

  test('texts of which one goes on, and emoji that must not be cut in half', () => {
    const same = '🐾'.repeat(60);
    edit(ours, 'cost', { notes: same });
    edit(theirs, 'cost', { notes: `${same}!` });
    const [words] = asked();
    expect([words?.ours, words?.theirs]).toEqual([`“…${'🐾'.repeat(12)}”`, `“…${'🐾'.repeat(12)}!”`]);
  });

  test('spaces and line breaks by signs, where nothing else differs', () => {
    edit(ours, 'cost', { notes: 'one two\nthree' });
    edit(theirs, 'cost', { notes: 'one  two three' });
    expect(asked()).toMatchObject([{ ours: '“one·two↵three”', theirs: '“one··two·three”' }]);
  });

  test('the label of a link', () => {
    const link = { url: 'https://example.org', label: 'x' };
    for (const map of [base, ours, theirs]) edit(map, 'cost', { links: [link] });
    edit(ours, 'cost', { links: [{ ...link, label: `${long} here` }] });
    edit(theirs, 'cost', { links: [{ ...link, label: `${long} there` }] });
    const [words] = asked();
    expect([words?.ours, words?.theirs]).toEqual(['“…delivery needs, and here”', '“…delivery needs, and there”']);
  });

  test('a card shifted within its cell by how far, or by where it is now', () => {
    edit(ours, 'cost', { x: 40, y: 2 });
    edit(theirs, 'cost', { x: 8 });
    const result = merge();
    expect(asked(result)).toMatchObject([
      {
        ours: 'Buy · Pain points, 24 px further right, 10 px further up',
        theirs: 'Buy · Pain points, 8 px further left',
      },
    ]);
    expect(conflictTexts(result.conflicts[0]!, result, spanish, 'es').ours).toBe(
      'Buy · Pain points, 24 px más a la derecha, 10 px más arriba',
    );
    for (const map of [ours, theirs]) edit(map, 'cost', { stage: 'use' });
    expect(asked()[0]).toMatchObject({
      ours: 'Use · Pain points, 40 px from the left and 2 px from the top',
      theirs: 'Use · Pain points, 8 px from the left and 12 px from the top',
    });
    edit(theirs, 'cost', { stage: 'learn' });
    expect(asked()[0]).toMatchObject({ ours: 'Use · Pain points', theirs: 'Learn · Pain points' });
  });
});
