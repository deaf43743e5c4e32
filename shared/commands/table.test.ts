import { describe, expect, test } from 'vitest';
import { ELEMENT_KINDS } from '../document/schema';
import { ICONS } from '../figures/icons';
import { createTranslator, LANGUAGES } from '../language/translator';
import { COMMANDS, type CommandState, commandById, isEnabled } from './table';

const NOTHING: CommandState = {
  elements: 0,
  cards: 0,
  stages: 0,
  connections: 0,
  total: 0,
  canUndo: false,
  canRedo: false,
  unsaved: false,
  readOnly: false,
};
const EVERYTHING: CommandState = {
  elements: 9,
  cards: 8,
  stages: 1,
  connections: 2,
  total: 20,
  canUndo: true,
  canRedo: true,
  unsaved: true,
  readOnly: false,
};

test('ids are unique, and each is found', () => {
  expect(new Set(COMMANDS.map(({ id }) => id)).size).toBe(COMMANDS.length);
  for (const command of COMMANDS) expect(commandById(command.id)).toBe(command);
  expect(() => commandById('toString')).toThrow(RangeError);
});

test.each([
  ['desktop', 0],
  ['browser', -1],
])('no two commands show the same key on the %s, and none listens to another’s', (_, at) => {
  const shown = COMMANDS.flatMap(({ keys }) => keys.at(at) ?? []);
  expect(new Set(shown).size).toBe(shown.length);
  const all = COMMANDS.flatMap(({ keys }) => keys);
  expect(new Set(all).size).toBe(all.length);
});

test('keys are written in one way: modifiers in order, then a capital, a sign or a named key', () => {
  for (const { id, keys } of COMMANDS) {
    for (const written of keys) {
      expect(written, id).toMatch(
        /^(Mod\+)?(Alt\+)?(Shift\+)?([A-Z]|[^A-Za-z\s]|F\d+|Delete|Backspace|Enter|Arrow(Left|Right|Up|Down))$/,
      );
    }
  }
});

test.each(LANGUAGES)('every command has a name of its own in %s', (language) => {
  const t = createTranslator(language);
  const names = COMMANDS.map(({ label, id }) => {
    const name = t(label);
    expect(name, id).not.toBe(label);
    expect(name.trim(), id).not.toBe('');
    return name;
  });
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test('icons are there, and groups of a menu follow each other', () => {
  for (const { icon, id } of COMMANDS) if (icon) expect(ICONS[icon], id).toMatch(/^M/i);
  for (const menu of new Set(COMMANDS.map((command) => command.menu))) {
    const groups = new Set(COMMANDS.filter((command) => command.menu === menu).map(({ group }) => group));
    expect(
      [...groups].sort((a, b) => a - b),
      menu,
    ).toEqual([...groups.keys()].sort((a, b) => a - b));
    expect(groups.has(0), menu).toBe(menu !== 'insert' ? true : groups.has(0));
  }
});

test('each kind can be added by a key of one letter', () => {
  for (const kind of ELEMENT_KINDS) {
    const command = commandById(`add:${kind}`);
    expect(command.keys).toEqual([expect.stringMatching(/^[A-Z]$/)]);
    expect([command.menu, command.changes, command.label]).toEqual(['insert', true, `kinds.${kind}.one`]);
  }
});

describe('when a command can be used', () => {
  const usable = (state: CommandState) => COMMANDS.filter((command) => isEnabled(command, state)).map(({ id }) => id);

  test('with everything at hand: all of them', () => {
    expect(usable(EVERYTHING)).toEqual(COMMANDS.map(({ id }) => id).filter((id) => id !== 'rename'));
    expect(isEnabled(commandById('rename'), { ...NOTHING, elements: 1, cards: 1 })).toBe(true);
    expect(isEnabled(commandById('rename'), { ...NOTHING, connections: 1 })).toBe(true);
  });

  test('with nothing selected: none that needs a selection', () => {
    const ids = usable(NOTHING);
    for (const id of [
      'undo',
      'redo',
      'cut',
      'copy',
      'duplicate',
      'deleteSelection',
      'rename',
      'alignLeft',
      'tidy',
      'bringToFront',
      'moveLater',
    ]) {
      expect(ids).not.toContain(id);
    }
    for (const id of ['newMap', 'save', 'paste', 'selectAll', 'find', 'zoomIn', 'add:note', 'add:stage'])
      expect(ids).toContain(id);
  });

  test('a map that can only be looked at: none that changes it', () => {
    const ids = usable({ ...EVERYTHING, readOnly: true });
    for (const { id, changes } of COMMANDS) if (changes) expect(ids).not.toContain(id);
    for (const id of ['copy', 'exportMap', 'find', 'zoomIn', 'openMap', 'selectAll', 'toggleTheme'])
      expect(ids).toContain(id);
    for (const id of ['undo', 'redo', 'paste', 'cut', 'tidy', 'add:note']) expect(ids).not.toContain(id);
  });

  test.each([
    ['alignLeft', { cards: 1, elements: 1 }, false],
    ['alignLeft', { cards: 2, elements: 2 }, true],
    ['distributeVertically', { cards: 2, elements: 2 }, false],
    ['distributeVertically', { cards: 3, elements: 3 }, true],
    ['moveEarlier', { stages: 1, elements: 1 }, true],
    ['moveEarlier', { stages: 2, elements: 2 }, false],
    ['deleteSelection', { connections: 1 }, true],
    ['duplicate', { stages: 1, elements: 1 }, false],
    ['connectSelection', { cards: 2, elements: 2 }, true],
  ] as const)('%s with %j: %s', (id, state, expected) => {
    expect(isEnabled(commandById(id), { ...NOTHING, ...state })).toBe(expected);
  });
});
