import { configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Version } from '../../../shared/api/calls';
import { deleteElements, setFields } from '../../../shared/commands/cards';
import type { JourneyMap } from '../../../shared/document/schema';
import { writeMap } from '../../../shared/document/write';
import { smallMap } from '../../../test/fixtures/small-map';
import { compareDraft, compareVersion } from '../../app/comparing';
import { runCommand } from '../../app/run';
import { Dialogs } from '../../dialogs/Dialogs';
import { startWindow } from '../../dialogs/test-host';
import { editor } from '../../store/editor';
import { change } from '../../store/history';
import { Compare } from './Compare';
import { CompareChanges } from './CompareChanges';

// Comparing takes a moment on a machine that is busy.
configure({ asyncUtilTimeout: 5000 });

const file = { path: '/maps/a.journey.json', name: 'a.journey.json', hash: 'a'.repeat(64), writable: true };
const version: Version = {
  id: 'v3',
  number: 3,
  savedAt: '2026-11-02T09:00:00Z',
  label: 'Workshop',
  note: null,
  author: 'Ana',
  changes: 2,
  automatic: false,
  hash: 'b'.repeat(64),
  path: '/maps/a.journey.versions/v3.journey.json',
  size: 1,
};

function open(answers: Parameters<typeof startWindow>[1] = {}, start: Parameters<typeof startWindow>[2] = {}) {
  const map = smallMap();
  const asked = startWindow(
    map,
    {
      'versions.list': () => ({ versions: [version], damaged: [] }),
      'versions.read': () => ({ version, text: writeMap({ ...map, title: 'As it was' }) }),
      ...answers,
    },
    start,
  );
  editor.setState({ file, base: map, view: 'compare' });
  return { asked, map, user: userEvent.setup() };
}

function show() {
  return render(
    <>
      <Compare />
      <CompareChanges />
      <Dialogs />
    </>,
  );
}

function edit() {
  change('edit', (draft) => {
    setFields(draft, ['cost'], { severity: 4 });
    setFields(draft, ['shop'], { title: 'Big shop' });
    deleteElements(draft, ['pays']);
    draft.elements.unboxing!.x += 3;
  });
}

const current = () => editor.getState().comparing?.current ?? null;
const rows = () => [...document.querySelectorAll<HTMLElement>('[data-change]')].map((row) => row.dataset.change);

