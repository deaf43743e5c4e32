import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CallName, Calls, EventName, Events, LockHolder } from '../../shared/api/calls';
import { FaultError } from '../../shared/api/faults';
import { setFields } from '../../shared/commands/cards';
import { writeMap } from '../../shared/document/write';
import { openInEditor, smallMap } from '../../test/fixtures/editor-with';
import { editor } from '../store/editor';
import { change, isUnsaved, showMap } from '../store/history';
import { tell } from '../store/toasts';
import { giveUpDraft } from './drafts';
import { answerFileDialog } from './file-dialogs';
import { openPath, save } from './files';
import { answerInUse, followFile } from './locks';
import { listenForOthers } from './locks-events';
import { setMachine } from './machine';

const PATH = '/maps/one.journey.json';
const OTHER: LockHolder = { host: 'browser', computer: 'desk', isThisComputer: true, since: '2026-11-21T10:00:00Z' };

let asked: [CallName, unknown][];
let taken: boolean;
let title: string;
let hash: string;
let emit: <Name extends EventName>(name: Name, event: Events[Name]) => void;
let stop: () => void;
/** What has to be let go before a write ends. */
let gate: Promise<void>;

const state = () => editor.getState();
const names = () => asked.map(([name]) => name);
const rename = (text: string) => change('rename', (draft) => setFields(draft, ['a'], { title: text }));
const next = (dialog: string) => vi.waitFor(() => expect(state().dialog?.name).toBe(dialog));

beforeEach(() => {
  asked = [];
  gate = Promise.resolve();
  taken = false;
  title = 'One';
  hash = '1'.repeat(64);
  const heard: { [Name in EventName]?: (event: Events[Name]) => void } = {};
  emit = (name, event) => heard[name]?.(event);
  const answers: {
    [Name in CallName]?: (argument: Calls[Name]['takes']) => Calls[Name]['gives'] | Promise<Calls[Name]['gives']>;
  } = {
    'maps.lock': ({ path }) => (taken && path === PATH ? { status: 'taken', by: OTHER } : { status: 'yours' }),
    'maps.takeOver': () => {
      taken = false;
      return null;
    },
    'maps.release': () => null,
    'maps.watch': () => null,
    'maps.read': ({ path }) => ({
      path,
      name: 'one.journey.json',
      text: writeMap({ ...smallMap(), title }),
      hash,
      writable: true,
    }),
    'maps.write': async ({ path }) => {
      await gate;
      if (taken && path === PATH) throw new FaultError({ code: 'in-use', path });
      return { path, name: path.split('/').at(-1) ?? '', hash: '2'.repeat(64) };
    },
    'recents.list': () => [],
    'drafts.write': () => ({ id: 'd', savedAt: '' }),
    'drafts.remove': () => null,
  };
  const host: Parameters<typeof setMachine>[0] = {
    async call(name, argument) {
      asked.push([name, argument]);
      const answer = answers[name];
      if (!answer) throw new FaultError({ code: 'unexpected', detail: name });
      return answer(argument);
    },
    on(name, listener) {
      heard[name] = listener as never;
      return () => {};
    },
  };
  setMachine(host);
  openInEditor();
  stop = followFile();
  listenForOthers(host);
});
afterEach(async () => {
  stop();
  await giveUpDraft();
});

test('a file is locked before it is read, watched while it is open, and let go of after it', async () => {
  await openPath(PATH);
  await openPath('/maps/two.journey.json');
  expect(asked.filter(([name]) => name !== 'recents.list')).toEqual([
    ['maps.lock', { path: PATH }],
    ['maps.read', { path: PATH }],
    ['maps.watch', { path: PATH, hash }],
    ['maps.lock', { path: '/maps/two.journey.json' }],
    ['maps.read', { path: '/maps/two.journey.json' }],
    ['maps.release', { path: PATH }],
    ['maps.watch', { path: '/maps/two.journey.json', hash }],
  ]);
});

test('in use elsewhere: left alone, looked at, or taken over', async () => {
  taken = true;
  const leaving = openPath(PATH);
  await next('inUse');
  answerInUse('cancel');
  expect(await leaving).toBe(false);
  expect([state().file, names()]).toEqual([null, ['maps.lock']]);

  const looking = openPath(PATH);
  await next('inUse');
  answerInUse('look');
  expect(await looking).toBe(true);
  expect(state()).toMatchObject({ readOnly: true, writer: OTHER });
  rename('nothing');
  expect(isUnsaved(state())).toBe(false);

  const saving = save();
  await next('inUse');
  answerInUse('takeOver');
  expect(await saving).toBe(true);
  expect(state()).toMatchObject({ readOnly: false, writer: null });
});

