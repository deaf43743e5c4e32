import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { editor } from '../../store/editor';
import { openTestMap } from '../common/testing';
import { FindBox } from './FindBox';

it('goes from match to match and round again, and closes', async () => {
  const stage = openTestMap([
    ['touchpoint', 'Página de producto'],
    ['touchpoint', 'Pagina de inicio'],
    ['note', 'Other'],
  ]);
  editor.setState({ findOpen: true });
  render(<FindBox />);
  const user = userEvent.setup();
  await user.type(screen.getByRole('combobox', { name: 'Find a card' }), 'pagina');
  expect(screen.getByRole('status').textContent).toBe('2 matches');
  const found: string[] = [];
  for (const key of ['{Enter}', '{ArrowDown}', '{Enter}', '{ArrowUp}', '{Shift>}{Enter}{/Shift}']) {
    await user.keyboard(key);
    found.push(editor.getState().selection[0] ?? '');
  }
  const [first, second] = found;
  expect(found).toEqual([first, second, first, second, first]);
  expect(new Set([first, second])).toEqual(new Set([stage.id('Página de producto'), stage.id('Pagina de inicio')]));
  expect(stage.shown).toHaveLength(5);
  expect(screen.getByRole('status').textContent).toBe('1 of 2');
  expect(screen.getAllByRole('option').map((option) => option.getAttribute('aria-selected'))).toEqual([
    'true',
    'false',
  ]);
  await user.click(screen.getAllByRole('option')[1]!);
  expect(editor.getState().selection).toEqual([second]);
  await user.keyboard('{Escape}');
  expect(editor.getState().findOpen).toBe(false);
});
