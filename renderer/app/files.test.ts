import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { CallName, Calls } from '../../shared/api/calls';
import { FaultError } from '../../shared/api/faults';
import { setFields } from '../../shared/commands/cards';
import { readMap } from '../../shared/document/read';
import { writeMap } from '../../shared/document/write';
import { openInEditor, smallMap } from '../../test/fixtures/editor-with';
import { editor } from '../store/editor';
import { change, isUnsaved, showMap } from '../store/history';
import { answerFileDialog } from './file-dialogs';
import { answerUnsaved, newMap, openMap, openPath, openText, overwrite, save, saveAs, settleUnsaved } from './files';
import { answerInUse } from './locks';
import { setMachine } from './machine';

/** A machine whose disk is a Map; a file's hash counts how often it was written. */
class Disk {
  readonly files = new Map<string, { text: string; version: number }>();
  /** What has to be let go before a write ends. */
  gate: Promise<void> = Promise.resolve();
  fails = false;

  put(path: string, text: string) {
    this.files.set(path, { text, version: (this.files.get(path)?.version ?? 0) + 1 });
  }

  private hash = (path: string) => `v${this.files.get(path)?.version ?? 0}`;
  private name = (path: string) => path.split('/').at(-1) ?? path;

  readonly answers: { [Name in CallName]?: (argument: Calls[Name]['takes']) => Promise<Calls[Name]['gives']> } = {
    'recents.list': async () => [],
    'maps.read': async ({ path }) => {
      const file = this.files.get(path);
      if (!file) throw new FaultError({ code: 'not-found', path });
      return { path, name: this.name(path), text: file.text, hash: this.hash(path), writable: true };
    },
    'maps.write': async ({ path, text, expectedHash }) => {
      await this.gate;
      if (this.fails) throw new FaultError({ code: 'disk-full', path });
      if (expectedHash !== null && expectedHash !== this.hash(path))
        throw new FaultError({ code: 'changed-outside', path });
      this.put(path, text);
      return { path, name: this.name(path), hash: this.hash(path) };
    },
  };
}

let disk: Disk;
const state = () => editor.getState();
const textOf = (path: string) => disk.files.get(path)?.text ?? '';
const titleOn = (path: string) => {
  const result = readMap(textOf(path));
  return result.status === 'ok' ? result.map.elements.a?.title : result.status;
};
const rename = (title: string) => change('rename', (draft) => setFields(draft, ['a'], { title }), { merge: 'title' });

beforeEach(() => {
  openInEditor();
  disk = new Disk();
  setMachine({
    call: (name, argument) => {
      const answer = disk.answers[name];
      return answer ? answer(argument) : Promise.reject(new FaultError({ code: 'unexpected', detail: name }));
    },
    on: () => () => {},
  });
  disk.put('/maps/one.journey.json', writeMap({ ...smallMap(), id: 'one' }));
});

describe('opening', () => {
  test('shows the map, and leaves it saved', async () => {
    expect(await openPath('/maps/one.journey.json')).toBe(true);
    expect(state()).toMatchObject({
      map: { id: 'one' },
      file: { name: 'one.journey.json', hash: 'v1', writable: true },
      readOnly: false,
    });
    expect(isUnsaved(state())).toBe(false);
  });

  test.each([
    ['{', 'not'],
    ['{}', ''],
    [writeMap(smallMap()).replace('"order": "a2"', '"order": "?"'), 'elements.a.order'],
  ])('what is none is told, and the map stays: %j', async (text, told) => {
    disk.put('/maps/bad.journey.json', text);
    const before = state().map;
    expect(await openPath('/maps/bad.journey.json')).toBe(false);
    expect(state().map).toBe(before);
    expect(state().toasts).toMatchObject([{ tone: 'danger', text: expect.stringContaining('bad.journey.json') }]);
    expect(state().toasts[0]?.text).toContain(told);
  });

  test('a newer format can be looked at, not saved', async () => {
    disk.put('/maps/new.journey.json', writeMap(smallMap()).replace('"formatVersion": 1', '"formatVersion": 2'));
    await openPath('/maps/new.journey.json');
    expect(state().readOnly).toBe(true);
    rename('x');
    expect([await save(), await saveAs(), titleOn('/maps/new.journey.json')]).toEqual([false, false, 'too-new']);
  });

  test('asks about what is unsaved first; who stays keeps it', async () => {
    rename('mine');
    const opening = openMap('/maps/one.journey.json');
    expect(state().dialog).toEqual({ name: 'unsaved' });
    answerUnsaved(false);
    await opening;
    expect([state().map.elements.a?.title, state().dialog]).toEqual(['mine', null]);
    const again = openMap('/maps/one.journey.json');
    answerUnsaved(true);
    await again;
    expect(state().map.id).toBe('one');
  });

  test('a dropped file has no place on disk yet', async () => {
    await openText(textOf('/maps/one.journey.json'), 'dropped.journey.json');
    expect([state().map.id, state().file]).toEqual(['one', null]);
  });

  test('a new map begins with its stages', async () => {
    await newMap('three-phases', 'es', 'Mío');
    expect(state().map).toMatchObject({ title: 'Mío', language: 'es' });
    expect(Object.values(state().map.elements)).toHaveLength(3);
    expect(await settleUnsaved()).toBe(true);
  });
});

