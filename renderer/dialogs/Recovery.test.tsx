import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import type { Draft, DraftList } from '../../shared/api/calls';
import { mapFromModel } from '../../shared/document/templates';
import { writeMap } from '../../shared/document/write';
import { giveUpDraft } from '../app/drafts';
import { openDraft } from '../app/recovery';
import { editor } from '../store/editor';
import { isUnsaved } from '../store/history';
import { Dialogs } from './Dialogs';
import { startWindow } from './test-host';

/** As a draft holds it: with the revision that a save would have given it. */
const MINE = { ...mapFromModel('six-stages', 'en', 'Mine'), revision: 7 };
const draft = (values: Partial<Draft>): Draft => ({
  id: 'mine',
  path: '/maps/a.journey.json',
  name: 'a.journey.json',
  mapId: MINE.id,
  title: 'Mine',
  savedAt: new Date(Date.now() - 5 * 60_000).toISOString(),
  baseHash: 'a'.repeat(64),
  file: 'unchanged',
  ...values,
});

function offer(lost: Partial<DraftList>, answers: Parameters<typeof startWindow>[1] = {}) {
  const asked = startWindow(mapFromModel('three-phases', 'en', 'Empty'), {
    'drafts.read': ({ id }) => ({
      draft: lost.drafts?.find((one) => one.id === id) ?? draft({}),
      text: writeMap(MINE),
    }),
    'drafts.write': () => ({ id: 'own', savedAt: '' }),
    'drafts.remove': () => null,
    'maps.lock': () => ({ status: 'yours' }),
    'maps.read': ({ path }) => ({
      path,
      name: 'a.journey.json',
      text: writeMap({ ...MINE, title: 'Saved' }),
      hash: 'c'.repeat(64),
      writable: true,
    }),
    'recents.list': () => [],
    ...answers,
  });
  editor.setState({ dialog: { name: 'recovery', lost: { drafts: [], damaged: [], ...lost }, next: null } });
  render(<Dialogs />);
  return { asked, user: userEvent.setup() };
}

afterEach(giveUpDraft);

describe('what was lost', () => {
  it('is listed with title, file, time and what became of the file; damaged drafts are named', async () => {
    offer({
      drafts: [
        draft({}),
        draft({ id: 'b', title: 'Theirs, too', file: 'changed' }),
        draft({ id: 'c', title: '', path: null, name: '', file: 'none' }),
      ],
      damaged: [{ id: 'd', savedAt: new Date(Date.now() - 3 * 3_600_000).toISOString() }],
    });
    const [mine, changed, untitled, damaged] = screen.getAllByRole('listitem').map((item) => item.textContent ?? '');
    expect(mine).toContain('Minea.journey.json · kept 5 minutes ago');
    expect(changed).toContain('changed by somebody else');
    expect(untitled).toContain('Untitled map');
    expect(damaged).toContain('What was kept 3 hours ago can’t be read.');
  });

  it('opens as unsaved changes of the file that was edited, and stays on disk until this window has it', async () => {
    const { asked, user } = offer({ drafts: [draft({})] });
    await user.click(screen.getByRole('button', { name: 'Open the changes' }));
    await waitFor(() => expect(asked.at(-1)).toEqual({ name: 'drafts.remove', argument: { id: 'mine' } }));
    const state = editor.getState();
    expect(state).toMatchObject({ map: { title: 'Mine', revision: 6 }, file: { hash: 'a'.repeat(64) }, dialog: null });
    expect(isUnsaved(state)).toBe(true);
    const names = asked.map(({ name }) => name);
    expect(names.indexOf('drafts.write')).toBeLessThan(names.indexOf('drafts.remove'));
    expect(names).not.toContain('maps.write');
  });

  it.each(['gone', 'out-of-reach', 'none'] as const)('opens without a file where that is %s', async (file) => {
    const { user } = offer({ drafts: [draft({ file })] });
    await user.click(screen.getByRole('button', { name: 'Open the changes' }));
    await waitFor(() => expect(editor.getState().map.title).toBe('Mine'));
    expect(editor.getState().file).toBeNull();
    expect(isUnsaved(editor.getState())).toBe(true);
  });

  it('stays where it is when the saved state is opened, or the dialog is closed', async () => {
    const { asked, user } = offer({ drafts: [draft({})] });
    await user.click(screen.getByRole('button', { name: 'Open the saved state' }));
    await waitFor(() => expect(editor.getState().map.title).toBe('Saved'));
    expect(isUnsaved(editor.getState())).toBe(false);
    expect(asked.map(({ name }) => name)).not.toContain('drafts.remove');
  });

  it('goes by two clicks, one map at a time', async () => {
    const { asked, user } = offer({ drafts: [draft({}), draft({ id: 'b', title: 'Other' })] });
    const item = screen.getAllByRole('listitem')[1] as HTMLElement;
    await user.click(within(item).getByRole('button', { name: 'Discard' }));
    expect(asked).toEqual([]);
    await user.click(within(item).getByRole('button', { name: 'Discard for good' }));
    await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(1));
    expect(asked).toEqual([{ name: 'drafts.remove', argument: { id: 'b' } }]);
  });

  it('is not lost where the draft can’t be kept here', async () => {
    const { asked } = offer(
      { drafts: [draft({})] },
      {
        'drafts.write': () => {
          throw new Error('no room');
        },
      },
    );
    expect(await openDraft(draft({}))).toBe(true);
    expect(asked.map(({ name }) => name)).not.toContain('drafts.remove');
  });
});
