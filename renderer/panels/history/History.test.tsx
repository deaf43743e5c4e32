import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Calls, Version, VersionList } from '../../../shared/api/calls';
import { FaultError } from '../../../shared/api/faults';
import { readMap } from '../../../shared/document/read';
import { mapFromModel } from '../../../shared/document/templates';
import { writeMap } from '../../../shared/document/write';
import { save } from '../../app/files';
import { runCommand } from '../../app/run';
import { changesSinceVersion } from '../../app/versions-keep';
import { Dialogs } from '../../dialogs/Dialogs';
import { startWindow } from '../../dialogs/test-host';
import { editor } from '../../store/editor';
import { change, isUnsaved, redo, undo } from '../../store/history';
import { History } from './History';
import { PreviewBanner } from './PreviewBanner';

const HASH = 'a'.repeat(64);
const file = { path: '/maps/a.journey.json', name: 'a.journey.json', hash: HASH, writable: true };
const OLD = mapFromModel('three-phases', 'en', 'As it was');
const version = (number: number, values: Partial<Version> = {}): Version => ({
  id: `v${number}`,
  number,
  savedAt: new Date(Date.now() - 2 * 3_600_000).toISOString(),
  label: null,
  note: null,
  author: 'Ana',
  changes: 3,
  automatic: true,
  hash: String(number).repeat(64).slice(0, 64),
  path: `/maps/a.journey.versions/v${number}.journey.json`,
  size: 10,
  ...values,
});
const title = (text: string) => {
  const result = readMap(text);
  return result.status === 'ok' ? result.map.title : result.status;
};
const rename = (to: string) =>
  change('Title', (draft) => {
    draft.title = to;
  });

function open(list: Partial<VersionList>, answers: Parameters<typeof startWindow>[1] = {}) {
  const asked = startWindow(mapFromModel('six-stages', 'en', 'As it is'), {
    'versions.list': () => ({ versions: [], damaged: [], ...list }),
    'versions.read': ({ id }) => ({ version: version(Number(id.slice(1))), text: writeMap(OLD) }),
    'versions.add': () => version(9),
    'maps.write': ({ path }) => ({ path, name: 'a.journey.json', hash: 'b'.repeat(64) }),
    'recents.list': () => [],
    'preferences.write': () => null,
    ...answers,
  });
  editor.setState({ file, historyOpen: true });
  render(
    <>
      <PreviewBanner />
      <History />
      <Dialogs />
    </>,
  );
  const added = () =>
    asked
      .filter(({ name }) => name === 'versions.add')
      .map(({ argument }) => argument as Calls['versions.add']['takes']);
  return { asked, added, user: userEvent.setup() };
}

const LIST = [version(2, { automatic: false, label: 'Workshop', note: 'All agreed', author: '' }), version(1)];

describe('the list', () => {
  it('tells who, when, what it is called and how much has changed; damaged ones are named', async () => {
    open({
      versions: LIST,
      damaged: [{ id: 'x', path: '/x', number: 7, savedAt: new Date().toISOString(), reason: 'changed' }],
    });
    expect(
      await screen.findByRole('button', {
        name: /^Workshop.*2 hours ago.*Version 2 · No name · 3 changes.*All agreed/,
      }),
    ).toBeTruthy();
    expect(screen.getByRole('button', { name: /^Version 1.*Ana · 3 changes/ })).toBeTruthy();
    expect(screen.getByRole('note').textContent).toMatch(/1 version is damaged.*Version 7, now: was changed/);
  });

  it('shows the named ones, or the automatic ones', async () => {
    const { user } = open({ versions: LIST });
    await screen.findByText('Workshop');
    await user.click(screen.getByRole('radio', { name: 'Automatic' }));
    expect(screen.queryByText('Workshop')).toBeNull();
    await user.click(screen.getByRole('radio', { name: 'Named' }));
    expect(screen.queryByText('Version 1')).toBeNull();
    expect(screen.getByText('Workshop')).toBeTruthy();
  });
});

