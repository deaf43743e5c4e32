import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { COMMANDS, type CommandId } from '../../shared/commands/table';
import { stagesOf } from '../../shared/document/create';
import { validateMap } from '../../shared/document/read';
import { ELEMENT_KINDS } from '../../shared/document/schema';
import { openInEditor, smallMap } from '../../test/fixtures/editor-with';
import { editor } from '../store/editor';
import { showMap, undo } from '../store/history';
import { currentPicture } from '../store/picture';
import { select } from '../store/selection';
import { addAt, addLines } from './add';
import { commandStateOf } from './command-state';
import { listenToKeys } from './keyboard';
import { readingOrder, stepThroughCards } from './reading-order';
import { runCommand } from './run';

const state = () => editor.getState();
const element = (id: string) => state().map.elements[id]!;
const added = () => Object.values(state().map.elements).filter(({ id }) => !smallMap().elements[id]);

let stopListening: () => void;
beforeEach(() => {
  openInEditor();
  stopListening = listenToKeys();
});
afterEach(() => {
  stopListening();
  document.body.replaceChildren();
});

describe('every command that changes the map', () => {
  const CHANGES: [CommandId, selection: string[]][] = [
    ['duplicate', ['a', 'b']],
    ['deleteSelection', ['a', 's2', 'ab']],
    ['connectSelection', ['b', 'c', 'a']],
    ['tidy', []],
    ['alignLeft', ['a', 'c']],
    ['alignCentre', ['a', 'c']],
    ['alignRight', ['a', 'c']],
    ['alignTop', ['a', 'b']],
    ['alignMiddle', ['a', 'b']],
    ['alignBottom', ['a', 'b']],
    ['bringToFront', ['a']],
    ['sendToBack', ['c']],
    ['moveEarlier', ['s2']],
    ['moveLater', ['s1']],
    ['addLane', []],
    ...ELEMENT_KINDS.map((kind): [CommandId, string[]] => [`add:${kind}`, ['a']]),
  ];

  test.each(CHANGES)('%s is one step that leaves a valid map and can be taken back', (id, selection) => {
    select(selection);
    const before = state().map;
    expect(runCommand(id)).toBe(true);
    expect(state().past).toHaveLength(1);
    expect(state().past[0]?.label).not.toMatch(/^$|^(steps|commands)\./);
    expect(state().map).not.toBe(before);
    expect(validateMap(state().map)).toEqual({ map: state().map });
    undo();
    expect(state().map).toEqual(before);
    expect(state().selection).toEqual(selection);
  });

  test('does nothing where it can’t be used', () => {
    for (const [id] of CHANGES) {
      showMap(smallMap(), { readOnly: true, selection: ['a', 'b', 's1'] });
      const before = state();
      expect(runCommand(id), id).toBe(false);
      expect(state(), id).toBe(before);
    }
  });
});

test('what is selected decides which commands can be used', () => {
  select(['a', 's1', 'ab', 'ghost']);
  expect(commandStateOf(state())).toEqual({
    elements: 2,
    cards: 1,
    stages: 1,
    connections: 1,
    total: 5,
    canUndo: false,
    canRedo: false,
    unsaved: false,
    readOnly: false,
  });
});

describe('adding', () => {
  test('by key goes to the lane of its kind and the stage at hand, ready to type', () => {
    select(['c']);
    runCommand('add:touchpoint');
    const [card] = added();
    expect(card).toMatchObject({ kind: 'touchpoint', stage: 's2', lane: 'l' });
    expect(state()).toMatchObject({ selection: [card!.id], editing: { id: card!.id, what: 'title' } });
    expect(currentPicture().layout.cards.get(card!.id)!.y).toBeGreaterThan(currentPicture().layout.cards.get('c')!.y);
  });

  test('a kind without a lane waits in the parking row', () => {
    runCommand('add:note');
    expect(added()).toMatchObject([{ kind: 'note', stage: null, lane: null }]);
  });

  test('dropped: its middle under the pointer, with the persona it was dragged from', () => {
    addAt('decision', { x: 430, y: 150 }, 'ghost');
    expect(added()).toMatchObject([
      { kind: 'decision', stage: 's2', lane: 'l', x: 430 - 66 - 320, y: 150 - 32 - 56, personas: ['ghost'] },
    ]);
  });

  test.each([
    [130, ['new', 'First', 'Second']],
    [300, ['First', 'new', 'Second']],
    [340, ['First', 'new', 'Second']],
    [520, ['First', 'Second', 'new']],
    [5000, ['First', 'Second', 'new']],
  ])('a stage dropped at %i goes between the ones there', (x, expected) => {
    addAt('stage', { x, y: 10 });
    expect(stagesOf(state().map).map(({ title }) => title || 'new')).toEqual(expected);
  });

  test('lines become cards below each other, one step', () => {
    select(['c']);
    addLines(['one', 'two', 'three']);
    const cards = added();
    expect(cards.map(({ title, kind, stage, lane }) => [title, kind, stage, lane])).toEqual(
      ['one', 'two', 'three'].map((title) => [title, 'touchpoint', 's2', 'l']),
    );
    expect([state().past.length, state().selection]).toEqual([1, cards.map(({ id }) => id)]);
    const boxes = cards.map(({ id }) => currentPicture().layout.cards.get(id)!);
    for (const [index, box] of boxes.entries())
      if (index > 0) expect(box.y).toBeGreaterThanOrEqual(boxes[index - 1]!.y + boxes[index - 1]!.height);
  });
});

