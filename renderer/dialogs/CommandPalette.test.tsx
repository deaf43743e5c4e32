import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { mapFromModel } from '../../shared/document/templates';
import { setPreferences } from '../app/preferences';
import { editor } from '../store/editor';
import { Dialogs } from './Dialogs';
import { startWindow } from './test-host';

async function open() {
  editor.setState({ dialog: { name: 'commandPalette' } });
  return screen.findByRole('combobox');
}

describe('the command palette', () => {
  beforeEach(() => {
    startWindow(mapFromModel('six-stages', 'en'), { 'preferences.write': () => null });
    render(<Dialogs />);
  });

  it('finds a command by a part of its name and runs it', async () => {
    await userEvent.type(await open(), 'properties{Enter}');
    await waitFor(() => expect(editor.getState().dialog).toEqual({ name: 'mapProperties' }));
    await userEvent.keyboard('{Escape}');
    await open();
    expect(screen.getByText('Used last')).toBeTruthy();
    expect(screen.getAllByRole('option')[0]?.textContent).toContain('Map properties…');
  });

  it('offers only what can be used now', async () => {
    await open();
    expect(screen.queryByRole('option', { name: /Align left/ })).toBeNull();
    expect(screen.queryByRole('option', { name: /^Undo/ })).toBeNull();
    expect(screen.getByRole('option', { name: /New map/ }).textContent).toContain('Alt+N');
  });

  it('jumps to a card by its title, without case and accents', async () => {
    await userEvent.type(await open(), 'ONBOARDÍNG{Enter}');
    await waitFor(() => expect(editor.getState().dialog).toBeNull());
    const [selected = ''] = editor.getState().selection;
    expect(editor.getState().map.elements[selected]?.title).toBe('Onboarding');
  });

  it('speaks Spanish, and still understands English', async () => {
    setPreferences(() => ({ language: 'es' }));
    await userEvent.type(await open(), 'preferences');
    expect((await screen.findAllByRole('option'))[0]?.textContent).toContain('Preferencias…');
  });
});
