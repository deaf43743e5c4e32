import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { editor } from '../../store/editor';
import { change, undo } from '../../store/history';
import { openTestMap } from '../common/testing';
import { TopBar } from './TopBar';

it('renames the map in one step, unless Escape gives it up', async () => {
  const stage = openTestMap([]);
  render(<TopBar />);
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Test map' }));
  await user.clear(screen.getByRole('textbox', { name: 'Title of the map' }));
  await user.keyboard('Pet food{Enter}');
  expect(stage.map().title).toBe('Pet food');
  expect(stage.steps()).toBe(1);
  await user.click(screen.getByRole('button', { name: 'Pet food' }));
  await user.keyboard('nonsense{Escape}');
  expect(stage.map().title).toBe('Pet food');
  expect(stage.steps()).toBe(1);
});

it('switches between as-is and to-be in one step', async () => {
  const stage = openTestMap([]);
  render(<TopBar />);
  await userEvent.setup().click(screen.getByRole('button', { name: 'As-is' }));
  expect(stage.map().perspective).toBe('to-be');
  undo();
  expect(stage.map().perspective).toBe('as-is');
});

it('tells version and state of the file', async () => {
  openTestMap([]);
  render(<TopBar />);
  expect(screen.getByText('Not saved yet')).toBeTruthy();
  const { map } = editor.getState();
  editor.setState({
    map: { ...map, revision: 12 },
    file: { path: '/maps/a.journey.json', name: 'a', hash: '0', writable: true },
  });
  expect((await screen.findByText('Version 12 · saved')).title).toBe('/maps/a.journey.json');
  change('x', (draft) => {
    draft.title = 'y';
  });
  expect(await screen.findByText('Version 12 · unsaved changes')).toBeTruthy();
});

it('holds every menu, with what cannot be used now turned off', async () => {
  const stage = openTestMap([['note', 'A']]);
  editor.setState({ selection: [stage.id('A')] });
  render(<TopBar />);
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Periplo, Main menu' }));
  const menus = await screen.findAllByRole('menuitem');
  expect(menus.map((item) => item.textContent)).toEqual(['File', 'Edit', 'Add', 'Arrange', 'View', 'Help']);
  await user.keyboard('{ArrowDown}{ArrowDown}{ArrowRight}');
  const undoItem = await screen.findByRole('menuitem', { name: /^Undo/ });
  expect(undoItem.getAttribute('aria-disabled')).toBe('true');
  await user.click(screen.getByRole('menuitem', { name: /^Duplicate/ }));
  expect(Object.values(stage.map().elements).filter((element) => element.title === 'A')).toHaveLength(2);
});