describe('a version on the canvas', () => {
  it('can only be looked at, and gives way to the map as it was, with its history', async () => {
    const { user, asked } = open({ versions: LIST });
    rename('Edited');
    await user.click(await screen.findByRole('button', { name: /^Workshop/ }));
    expect(await screen.findByRole('region', { name: 'Looking at Version 2 · Workshop' })).toBeTruthy();
    expect(editor.getState()).toMatchObject({ map: { title: 'As it was' }, readOnly: true });
    rename('nothing');
    undo();
    expect(editor.getState().map.title).toBe('As it was');
    expect(isUnsaved(editor.getState())).toBe(true);
    await user.click(screen.getByRole('button', { name: 'Back to now' }));
    expect(editor.getState()).toMatchObject({ map: { title: 'Edited' }, readOnly: false, preview: null });
    act(undo);
    expect(editor.getState().map.title).toBe('As it is');
    expect(asked.map(({ name }) => name)).not.toContain('maps.write');
  });

  it('is never what a save writes', async () => {
    const { user, asked } = open({ versions: LIST });
    rename('Edited');
    await user.click(await screen.findByRole('button', { name: /^Workshop/ }));
    await screen.findByText('Back to now');
    expect(await act(() => save())).toBe(true);
    const write = asked.find(({ name }) => name === 'maps.write')?.argument as { text: string };
    expect(title(write.text)).toBe('Edited');
  });

  it('is restored in one step, after the map as it was is kept', async () => {
    const { user, added } = open({ versions: LIST });
    rename('Edited');
    const { id, revision } = editor.getState().map;
    await user.click(await screen.findByRole('button', { name: /^Workshop/ }));
    await user.click(await screen.findByRole('button', { name: 'Restore' }));
    await waitFor(() => expect(editor.getState().map.title).toBe('As it was'));
    await waitFor(() => expect(added()).toHaveLength(2));
    expect(added()).toMatchObject([
      { path: file.path, label: 'Before restoring version 2', changes: 1, automatic: true },
      { path: file.path, label: 'Restored from version 2', changes: 1, automatic: true },
    ]);
    expect(title(added()[1]?.text ?? '')).toBe('As it was');
    expect(title(added()[0]?.text ?? '')).toBe('Edited');
    expect(editor.getState().map).toMatchObject({ id, revision, elements: OLD.elements });
    act(undo);
    expect(editor.getState().map.title).toBe('Edited');
    act(redo);
    expect(writeMap({ ...editor.getState().map, id: OLD.id, revision: OLD.revision, revisedOn: OLD.revisedOn })).toBe(
      writeMap(OLD),
    );
  });

  it('is not restored where the map as it was can’t be kept', async () => {
    const { user } = open(
      { versions: LIST },
      {
        'versions.add': () => {
          throw new FaultError({ code: 'disk-full' });
        },
      },
    );
    rename('Edited');
    await user.click(await screen.findByRole('button', { name: /^Workshop/ }));
    await user.click(await screen.findByRole('button', { name: 'Restore' }));
    await screen.findByText(/no version of it was kept/);
    expect(editor.getState().map.title).toBe('Edited');
  });

  it('opens as a map of its own, which nothing has saved yet', async () => {
    const { user } = open({ versions: LIST });
    await user.click(await screen.findByRole('button', { name: /^Workshop/ }));
    await user.click(await screen.findByRole('button', { name: 'Open as copy' }));
    await waitFor(() => expect(editor.getState()).toMatchObject({ map: { title: 'As it was' }, file: null }));
    expect(editor.getState().map.id).not.toBe(OLD.id);
    expect(isUnsaved(editor.getState())).toBe(true);
  });
});

