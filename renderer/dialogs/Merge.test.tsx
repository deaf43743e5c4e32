import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { FaultError } from '../../shared/api/faults';
import { deleteElements, setFields } from '../../shared/commands/cards';
import { connect } from '../../shared/commands/connections';
import { readMap } from '../../shared/document/read';
import type { JourneyMap } from '../../shared/document/schema';
import { writeMap } from '../../shared/document/write';
import { smallMap } from '../../test/fixtures/small-map';
import { openPath, save } from '../app/files';
import { editor } from '../store/editor';
import { change, isUnsaved, redo, undo } from '../store/history';
import { Dialogs } from './Dialogs';
import { startWindow } from './test-host';

const PATH = '/maps/a.journey.json';
const NAME = 'a.journey.json';
const state = () => editor.getState();
const card = (id: string) => state().map.elements[id];

let onDisk: string;
let version: number;
const hash = () => `v${version}`;
const mapOnDisk = () => {
  const read = readMap(onDisk);
  if (read.status !== 'ok') throw new Error(read.status);
  return read.map;
};

beforeEach(async () => {
  onDisk = writeMap(smallMap());
  version = 1;
  startWindow(smallMap(), {
    'recents.list': () => [],
    'maps.lock': () => ({ status: 'yours' }),
    'maps.read': () => ({ path: PATH, name: NAME, text: onDisk, hash: hash(), writable: true }),
    'maps.write': ({ text, expectedHash }) => {
      if (expectedHash !== null && expectedHash !== hash())
        throw new FaultError({ code: 'changed-outside', path: PATH });
      onDisk = text;
      version++;
      return { path: PATH, name: NAME, hash: hash() };
    },
  });
  await openPath(PATH);
  render(<Dialogs />);
});

const edit = (recipe: (draft: JourneyMap) => void) => change('edit', recipe);

/** Somebody else saves the file. */
function theyWrite(recipe: (map: JourneyMap) => void) {
  const map = mapOnDisk();
  recipe(map);
  onDisk = writeMap({ ...map, revision: map.revision + 1 });
  version++;
}

/** Saves, is told that the file was changed, and merges. */
async function saveAndMerge() {
  const user = userEvent.setup();
  expect(await save()).toBe(false);
  await user.click(await screen.findByRole('button', { name: 'Merge' }));
  return user;
}

describe('edits that do not meet', () => {
  it('merge without a question, as one undo step, and the next save keeps both', async () => {
    edit((draft) => setFields(draft, ['shop'], { title: 'Mine' }));
    theyWrite((map) => {
      setFields(map, ['cost'], { severity: 5 });
      deleteElements(map, ['unboxing']);
    });
    await saveAndMerge();
    await waitFor(() => expect(card('cost')).toMatchObject({ severity: 5 }));
    expect([card('shop')?.title, card('unboxing'), state().dialog]).toEqual(['Mine', undefined, null]);
    expect(state().past).toHaveLength(2);
    // Only what they changed is in the step.
    const touched = state()
      .past.at(-1)
      ?.patches.map(({ path }) => path.slice(0, 2).join('/'));
    expect(touched?.sort()).toEqual(['elements/cost', 'elements/unboxing', 'revision']);
    expect(state().toasts.at(-1)?.text).toContain('1 removed, 1 changed');
    expect(isUnsaved(state())).toBe(true);
    expect(await save()).toBe(true);
    expect(mapOnDisk().elements).toMatchObject({ shop: { title: 'Mine' }, cost: { severity: 5 } });
  });

  it('taken back, do not go over the file unasked; done again, they do', async () => {
    edit((draft) => setFields(draft, ['shop'], { title: 'Mine' }));
    theyWrite((map) => setFields(map, ['cost'], { severity: 5 }));
    await saveAndMerge();
    await waitFor(() => expect(card('cost')).toMatchObject({ severity: 5 }));
    undo();
    expect([card('cost'), card('shop')?.title]).toEqual([smallMap().elements.cost, 'Mine']);
    expect(await save()).toBe(false);
    expect(state().dialog).toEqual({ name: 'changedOutside' });
    redo();
    expect(await save()).toBe(true);
    expect(mapOnDisk().elements).toMatchObject({ shop: { title: 'Mine' }, cost: { severity: 5 } });
  });

  it('start from what was saved last, so that what they then take back stays away', async () => {
    edit((draft) => setFields(draft, ['shop'], { title: 'Mine' }));
    expect(await save()).toBe(true);
    theyWrite((map) => setFields(map, ['shop'], { title: 'Web shop' }));
    edit((draft) => setFields(draft, ['cost'], { severity: 2 }));
    await saveAndMerge();
    await waitFor(() => expect(card('shop')?.title).toBe('Web shop'));
    expect(card('cost')).toMatchObject({ severity: 2 });
  });

  it('are counted, however small', async () => {
    edit((draft) => setFields(draft, ['shop'], { title: 'Mine' }));
    theyWrite((map) => {
      const pays = map.elements.pays;
      if (pays) pays.x += 8;
    });
    await saveAndMerge();
    await waitFor(() => expect(state().toasts.at(-1)?.text).toContain('1 moved'));
    edit((draft) => setFields(draft, ['shop'], { title: 'Mine again' }));
    theyWrite(() => {});
    await saveAndMerge();
    await waitFor(() => expect(state().toasts.at(-1)?.text).toContain('in your map already'));
    expect(await save()).toBe(true);
  });

  it('tell what had to be mended', async () => {
    edit((draft) => connect(draft, 'shop', 'unboxing'));
    theyWrite((map) => deleteElements(map, ['unboxing']));
    await saveAndMerge();
    await waitFor(() => expect(card('unboxing')).toBeUndefined());
    expect(Object.keys(state().map.connections)).toEqual(['clicks']);
    expect(state().toasts.at(-1)?.text).toContain('was left out');
  });

  it('leave nothing unsaved where the map is then what the file holds', async () => {
    edit((draft) => setFields(draft, ['shop'], { title: 'Both' }));
    theyWrite((map) => {
      setFields(map, ['shop'], { title: 'Both' });
      map.title = 'Theirs';
    });
    await saveAndMerge();
    await waitFor(() => expect(state().map.title).toBe('Theirs'));
    expect(isUnsaved(state())).toBe(false);
    expect(state().toasts.at(-1)?.text).toMatch(/^Merged with the file: 1 changed\.$/);
  });
});

