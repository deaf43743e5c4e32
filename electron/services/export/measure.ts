import { createCanvas } from '@napi-rs/canvas';
import { cssFont } from '../../../shared/figures/paint-canvas';
import { printableText } from '../../../shared/figures/paint-text';
import { type MeasureText, rememberWidths } from '../../../shared/figures/text';
import { registerFonts } from './fonts';
import { familiesFor } from './missing-glyphs';

/** Widths grow in proportion to the size; measuring large keeps the rounding of small sizes out. */
const SIZE = 100;

/** Measures with Inter, and with the fonts of the system that an export uses for what Inter lacks. */
export function createMeasure(): MeasureText {
  registerFonts();
  const context = createCanvas(1, 1).getContext('2d');
  const widths = rememberWidths((text, font) => {
    context.font = cssFont(font, familiesFor(text));
    return context.measureText(text).width;
  });
  return (text, font) => (widths(printableText(text), { weight: font.weight, size: SIZE }) * font.size) / SIZE;
}
