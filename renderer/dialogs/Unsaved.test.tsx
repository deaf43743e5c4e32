import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { FaultError } from '../../shared/api/faults';
import { mapFromModel } from '../../shared/document/templates';
import { settleUnsaved } from '../app/files';
import { editor } from '../store/editor';
import { change, isUnsaved } from '../store/history';
import { Dialogs } from './Dialogs';
import { startWindow } from './test-host';

const file = { path: '/maps/a.journey.json', name: 'a.journey.json', hash: 'a'.repeat(64), writable: true };
const written = { path: file.path, name: file.name, hash: 'b'.repeat(64) };

function editedMap(answers: Parameters<typeof startWindow>[1]) {
  const asked = startWindow(mapFromModel('six-stages', 'en', 'Onboarding'), answers);
  editor.setState({ file });
  change('Title', (draft) => {
    draft.title = 'Onboarding of new customers';
  });
  render(<Dialogs />);
  return asked;
}

describe('unsaved changes', () => {
  it('saves first, and only then goes on', async () => {
    const asked = editedMap({ 'maps.write': () => written, 'recents.list': () => [] });
    const settled = settleUnsaved();
    expect(await screen.findByText(/Onboarding of new customers.*not saved/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await settled).toBe(true);
    expect(asked.find(({ name }) => name === 'maps.write')).toMatchObject({
      argument: { path: file.path, expectedHash: file.hash },
    });
    expect(isUnsaved(editor.getState())).toBe(false);
    expect(editor.getState().dialog).toBeNull();
  });

  it('gives changes up on request, and writes nothing', async () => {
    const asked = editedMap({});
    const settled = settleUnsaved();
    await userEvent.click(await screen.findByRole('button', { name: 'Don’t save' }));
    expect(await settled).toBe(true);
    expect(asked).toEqual([]);
  });

  it('stays with the map on Escape', async () => {
    editedMap({});
    const settled = settleUnsaved();
    await screen.findByRole('dialog');
    await userEvent.keyboard('{Escape}');
    expect(await settled).toBe(false);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('leaves the question open that saving raises, and stays with the map', async () => {
    editedMap({
      'maps.write': () => {
        throw new FaultError({ code: 'changed-outside', path: file.path });
      },
    });
    const settled = settleUnsaved();
    await userEvent.click(await screen.findByRole('button', { name: 'Save' }));
    expect(await settled).toBe(false);
    expect(await screen.findByRole('button', { name: 'Overwrite' })).toBeTruthy();
    expect(isUnsaved(editor.getState())).toBe(true);
  });

  it('overwrites what somebody else wrote only when told to', async () => {
    const asked = editedMap({ 'maps.write': () => written, 'recents.list': () => [] });
    editor.setState({ dialog: { name: 'changedOutside' } });
    await userEvent.click(await screen.findByRole('button', { name: 'Overwrite' }));
    await waitFor(() => expect(isUnsaved(editor.getState())).toBe(false));
    expect(asked.find(({ name }) => name === 'maps.write')).toMatchObject({
      argument: { path: file.path, expectedHash: null },
    });
  });
});
