import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import { interHas, registerFonts } from './fonts';

/**
 * Which font of the system shows what Inter lacks. The drawing library does not look for one by itself: it must be
 * told. It does not say either what a font holds, so that is found by drawing: a font draws the same for a character
 * that it lacks as for one that Unicode has not assigned.
 */

/** Asked in this order; then all others by name. The order is fixed, so the same map always looks the same here. */
const PREFERRED = [
  /^(Segoe UI|Helvetica Neue|Noto Sans)$/,
  /^(PingFang|Hiragino Sans|Apple SD Gothic|Microsoft YaHei|Yu Gothic|Malgun Gothic|Microsoft JhengHei)/,
  /^(Noto Sans|Source Han Sans) ?CJK/,
  /^Noto Sans /,
  /^(Nirmala UI|Leelawadee UI|Ebrima|Gadugi|Arial Unicode MS|DejaVu Sans|Liberation Sans|Arial)$/,
  /^(Apple Symbols|Segoe UI Symbol|Symbola)$/,
];

const EMOJI_FAMILY = /emoji/i;
/** Signs that are pictures unless something else is asked for. */
const EMOJI = /\p{Emoji_Presentation}|\p{Regional_Indicator}|\ufe0f/u;

/** Fonts that have a sign for everything, and the hidden ones of macOS. */
const UNWANTED = /last ?resort|^\.|adobe blank/i;

/** Shown by nothing at all, rightly so: marks of layout, joiners, selectors, blanks. */
const INVISIBLE = /^[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]$/u;

/** Members of a sequence that need no glyph of their own: halves of flags, skin tones, tags, the keycap's frame. */
const JOINS_IN = /^(?:\p{Regional_Indicator}|\p{Emoji_Modifier}|[\u{E0020}-\u{E007F}]|\u20E3)$/u;

/** Not assigned, and not to be. */
const NO_CHARACTER = '\u0378';

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const fallbacks = new Map<string, string | null>();
const looks = new Map<string, Buffer>();
let families: { all: readonly string[]; emoji: readonly string[] } | null = null;
let probe: SKRSContext2D | null = null;

const SIZE = 20;
const WIDTH = 120;
const HEIGHT = 32;

/** The CSS font families for a text: Inter, then those of the system that its characters need. */
export function familiesFor(text: string): string {
  const needed = new Set<string>();
  for (const character of unusual(text)) {
    const family = fallbackFor(character);
    if (family !== null) needed.add(family);
  }
  return ['Inter', ...[...needed].map((family) => `"${family}"`)].join(', ');
}

export interface GlyphReport {
  /** Characters that no font on this machine can show, each once, in the order they come. */
  missing: string[];
  /** Characters shown with a font of the system in place of Inter, each once. */
  substituted: string[];
}

/** What of some texts is not shown with Inter. A sequence that makes one sign, as a family of emoji, counts as one. */
export function reportGlyphs(texts: Iterable<string>): GlyphReport {
  const missing = new Set<string>();
  const substituted = new Set<string>();
  for (const text of texts) {
    for (const character of unusual(text)) (fallbackFor(character) === null ? missing : substituted).add(character);
  }
  return { missing: [...missing], substituted: [...substituted] };
}

/** Finds which of some characters is drawn like another one, with the fonts that it is shown with. */
export function lookalikes(candidates: Iterable<string>): (character: string) => string | null {
  const byFamilies = new Map<string, Map<string, string>>();
  for (const candidate of candidates) {
    if (INVISIBLE.test(candidate) || (!interShows(candidate) && fallbackFor(candidate) === null)) continue;
    const families = familiesFor(candidate);
    const byLook = byFamilies.get(families) ?? new Map<string, string>();
    byFamilies.set(families, byLook);
    byLook.set(drawn(families, candidate).toString('latin1'), candidate);
  }
  return (character) => {
    for (const [families, byLook] of byFamilies) {
      const found = byLook.get(drawn(families, character).toString('latin1'));
      if (found !== undefined) return found;
    }
    return null;
  };
}

/** The signs of a text that Inter can't show. */
function unusual(text: string): string[] {
  if (interShows(text)) return [];
  return [...graphemes.segment(text)].map(({ segment }) => segment).filter((segment) => !interShows(segment));
}

function interShows(text: string): boolean {
  for (const character of text) {
    if (!interHas(character.codePointAt(0) ?? 0) && !INVISIBLE.test(character)) return false;
  }
  return true;
}

function fallbackFor(grapheme: string): string | null {
  let family = fallbacks.get(grapheme);
  if (family === undefined) {
    family = findFallback(grapheme);
    fallbacks.set(grapheme, family);
  }
  return family;
}

function findFallback(grapheme: string): string | null {
  const { all, emoji } = systemFamilies();
  const candidates = EMOJI.test(grapheme) ? [...emoji, ...all] : all;
  // One look at all fonts together spares hundreds of looks for what none has.
  if (!fontsShow(candidates, grapheme)) return null;
  return candidates.find((family) => fontsShow([family], grapheme)) ?? null;
}

function systemFamilies() {
  if (families) return families;
  registerFonts();
  const rank = (name: string) => {
    const place = PREFERRED.findIndex((pattern) => pattern.test(name));
    return place < 0 ? PREFERRED.length : place;
  };
  const all = [...new Set(GlobalFonts.families.map(({ family }) => family))]
    .filter((family) => family !== 'Inter' && !UNWANTED.test(family) && !/["\\]/.test(family))
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  families = { all, emoji: all.filter((family) => EMOJI_FAMILY.test(family)) };
  return families;
}

function fontsShow(candidates: readonly string[], grapheme: string): boolean {
  const characters = [...grapheme].filter((character) => !INVISIBLE.test(character));
  const font = candidates.map((family) => `"${family}"`).join(', ');
  const shows = (text: string, length: number) => !drawn(font, text).equals(drawnMissing(font, length));
  if (candidates.length === 0 || !shows(grapheme, characters.length))
    return candidates.length > 0 && characters.length === 0;
  return characters.length < 2 || characters.every((character) => JOINS_IN.test(character) || shows(character, 1));
}

function drawnMissing(font: string, length: number): Buffer {
  const key = `${length} ${font}`;
  let look = looks.get(key);
  if (!look) {
    look = drawn(font, NO_CHARACTER.repeat(length));
    looks.set(key, look);
  }
  return look;
}

/** The pixels of a text and, in front of them, its width: blanks of different widths differ too. */
function drawn(font: string, text: string): Buffer {
  probe ??= createCanvas(WIDTH, HEIGHT).getContext('2d');
  probe.font = `${SIZE}px ${font}`;
  probe.clearRect(0, 0, WIDTH, HEIGHT);
  probe.fillText(text, 4, SIZE + 4);
  const width = Buffer.alloc(8);
  width.writeDoubleLE(probe.measureText(text).width);
  return Buffer.concat([width, Buffer.from(probe.getImageData(0, 0, WIDTH, HEIGHT).data)]);
}
