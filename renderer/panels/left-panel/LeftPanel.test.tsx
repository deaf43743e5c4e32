import { readFileSync } from 'node:fs';
import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { createMeasurement, createMetric } from '../../../shared/document/create';
import { readMap } from '../../../shared/document/read';
import { editor } from '../../store/editor';
import { showMap } from '../../store/history';
import { openTestMap } from '../common/testing';
import { LeftPanel } from './LeftPanel';

/** The sample of the program, as it is opened at a first start. */
function openSample(): void {
  openTestMap([]);
  const result = readMap(readFileSync('shared/samples/pet-food.en.journey.json'));
  if (result.status !== 'ok') throw new Error(result.status);
  showMap(result.map);
}

const row = () => screen.getByRole('button', { name: /^Touchpoint/ });
const press = (x: number, y: number) =>
  fireEvent.pointerDown(row(), { button: 0, isPrimary: true, pointerId: 1, clientX: x, clientY: y });
const moveTo = (x: number, y: number) => fireEvent.pointerMove(window, { pointerId: 1, clientX: x, clientY: y });
const release = (x: number, y: number) => fireEvent.pointerUp(window, { pointerId: 1, clientX: x, clientY: y });

describe('the palette', () => {
  it('adds a card of a kind by a click or Enter', async () => {
    const stage = openTestMap([]);
    render(<LeftPanel />);
    const user = userEvent.setup();
    await user.click(row());
    expect(Object.values(stage.map().elements).filter((element) => element.kind === 'touchpoint')).toHaveLength(1);
    row().focus();
    await user.keyboard('{Enter}');
    expect(Object.values(stage.map().elements).filter((element) => element.kind === 'touchpoint')).toHaveLength(2);
  });

  it('takes a press that strays a little for a click', () => {
    openTestMap([]);
    render(<LeftPanel />);
    press(20, 20);
    moveTo(22, 23);
    expect(editor.getState().gesture).toBeNull();
    release(22, 23);
  });

  it('drags a kind, and the click that ends the drag adds nothing', () => {
    const stage = openTestMap([]);
    render(<LeftPanel />);
    press(20, 20);
    moveTo(300, 200);
    expect(editor.getState().gesture).toEqual({
      type: 'add',
      kind: 'touchpoint',
      persona: null,
      clientX: 300,
      clientY: 200,
    });
    moveTo(320, 210);
    expect(editor.getState().gesture).toMatchObject({ clientX: 320, clientY: 210 });
    release(320, 210);
    fireEvent.click(row());
    expect(editor.getState().gesture).toBeNull();
    expect(stage.steps()).toBe(0);
  });

  it('gives a drag up by Escape, by a cancelled touch, and by undo', () => {
    openTestMap([]);
    render(<LeftPanel />);
    press(20, 20);
    moveTo(300, 200);
    fireEvent.keyDown(window, { key: 'Escape' });
    expect(editor.getState().gesture).toBeNull();
    moveTo(310, 200);
    expect(editor.getState().gesture).toBeNull();

    press(20, 20);
    moveTo(300, 200);
    fireEvent.pointerCancel(window, { pointerId: 1 });
    expect(editor.getState().gesture).toBeNull();

    press(20, 20);
    moveTo(300, 200);
    editor.setState({ gesture: null });
    moveTo(310, 200);
    expect(editor.getState().gesture).toBeNull();
  });
});

describe('overlay and personas', () => {
  it('lays a metric over the map and takes it off again', async () => {
    const stage = openTestMap([['touchpoint', 'Web']]);
    const map = stage.map();
    const metric = createMetric({
      id: 'm',
      title: 'Opens',
      unit: 'number',
      currency: '',
      decimals: 0,
      direction: 'higher',
      target: 9,
      source: null,
      order: 'a0',
    });
    const measurement = createMeasurement({
      id: 'v',
      metric: 'm',
      element: stage.id('Web'),
      target: null,
      points: [{ period: '2026', value: 4 }],
    });
    editor.setState({ map: { ...map, metrics: { m: metric }, measurements: { v: measurement } } });
    render(<LeftPanel />);
    const user = userEvent.setup();
    const button = screen.getByRole('button', { name: /^Opens/ });
    expect(button.textContent).toContain('1');
    await user.click(button);
    expect(editor.getState().overlay.metrics).toEqual(['m']);
    expect(button.getAttribute('aria-pressed')).toBe('true');
    await user.click(button);
    expect(editor.getState().overlay.metrics).toEqual([]);
  });

  it('shows several metrics together, tells their value on the whole map, and takes one away again', async () => {
    openSample();
    render(<LeftPanel />);
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Show NPS together with the others' }));
    expect(editor.getState().overlay.metrics).toEqual(['metric-conversion', 'metric-nps']);
    expect(screen.getByTitle('Whole map: +18').textContent).toBe('+18');
    await user.click(screen.getByRole('button', { name: 'Take Conversion rate off the map' }));
    expect(editor.getState().overlay.metrics).toEqual(['metric-nps']);
  });

  it('lists warning signs, and each leads to its card with its metric over the map', async () => {
    openSample();
    render(<LeftPanel />);
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: /^Warning signs/ }));
    const list = await screen.findByRole('dialog', { name: 'Warning signs' });
    await user.click(within(list).getByRole('button', { name: /Marcos, 58: Rating is/ }));
    expect(editor.getState()).toMatchObject({
      selection: ['touchpoint-checkout'],
      overlay: { metrics: ['metric-rating'] },
    });
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('changes how numbers are shown, and says why values can’t be had by month', async () => {
    openSample();
    editor.setState(({ overlay }) => ({ overlay: { ...overlay, metrics: ['metric-satisfaction'] } }));
    render(<LeftPanel />);
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'How numbers are shown' }));
    const options = await screen.findByRole('dialog', { name: 'How numbers are shown' });
    await user.click(within(options).getByRole('radio', { name: 'By rank' }));
    await user.click(within(options).getByRole('switch', { name: 'Evidence on cards' }));
    await user.click(within(options).getByRole('checkbox', { name: 'Marcos, 58' }));
    await user.selectOptions(within(options).getByRole('combobox', { name: 'Periods' }), 'Month');
    expect(editor.getState().overlay).toMatchObject({
      tint: 'quantile',
      evidence: true,
      unit: 'month',
      groups: [{ segment: '', persona: 'persona-marcos' }],
    });
    await user.click(within(options).getByRole('checkbox', { name: 'Marcos, 58' }));
    expect(editor.getState().overlay.groups).toEqual([]);
    expect(within(options).getByRole('status').textContent).toMatch(/Satisfaction by month: .*number of answers/);
  });

  it('selects a persona, shows it, and filters by it', async () => {
    const stage = openTestMap([['persona', 'Lucía García']]);
    const id = stage.id('Lucía García');
    render(<LeftPanel />);
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Lucía García' }));
    expect(editor.getState().selection).toEqual([id]);
    const filter = screen.getByRole('button', { name: 'Show only what concerns Lucía García' });
    await user.click(filter);
    expect(editor.getState().filter.personas).toEqual([id]);
    await user.click(filter);
    expect(editor.getState().filter.personas).toEqual([]);
  });
});