describe('reading order', () => {
  test('heads first, then row by row, cell by cell, from top to bottom', () => {
    expect(readingOrder(currentPicture().layout)).toEqual(['s1', 's2', 'a', 'b', 'c']);
  });

  test('is walked from either end, and ends', () => {
    expect([stepThroughCards(1), state().selection]).toEqual([true, ['s1']]);
    select(['b']);
    expect([stepThroughCards(1), state().selection]).toEqual([true, ['c']]);
    expect([stepThroughCards(1), state().selection]).toEqual([false, ['c']]);
    expect([stepThroughCards(-1), state().selection]).toEqual([true, ['b']]);
    select([]);
    expect([stepThroughCards(-1), state().selection]).toEqual([true, ['c']]);
  });
});

describe('keys', () => {
  const press = (key: string, init: KeyboardEventInit = {}, target: EventTarget = document.body) => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init });
    target.dispatchEvent(event);
    return event.defaultPrevented;
  };
  const field = () => {
    const input = document.createElement('input');
    document.body.append(input);
    return input;
  };

  test('add, delete, take back and do again', () => {
    expect(press('t')).toBe(true);
    expect(added()).toMatchObject([{ kind: 'touchpoint' }]);
    press('Delete');
    expect(added()).toEqual([]);
    press('z', { ctrlKey: true });
    expect(added()).toHaveLength(1);
    press('Z', { ctrlKey: true, shiftKey: true });
    expect(added()).toEqual([]);
  });

  test('mean letters while a field has the focus, but for a few', () => {
    const before = state();
    for (const key of ['t', 'Delete', 'Backspace', 'ArrowLeft', '1']) expect(press(key, {}, field())).toBe(false);
    for (const key of ['z', 'a', 'd']) expect(press(key, { ctrlKey: true }, field())).toBe(false);
    expect(state()).toBe(before);
    expect(press('k', { ctrlKey: true }, field())).toBe(true);
    expect(state().dialog).toEqual({ name: 'commandPalette' });
  });

  test('rest while a dialog is open, while characters are composed, and where a control has used the press', () => {
    editor.setState({ dialog: { name: 'keys' } });
    press('t');
    editor.setState({ dialog: null });
    press('t', { isComposing: true });
    const button = document.createElement('button');
    button.addEventListener('keydown', (event) => event.preventDefault());
    document.body.append(button);
    press('t', {}, button);
    select(['a']);
    expect(press('Enter', {}, document.body.appendChild(document.createElement('button')))).toBe(false);
    expect([added(), state().editing]).toEqual([[], null]);
  });

  test('leave copying and pasting to the events of the clipboard', () => {
    select(['a']);
    for (const key of ['c', 'x', 'v']) expect(press(key, { ctrlKey: true })).toBe(false);
    expect(state().past).toEqual([]);
  });

  test('Escape gives a gesture up first, then the selection', () => {
    select(['a']);
    editor.setState({ gesture: { type: 'resizeStage', id: 's1', width: 300 } });
    press('Escape');
    expect([state().gesture, state().selection]).toEqual([null, ['a']]);
    press('Escape');
    expect(state().selection).toEqual([]);
  });

  test('arrows move the selected cards by 4, with Shift by 32; held down it is one step', () => {
    select(['a', 's1']);
    for (let times = 0; times < 3; times++) expect(press('ArrowRight')).toBe(true);
    press('ArrowDown', { shiftKey: true });
    window.dispatchEvent(new KeyboardEvent('keyup', { key: 'ArrowDown' }));
    expect([element('a').x, element('a').y, state().past.length]).toEqual([16 + 12, 10 + 32, 1]);
    press('ArrowLeft');
    expect([element('a').x, state().past.length]).toEqual([24, 2]);
    undo();
    undo();
    expect([element('a').x, element('a').y]).toEqual([16, 10]);
  });

  test('with Alt, arrows move the selected stage', () => {
    select(['s1']);
    press('ArrowRight', { altKey: true });
    expect(stagesOf(state().map).map(({ id }) => id)).toEqual(['s2', 's1']);
    expect(press('ArrowRight', { altKey: true })).toBe(true);
    expect(state().past).toHaveLength(1);
  });

  test('no listener stays behind', () => {
    stopListening();
    press('t');
    expect(added()).toEqual([]);
  });
});

test('selecting everything, and all of a kind', () => {
  runCommand('selectAll');
  expect(state().selection).toEqual(['a', 'b', 'c']);
  select(['s1']);
  runCommand('selectSameKind');
  expect(state().selection).toEqual(['s1', 's2']);
});

test('renaming begins with what is selected', () => {
  select(['ab']);
  expect([runCommand('rename'), state().editing]).toEqual([true, { id: 'ab', what: 'label' }]);
  select(['s1']);
  expect([runCommand('rename'), state().editing]).toEqual([true, { id: 's1', what: 'title' }]);
  select(['a', 'b']);
  expect(runCommand('rename')).toBe(false);
});

test('each command of the table that opens something opens it', () => {
  const opens: CommandId[] = [
    'newMap',
    'importNumbers',
    'exportMap',
    'mapProperties',
    'preferences',
    'commandPalette',
    'manageLanes',
    'showKeys',
  ];
  const dialogs = opens.map((id) => {
    runCommand(id);
    return state().dialog?.name;
  });
  expect(dialogs).toEqual([
    'newMap',
    'importNumbers',
    'export',
    'mapProperties',
    'preferences',
    'commandPalette',
    'lanes',
    'keys',
  ]);
  expect(COMMANDS.filter(({ id }) => opens.includes(id))).toHaveLength(opens.length);
});
