/** A pressed key as a browser reports it; the part of a KeyboardEvent that is needed to tell which command it means. */
export interface PressedKey {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/**
 * Whether a press is the one written as `Mod+Shift+Z`. Letters and digits go by what the key types, so that they
 * hold on every keyboard layout; with Alt, which types other characters on a Mac, and on keyboards without Latin
 * letters also by where the key lies.
 */
export function matchesKey(written: string, press: PressedKey, mac: boolean): boolean {
  const parts = written.split(/\+(?!$)/);
  const key = parts.at(-1) ?? '';
  const mod = parts.includes('Mod');
  if ((mac ? press.metaKey : press.ctrlKey) !== mod || (mac ? press.ctrlKey : press.metaKey)) return false;
  if (press.altKey !== parts.includes('Alt')) return false;
  const typed = press.key.length === 1 ? press.key.toUpperCase() : press.key;
  if (key.length === 1 && !/[A-Z]/.test(key)) {
    // A sign may need Shift on one layout and not on another: what counts is that it was typed.
    return typed === key || (press.altKey && press.code === `Digit${key}`);
  }
  if (press.shiftKey !== parts.includes('Shift')) return false;
  const byPlace = press.altKey || NOT_LATIN.test(press.key);
  return typed === key || (byPlace && press.code === `Key${key}`);
}

/** One letter of another script: Greek, Cyrillic, Hebrew. */
const NOT_LATIN = /^(?!\p{Script=Latin})\p{L}$/u;

const SIGNS: Record<string, string> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Delete: 'Del',
  Backspace: '⌫',
  Enter: '⏎',
};
const MAC_SIGNS: Record<string, string> = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Delete: '⌦' };

/** Keys as people read them: `Ctrl+Shift+Z`, on a Mac `⇧⌘Z`. */
export function keyLabel(written: string, mac: boolean): string {
  const parts = written.split(/\+(?!$)/);
  if (!mac) return parts.map((part) => (part === 'Mod' ? 'Ctrl' : (SIGNS[part] ?? part))).join('+');
  const order = ['Alt', 'Shift', 'Mod'];
  const sorted = [...parts].sort((a, b) => order.indexOf(a) - order.indexOf(b));
  const modifiers = sorted.filter((part) => order.includes(part));
  const rest = parts.filter((part) => !order.includes(part));
  return [...modifiers, ...rest].map((part) => MAC_SIGNS[part] ?? SIGNS[part] ?? part).join('');
}

/** Keys as Electron's menus take them: `CmdOrCtrl+Shift+Z`. */
export function electronAccelerator(written: string): string {
  return written
    .split(/\+(?!$)/)
    .map((part) =>
      part === 'Mod' ? 'CmdOrCtrl' : part.startsWith('Arrow') ? part.slice(5) : part === '+' ? 'Plus' : part,
    )
    .join('+');
}