describe('saving', () => {
  it('keeps a version with the steps since the last one', async () => {
    const { added } = open({});
    rename('one');
    rename('two');
    await act(() => save());
    rename('three');
    await act(() => save());
    expect(added().map(({ changes, automatic }) => [changes, automatic])).toEqual([
      [2, true],
      [1, true],
    ]);
  });

  it('as a version asks for name and note, and once for who saves', async () => {
    const { user, added } = open({});
    act(() => void runCommand('saveVersion'));
    await user.type(await screen.findByRole('textbox', { name: 'Name' }), ' Workshop ');
    await user.type(screen.getByRole('textbox', { name: 'Note' }), 'All agreed');
    await user.type(screen.getByRole('textbox', { name: 'Your name' }), 'Ana');
    await user.click(screen.getByRole('dialog').querySelector('[type="submit"]') as Element);
    await waitFor(() => expect(added()).toHaveLength(1));
    expect(added()[0]).toMatchObject({ label: 'Workshop', note: 'All agreed', author: 'Ana', automatic: false });
    act(() => void runCommand('saveVersion'));
    await screen.findByRole('textbox', { name: 'Name' });
    expect(screen.queryByRole('textbox', { name: 'Your name' })).toBeNull();
  });

  it('counts steps back as well', () => {
    open({});
    rename('one');
    rename('two');
    const step = editor.getState().past[1]?.id ?? null;
    editor.setState({ keptStep: step });
    undo();
    undo();
    expect(changesSinceVersion(editor.getState())).toBe(2);
    redo();
    expect(changesSinceVersion(editor.getState())).toBe(1);
  });

  it('counts on where the version before could not be kept, and from the one that was kept in its place', async () => {
    let works = false;
    let kept: Version | null = null;
    const { added } = open(
      {},
      {
        'versions.keepFile': () => kept,
        'versions.add': () => {
          if (works) return version(9);
          throw new FaultError({ code: 'disk-full' });
        },
      },
    );
    const saveAgain = async (title: string) => {
      rename(title);
      await act(() => save());
      return added().at(-1)?.changes;
    };
    expect([await saveAgain('one'), await saveAgain('two')]).toEqual([1, 2]);
    works = true;
    expect([await saveAgain('three'), await saveAgain('four')]).toEqual([3, 1]);
    works = false;
    expect(await saveAgain('five')).toBe(1);
    // What the file holds by then is kept before it is written over.
    [works, kept] = [true, version(8)];
    expect(await saveAgain('six')).toBe(1);
  });

  it('keeps what the file held before anything is written to it; where that fails, the save goes on and says so', async () => {
    const { asked, user } = open({ versions: LIST });
    rename('one');
    await act(() => save());
    const names = asked.map(({ name }) => name).filter((name) => /keepFile|write|add/.test(name));
    expect(names).toEqual(['versions.keepFile', 'maps.write', 'versions.add']);
    expect(editor.getState().toasts.at(-1)?.text).toContain('what the file held before could not be kept');
    expect(isUnsaved(editor.getState())).toBe(false);
    // What was restored is a version already: there is nothing between it and the map.
    rename('two');
    await user.click(await screen.findByRole('button', { name: /^Workshop/ }));
    await user.click(await screen.findByRole('button', { name: 'Restore' }));
    await waitFor(() => expect(editor.getState().map.title).toBe('As it was'));
    await waitFor(() => expect(changesSinceVersion(editor.getState())).toBe(0));
    act(undo);
    expect(changesSinceVersion(editor.getState())).toBe(1);
  });

  it('leaves every step to be taken back, and what was taken back to be done again', async () => {
    open({});
    rename('one');
    rename('two');
    await act(() => save());
    act(undo);
    expect([editor.getState().map.title, isUnsaved(editor.getState())]).toEqual(['one', true]);
    await act(() => save());
    act(undo);
    expect(editor.getState().map.title).toBe('As it is');
    act(redo);
    act(redo);
    expect([editor.getState().map.title, isUnsaved(editor.getState())]).toEqual(['two', true]);
  });

  it('puts the name from the preferences on a version', async () => {
    const { user, added } = open({});
    act(() => void runCommand('preferences'));
    await user.type(await screen.findByRole('textbox', { name: 'Your name' }), 'Ana Martín');
    await user.keyboard('{Escape}');
    rename('one');
    await act(() => save());
    expect(added()[0]?.author).toBe('Ana Martín');
  });
});
