/** PDF, SVG and PNG, against as many bare boxes and labels in the same format by the same library. */
import { readFileSync } from 'node:fs';
import { createCanvas, PDFDocument, type SKRSContext2D } from '@napi-rs/canvas';
import subsetFont from 'subset-font';
import { interFile } from '../../electron/services/export/fonts';
import { makeExport } from '../../electron/services/export/make-export';
import { FaultError } from '../../shared/api/faults';
import { cardsOf } from '../../shared/document/create';
import { readMap } from '../../shared/document/read';
import type { JourneyMap } from '../../shared/document/schema';
import { overlaySettings } from '../../shared/metrics/overlay-settings';
import { type ExportRequest, exportRequest } from '../../shared/scene/export-request';
import { generatedMap } from '../fixtures/generated-map';
import { inTurn, type Row, report, rowOf } from './measured';

const FORMATS = ['pdf', 'svg', 'png'] as const;
const sample = (name: string) => {
  const result = readMap(readFileSync(`shared/samples/${name}.journey.json`));
  if (result.status !== 'ok') throw new Error(`${name} can't be read`);
  return result.map;
};
const maps: [string, JourneyMap][] = [
  ['pet-food sample', sample('pet-food.en')],
  ['clinica sample', sample('clinica.es')],
  ['300 cards', generatedMap(300)],
  ['3,000 cards', generatedMap(3_000)],
];
/** The same request at the largest scale that is possible, where the map is too large for the usual one. */
async function thatWorks(map: JourneyMap, request: ExportRequest): Promise<ExportRequest> {
  try {
    await makeExport(map, request);
    return request;
  } catch (error) {
    if (!(error instanceof FaultError) || error.fault.code !== 'picture-too-large') throw error;
    return { ...request, scale: Number(error.fault.detail) };
  }
}

const ACROSS = 50;
const place = (index: number) => ({ x: (index % ACROSS) * 200, y: Math.floor(index / ACROSS) * 90 });
const sizeOf = (count: number) => ({ width: ACROSS * 200, height: Math.ceil(count / ACROSS) * 90 });

function paint(context: SKRSContext2D, titles: readonly string[]): void {
  context.font = '600 12px Inter';
  titles.forEach((title, index) => {
    const { x, y } = place(index);
    context.fillStyle = '#ffffff';
    context.fillRect(x, y, 172, 60);
    context.strokeStyle = '#c8ced8';
    context.strokeRect(x, y, 172, 60);
    context.fillStyle = '#1d2430';
    context.fillText(title, x + 12, y + 30);
  });
}

const bare = {
  pdf(titles: readonly string[]) {
    const { width, height } = sizeOf(titles.length);
    const file = new PDFDocument({ title: 'Bare' });
    paint(file.beginPage(width, height) as unknown as SKRSContext2D, titles);
    file.endPage();
    return file.close();
  },
  /** With one weight of Inter in it. */
  async svg(titles: readonly string[]) {
    const boxes = titles.map((title, index) => {
      const { x, y } = place(index);
      return `<rect x="${x}" y="${y}" width="172" height="60"/><text x="${x + 12}" y="${y + 30}">${title}</text>`;
    });
    const characters = [...new Set(titles.join(''))].join('');
    const font = await subsetFont(interFile(600), characters, { targetFormat: 'woff2' });
    const face = `<style>@font-face{font-family:Inter;src:url(data:font/woff2;base64,${font.toString('base64')})}</style>`;
    return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${face}${boxes.join('')}</svg>`);
  },
  png(titles: readonly string[]) {
    const { width, height } = sizeOf(titles.length);
    const canvas = createCanvas(width, height);
    paint(canvas.getContext('2d'), titles);
    return canvas.encode('png');
  },
};

const rows: Row[] = [];

for (const [about, map] of maps) {
  const titles = cardsOf(map).map((card) => card.title);
  const overlay = overlaySettings({ metrics: Object.keys(map.metrics).slice(0, 1) });
  for (const format of FORMATS) {
    const request = await thatWorks(map, exportRequest({ format, overlay }));
    const { subject, yardstick } = await inTurn(
      () => makeExport(map, request),
      () => bare[format](titles),
      { times: 7, least: 2, limit: 800 },
    );
    const scale = format === 'png' ? ` at ×${request.scale}` : '';
    rows.push(
      rowOf(`export ${about} to ${format.toUpperCase()}${scale}`, subject, { name: 'bare boxes', samples: yardstick }),
    );
  }
}
report(rows);