describe('conflicts', () => {
  const collide = async () => {
    edit((draft) => setFields(draft, ['shop'], { title: 'Mine' }));
    edit((draft) => setFields(draft, ['cost'], { severity: 2 }));
    theyWrite((map) => {
      setFields(map, ['shop'], { title: 'Theirs' });
      setFields(map, ['cost'], { severity: 5 });
      setFields(map, ['pays'], { title: 'Pays by card' });
    });
    const user = await saveAndMerge();
    await screen.findByText('Merge your changes with theirs');
    return user;
  };
  const choice = (subject: string, side: string) =>
    within(screen.getByRole('radiogroup', { name: subject })).getByRole('radio', { name: side });

  it('settled to theirs end in the map, as one undo step', async () => {
    const user = await collide();
    const [severity, title] = screen.getAllByRole('listitem').map((item) => item.textContent ?? '');
    expect(severity).toContain('Pain point “Shipping cost”: Severity');
    expect(title).toContain('“Mine”');
    expect(title).toContain('“Theirs”');
    const apply = screen.getByRole<HTMLButtonElement>('button', { name: 'Merge' });
    expect([apply.disabled, screen.getByRole('status').textContent]).toEqual([true, '2 left to decide']);
    await user.click(choice('Touchpoint “Mine”: Title', 'Theirs'));
    await user.click(choice('Pain point “Shipping cost”: Severity', 'Mine'));
    expect(card('shop')?.title).toBe('Mine');
    await user.click(apply);
    expect([card('shop')?.title, card('cost'), card('pays')?.title]).toMatchObject([
      'Theirs',
      { severity: 2 },
      'Pays by card',
    ]);
    expect([state().past.length, state().dialog]).toEqual([3, null]);
    undo();
    expect([card('shop')?.title, card('pays')?.title]).toEqual(['Mine', 'Pays']);
    redo();
    expect(await save()).toBe(true);
    expect(mapOnDisk().elements).toMatchObject({ shop: { title: 'Theirs' }, cost: { severity: 2 } });
  });

  it('are settled all at once, and by keys; closed, nothing has changed', async () => {
    const user = await collide();
    await user.click(screen.getByRole('button', { name: 'All theirs' }));
    expect(screen.getAllByRole('radio', { checked: true }).map((one) => one.textContent)).toEqual(['Theirs', 'Theirs']);
    await user.click(screen.getByRole('button', { name: 'All mine' }));
    expect(screen.getAllByRole('radio', { checked: true }).map((one) => one.textContent)).toEqual(['Mine', 'Mine']);
    choice('Touchpoint “Mine”: Title', 'Mine').focus();
    await user.keyboard('{ArrowRight} ');
    expect(choice('Touchpoint “Mine”: Title', 'Theirs').getAttribute('aria-checked')).toBe('true');
    await user.keyboard('{Escape}');
    expect([card('shop')?.title, card('pays')?.title, state().past.length]).toEqual(['Mine', 'Pays', 2]);
    expect(state().file?.hash).toBe('v1');
  });
});

describe('what can’t be merged', () => {
  it('is told: a file of a newer Periplo, or one whose earlier state nobody has', async () => {
    edit((draft) => setFields(draft, ['shop'], { title: 'Mine' }));
    theyWrite((map) => setFields(map, ['cost'], { severity: 5 }));
    editor.setState({ base: null });
    await saveAndMerge();
    await waitFor(() => expect(state().toasts.at(-1)?.text).toContain('can’t be found any more'));
    editor.setState({ base: smallMap() });
    onDisk = onDisk.replace('"formatVersion": 1', '"formatVersion": 2');
    await saveAndMerge();
    await waitFor(() => expect(state().toasts.at(-1)?.text).toContain('newer Periplo'));
    expect([card('shop')?.title, state().past.length, state().file?.hash]).toEqual(['Mine', 1, 'v1']);
  });
});
