import { describe, expect, test } from 'vitest';
import { createElement, emptyMap } from '../document/create';
import type { JourneyMap } from '../document/schema';
import { type EmotionPlaces, emotionPoints } from './emotion';

const COLUMNS = ['s1', 's2', 's3'].map((id, index) => ({ id, x: 100 + index * 200, width: 200 }));

function journey(
  cards: [id: string, stage: string | null, feeling: number | null, momentOfTruth?: boolean][],
): JourneyMap {
  const map = emptyMap();
  for (const { id } of COLUMNS) map.elements[id] = { ...createElement('stage', { order: id.replace('s', 'a') }), id };
  cards.forEach(([id, stage, feeling, momentOfTruth = false], index) => {
    map.elements[id] = {
      ...createElement('touchpoint', { order: `b0${index + 1}`, stage, feeling, momentOfTruth }),
      id,
    };
  });
  return map;
}

const places = (cards: Record<string, number> = {}): EmotionPlaces => ({
  columns: COLUMNS,
  cards: new Map(Object.entries(cards).map(([id, x]) => [id, { x, width: 100 }])),
});

describe('emotion curve', () => {
  test('the mean of each stage, at the middle of its column; stages where nothing was said are passed over', () => {
    const map = journey([
      ['t1', 's1', 2],
      ['t2', 's1', -1],
      ['t3', 's2', null],
      ['t4', 's3', 0, true],
      ['t5', null, -2],
    ]);
    expect(emotionPoints(map, places(), 'stages')).toEqual([
      { x: 200, value: 0.5, momentOfTruth: false, stage: 's1', elements: ['t1', 't2'] },
      { x: 600, value: 0, momentOfTruth: true, stage: 's3', elements: ['t4'] },
    ]);
  });

  test('a moment of truth marks its stage even where a decision is it', () => {
    const map = journey([['t1', 's1', 1]]);
    map.elements.d = { ...createElement('decision', { order: 'c0', stage: 's1', momentOfTruth: true }), id: 'd' };
    expect(emotionPoints(map, places(), 'stages')[0]?.momentOfTruth).toBe(true);
  });

  test('point by point, from left to right; cards that are not shown have no point', () => {
    const map = journey([
      ['t1', 's1', 2],
      ['t2', 's1', -1, true],
      ['t3', 's2', null],
      ['t4', 's3', 0],
    ]);
    expect(emotionPoints(map, places({ t1: 180, t2: 110, t3: 310 }), 'points')).toEqual([
      { x: 160, value: -1, momentOfTruth: true, stage: 's1', elements: ['t2'] },
      { x: 230, value: 2, momentOfTruth: false, stage: 's1', elements: ['t1'] },
    ]);
  });

  test('no feelings, no points', () => {
    expect(emotionPoints(journey([['t1', 's1', null]]), places({ t1: 0 }), 'stages')).toEqual([]);
    expect(emotionPoints(emptyMap(), { columns: [], cards: new Map() }, 'points')).toEqual([]);
  });
});
