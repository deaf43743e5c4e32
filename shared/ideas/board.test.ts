import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ideaMap } from '../../test/fixtures/idea-map';
import { addDays, addMonths, boardOf, calendarMonth, undatedOf } from './board';
import { ideaGrid } from './grid';

const { ideas } = ideaGrid(ideaMap());

test('the board has every status, what is due first on top', () => {
  expect(boardOf(ideas).map(({ status, ideas: here }) => [status, ...here.map(({ id }) => id)])).toEqual([
    ['idea'],
    ['draft', 'calculator'],
    ['planned', 'post'],
    ['published', 'e-book'],
  ]);
});

describe('the calendar', () => {
  test('a month begins on its Monday and holds what is due', () => {
    const weeks = calendarMonth('2026-11', ideas);
    expect([weeks[0]?.[0], weeks.length]).toEqual([{ day: '2026-10-26', outside: true, ideas: [] }, 6]);
    const due = weeks.flat().filter((day) => day.ideas.length > 0);
    expect(due.map(({ day, outside }) => [day, outside])).toEqual([
      ['2026-11-30', false],
      ['2026-12-04', true],
    ]);
  });

  test('every month has whole weeks, each of its days once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2200 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const name = `${year}-${String(month).padStart(2, '0')}`;
        const weeks = calendarMonth(name, []);
        const own = weeks.flat().filter(({ outside }) => !outside);
        expect(weeks.every((week) => week.length === 7)).toBe(true);
        expect(own.length).toBe(new Date(Date.UTC(year, month, 0)).getUTCDate());
        expect(own.every(({ day }) => day.startsWith(name))).toBe(true);
        expect(new Date(weeks[0]?.[0]?.day ?? '').getUTCDay()).toBe(1);
      }),
    );
  });

  test('days and months go on over the ends of years', () => {
    expect([addDays('2026-12-31', 1), addDays('2024-03-01', -1)]).toEqual(['2027-01-01', '2024-02-29']);
    expect([addMonths('2026-12', 1), addMonths('2026-01', -1), addMonths('2026-05', -24)]).toEqual([
      '2027-01',
      '2025-12',
      '2024-05',
    ]);
  });

  test('a day that does not exist stands among the undated ones', () => {
    const odd = ideas.map((idea) => (idea.id === 'post' ? { ...idea, due: '2026-02-31' } : idea));
    expect(
      undatedOf(odd)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['e-book', 'post']);
  });
});
