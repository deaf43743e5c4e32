import { describe, expect, it } from 'vitest';
import { type PaintContext, paintCanvas } from './paint-canvas';
import type { Primitive } from './primitives';

/** Writes down what is painted, with the settings that count at that moment. */
class RecordingContext implements PaintContext<string, string> {
  readonly log: string[] = [];
  fillStyle: unknown = '';
  strokeStyle: unknown = '';
  globalAlpha = 1;
  lineWidth = 1;
  lineCap: 'butt' | 'round' | 'square' = 'butt';
  lineJoin: 'bevel' | 'miter' | 'round' = 'miter';
  font = '';
  textAlign: 'center' | 'end' | 'left' | 'right' | 'start' = 'start';
  textBaseline: 'alphabetic' | 'bottom' | 'hanging' | 'ideographic' | 'middle' | 'top' = 'top';
  direction: 'inherit' | 'ltr' | 'rtl' = 'inherit';
  depth = 0;
  private dashes: number[] = [];
  save = () => {
    this.depth++;
    this.log.push('save');
  };
  restore = () => {
    this.depth--;
    this.log.push('restore');
  };
  translate = (x: number, y: number) => void this.log.push(`translate ${x} ${y}`);
  scale = (x: number) => void this.log.push(`scale ${x}`);
  setLineDash = (dashes: number[]) => {
    this.dashes = dashes;
  };
  beginPath = () => undefined;
  roundRect = (...box: number[]) => void this.log.push(`roundRect ${box.join(' ')}`);
  rect = (...box: number[]) => void this.log.push(`rect ${box.join(' ')}`);
  clip = () => void this.log.push('clip');
  fill = (path?: string) => void this.log.push(`fill ${this.fillStyle} ${this.globalAlpha}${path ? ` ${path}` : ''}`);
  stroke = (path?: string) =>
    void this.log.push(
      `stroke ${this.strokeStyle} ${this.lineWidth} ${this.lineCap} ${this.lineJoin} [${this.dashes}] ${this.globalAlpha}${path ? ` ${path}` : ''}`,
    );
  fillText = (text: string, x: number, y: number) =>
    void this.log.push(
      `text ${text} ${x} ${y} ${this.font} ${this.textAlign} ${this.textBaseline} ${this.fillStyle} ${this.globalAlpha}`,
    );
  drawImage = (image: string, ...numbers: number[]) => void this.log.push(`image ${image} ${numbers.join(' ')}`);
}

function paint(
  primitives: readonly Primitive[],
  tools: Partial<Parameters<typeof paintCanvas<string, string>>[2]> = {},
) {
  const context = new RecordingContext();
  paintCanvas<string, string>(context, primitives, { path: (d) => d, picture: () => undefined, ...tools });
  expect(context.depth).toBe(0);
  return context.log.slice(1, -1);
}

describe('canvas painter', () => {
  it('paints rectangles with corners no rounder than they can be', () => {
    expect(
      paint([
        { type: 'rect', x: 1, y: 2, width: 10, height: 6, radius: 9, fill: '#ffffff', stroke: '#000000', dash: [2, 1] },
      ]),
    ).toEqual(['roundRect 1 2 10 6 3', 'fill #ffffff 1', 'stroke #000000 1 butt miter [2,1] 1']);
    expect(paint([{ type: 'rect', x: 1, y: 2, width: 10, height: 6, fill: '#ffffff' }])).toEqual([
      'rect 1 2 10 6',
      'fill #ffffff 1',
    ]);
  });

  it('moves and scales paths with their strokes', () => {
    expect(
      paint([
        {
          type: 'path',
          d: 'M0 0h1',
          x: 3,
          y: 4,
          scale: 0.5,
          stroke: '#123456',
          strokeWidth: 2,
          lineCap: 'round',
          lineJoin: 'round',
        },
      ]),
    ).toEqual(['save', 'translate 3 4', 'scale 0.5', 'stroke #123456 2 round round [] 1 M0 0h1', 'restore']);
  });

  it('forgets dashes before the next line', () => {
    const line = { type: 'path', d: 'M0 0', stroke: '#000000' } as const;
    expect(paint([{ ...line, dash: [3] }, line]).filter((entry) => entry.startsWith('stroke'))).toEqual([
      'stroke #000000 1 butt miter [3] 1 M0 0',
      'stroke #000000 1 butt miter [] 1 M0 0',
    ]);
  });

  it('sets each run with one call, on its baseline, and multiplies opacities', () => {
    const text = {
      type: 'text',
      text: 'a\tb',
      x: 1,
      y: 2,
      font: { size: 12, weight: 500 },
      fill: '#000000',
      anchor: 'end',
    } as const;
    const group = {
      type: 'group',
      x: 10,
      y: 20,
      opacity: 0.5,
      children: [{ type: 'group', x: 1, y: 1, opacity: 0.5, children: [text] }],
    } as const;
    expect(paint([group], { families: () => 'Inter, "Noto"' })).toEqual([
      'text a b 12 23 500 12px Inter, "Noto" right alphabetic #000000 0.25',
    ]);
    expect(paint([text], { families: () => 'Inter', textScale: 8 })).toEqual([
      'save',
      'translate 1 2',
      'scale 0.125',
      'text a b 0 0 500 96px Inter right alphabetic #000000 1',
      'restore',
    ]);
  });

  it('covers a box with a picture, cut about its middle and clipped', () => {
    const shape = { type: 'picture', picture: 'h', x: 5, y: 6, width: 40, height: 40, radius: 20 } as const;
    expect(
      paint([shape], { picture: (id) => (id === 'h' ? { image: 'lucía', width: 200, height: 100 } : undefined) }),
    ).toEqual(['save', 'roundRect 5 6 40 40 20', 'clip', 'image lucía 50 0 100 100 5 6 40 40', 'restore']);
    expect(paint([shape])).toEqual([]);
  });

  it('tells of links where they stand', () => {
    const seen: string[] = [];
    const run = {
      type: 'text',
      text: 'go',
      x: 1,
      y: 2,
      font: { size: 12, weight: 400 },
      fill: '#000000',
      link: 'https://example.org',
    } as const;
    paint([{ type: 'group', x: 10, y: 10, children: [run] }], {
      onLink: ({ link }, x, y) => seen.push(`${link} ${x} ${y}`),
    });
    expect(seen).toEqual(['https://example.org 11 12']);
  });
});
