import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import { addMeasurement, addMetric, setPoint } from '../../../shared/commands/metrics';
import { openTestMap, type Stage } from '../../panels/common/testing';
import { editor } from '../../store/editor';
import { change, undo } from '../../store/history';
import { AddMetric } from './AddMetric';
import { Calculator } from './Calculator';
import { MetricPanel } from './MetricPanel';
import { Metrics } from './Metrics';

let stage: Stage;
let churn: string;

beforeEach(() => {
  stage = openTestMap([
    ['touchpoint', 'Shop'],
    ['touchpoint', 'Mail'],
  ]);
  change('numbers', (draft) => {
    const rate = addMetric(draft, { title: 'Conversion', unit: 'percent', target: 0.03, warning: 0.02 });
    const shop = addMeasurement(draft, rate, { element: stage.id('Shop') }) ?? '';
    setPoint(draft, shop, { period: '2026-10', value: 0.025 });
    setPoint(draft, shop, { period: '2026-11', value: 0.019, n: 12 });
    const lost = addMetric(draft, { title: 'Churn', unit: 'percent', direction: 'lower', catalogue: 'churn-rate' });
    churn = addMeasurement(draft, lost, {}) ?? '';
    setPoint(draft, churn, { period: '2026-11', value: 0.09 });
  });
});

const line = (name: RegExp) => screen.getByRole('row', { name });

describe('the view of metrics', () => {
  test('tells value, change, sign, few cases; sorts and filters', async () => {
    const user = userEvent.setup();
    render(<Metrics />);
    const shop = line(/Conversion/);
    expect(shop.textContent).toContain('1.9%');
    expect(shop.textContent).toContain('▼ 0.6 pts');
    expect(within(shop).getByText('Off target')).toBeTruthy();
    expect(shop.textContent).toContain('n = 12');
    await user.type(screen.getByRole('searchbox'), 'churn');
    expect(screen.queryByRole('row', { name: /Conversion/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Clear filters' }));
    await user.click(screen.getByRole('button', { name: 'Value' }));
    expect(screen.getByRole('columnheader', { name: 'Value' }).getAttribute('aria-sort')).toBe('ascending');
    const names = screen.getAllByRole('row').map((row) => row.textContent);
    expect(names.findIndex((text) => text?.includes('Conversion'))).toBeLessThan(
      names.findIndex((text) => text?.includes('Churn')),
    );
  });

  test('a target typed into the table is one undo step', async () => {
    const user = userEvent.setup();
    render(<Metrics />);
    const before = stage.steps();
    await user.type(screen.getByRole('textbox', { name: 'Target of Conversion on Shop' }), '2.5');
    await user.tab();
    expect(Object.values(stage.map().measurements).map(({ target }) => target)).toContain(0.025);
    expect(stage.steps()).toBe(before + 1);
    undo();
    expect(Object.values(stage.map().measurements).every(({ target }) => target === null)).toBe(true);
  });

  test('the arrow keys choose lines', async () => {
    const user = userEvent.setup();
    render(<Metrics />);
    screen.getByRole('button', { name: 'Churn' }).focus();
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement?.textContent).toBe('Conversion');
    expect(line(/Conversion/).getAttribute('aria-selected')).toBe('true');
  });
});

describe('the chosen metric', () => {
  test('values are added, corrected and removed; what is no period is named', async () => {
    const user = userEvent.setup();
    editor.setState(({ metricsView }) => ({ metricsView: { ...metricsView, row: churn } }));
    render(<MetricPanel />);
    const points = () => stage.map().measurements[churn]?.points;
    await user.type(screen.getByRole('textbox', { name: 'Period' }), 'last week');
    await user.type(screen.getByRole('textbox', { name: 'Value' }), '8{Enter}');
    expect(screen.getByRole('alert').textContent).toContain('2026-W47');
    await user.clear(screen.getByRole('textbox', { name: 'Period' }));
    await user.type(screen.getByRole('textbox', { name: 'Period' }), '2026-10{Enter}');
    expect(points()).toEqual([
      { period: '2026-10', value: 0.08 },
      { period: '2026-11', value: 0.09 },
    ]);
    const november = screen.getByRole('textbox', { name: /^Value, Nov/ });
    await user.clear(november);
    await user.type(november, '9.4');
    expect(points()?.[1]?.value).toBeCloseTo(0.094, 12);
    await user.click(screen.getByRole('button', { name: /Remove the value of Oct/ }));
    expect(points()).toHaveLength(1);
  });
});

describe('new numbers by hand', () => {
  test('the catalogue offers what suits the place, and a metric starts there', async () => {
    const user = userEvent.setup();
    render(<AddMetric element={stage.id('Shop')} />);
    await user.type(screen.getByRole('searchbox'), 'bounce');
    await user.click(screen.getByRole('button', { name: /Bounce rate/ }));
    const added = Object.values(stage.map().metrics).find(({ catalogue }) => catalogue === 'bounce-rate');
    expect(added).toMatchObject({ title: 'Bounce rate', unit: 'percent', direction: 'lower', aggregation: 'ratio' });
    expect(editor.getState()).toMatchObject({ view: 'metrics', dialog: null });
    const row = stage.map().measurements[editor.getState().metricsView.row ?? ''];
    expect(row).toMatchObject({ metric: added?.id, element: stage.id('Shop') });
  });

  test('the calculator works a rate out, names what can’t be, and keeps the parts', async () => {
    const user = userEvent.setup();
    render(<Calculator measurement={churn} />);
    await user.type(screen.getByRole('textbox', { name: 'Customers lost' }), '60');
    await user.type(screen.getByRole('textbox', { name: 'Customers at the start' }), '50');
    expect(screen.getByRole('alert').textContent).toContain('Customers at the start');
    await user.type(screen.getByRole('textbox', { name: 'Customers at the start' }), '0');
    const period = screen.getByRole('textbox', { name: 'Period' });
    await user.clear(period);
    await user.type(period, '2026-10');
    expect(screen.getByRole('status').textContent).toBe('12.0%');
    await user.click(screen.getByRole('button', { name: 'Put it in' }));
    expect(stage.map().measurements[churn]?.points[0]).toEqual({
      period: '2026-10',
      value: 0.12,
      numerator: 60,
      denominator: 500,
      n: 500,
    });
  });
});
