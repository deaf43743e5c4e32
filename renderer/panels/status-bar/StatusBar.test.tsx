import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { editor } from '../../store/editor';
import { change } from '../../store/history';
import { currentPicture } from '../../store/picture';
import { openTestMap } from '../common/testing';
import { MapStatus } from './MapStatus';
import { StatusBar } from './StatusBar';

it('lists what is unfinished, and each hint leads to its card', async () => {
  const stage = openTestMap([
    ['persona', 'Lucía'],
    ['pain-point', 'Shipping cost', { severity: 5 }],
  ]);
  render(<StatusBar Status={MapStatus} />);
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: /hints: “Shipping cost” has no answer yet/ }));
  const list = await screen.findByRole('dialog', { name: 'Unfinished in this map' });
  await user.click(within(list).getByRole('button', { name: /Shipping cost/ }));
  const id = stage.id('Shipping cost');
  expect(editor.getState().selection).toEqual([id]);
  const { x, y, width, height } = currentPicture().layout.cards.get(id)!;
  expect(stage.shown).toMatchObject([{ x, y, width, height }]);
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('says whether all is saved, and how large the map is shown', async () => {
  const stage = openTestMap([['note', 'A']]);
  editor.setState({
    file: { path: '/maps/a.journey.json', name: 'a.journey.json', hash: '0', writable: true },
    zoom: 0.5,
  });
  render(<StatusBar Status={MapStatus} />);
  expect(screen.getByText('All changes saved')).toBeTruthy();
  expect(screen.getByRole('button', { name: '50%' })).toBeTruthy();
  change('x', (draft) => {
    draft.elements[stage.id('A')]!.title = 'B';
  });
  expect(await screen.findByText('Unsaved changes')).toBeTruthy();
});
