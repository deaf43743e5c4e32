import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import ELK from 'elkjs/lib/elk.bundled.js';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addCard } from '../../../shared/commands/cards';
import { connect } from '../../../shared/commands/connections';
import { addEntry } from '../../../shared/commands/decisions';
import { openTestMap, type Stage } from '../../panels/common/testing';
import { editor } from '../../store/editor';
import { change, undo } from '../../store/history';
import { setArrange } from './arrange';
import { DecisionInspector } from './DecisionInspector';
import { Decisions } from './Decisions';
import { modelOf } from './model';
import { routeOf } from './route';

let stage: Stage;
const elk = new ELK();
beforeAll(() => setArrange((graph) => elk.layout(graph)));
afterEach(cleanup);

/** Page → price? → 60 % buys, 40 % leaves to compare. */
function open(): void {
  stage = openTestMap([
    ['touchpoint', 'Page'],
    ['decision', 'Price?'],
    ['outcome', 'Buys', { result: 'won' }],
    ['outcome', 'Goes', { result: 'lost' }],
  ]);
  change('ways', (draft) => {
    connect(draft, stage.id('Page'), stage.id('Price?'));
    for (const [end, label, probability] of [
      ['Buys', 'yes', 0.6],
      ['Goes', 'no', 0.4],
    ] as const) {
      const id = connect(draft, stage.id('Price?'), stage.id(end));
      if (id) Object.assign(draft.connections[id]!, { label, probability });
    }
  });
}

const customersAt = (title: string) => {
  const { solution } = modelOf(editor.getState());
  return solution.outcomes.find(({ element }) => element === stage.id(title))?.customers ?? 0;
};
const enter = (customers = 1000) =>
  act(() => void change('in', (draft) => addEntry(draft, stage.id('Page'), { customers })));
const choose = (title: string) => act(() => editor.setState({ selection: [stage.id(title)] }));

