import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { GlobalFonts } from '@napi-rs/canvas';
import type { Font } from '../../../shared/figures/primitives';
import { charactersIn, withoutContextualForms } from './font-file';

const FILES: Record<Font['weight'], string> = {
  400: '400Regular/Inter_400Regular.ttf',
  500: '500Medium/Inter_500Medium.ttf',
  600: '600SemiBold/Inter_600SemiBold.ttf',
  700: '700Bold/Inter_700Bold.ttf',
};

const require = createRequire(import.meta.url);
const loaded = new Map<Font['weight'], Buffer>();
let registered = false;
let characters: ReadonlySet<number> | null = null;

/**
 * Inter in a weight, as TrueType, without contextual forms. Read through Node's file system, which also sees into an
 * asar archive, so the files may lie packed or unpacked.
 */
export function interFile(weight: Font['weight']): Buffer {
  let file = loaded.get(weight);
  if (!file) {
    file = withoutContextualForms(readFileSync(require.resolve(`@expo-google-fonts/inter/${FILES[weight]}`)));
    loaded.set(weight, file);
  }
  return file;
}

/** Makes Inter known to the drawing library, in all weights, under its own name. Doing it again does nothing. */
export function registerFonts(): void {
  if (registered) return;
  for (const weight of [400, 500, 600, 700] as const) {
    if (!GlobalFonts.register(interFile(weight), 'Inter')) throw new Error(`Inter ${weight} could not be registered`);
  }
  registered = true;
}

/** Whether Inter itself has a character. All weights have the same. */
export function interHas(codePoint: number): boolean {
  characters ??= charactersIn(interFile(400));
  return characters.has(codePoint);
}
