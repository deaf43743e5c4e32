import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { FaultError } from '../../shared/api/faults';
import { setFields } from '../../shared/commands/cards';
import { readMap } from '../../shared/document/read';
import type { JourneyMap } from '../../shared/document/schema';
import { writeMap } from '../../shared/document/write';
import { smallMap } from '../../test/fixtures/small-map';
import { openPath, openText, save } from '../app/files';
import { mergeChangedOutside } from '../app/merging';
import { editor } from '../store/editor';
import { change, isUnsaved, undo } from '../store/history';
import { Dialogs } from './Dialogs';
import { type Asked, startWindow } from './test-host';

const PATH = '/maps/a.journey.json';
const NAME = 'a.journey.json';
const state = () => editor.getState();
const card = (id: string) => state().map.elements[id];

let onDisk: string;
let asked: Asked[];

beforeEach(() => {
  let version = 1;
  const hash = () => `v${version}`;
  asked = startWindow(
    { ...smallMap(), title: 'Open before' },
    {
      'recents.list': () => [],
      'maps.lock': () => ({ status: 'yours' }),
      'maps.release': () => null,
      'maps.read': () => ({ path: PATH, name: NAME, text: onDisk, hash: hash(), writable: true }),
      'maps.write': ({ text, expectedHash }) => {
        if (expectedHash !== hash()) throw new FaultError({ code: 'changed-outside', path: PATH });
        onDisk = text;
        version++;
        return { path: PATH, name: NAME, hash: hash() };
      },
    },
  );
  render(<Dialogs />);
});

/** What git leaves: the titles of two cards collide. */
function conflicted({ withBase = true, ours = (_: JourneyMap) => {} } = {}): string {
  const block = (mine: string, base: string, theirs: string) =>
    [`<<<<<<< HEAD`, mine, ...(withBase ? ['||||||| 1a2b3c4', base] : []), '=======', theirs, '>>>>>>> feature'].join(
      '\n',
    );
  const map = smallMap();
  ours(map);
  const line = (title: string) => `      "title": "${title}",`;
  const lines = writeMap(map).split('\n');
  return lines
    .map((one) => {
      if (one === line('Web shop')) return block(line('Our shop'), one, line('Their shop'));
      // Only they have changed it: with the state before at hand there is nothing to ask.
      return one === line('Pays') ? block(one, one, line('Pays by card')) : one;
    })
    .join('\n');
}

const titleOnDisk = () => {
  const read = readMap(onDisk);
  return read.status === 'ok' ? read.map.elements.shop?.title : read.status;
};
const button = (name: string | RegExp) => screen.findByRole('button', { name });
const side = (subject: string, name: string) =>
  within(screen.getByRole('radiogroup', { name: subject })).getByRole('radio', { name });

