import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Calls } from '../../shared/api/calls';
import { FaultError } from '../../shared/api/faults';
import { setFields } from '../../shared/commands/cards';
import { readMap } from '../../shared/document/read';
import { openInEditor, smallMap } from '../../test/fixtures/editor-with';
import { editor } from '../store/editor';
import { change, showMap, undo } from '../store/history';
import { adoptDraft, giveUpDraft, keepDrafts } from './drafts';
import { save } from './files';
import { setMachine } from './machine';

type Written = Calls['drafts.write']['takes'];
let drafts: Map<string, Written>;
let writes: number[];
let fault: FaultError | null;
let stop: () => void;

const FILE = { path: '/maps/a.journey.json', name: 'a.journey.json', hash: 'a'.repeat(64), writable: true };
const rename = (title: string) => change('rename', (draft) => setFields(draft, ['a'], { title }));
const titleOf = (text: string) => {
  const result = readMap(text);
  return result.status === 'ok' ? result.map.elements.a?.title : result.status;
};
const titles = () => [...drafts.values()].map(({ text }) => titleOf(text));
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

beforeEach(async () => {
  vi.useFakeTimers();
  drafts = new Map();
  writes = [];
  fault = null;
  setMachine({
    async call(name, argument) {
      if (name === 'drafts.write') {
        if (fault) throw fault;
        const draft = argument as Written;
        const id = draft.path ?? draft.mapId;
        drafts.set(id, draft);
        writes.push(Date.now());
        return { id, savedAt: new Date().toISOString() } as never;
      }
      if (name === 'drafts.remove') return drafts.delete((argument as { id: string }).id) as never;
      if (name === 'maps.write') return { path: FILE.path, name: FILE.name, hash: 'b'.repeat(64) } as never;
      throw new FaultError({ code: 'unexpected', detail: name });
    },
    on: () => () => {},
  });
  openInEditor();
  editor.setState({ file: FILE });
  stop = keepDrafts();
  await pass(0);
});
afterEach(async () => {
  stop();
  await giveUpDraft();
  vi.useRealTimers();
});

test('is on disk within two seconds of the last change', async () => {
  rename('one');
  await pass(500);
  rename('two');
  expect(titles()).toEqual([]);
  await pass(2000);
  expect(titles()).toEqual(['two']);
  expect(drafts.get(FILE.path)).toMatchObject({
    path: FILE.path,
    baseHash: FILE.hash,
    mapId: editor.getState().map.id,
  });
  await pass(60_000);
  expect(writes).toHaveLength(1);
});

test('is at most ten seconds old while changes go on', async () => {
  const start = Date.now();
  for (let step = 0; step < 60; step++) {
    rename(`step ${step}`);
    await pass(500);
  }
  expect(writes.length).toBeGreaterThanOrEqual(3);
  const gaps = writes.map((time, index) => time - (writes[index - 1] ?? start));
  expect(Math.max(...gaps)).toBeLessThanOrEqual(10_000);
});

test('waits while a gesture is under way, and no longer', async () => {
  rename('one');
  editor.setState({ gesture: { type: 'resize', id: 'a', box: { x: 0, y: 0, width: 1, height: 1 } } });
  await pass(5000);
  expect(titles()).toEqual([]);
  editor.setState({ gesture: null });
  await pass(600);
  expect(titles()).toEqual(['one']);
});

test.each([
  ['left for another one', () => window.dispatchEvent(new Event('blur'))],
  ['closed', () => window.dispatchEvent(new Event('beforeunload'))],
  ['gone', () => window.dispatchEvent(new Event('pagehide'))],
  ['hidden', () => document.dispatchEvent(new Event('visibilitychange'))],
])('is written at once when the window is %s, and only where something is new', async (how, leave) => {
  if (how === 'hidden') Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
  try {
    leave();
    rename('one');
    leave();
    await pass(0);
    expect(titles()).toEqual(['one']);
    leave();
    await pass(60_000);
    expect(writes).toHaveLength(1);
    rename('two');
    editor.setState({ gesture: { type: 'resize', id: 'a', box: { x: 0, y: 0, width: 1, height: 1 } } });
    leave();
    await pass(0);
    expect(titles()).toEqual(['two']);
  } finally {
    Reflect.deleteProperty(document, 'visibilityState');
  }
});

test('stays as it is where the window is shown again', async () => {
  rename('one');
  document.dispatchEvent(new Event('visibilitychange'));
  await pass(0);
  expect(writes).toEqual([]);
});

test('goes when this very content is saved, not when only a part of it is', async () => {
  rename('saved');
  await pass(2000);
  const saving = save();
  rename('typed while saving');
  await saving;
  await pass(0);
  expect(drafts.size).toBe(1);
  await pass(2000);
  expect(titles()).toEqual(['typed while saving']);
  expect(drafts.get(FILE.path)?.baseHash).toBe('b'.repeat(64));
  await save();
  await pass(0);
  expect(drafts.size).toBe(0);
});

test('goes with the changes: taken back, or given up for another map', async () => {
  rename('one');
  await pass(2000);
  undo();
  await pass(0);
  expect(drafts.size).toBe(0);
  rename('two');
  await pass(2000);
  showMap({ ...smallMap(), id: 'other' });
  await pass(2000);
  expect(drafts.size).toBe(0);
});

test('tells a failure once, tries again, and tells the next one', async () => {
  fault = new FaultError({ code: 'disk-full' });
  rename('one');
  await pass(30_000);
  rename('two');
  await pass(30_000);
  expect(editor.getState().toasts).toHaveLength(1);
  fault = null;
  await pass(6000);
  expect(titles()).toEqual(['two']);
  fault = new FaultError({ code: 'disk-full' });
  rename('three');
  await pass(2000);
  expect(editor.getState().toasts).toHaveLength(2);
});

test('what an earlier session has left goes only when this one has a draft of its own', async () => {
  drafts.set('left', { path: null, mapId: 'x', text: '', baseHash: null });
  rename('one');
  fault = new FaultError({ code: 'disk-full' });
  await adoptDraft('left');
  expect([...drafts.keys()]).toEqual(['left']);
  fault = null;
  await adoptDraft('left');
  expect([...drafts.keys()]).toEqual([FILE.path]);
});
