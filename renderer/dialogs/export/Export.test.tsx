import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { ExportedFile } from '../../../shared/api/calls';
import { FaultError } from '../../../shared/api/faults';
import { mapFromModel } from '../../../shared/document/templates';
import { editor } from '../../store/editor';
import { Dialogs } from '../Dialogs';
import { startWindow } from '../test-host';

const made: ExportedFile = {
  bytes: new Uint8Array([1, 2, 3]),
  type: 'image/png',
  name: 'Onboarding.png',
  pages: 1,
  missing: [],
  substituted: ['日', '本'],
};

describe('exporting', () => {
  it('makes what the options say, writes it where the user wants, and tells substituted characters', async () => {
    const asked = startWindow(
      mapFromModel('three-phases', 'en', 'Onboarding'),
      { 'export.make': () => made, 'dialogs.save': () => ({ path: '/out/Onboarding.png' }), 'files.write': () => null },
      { nativeDialogs: true },
    );
    render(<Dialogs />);
    editor.setState({ dialog: { name: 'export', selection: null } });
    await userEvent.click(await screen.findByRole('radio', { name: 'PNG' }));
    await userEvent.selectOptions(screen.getByLabelText('Resolution'), '3×');
    await userEvent.click(screen.getByRole('switch', { name: 'Background' }));
    await userEvent.click(screen.getByRole('button', { name: 'Export…' }));
    await waitFor(() => expect(asked).toHaveLength(3));
    expect(asked[0]).toMatchObject({
      argument: { request: { format: 'png', scale: 3, background: false, tilesAcross: null, selection: null } },
    });
    expect(asked[1]).toMatchObject({ argument: { purpose: 'png', suggestedName: 'Onboarding.png' } });
    expect(asked[2]).toMatchObject({ argument: { path: '/out/Onboarding.png', bytes: made.bytes } });
    expect(await screen.findByText('Exported to “Onboarding.png”')).toBeTruthy();
    expect(screen.getByText(/another font.*日 本/)).toBeTruthy();
    expect(editor.getState().dialog).toBeNull();
  });

  it('previews the very texts of the map, and says what the machine refuses without closing', async () => {
    startWindow(mapFromModel('three-phases', 'en', 'Onboarding'), {
      'export.make': () => {
        throw new FaultError({ code: 'page-too-large' });
      },
    });
    render(<Dialogs />);
    editor.setState({ dialog: { name: 'export', selection: null } });
    const preview = await screen.findByRole('figure', { name: 'Preview' });
    expect(preview.textContent).toContain('Onboarding');
    expect(preview.textContent).toContain('Loyalty');
    await userEvent.click(screen.getByRole('button', { name: 'Download' }));
    expect((await screen.findByRole('alert')).textContent).toContain('too large for a PDF');
    expect(editor.getState().dialog?.name).toBe('export');
  });
});
