import { createCanvas, loadImage } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import type { Primitive } from '../../../shared/figures/primitives';
import type { Page } from '../../../shared/scene/pages';
import { pictureSize } from './picture-size';
import { loadPictures } from './pictures';
import { makePng } from './png';

const page = (primitives: readonly Primitive[], values: Partial<Page> = {}): Page => ({
  width: 75,
  height: 75,
  window: { x: 0, y: 0, width: 75, height: 75 },
  scale: 0.75,
  origin: { x: 0, y: 0 },
  primitives,
  marks: [],
  ...values,
});

/** The picture's size and what colour it has at a place, `[red, green, blue, alpha]`. */
async function paint(primitives: readonly Primitive[], values: Partial<Parameters<typeof makePng>[0]> = {}) {
  const bytes = await makePng({ page: page(primitives), background: null, pictures: new Map(), scale: 1, ...values });
  const image = await loadImage(bytes);
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  return {
    width: image.width,
    height: image.height,
    at: (x: number, y: number) => [...context.getImageData(x, y, 1, 1).data],
    box: () => inkBox(context.getImageData(0, 0, image.width, image.height).data, image.width),
  };
}

/** The smallest box around everything that is not transparent. */
function inkBox(pixels: Uint8ClampedArray, width: number) {
  const box = { left: Number.POSITIVE_INFINITY, top: Number.POSITIVE_INFINITY, right: -1, bottom: -1 };
  for (let index = 0; index < pixels.length / 4; index++) {
    if ((pixels[4 * index + 3] ?? 0) < 40) continue;
    const [x, y] = [index % width, Math.floor(index / width)];
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y);
  }
  return box;
}

const red = [255, 0, 0, 255];
const nothing = [0, 0, 0, 0];