describe('a file that git could not merge', () => {
  it('is named for what it is; closed, nothing has changed and the file is let go', async () => {
    const user = userEvent.setup();
    onDisk = conflicted();
    expect(await act(() => openPath(PATH))).toBe(false);
    expect((await screen.findByRole('dialog')).textContent).toContain(`Git could not merge “${NAME}”`);
    const [ours, theirs] = screen.getAllByRole('listitem').map((item) => item.textContent);
    expect([ours, theirs]).toEqual([
      expect.stringMatching(/HEAD.*“Small shop” · version 0/),
      expect.stringMatching(/feature.*“Small shop” · version 0/),
    ]);
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect([state().map.title, state().dialog, state().toasts]).toEqual(['Open before', null, []]);
    expect(asked.at(-1)).toEqual({ name: 'maps.release', argument: { path: PATH } });
  });

  it('is merged with what both started from: one question, one undo step, and a save settles it', async () => {
    const user = userEvent.setup();
    onDisk = conflicted();
    await act(() => openPath(PATH));
    expect(screen.queryByText(/is not written down/)).toBeNull();
    await user.click(await button('Merge both sides'));
    await screen.findByText(/In one place, the two sides/);
    await user.click(side('Touchpoint “Our shop”: Title', 'feature'));
    await user.click(await button('Merge'));
    await waitFor(() => expect(card('shop')?.title).toBe('Their shop'));
    expect([card('pays')?.title, state().past.length, isUnsaved(state())]).toEqual(['Pays by card', 1, true]);
    expect(state().toasts.at(-1)?.text).toContain(`git add ${NAME}`);
    act(undo);
    expect([card('shop')?.title, card('pays')?.title, isUnsaved(state())]).toEqual(['Our shop', 'Pays', true]);
    expect(await act(() => save())).toBe(true);
    expect(titleOnDisk()).toBe('Our shop');
  });

  it('without it is merged by asking about every difference', async () => {
    const user = userEvent.setup();
    onDisk = conflicted({ withBase: false });
    await act(() => openPath(PATH));
    await screen.findByText(/is not written down/);
    await user.click(await button('Merge both sides'));
    await screen.findByText(/In 2 places, the two sides/);
    await user.click(await button('All of feature'));
    await user.click(await button('Merge'));
    await waitFor(() => expect(card('pays')?.title).toBe('Pays by card'));
    expect(Object.keys(state().map.elements).sort()).toEqual(Object.keys(smallMap().elements).sort());
  });

  it('opens with one of its sides', async () => {
    const user = userEvent.setup();
    onDisk = conflicted();
    await act(() => openPath(PATH));
    await user.click(await button('Open this side: feature'));
    await waitFor(() => expect(card('shop')?.title).toBe('Their shop'));
    expect(state()).toMatchObject({ file: { path: PATH, hash: 'v1' }, readOnly: false });
    expect(isUnsaved(state())).toBe(true);
    expect(await act(() => save())).toBe(true);
    expect(titleOnDisk()).toBe('Their shop');
  });

  it('that was settled meanwhile is opened as it is', async () => {
    const user = userEvent.setup();
    onDisk = conflicted();
    await act(() => openPath(PATH));
    onDisk = writeMap({ ...smallMap(), title: 'Settled' });
    await user.click(await button('Merge both sides'));
    await waitFor(() => expect(state().map.title).toBe('Settled'));
    expect(isUnsaved(state())).toBe(false);
  });

  it('of which a side is no map offers the other one; without any, git’s own way is told', async () => {
    onDisk = conflicted().replace('      "title": "Our shop",', '      "title" "Our shop",');
    await act(() => openPath(PATH));
    await screen.findByText('Can’t be read as a map.');
    expect((await button('Merge both sides')).hasAttribute('disabled')).toBe(true);
    expect((await button('Open this side: feature')).hasAttribute('disabled')).toBe(false);
    act(() => editor.setState({ dialog: null }));
    onDisk = onDisk.replace('"Their shop",', '"Their shop"');
    await act(() => openPath(PATH));
    expect([state().dialog, state().toasts.at(-1)?.text]).toEqual([
      null,
      expect.stringContaining('git checkout --ours'),
    ]);
  });

  it('dropped on the window opens without a file', async () => {
    const user = userEvent.setup();
    await act(() => openText(conflicted(), NAME));
    await user.click(await button('Open this side: HEAD'));
    await waitFor(() => expect(card('shop')?.title).toBe('Our shop'));
    expect([state().file, isUnsaved(state())]).toEqual([null, true]);
  });

  it('while the map has changes of its own is no part of a merge with them', async () => {
    onDisk = writeMap(smallMap());
    await act(() => openPath(PATH));
    act(() => void change('edit', (draft) => setFields(draft, ['shop'], { title: 'Mine' })));
    onDisk = conflicted();
    expect(await act(() => mergeChangedOutside())).toBe(false);
    expect(state().toasts.at(-1)?.text).toContain('Save your map under another name');
    expect(card('shop')?.title).toBe('Mine');
  });
});
