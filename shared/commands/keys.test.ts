import { describe, expect, test } from 'vitest';
import { electronAccelerator, keyLabel, matchesKey, type PressedKey } from './keys';

const press = (
  key: string,
  modifiers = '',
  code = /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key,
): PressedKey => ({
  key,
  code,
  ctrlKey: modifiers.includes('C'),
  metaKey: modifiers.includes('M'),
  altKey: modifiers.includes('A'),
  shiftKey: modifiers.includes('S'),
});

describe('a press means a command', () => {
  test.each<[string, PressedKey, pc: boolean, mac: boolean]>([
    ['Mod+Z', press('z', 'C'), true, false],
    ['Mod+Z', press('z', 'M'), false, true],
    ['Mod+Z', press('z', 'CM'), false, false],
    ['Mod+Z', press('Z', 'CS'), false, false],
    ['Mod+Z', press('z'), false, false],
    ['Mod+Z', press('z', 'CA'), false, false],
    ['Mod+Shift+Z', press('Z', 'CS'), true, false],
    ['Mod+Shift+Z', press('z', 'MS'), false, true],
    ['T', press('t'), true, true],
    ['T', press('T'), true, true],
    ['T', press('T', 'S'), false, false],
    ['T', press('t', 'C'), false, false],
    ['Delete', press('Delete'), true, true],
    ['Delete', press('Delete', 'S'), false, false],
    ['Alt+ArrowLeft', press('ArrowLeft', 'A'), true, true],
    ['Alt+ArrowLeft', press('ArrowLeft'), false, false],
    ['F2', press('F2'), true, true],
  ])('%s: %j', (written, pressed, pc, mac) => {
    expect([matchesKey(written, pressed, false), matchesKey(written, pressed, true)]).toEqual([pc, mac]);
  });

  test('letters go by what is typed: Z lies where Y is on other keyboards', () => {
    expect(matchesKey('Mod+Z', press('z', 'C', 'KeyY'), false)).toBe(true);
    expect(matchesKey('Mod+Z', press('y', 'C', 'KeyZ'), false)).toBe(false);
  });

  test('with Alt, where a Mac types other characters, by where the key lies', () => {
    expect(matchesKey('Mod+Alt+B', press('∫', 'MA', 'KeyB'), true)).toBe(true);
    expect(matchesKey('Mod+Alt+B', press('b', 'CA', 'KeyB'), false)).toBe(true);
    expect(matchesKey('Mod+Alt+B', press('∫', 'A', 'KeyB'), true)).toBe(false);
    expect(matchesKey('Alt+1', press('¡', 'A', 'Digit1'), true)).toBe(true);
    expect(matchesKey('Alt+1', press('&', 'A', 'Digit1'), false)).toBe(true);
    expect(matchesKey('Alt+1', press('1', '', 'Digit1'), false)).toBe(false);
  });

  test('keyboards without Latin letters have the commands where the letters would be', () => {
    expect(matchesKey('Mod+Z', press('я', 'C', 'KeyZ'), false)).toBe(true);
    expect(matchesKey('Mod+Shift+Z', press('Ζ', 'MS', 'KeyZ'), true)).toBe(true);
    expect(matchesKey('T', press('е', '', 'KeyT'), false)).toBe(true);
    expect(matchesKey('L', press('ñ', '', 'KeyL'), false)).toBe(false);
    expect(matchesKey('Mod+Y', press('я', 'C', 'KeyZ'), false)).toBe(false);
  });

  test.each([
    ['Mod++', press('+', 'C', 'Equal')],
    ['Mod++', press('+', 'CS', 'Equal')],
    ['Mod++', press('+', 'C', 'NumpadAdd')],
    ['Mod+=', press('=', 'C', 'Equal')],
    ['Mod+-', press('-', 'C', 'Minus')],
    ['Mod+0', press('0', 'C', 'Digit0')],
    ['Mod+,', press(',', 'C', 'Comma')],
    ['1', press('1', '', 'Digit1')],
    ['1', press('1', 'S', 'Digit1')],
    ['?', press('?', 'S', 'Slash')],
    ['?', press('?', '', 'Slash')],
    [']', press(']', '', 'BracketRight')],
    ['+', press('+', 'S', 'Equal')],
  ])('signs count where they are typed, with Shift or without: %s', (written, pressed) => {
    expect(matchesKey(written, pressed, false)).toBe(true);
    expect(matchesKey(written, { ...pressed, ctrlKey: !pressed.ctrlKey }, false)).toBe(false);
  });

  test('the digit’s key with Shift is another sign on most keyboards', () => {
    expect(matchesKey('1', press('!', 'S', 'Digit1'), false)).toBe(false);
  });
});

test.each([
  ['Mod+Shift+Z', 'Ctrl+Shift+Z', '⇧⌘Z', 'CmdOrCtrl+Shift+Z'],
  ['Mod+Alt+B', 'Ctrl+Alt+B', '⌥⌘B', 'CmdOrCtrl+Alt+B'],
  ['Mod++', 'Ctrl++', '⌘+', 'CmdOrCtrl+Plus'],
  ['+', '+', '+', 'Plus'],
  ['Alt+ArrowLeft', 'Alt+←', '⌥←', 'Alt+Left'],
  ['Delete', 'Del', '⌦', 'Delete'],
  ['Backspace', '⌫', '⌫', 'Backspace'],
  ['T', 'T', 'T', 'T'],
  ['Mod+,', 'Ctrl+,', '⌘,', 'CmdOrCtrl+,'],
])('%s reads %s, on a Mac %s, in menus %s', (written, pc, mac, menu) => {
  expect([keyLabel(written, false), keyLabel(written, true), electronAccelerator(written)]).toEqual([pc, mac, menu]);
});
