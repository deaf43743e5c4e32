import { act, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMeasurement, createMetric } from '../../../shared/document/create';
import { overlaySettings } from '../../../shared/metrics/overlay-settings';
import { editor } from '../../store/editor';
import { currentPicture } from '../../store/picture';
import { openTestMap } from '../common/testing';
import { OverlayLegend } from './OverlayLegend';

const PERIODS = ['2026-W44', '2026-W45', '2026-W46', '2026-W47'];

beforeEach(() => {
  const stage = openTestMap([
    ['touchpoint', 'Web'],
    ['touchpoint', 'Shop'],
  ]);
  const measured = (id: string, title: string, values: number[]) =>
    createMeasurement({
      id,
      metric: 'm',
      element: stage.id(title),
      points: values.map((value, index) => ({ period: PERIODS[index] ?? '', value })),
    });
  editor.setState({
    map: {
      ...stage.map(),
      metrics: { m: createMetric({ id: 'm', title: 'Opens', target: 3, order: 'a0' }) },
      measurements: { a: measured('a', 'Web', [1, 2, 3, 4]), b: measured('b', 'Shop', [5, 5, 5, 5]) },
    },
    overlay: overlaySettings({ metrics: ['m'] }),
  });
});
afterEach(() => vi.useRealTimers());

const slider = () => screen.getByRole('slider', { name: 'Period' });
const shown = () => currentPicture().overlay.period;

describe('the slider through the periods', () => {
  it('says the period, and goes through them by its buttons and by itself', async () => {
    render(<OverlayLegend />);
    expect(slider().getAttribute('aria-valuetext')).toBe('Week of 16 Nov 2026');
    expect((screen.getByRole('button', { name: 'Next period' }) as HTMLButtonElement).disabled).toBe(true);
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Previous period' }));
    expect(shown()).toBe('2026-W46');
    expect(slider().getAttribute('aria-valuetext')).toBe('Week of 9 Nov 2026');
    fireEvent.change(slider(), { target: { value: '0' } });
    expect(shown()).toBe('2026-W44');
    // The latest one is kept as such: newer numbers show at once.
    fireEvent.change(slider(), { target: { value: '3' } });
    expect(editor.getState().overlay.period).toBeNull();
  });

  it('plays from the beginning, a period a second, stops at the end, and pauses by the space bar', () => {
    vi.useFakeTimers();
    render(<OverlayLegend />);
    const wait = (ms: number) => act(() => vi.advanceTimersByTime(ms));
    fireEvent.click(screen.getByRole('button', { name: 'Play the periods' }));
    expect(shown()).toBe('2026-W44');
    wait(1000);
    expect(shown()).toBe('2026-W45');
    fireEvent.keyDown(slider(), { key: ' ' });
    wait(3000);
    expect(shown()).toBe('2026-W45');
    fireEvent.keyDown(slider(), { key: ' ' });
    wait(2000);
    expect(shown()).toBe('2026-W47');
    expect(screen.getByRole('button', { name: 'Play the periods' })).toBeTruthy();
    wait(5000);
    expect(shown()).toBe('2026-W47');
  });

  it('draws only the badges anew that show something else', () => {
    const figures = () => {
      const { figures: all, map } = currentPicture();
      return Object.values(map.elements)
        .filter(({ kind }) => kind === 'touchpoint')
        .map((element) => all.of(element));
    };
    const [web, shop] = figures();
    editor.setState(({ overlay }) => ({ overlay: { ...overlay, tint: 'target' } }));
    expect(figures()).toEqual([web, shop]);
    expect(figures()[0]).toBe(web);
    expect(figures()[1]).toBe(shop);
    editor.setState(({ overlay }) => ({ overlay: { ...overlay, period: '2026-W46' } }));
    expect(figures()[0]).not.toBe(web);
  });
});