describe('the decisions', () => {
  beforeEach(open);

  it('teach what to do where there are no ways', () => {
    stage = openTestMap([['touchpoint', 'Page']]);
    render(<Decisions />);
    expect(screen.getByRole('heading', { name: 'Which way do customers go?' })).toBeTruthy();
  });

  it('put customers on the first card with one click', async () => {
    render(<Decisions />);
    await userEvent.click(screen.getByRole('button', { name: '1,000 a month at “Page”' }));
    expect(Object.values(stage.map().entries)).toMatchObject([{ element: stage.id('Page'), customers: 1000 }]);
    expect(customersAt('Buys')).toBeCloseTo(600, 9);
    expect(screen.getByRole('button', { name: '1,000 customers enter per month' })).toBeTruthy();
  });

  it('try a share while a slider is held, and keep it as one step', () => {
    enter();
    choose('Price?');
    render(<DecisionInspector />);
    const steps = stage.steps();
    const map = stage.map();
    const slider = screen.getByRole('slider', { name: 'Share of “yes”' });
    for (const value of ['70', '80', '90']) fireEvent.change(slider, { target: { value } });
    expect(stage.map()).toBe(map);
    expect(customersAt('Buys')).toBeCloseTo(900, 9);
    fireEvent.pointerUp(slider);
    expect(stage.steps()).toBe(steps + 1);
    expect(Object.values(stage.map().connections).map(({ probability }) => probability)).toEqual([null, 0.9, 0.1]);
    act(undo);
    expect(customersAt('Buys')).toBeCloseTo(600, 9);
  });

  it('change the scenario that is looked at, and not the map', async () => {
    enter();
    choose('Price?');
    render(
      <>
        <Decisions />
        <DecisionInspector />
      </>,
    );
    await userEvent.click(screen.getByRole('button', { name: 'New scenario' }));
    const slider = screen.getByRole('slider', { name: 'Share of “yes”' });
    fireEvent.change(slider, { target: { value: '75' } });
    fireEvent.pointerUp(slider);
    expect(customersAt('Buys')).toBeCloseTo(750, 9);
    expect(Object.values(stage.map().connections).map(({ probability }) => probability)).toEqual([null, 0.6, 0.4]);
    await userEvent.click(screen.getByRole('radio', { name: 'Scenarios' }));
    const row = screen.getByRole('row', { name: /^Buys/ });
    expect(within(row).getByText(/\+150/)).toBeTruthy();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Scenario' }), 'The map as it is');
    expect(customersAt('Buys')).toBeCloseTo(600, 9);
  });

  it('lead from a check to its card, and from the strongest branch to it', async () => {
    enter();
    change('lost', (draft) => void Object.assign(Object.values(draft.connections)[1]!, { probability: 0.8 }));
    render(<DecisionInspector />);
    await userEvent.click(screen.getByRole('button', { name: /The branches of “Price\?” add up to 120/ }));
    expect(editor.getState().selection).toEqual([stage.id('Price?')]);
  });

  it('take what was seen for the predictions', async () => {
    enter();
    change(
      'seen',
      (draft) => void Object.assign(Object.values(draft.connections)[1]!, { observed: { count: 48, of: 100 } }),
    );
    render(<Decisions />);
    await userEvent.click(screen.getByRole('button', { name: 'Use observed' }));
    expect(Object.values(stage.map().connections).map(({ probability }) => probability)).toEqual([null, 0.48, 0.52]);
  });

  it('show the way to an outcome among all others', () => {
    enter();
    act(() => editor.setState(({ decisions }) => ({ decisions: { ...decisions, route: 'happy' } })));
    const route = routeOf(editor.getState());
    expect(route?.has(stage.id('Buys'))).toBe(true);
    expect(route?.has(stage.id('Goes'))).toBe(false);
    expect(routeOf(editor.getState())).toBe(route);
  });

  it('name what is wrong at its place, and compute the rest', async () => {
    enter();
    const wrong = [
      ['over', [0.9, 0.4]],
      ['below', [-0.2, 0.5]],
      ['nothing', [Number.NaN, 0.5]],
    ] as const;
    act(() => {
      change('wrong', (draft) => {
        for (const [title, shares] of wrong) {
          const id = addCard(draft, 'decision', { stage: null, lane: null, x: 0, y: 0 });
          Object.assign(draft.elements[id]!, { title });
          shares.forEach((probability, index) => {
            const way = connect(draft, id, stage.id(index ? 'Goes' : 'Buys'));
            if (way) Object.assign(draft.connections[way]!, { label: `${title} ${index}`, probability });
          });
          addEntry(draft, id, { customers: 100 });
        }
        // Two cards that lead to each other, and nowhere else.
        const [one, other] = ['round', 'about'].map((title) => {
          const id = addCard(draft, 'touchpoint', { stage: null, lane: null, x: 0, y: 0 });
          Object.assign(draft.elements[id]!, { title });
          return id;
        }) as [string, string];
        for (const [from, to] of [
          [one, other],
          [other, one],
        ] as const)
          Object.assign(draft.connections[connect(draft, from, to) ?? '']!, { probability: 1 });
        addEntry(draft, one, { customers: 50 });
      });
    });
    render(<DecisionInspector />);
    const { faults, outcomes } = modelOf(editor.getState()).solution;
    expect(faults.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['over-one', 'negative', 'not-a-number', 'loop-without-exit']),
    );
    for (const fault of faults.filter(({ id }) => id !== 'unreachable'))
      expect(fault.element ?? fault.connection).not.toBeNull();
    // 600 of Page's thousand, and 90/130 of the hundred at the fork that was scaled: the others have theirs.
    const ended = outcomes.reduce((sum, { customers }) => sum + customers, 0);
    expect(ended).toBeGreaterThan(1100);
    expect(customersAt('Buys')).toBeGreaterThan(600 + 69);
    expect(Number.isFinite(ended)).toBe(true);
    const over = screen.getByRole('button', { name: /“over” add up to 130/ });
    await userEvent.click(over);
    const chosen = editor.getState().map.elements[editor.getState().selection[0] ?? ''];
    expect(chosen?.title).toBe('over');
  });
});
