import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { createMeasurement, createMetric } from '../../../shared/document/create';
import { change } from '../../store/history';
import { openTestMap } from '../common/testing';
import { Metrics } from './Metrics';

it('shows the latest value, its change and its course, and takes a target', async () => {
  const stage = openTestMap([['touchpoint', 'Web']]);
  const id = stage.id('Web');
  change('numbers', (draft) => {
    draft.metrics.m = createMetric({
      id: 'm',
      title: 'Conversion',
      unit: 'percent',
      currency: '',
      decimals: 1,
      direction: 'higher',
      target: null,
      source: null,
      order: 'a0',
    });
    draft.measurements.v = createMeasurement({
      id: 'v',
      metric: 'm',
      element: id,
      target: null,
      points: [
        { period: '2026-W46', value: 0.025 },
        { period: '2026-W47', value: 0.021 },
      ],
    });
  });
  render(<Metrics id={id} />);
  expect(screen.getByText('2.1%')).toBeTruthy();
  expect(screen.getByText('▼ 0.4 pts')).toBeTruthy();
  expect(screen.getByRole('img').getAttribute('aria-label')).toBe(
    'Conversion from Week of 9 Nov to Week of 16 Nov: 2.5% to 2.1%',
  );
  const target = screen.getByLabelText<HTMLInputElement>('Target of Conversion');
  const user = userEvent.setup();
  await user.type(target, '3');
  expect(stage.map().measurements.v?.target).toBe(0.03);
  await user.tab();
  expect(target.value).toBe('3.0%');
  expect(stage.steps()).toBe(2);
});