test('who loses the file keeps what is unsaved, and can save it elsewhere', async () => {
  await openPath(PATH);
  rename('mine');
  taken = true;
  emit('map.takenOver', { path: PATH, by: OTHER });
  await next('inUse');
  expect(names()).toContain('drafts.write');
  expect(state()).toMatchObject({ readOnly: true, writer: OTHER, dialog: { purpose: 'lost' } });
  expect(isUnsaved(state())).toBe(true);
  answerInUse('elsewhere');
  await next('saveFile');
  answerFileDialog({ path: '/maps/mine.journey.json' });
  await vi.waitFor(() => expect(isUnsaved(state())).toBe(false));
  expect(state()).toMatchObject({ readOnly: false, writer: null, file: { path: '/maps/mine.journey.json' } });
});

test('taken back, the next save compares with what the other one has written', async () => {
  await openPath(PATH);
  rename('mine');
  taken = true;
  emit('map.takenOver', { path: PATH, by: OTHER });
  await next('inUse');
  answerInUse('takeOver');
  await vi.waitFor(() => expect(state().writer).toBeNull());
  expect(state()).toMatchObject({ readOnly: false, file: { hash: '1'.repeat(64) } });
  expect(state().map.elements.a?.title).toBe('mine');
});

test('changed outside: shown with one click where nothing is unsaved, a question where something is', async () => {
  await openPath(PATH);
  [title, hash] = ['Theirs', '3'.repeat(64)];
  emit('map.changedOutside', { path: PATH, hash });
  expect(state().map.title).toBe('One');
  state().toasts[0]?.action?.run();
  await vi.waitFor(() => expect(state().map.title).toBe('Theirs'));
  expect(state().file?.hash).toBe(hash);

  rename('mine');
  emit('map.changedOutside', { path: PATH, hash: '4'.repeat(64) });
  expect(state().dialog).toEqual({ name: 'changedOutside' });
  emit('map.changedOutside', { path: '/maps/another.journey.json', hash: '5'.repeat(64) });
  expect(state().map.elements.a?.title).toBe('mine');
});

test('changed outside: the note stays until it is acted upon or no longer true, whatever else is told', async () => {
  await openPath(PATH);
  const notes = () => state().toasts.filter(({ lasts }) => lasts);
  vi.useFakeTimers();
  try {
    emit('map.changedOutside', { path: PATH, hash: '3'.repeat(64) });
    emit('map.changedOutside', { path: PATH, hash: '4'.repeat(64) });
    for (let count = 0; count < 6; count++) tell('good', `Told ${count}`);
    vi.advanceTimersByTime(3_600_000);
    expect(notes()).toMatchObject([{ text: expect.stringContaining('one.journey.json'), action: {} }]);
    expect(state().toasts).toHaveLength(1);
    emit('map.changedOutside', { path: PATH, hash });
    expect(notes()).toEqual([]);
    emit('map.changedOutside', { path: PATH, hash: '5'.repeat(64) });
    expect(notes()).toHaveLength(1);
    showMap(smallMap());
    expect(notes()).toEqual([]);
  } finally {
    vi.useRealTimers();
  }
});

test('changed outside while this window writes: told once it has written, if it is still so', async () => {
  await openPath(PATH);
  rename('mine');
  let letGo = () => {};
  gate = new Promise((resolve) => {
    letGo = resolve;
  });
  const saving = save();
  await vi.waitFor(() => expect(names()).toContain('maps.write'));
  emit('map.changedOutside', { path: PATH, hash: '3'.repeat(64) });
  emit('map.changedOutside', { path: PATH, hash: '4'.repeat(64) });
  expect(state().toasts).toEqual([]);
  asked = [];
  letGo();
  expect(await saving).toBe(true);
  await vi.waitFor(() => expect(names()).toContain('maps.watch'));
  // The machine looks at the file, and tells what differs from what this window has written.
  expect(asked.filter(([name]) => name === 'maps.watch')).toEqual([
    ['maps.watch', { path: PATH, hash: '2'.repeat(64) }],
  ]);
  emit('map.changedOutside', { path: PATH, hash: '4'.repeat(64) });
  expect(state().toasts.at(-1)).toMatchObject({ lasts: true, action: { label: 'Show it as it is now' } });
});

test('a file that is gone makes the map unsaved', async () => {
  await openPath(PATH);
  emit('map.gone', { path: PATH });
  expect(isUnsaved(state())).toBe(true);
  expect(state().toasts).toMatchObject([{ tone: 'danger', text: expect.stringContaining('one.journey.json') }]);
  emit('map.changedOutside', { path: PATH, hash });
  expect(state().toasts).toEqual([]);
});

test('a file that is gone is there again once it is saved', async () => {
  await openPath(PATH);
  emit('map.gone', { path: PATH });
  expect(await save()).toBe(true);
  expect(state().toasts.filter(({ lasts }) => lasts)).toEqual([]);
});
