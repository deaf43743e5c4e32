import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Folder, FolderEntry } from '../../../shared/api/calls';
import { FaultError } from '../../../shared/api/faults';
import { emptyMap } from '../../../shared/document/create';
import { chooseFile, chooseTarget } from '../../app/file-dialogs';
import { Dialogs } from '../Dialogs';
import { startWindow } from '../test-host';
import { crumbsOf, nameProblem, withoutExtension } from './file-names';

const entry = (folder: string, name: string, type: FolderEntry['type']): FolderEntry => ({
  name,
  path: `${folder}/${name}`,
  type,
  size: 2048,
  modifiedAt: '2026-11-20T10:00:00Z',
});
const granted = [{ path: '/maps', name: 'maps' }];
const folders: Record<string, Folder> = {
  '/maps': {
    path: '/maps',
    name: 'maps',
    parent: null,
    granted,
    entries: [
      entry('/maps', 'clients', 'folder'),
      entry('/maps', 'funnel.csv', 'data'),
      entry('/maps', 'pets.journey.json', 'map'),
    ],
  },
  '/maps/clients': {
    path: '/maps/clients',
    name: 'clients',
    parent: '/maps',
    granted,
    entries: [
      entry('/maps/clients', 'clinic.journey.json', 'map'),
      entry('/maps/clients', 'cleaning.journey.json', 'map'),
    ],
  },
};

function start() {
  const asked = startWindow(emptyMap(), {
    'folders.list': ({ path }) => {
      const folder = folders[path ?? '/maps'];
      if (!folder) throw new FaultError({ code: 'not-found', path: path ?? '' });
      return folder;
    },
    'folders.create': ({ parent, name }) => ({ path: `${parent}/${name}`, name, parent, granted, entries: [] }),
  });
  render(<Dialogs />);
  return asked;
}

/** Dialogs of one session begin where the last one ended. */
async function toTheTop() {
  const up = await screen.findByRole<HTMLButtonElement>('button', { name: 'To the folder above' });
  while (!up.disabled) await userEvent.click(up);
  await screen.findByRole('option', { name: /pets/ });
}

describe('opening a file', () => {
  it('walks through folders with the keyboard alone, and takes only what fits', async () => {
    start();
    const chosen = chooseFile('map');
    await toTheTop();
    expect(screen.getByRole('option', { name: /funnel/ }).getAttribute('aria-disabled')).toBe('true');
    screen.getByRole('listbox').focus();
    await userEvent.keyboard('{Home}{Enter}');
    await screen.findByRole('option', { name: /clinic/ });
    // The csv above is passed over, and letters go to the name that begins with them.
    screen.getByRole('listbox').focus();
    await userEvent.keyboard('cli');
    await waitFor(() => expect(screen.getByRole('option', { selected: true }).textContent).toContain('clinic'));
    await userEvent.keyboard('{Enter}');
    expect(await chosen).toEqual({ path: '/maps/clients/clinic.journey.json' });
  });

  it('skips what can not be chosen, goes up with Backspace, and gives null on Escape', async () => {
    start();
    const chosen = chooseFile('map');
    await toTheTop();
    const list = screen.getByRole('listbox');
    list.focus();
    await userEvent.keyboard('{Home}{ArrowDown}');
    expect(screen.getByRole('option', { selected: true }).textContent).toContain('pets');
    await userEvent.keyboard('{Home}{Enter}');
    await screen.findByRole('option', { name: /clinic/ });
    await userEvent.keyboard('{Backspace}');
    await screen.findByRole('option', { name: /pets/ });
    await userEvent.keyboard('{Escape}');
    expect(await chosen).toBeNull();
  });

  it('takes a file of the computer with its bytes', async () => {
    start();
    const chosen = chooseFile('data');
    const input = await screen.findByLabelText<HTMLInputElement>('Upload from this computer…', { selector: 'input' });
    await userEvent.upload(input, new File(['a;b'], 'numbers.csv', { type: 'text/csv' }));
    expect(await chosen).toEqual({ name: 'numbers.csv', bytes: new TextEncoder().encode('a;b') });
  });
});

describe('saving a file', () => {
  it('appends the extension and asks before it replaces', async () => {
    start();
    const target = chooseTarget('map', 'journey.journey.json', '.journey.json');
    await toTheTop();
    const name = screen.getByLabelText<HTMLInputElement>('Name');
    expect(name.value).toBe('journey');
    await userEvent.clear(name);
    await userEvent.type(name, 'PETS{Enter}');
    expect(await screen.findByText('“pets.journey.json” already exists. Replace it?')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Replace' }));
    expect(await target).toBe('/maps/pets.journey.json');
  });

  it('explains a name that can not be, and saves in a new folder', async () => {
    const asked = start();
    const target = chooseTarget('pdf', 'map.pdf', '.pdf');
    await toTheTop();
    const name = screen.getByLabelText('Name');
    await userEvent.clear(name);
    await userEvent.type(name, 'a/b');
    expect(screen.getByText(/can’t hold any of/)).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Save' }).disabled).toBe(true);
    await userEvent.clear(name);
    await userEvent.type(name, 'b');
    await userEvent.click(screen.getByRole('button', { name: 'New folder' }));
    await userEvent.keyboard('2026{Enter}');
    await waitFor(() =>
      expect(asked.at(-1)).toEqual({ name: 'folders.create', argument: { parent: '/maps', name: '2026' } }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await target).toBe('/maps/2026/b.pdf');
  });
});

describe('names', () => {
  it('are judged as the machine judges them', () => {
    const problems = ['', 'a:b', 'end.', '.hidden', 'CON.txt', 'é'.repeat(130), 'fine – ñ 日本.pdf'].map(nameProblem);
    expect(problems).toEqual(['empty', 'characters', 'end', 'end', 'reserved', 'long', null]);
  });

  it('lose an extension only where they have it', () => {
    expect(withoutExtension('a.Journey.JSON', '.journey.json')).toBe('a');
    expect(withoutExtension('a.json', '.journey.json')).toBe('a.json');
  });

  it('of the way down from a granted folder never reach above it', () => {
    const folder = {
      ...folders['/maps']!,
      path: 'C:\\Users\\Ana\\Maps\\2026',
      granted: [{ path: 'C:\\Users\\Ana\\Maps', name: 'Maps' }],
    };
    expect(crumbsOf(folder)).toEqual([
      { path: 'C:\\Users\\Ana\\Maps', name: 'Maps' },
      { path: 'C:\\Users\\Ana\\Maps\\2026', name: '2026' },
    ]);
  });
});