describe('saving', () => {
  test('writes what is there, counts the revision, and leaves no question', async () => {
    await openPath('/maps/one.journey.json');
    rename('new');
    expect(await save()).toBe(true);
    expect([titleOn('/maps/one.journey.json'), state().map.revision, state().file?.hash, state().saving]).toEqual([
      'new',
      1,
      'v2',
      false,
    ]);
    expect(isUnsaved(state())).toBe(false);
    rename('newer');
    expect([isUnsaved(state()), state().past.length]).toEqual([true, 2]);
  });

  test('asks where to, the first time', async () => {
    const saving = save();
    expect(state().dialog).toMatchObject({ name: 'saveFile', suggestedName: 'Small.journey.json' });
    answerFileDialog({ path: '/maps/two.journey.json' });
    expect(await saving).toBe(true);
    expect(state().file).toEqual({
      path: '/maps/two.journey.json',
      name: 'two.journey.json',
      hash: 'v1',
      writable: true,
    });
    const cancelled = saveAs();
    answerFileDialog(null);
    expect(await cancelled).toBe(false);
  });

  test('a late answer to a question closes no other dialog, and answers no other question', async () => {
    const opening = openMap();
    await vi.waitFor(() => expect(state().dialog).toMatchObject({ name: 'openFile' }));
    answerFileDialog({ path: '/maps/one.journey.json' });
    answerFileDialog({ path: '/maps/one.journey.json' });
    const saving = saveAs();
    expect(state().dialog).toMatchObject({ name: 'saveFile' });
    await opening;
    answerUnsaved(true);
    answerInUse('look');
    expect(state().dialog).toMatchObject({ name: 'saveFile' });
    editor.setState({ dialog: { name: 'keys' } });
    answerFileDialog(null);
    expect([state().dialog, await saving]).toEqual([{ name: 'keys' }, false]);
    answerFileDialog(null);
    expect(state().dialog).toEqual({ name: 'keys' });
  });

  test('what is edited meanwhile stays, and stays unsaved', async () => {
    await openPath('/maps/one.journey.json');
    rename('first');
    const saving = save();
    rename('second');
    await saving;
    expect([titleOn('/maps/one.journey.json'), state().map.elements.a?.title, isUnsaved(state())]).toEqual([
      'first',
      'second',
      true,
    ]);
    await save();
    expect([titleOn('/maps/one.journey.json'), isUnsaved(state())]).toEqual(['second', false]);
  });

  test('twice in a row is no quarrel with oneself', async () => {
    await openPath('/maps/one.journey.json');
    rename('first');
    const one = save();
    rename('second');
    expect(await Promise.all([one, save()])).toEqual([true, true]);
    expect([state().dialog, titleOn('/maps/one.journey.json'), isUnsaved(state())]).toEqual([null, 'second', false]);
  });

  test('a save that ends after another map was opened leaves that one alone', async () => {
    await openPath('/maps/one.journey.json');
    rename('mine');
    let letGo = () => {};
    disk.gate = new Promise((resolve) => {
      letGo = resolve;
    });
    const saving = save();
    const other = { ...smallMap(), id: 'other' };
    showMap(other);
    letGo();
    await saving;
    expect(titleOn('/maps/one.journey.json')).toBe('mine');
    expect([state().map, state().file]).toEqual([other, null]);
  });

  test('never over what somebody else has changed, unless told to', async () => {
    await openPath('/maps/one.journey.json');
    rename('mine');
    disk.put('/maps/one.journey.json', 'theirs');
    expect(await save()).toBe(false);
    expect([state().dialog, textOf('/maps/one.journey.json'), isUnsaved(state())]).toEqual([
      { name: 'changedOutside' },
      'theirs',
      true,
    ]);
    expect(await overwrite()).toBe(true);
    expect([titleOn('/maps/one.journey.json'), isUnsaved(state())]).toEqual(['mine', false]);
  });

  test('that fails is told, offers another place, and leaves the map unsaved', async () => {
    await openPath('/maps/one.journey.json');
    rename('mine');
    disk.fails = true;
    expect(await save()).toBe(false);
    expect([isUnsaved(state()), state().saving, titleOn('/maps/one.journey.json')]).toEqual([true, false, 'A']);
    expect(state().toasts.at(-1)).toMatchObject({ tone: 'danger', action: { label: expect.any(String) } });
    disk.fails = false;
    expect(await save()).toBe(true);
  });
});

test.each([
  ['My map', 'My map'],
  ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j'],
  ['..hidden. ', 'hidden'],
  ['line\nbreak\u0000', 'line break'],
  ['', 'Untitled map'],
  ['ñ 漢字', 'ñ 漢字'],
  ['x'.repeat(300), 'x'.repeat(120)],
])('the title %j becomes the file name %j', async (title, name) => {
  showMap({ ...smallMap(), title });
  const saving = saveAs();
  expect(state().dialog).toMatchObject({ suggestedName: `${name}.journey.json` });
  answerFileDialog(null);
  expect(await saving).toBe(false);
});
