import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { editor } from '../../store/editor';
import { openTestMap } from '../common/testing';
import { FilterBar } from './FilterBar';

it('filters by what the map holds, counts what stays, and clears', async () => {
  openTestMap([
    ['touchpoint', 'Web', { department: 'Sales', tags: ['price'] }],
    ['pain-point', 'Slow'],
  ]);
  editor.setState({ filterOpen: true });
  render(<FilterBar />);
  const user = userEvent.setup();
  expect(screen.queryByRole('button', { name: 'Actions' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Pain points' }));
  expect(editor.getState().filter.kinds).toEqual(['pain-point']);
  expect(screen.getByRole('status').textContent).toBe('1 of 2 cards');
  await user.click(screen.getByRole('button', { name: 'Sales' }));
  expect(screen.getByRole('status').textContent).toBe('0 of 2 cards');
  await user.click(screen.getByRole('button', { name: 'Clear all' }));
  expect(editor.getState().filter).toEqual({ personas: [], kinds: [], departments: [], tags: [] });
  await user.click(screen.getByRole('button', { name: 'Close the filter' }));
  expect(editor.getState().filterOpen).toBe(false);
});
