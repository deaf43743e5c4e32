import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { listenToKeys } from '../../app/keyboard';
import { runCommand } from '../../app/run';
import { editor } from '../../store/editor';
import { showMap } from '../../store/history';
import { VIEWS } from '../../views/registry';
import { showOnMap } from '../common/show-element';
import { openTestMap } from '../common/testing';
import { ViewTabs } from './ViewTabs';

const view = () => editor.getState().view;

it('shows the chosen view, by click, by arrow and by key', async () => {
  openTestMap([]);
  const stop = listenToKeys();
  render(<ViewTabs />);
  const user = userEvent.setup();
  expect(screen.getAllByRole('radio')).toHaveLength(VIEWS.length);
  expect(screen.getByRole('radio', { name: 'Map' }).getAttribute('aria-checked')).toBe('true');
  await user.click(screen.getByRole('radio', { name: 'Compare' }));
  expect(view()).toBe('compare');
  await user.keyboard('{Alt>}1{/Alt}');
  expect(view()).toBe('map');
  await user.keyboard('{Alt>}5{/Alt}');
  expect(view()).toBe('compare');
  // The chosen one stays chosen.
  await user.click(screen.getByRole('radio', { name: 'Compare' }));
  expect(view()).toBe('compare');
  stop();
});

it('leads back to the map for what is done there, and keeps letters from it', async () => {
  const stage = openTestMap([['note', 'A']]);
  const stop = listenToKeys();
  const user = userEvent.setup();
  editor.setState({ view: 'compare', selection: [stage.id('A')] });
  await user.keyboard('t{Delete}{ArrowDown}l2');
  expect([view(), stage.steps()]).toEqual(['compare', 0]);
  expect(runCommand('deleteSelection')).toBe(false);
  runCommand('add:touchpoint');
  expect([view(), stage.steps()]).toEqual(['map', 1]);
  editor.setState({ view: 'compare' });
  showOnMap(stage.id('A'));
  expect([view(), editor.getState().selection]).toEqual(['map', [stage.id('A')]]);
  stop();
});

it('another map begins with the map, the same one anew stays where it was', () => {
  const stage = openTestMap([]);
  editor.setState({ view: 'compare' });
  showMap({ ...stage.map(), title: 'Written by somebody else' });
  expect(view()).toBe('compare');
  showMap({ ...stage.map(), id: 'other' });
  expect(view()).toBe('map');
});
