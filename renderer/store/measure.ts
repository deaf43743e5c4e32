import { type MeasureText, rememberWidths } from '../../shared/figures/text';

/** Widths grow in proportion to the size, so each weight is measured at one large size, where rounding is smallest. */
const MEASURED_AT = 100;

/** Measures text on a canvas. Inter must be loaded before the first call, or the fallback font is measured. */
function canvasMeasure(): MeasureText {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new Error('This browser has no canvas.');
  context.fontKerning = 'normal';
  context.textRendering = 'geometricPrecision';
  let weight = 0;
  return (text, font) => {
    if (font.weight !== weight) {
      weight = font.weight;
      context.font = `${weight} ${MEASURED_AT}px Inter, sans-serif`;
    }
    return (context.measureText(text).width * font.size) / MEASURED_AT;
  };
}

let current: MeasureText | null = null;

/** The measure of this window; the same widths for every part that draws. */
export function measureText(): MeasureText {
  current ??= rememberWidths(canvasMeasure());
  return current;
}

/** Tests run without a canvas and bring a measure of their own. */
export function setMeasure(measure: MeasureText): void {
  current = measure;
}