describe('PNG', () => {
  it('has as many pixels a map unit as asked', async () => {
    const rectangle: Primitive = { type: 'rect', x: 10, y: 20, width: 30, height: 10, fill: '#ff0000' };
    const drawn = await paint([rectangle], { scale: 2 });
    expect([drawn.width, drawn.height]).toEqual([200, 200]);
    expect(drawn.box()).toEqual({ left: 20, top: 40, right: 79, bottom: 59 });
    expect(drawn.at(50, 50)).toEqual(red);
    expect(drawn.at(5, 5)).toEqual(nothing);
    expect((await paint([rectangle], { background: '#f5f7fb' })).at(5, 5)).toEqual([0xf5, 0xf7, 0xfb, 255]);
  });

  it('rounds corners, dashes lines, moves and scales paths', async () => {
    const drawn = await paint([
      { type: 'rect', x: 0, y: 0, width: 40, height: 40, radius: 20, fill: '#ff0000' },
      { type: 'path', d: 'M0 0H4V4H0Z', x: 60, y: 10, scale: 5, fill: '#ff0000' },
      { type: 'path', d: 'M0 90H100', stroke: '#ff0000', strokeWidth: 4, dash: [10, 10] },
    ]);
    expect(drawn.at(1, 1)).toEqual(nothing);
    expect(drawn.at(20, 20)).toEqual(red);
    expect(drawn.at(79, 29)).toEqual(red);
    expect(drawn.at(81, 29)).toEqual(nothing);
    expect(drawn.at(5, 90)).toEqual(red);
    expect(drawn.at(15, 90)).toEqual(nothing);
  });

  it('multiplies the opacity of a group into its parts', async () => {
    const group: Primitive = {
      type: 'group',
      x: 10,
      y: 10,
      opacity: 0.5,
      children: [{ type: 'rect', x: 0, y: 0, width: 20, height: 20, fill: '#000000', opacity: 0.5 }],
    };
    const [, , , alpha] = (await paint([group])).at(20, 20);
    expect(alpha).toBeGreaterThan(62);
    expect(alpha).toBeLessThan(66);
  });

  it('puts text on its baseline, from its anchor', async () => {
    const text = { type: 'text', text: 'HHH', x: 50, y: 60, font: { size: 20, weight: 700 }, fill: '#000000' } as const;
    const [start, middle, end] = [
      await paint([text]),
      await paint([{ ...text, anchor: 'middle' }]),
      await paint([{ ...text, anchor: 'end' }]),
    ];
    // Capitals of Inter stand 0.727 of the size above the baseline.
    for (const drawn of [start, middle, end]) {
      expect(drawn.box().bottom).toBe(59);
      expect(Math.abs(drawn.box().top - (60 - 0.727 * 20))).toBeLessThanOrEqual(1);
    }
    expect(start.box().left).toBeGreaterThanOrEqual(50);
    expect(end.box().right).toBeLessThan(50);
    expect(Math.abs((middle.box().left + middle.box().right) / 2 - 49.5)).toBeLessThanOrEqual(1);
  });

  it('shows nothing beyond the page’s window', async () => {
    const all: Primitive = { type: 'rect', x: 0, y: 0, width: 100, height: 100, fill: '#ff0000' };
    const drawn = await paint([], { page: page([all], { window: { x: 30, y: 15, width: 15, height: 30 } }) });
    expect(drawn.box()).toEqual({ left: 40, top: 20, right: 59, bottom: 59 });
  });

  it('covers a box with a picture and rounds it', async () => {
    const canvas = createCanvas(200, 100);
    const context = canvas.getContext('2d');
    for (const [index, colour] of ['#00ff00', '#ff0000', '#ff0000', '#0000ff'].entries()) {
      context.fillStyle = colour;
      context.fillRect(index * 50, 0, 50, 100);
    }
    const data = canvas.toBuffer('image/png').toString('base64');
    const shape: Primitive = { type: 'picture', picture: 'face', x: 10, y: 10, width: 40, height: 40, radius: 20 };
    const pictures = await loadPictures([{ type: 'group', x: 0, y: 0, children: [shape] }], {
      face: { type: 'image/png', width: 200, height: 100, data },
    });
    const drawn = await paint([shape], { pictures });
    expect(drawn.at(30, 30)).toEqual(red);
    expect(drawn.at(12, 30)).toEqual(red);
    expect(drawn.at(11, 11)).toEqual(nothing);
  });

  it.each([
    [{ width: 30_000, height: 300 }, 2, '0.4'],
    [{ width: 7500, height: 7500 }, 4, '1.1'],
    [{ width: 14_400, height: 14_400, scale: 0.01 }, 1, '0'],
  ])('refuses %o at %d× and names what works: %s', async (size, scale, detail) => {
    const input = { page: page([], size), background: null, pictures: new Map(), scale };
    await expect(makePng(input)).rejects.toMatchObject({ fault: { code: 'picture-too-large', detail } });
    if (Number(detail) > 0 && size.height < 1000) {
      const works = await makePng({ ...input, scale: Number(detail) });
      expect(pictureSize(works) ?? works.readUInt32BE(16)).toBe(16_000);
    }
  });
});

describe('pictures of a map', () => {
  const canvas = createCanvas(37, 21);
  canvas.getContext('2d').fillRect(0, 0, 20, 20);

  it.each(['image/png', 'image/jpeg', 'image/webp'] as const)('reads the size of %s from its head', (type) => {
    const bytes = type === 'image/png' ? canvas.toBuffer(type) : canvas.toBuffer(type, 80);
    expect(pictureSize(bytes)).toEqual({ width: 37, height: 21 });
    for (let length = 0; length < 60; length++) expect(() => pictureSize(bytes.subarray(0, length))).not.toThrow();
  });

  it('decodes no other file, whatever it is called, and none that claims to be huge', async () => {
    const png = canvas.toBuffer('image/png');
    const huge = Buffer.from(png);
    huge.writeUInt32BE(60_000, 16);
    expect(pictureSize(huge)).toBeNull();
    const svg = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><image href="file:///etc/passwd"/></svg>',
    );
    const cut = png.subarray(0, 60);
    const shapes = ['huge', 'svg', 'cut', 'none', 'good'].map(
      (picture): Primitive => ({ type: 'picture', picture, x: 0, y: 0, width: 1, height: 1 }),
    );
    const picture = (bytes: Buffer) => ({
      type: 'image/png' as const,
      width: 10,
      height: 10,
      data: bytes.toString('base64'),
    });
    const loaded = await loadPictures(shapes, {
      huge: picture(huge),
      svg: picture(svg),
      cut: picture(cut),
      good: picture(png),
    });
    expect([...loaded.keys()].filter((key) => key !== 'cut')).toEqual(['good']);
  });
});