describe('comparing', () => {
  it('begins with what is on disk and the map as it is, and says each difference field by field', async () => {
    const { user } = open();
    edit();
    show();
    expect(await screen.findByRole('button', { name: /^Before As saved/ })).toBeTruthy();
    expect(screen.getByRole('button', { name: /^After Now with unsaved changes · As-is/ })).toBeTruthy();
    expect(rows()).toEqual(['elements/pays', 'elements/shop', 'elements/cost']);
    expect(screen.getByText('Title: “Web shop” → “Big shop”')).toBeTruthy();
    expect(screen.getByText('Severity not said → 4')).toBeTruthy();
    // A shift within its cell is folded away.
    await user.click(screen.getByRole('button', { name: '1 small change' }));
    expect(rows()).toContain('elements/unboxing');
  });

  it('goes from change to change by key and button, round and round', async () => {
    const { user } = open();
    edit();
    show();
    await screen.findByText('3 changes');
    await user.keyboard('j');
    expect(current()).toBe('elements/pays');
    await user.keyboard('{ArrowDown}');
    expect([current(), screen.getByText('2 of 3').textContent]).toEqual(['elements/shop', '2 of 3']);
    await user.keyboard('kk');
    expect(current()).toBe('elements/cost');
    await user.click(screen.getByRole('button', { name: 'Next change' }));
    expect(current()).toBe('elements/pays');
    const row = screen.getByRole('button', { name: /Shipping cost/ });
    await user.click(row);
    expect([current(), row.getAttribute('aria-current')]).toEqual(['elements/cost', 'true']);
    // Not while a dialog is open.
    editor.setState({ dialog: { name: 'mapProperties' } });
    await user.keyboard('j');
    expect(current()).toBe('elements/cost');
  });

  it('shows the types that are wanted, with their counts', async () => {
    const { user } = open();
    edit();
    show();
    const group = await screen.findByRole('group', { name: 'Show these changes' });
    expect(within(group).getByRole('button', { name: 'Changed: 2' })).toBeTruthy();
    await user.click(within(group).getByRole('button', { name: 'Changed: 2' }));
    expect(rows()).toEqual(['elements/pays']);
    await user.click(within(group).getByRole('button', { name: 'Removed: 1' }));
    expect(rows()).toEqual([]);
    expect(screen.getByText('All differences are hidden by the filter.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Show all types' }));
    expect(rows()).toHaveLength(3);
  });

  it('compares with a version, and the other way round', async () => {
    const { user } = open();
    show();
    await user.click(screen.getByRole('button', { name: /^Before/ }));
    await user.click(await screen.findByRole('menuitem', { name: /Version 3 · Workshop/ }));
    expect(await screen.findByText('Title: “As it was” → “Small shop”')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Swap before and after' }));
    expect(await screen.findByText('Title: “Small shop” → “As it was”')).toBeTruthy();
    expect(screen.getByRole('button', { name: /^After Version 3 · Workshop/ })).toBeTruthy();
  });

  it('matches a map that was drawn apart by its titles, and says how sure it is', async () => {
    const other = drawnApart();
    const { user } = open(
      {
        'dialogs.open': () => ({ path: '/maps/other.journey.json' }),
        'maps.read': ({ path }) => ({
          path,
          name: 'other.journey.json',
          text: writeMap(other),
          hash: 'c'.repeat(64),
          writable: true,
        }),
      },
      { nativeDialogs: true },
    );
    show();
    await user.click(screen.getByRole('button', { name: /^Before/ }));
    await user.click(await screen.findByRole('menuitem', { name: 'Another file…' }));
    expect(await screen.findByText('Drawn apart: matched by title')).toBeTruthy();
    expect(screen.getByRole('button', { name: /^Before other\.journey\.json/ })).toBeTruthy();
    expect(screen.getAllByText(/Taken for the same, \d+ % sure/).length).toBeGreaterThan(0);
  });

  it('takes a file that is dropped onto it', async () => {
    open();
    show();
    const bytes = writeMap({ ...smallMap(), title: 'Dropped' });
    const target = document.querySelector('.compare') as HTMLElement;
    fireEvent.drop(target, { dataTransfer: { files: [new File([bytes], 'dropped.journey.json')] } });
    expect(await screen.findByText('Title: “Dropped” → “Small shop”')).toBeTruthy();
    expect(screen.getByRole('button', { name: /^Before dropped\.journey\.json/ })).toBeTruthy();
  });

  it('puts as-is before to-be, from the versions of the map', async () => {
    const { user, map } = open({
      'versions.read': () => ({ version, text: writeMap({ ...map, perspective: 'to-be' }) }),
    });
    show();
    await user.click(screen.getByRole('button', { name: /^Before/ }));
    await user.click(await screen.findByRole('menuitem', { name: 'As-is against to-be' }));
    expect(await screen.findByRole('button', { name: /^Before Now .*As-is/ })).toBeTruthy();
    expect(screen.getByRole('button', { name: /^After Version 3 · Workshop .*To-be/ })).toBeTruthy();
    expect(screen.getByText('Shows: As-is → To-be')).toBeTruthy();
  });

  it('teaches where there is nothing to compare, and says so where nothing differs', async () => {
    const { user } = open({ 'versions.list': () => ({ versions: [], damaged: [] }) });
    editor.setState({ file: null, base: null });
    const { unmount } = show();
    expect(await screen.findByRole('heading', { name: 'Nothing to compare yet' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Save the map' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Export comparison…' }).hasAttribute('disabled')).toBe(true);
    unmount();
    open();
    show();
    await user.click(screen.getByRole('button', { name: /^Before/ }));
    await user.click(await screen.findByRole('menuitem', { name: 'As saved' }));
    expect(await screen.findByText('“As saved” and “Now” hold the same map.', { exact: false })).toBeTruthy();
    change('shift', (draft) => {
      draft.elements.shop!.x += 2;
    });
    expect(await screen.findByText('Nothing that a reader would miss')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Show small changes' }));
    expect(rows()).toEqual(['elements/shop']);
  });

  it('leaves as a file that holds what the view shows', async () => {
    const made = { type: 'text/markdown', name: 'x.md', pages: 1, missing: [], substituted: [] };
    const { user, asked, map } = open(
      {
        'export.comparison': () => ({ ...made, bytes: new Uint8Array([1]) }),
        'dialogs.save': () => ({ path: '/out/x.md' }),
        'files.write': () => null,
      },
      { nativeDialogs: true },
    );
    edit();
    show();
    await user.click(await screen.findByRole('button', { name: 'Added: 0' }));
    runCommand('exportMap');
    const dialog = await screen.findByRole('dialog', { name: 'Export comparison' });
    expect(within(dialog).getByText(/1 removed, 2 changed/)).toBeTruthy();
    await user.click(within(dialog).getByRole('radio', { name: 'Markdown' }));
    await user.click(within(dialog).getByRole('button', { name: 'Export…' }));
    await waitFor(() => expect(asked.at(-1)?.name).toBe('files.write'));
    expect(asked.find(({ name }) => name === 'export.comparison')?.argument).toMatchObject({
      before: { name: 'As saved', text: writeMap(map) },
      after: { name: 'Now' },
      request: { format: 'md', types: ['removed', 'changed', 'moved', 'numbers'], minor: false, language: 'en' },
    });
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

it('a version of the history is compared with now', async () => {
  open();
  editor.setState({ view: 'map', historyOpen: true });
  await compareVersion(version);
  expect(editor.getState()).toMatchObject({
    view: 'compare',
    historyOpen: false,
    comparing: { before: { from: 'version' }, after: { from: 'now' } },
  });
});

it('what was lost stands beside what its file holds, and can be opened from there', async () => {
  const lost = { ...smallMap(), title: 'Lost work' };
  const draft = {
    id: 'd',
    path: file.path,
    name: file.name,
    mapId: lost.id,
    title: lost.title,
    savedAt: '2026-11-21T10:00:00Z',
    baseHash: file.hash,
    file: 'unchanged',
  } as const;
  const { user } = open({
    'drafts.read': () => ({ draft, text: writeMap(lost) }),
    'maps.read': () => ({ ...file, text: writeMap(smallMap()) }),
    'drafts.list': () => ({ drafts: [draft], damaged: [] }),
  });
  expect(await compareDraft(draft)).toBe(true);
  show();
  expect(screen.getByText('Title: “Small shop” → “Lost work”')).toBeTruthy();
  expect(screen.getByRole('button', { name: /^After What was lost/ })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Open what was lost' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Back to the list' }));
  expect(await screen.findByRole('dialog')).toBeTruthy();
});

/** The same journey with ids of its own, and titles that are a little different. */
function drawnApart(): JourneyMap {
  const map = smallMap();
  const ids = [map.elements, map.lanes, map.connections].flatMap((records) => Object.keys(records));
  const renamed = (records: unknown) =>
    JSON.parse(ids.reduce((text, id) => text.replaceAll(`"${id}"`, `"x-${id}"`), JSON.stringify(records)));
  const other: JourneyMap = {
    ...map,
    id: 'another',
    elements: renamed(map.elements),
    lanes: renamed(map.lanes),
    connections: renamed(map.connections),
  };
  other.elements['x-search']!.title = 'Search engines';
  return other;
}
