import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflateSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { createElement } from '../../../shared/document/create';
import type { Primitive } from '../../../shared/figures/primitives';
import { exportRequest } from '../../../shared/scene/export-request';
import type { Page } from '../../../shared/scene/pages';
import { makeExport } from './make-export';
import { createMeasure } from './measure';
import { reportGlyphs } from './missing-glyphs';
import { makePdf } from './pdf';
import { syntheticMap } from './synthetic-map';

const folder = mkdtempSync(join(tmpdir(), 'periplo-pdf-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a tool of poppler on a PDF; null where it is not installed. */
function poppler(tool: 'pdftotext' | 'pdffonts' | 'pdfinfo', bytes: Uint8Array, ...options: string[]): string | null {
  const file = join(folder, 'file.pdf');
  writeFileSync(file, bytes);
  const run = spawnSync(tool, [...options, file, ...(tool === 'pdftotext' ? ['-'] : [])], { encoding: 'utf8' });
  if (run.error) return null;
  expect(run.stderr).toBe('');
  return run.stdout;
}

const POPPLER = 'pdftotext';
const hasPoppler = spawnSync(POPPLER, ['-v']).error === undefined;
if (!hasPoppler) console.info('Not checked with poppler: pdftotext is not installed (package poppler-utils).');

const page = (primitives: readonly Primitive[], values: Partial<Page> = {}): Page => ({
  width: 400,
  height: 300,
  window: { x: 0, y: 0, width: 400, height: 300 },
  scale: 0.75,
  origin: { x: 0, y: 0 },
  primitives,
  marks: [],
  ...values,
});

const line = (text: string, y: number, more: object = {}): Primitive => ({
  type: 'text',
  text,
  x: 20,
  y,
  font: { size: 12.5, weight: 600 },
  fill: '#131c2b',
  ...more,
});

const pdf = (pages: Page[]) =>
  makePdf({ pages, background: '#f5f7fb', pictures: new Map(), title: 'Título (ñ) 漢字', measure: createMeasure() });

describe.skipIf(!hasPoppler)('text in a PDF', () => {
  const written = [
    '¿Qué comerá mañana? ¡Ñandú! «así» café',
    'E-MAIL 10:30 (A-B) [3x4] -> {QUÉ} => A@B --',
    'We’re “ok”, it’s ‘fine’ — really…',
    'Ξένος ταξιδιώτης: καλημέρα Δ Ω ι',
    'Быстрая доставка, ёлка, Її',
    'Łódź, źle, żółw, ğüş, Åse, Đặng',
    'office affluent fjord ﬁ',
  ];

  it.each(written)('can be found: %s', (text) => {
    const found = poppler('pdftotext', pdf([page([line(text, 40)])]), '-raw') ?? '';
    expect(found.trim()).toBe(text);
  });

  it.each([
    ['Chinese', '文件 一人 日月 金木水火土 食品 见面'],
    ['Japanese', '漢字とかなを見る 高い'],
    ['Korean', '한국어 여행'],
    ['emoji', 'Feliz 😀 y 🐶'],
    ['sequences of emoji', '👨‍👩‍👧 🇪🇸 👍🏽 1️⃣ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🇪🇺'],
    ['Arabic', 'العربية'],
  ])('can be found where the system has a font: %s', (script, text) => {
    const { missing } = reportGlyphs([text]);
    if (missing.length > 0) {
      console.info(`Not checked: no font on this machine shows ${script} (${missing.join(' ')}).`);
      return;
    }
    const found = poppler('pdftotext', pdf([page([line(text, 40)])])) ?? '';
    // pdftotext guesses spaces from the gaps beside pictures of emoji; those in the file it drops.
    expect(found.replace(/[\s\u202a-\u202e]/g, '')).toBe(text.replace(/\s/g, ''));
  });

  it('finds every title of a whole map', async () => {
    const map = syntheticMap(60, (index) => `Карта ñ${index} ’ź`);
    const file = await makeExport(map, exportRequest({ format: 'pdf', language: 'es' }));
    const words = (poppler('pdftotext', file.bytes) ?? '').replace(/\s+/g, ' ');
    for (const { title } of Object.values(map.elements)) expect(words).toContain(title);
    expect(words).toContain('Synthetic journey');
  });

  it('is set in embedded subsets of Inter', () => {
    const text = [400, 500, 600, 700].map((weight, index) =>
      line(`Weight ${weight}`, 40 + 20 * index, { font: { size: 12, weight } }),
    );
    const fonts = (poppler('pdffonts', pdf([page(text)])) ?? '').split('\n').slice(2).filter(Boolean);
    expect(fonts.map((row) => row.split(/\s+/)[0]?.slice(7)).sort()).toEqual([
      'Inter-Bold',
      'Inter-Medium',
      'Inter-Regular',
      'Inter-SemiBold',
    ]);
    for (const row of fonts) expect(row).toMatch(/yes yes yes +\d+ +0$/);
  });

  it('has its pages’ sizes, its title and its maker', async () => {
    const map = syntheticMap(12);
    map.title = 'Título (ñ) 漢字';
    const poster = await makeExport(
      map,
      exportRequest({ format: 'pdf', page: 'A4', landscape: false, tilesAcross: 3 }),
    );
    const info = poppler('pdfinfo', poster.bytes) ?? '';
    expect(info).toMatch(/Title: +Título \(ñ\) 漢字\n/);
    expect(info).toMatch(/Creator: +Periplo\n/);
    expect(info).toMatch(/Page size: +595\.\d+ x 841\.\d+ pts \(A4\)|Page size: +595 x 842 pts \(A4\)/);
    expect(info).toMatch(new RegExp(`Pages: +${poster.pages}\n`));
    expect(poster.pages % 3).toBe(0);
    expect(poppler('pdftotext', poster.bytes)).toContain(`B1 · 2/${poster.pages}`);
  });
});

describe('PDF', () => {
  /** Every stream, readable, and all that stands between them. */
  const readable = (bytes: Buffer) => {
    const whole = bytes.toString('latin1');
    let text = '';
    for (const [all, head = '', length] of whole.matchAll(/(<<[^>]*\/Length (\d+)[^>]*>>) stream\n/g)) {
      const start = whole.indexOf(all) + all.length;
      const stream = bytes.subarray(start, start + Number(length));
      text += head.includes('FlateDecode') ? inflateSync(stream).toString('latin1') : stream.toString('latin1');
    }
    return text + whole;
  };

  it('carries links to the web and to mailboxes, over their text, and no others', () => {
    const links = [
      'https://example.org/?q=ñ&b=(1)',
      'mailto:ana@example.org',
      'javascript:alert(1)',
      'file:///etc/passwd',
      'https://a\u0000b',
    ];
    const text = readable(pdf([page(links.map((link, index) => line('go', 40 + index * 20, { link })))]));
    expect([...text.matchAll(/\/URI \((.*)\)>>/g)].map(([, url]) => url)).toEqual([
      'https://example.org/?q=%C3%B1&b=\\(1\\)',
      'mailto:ana@example.org',
    ]);
    const [left, bottom, right, top] = (/\/Rect \[([^\]]*)\]/.exec(text)?.[1] ?? '').split(' ').map(Number);
    // Baseline 40 at 0.75 points a unit lies 30 points below the top of a page of 300.
    expect(left).toBeCloseTo(15, 1);
    expect(right! - left!).toBeGreaterThan(8);
    expect(bottom).toBeLessThan(270);
    expect(top).toBeGreaterThan(270);
  });

  it('leaves out links beyond what a page shows', () => {
    const text = readable(
      pdf([
        page([line('go', 40, { link: 'https://example.org' })], { window: { x: 0, y: 200, width: 400, height: 100 } }),
      ]),
    );
    expect(text).not.toContain('/URI');
  });

  it('refuses a page over 14,400 points a side', () => {
    expect(() => pdf([page([], { width: 14_401 })])).toThrowError(
      expect.objectContaining({ fault: { code: 'page-too-large', detail: '14400' } }),
    );
    expect(
      pdf([page([], { width: 14_400 })])
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  it('has no dates, and no two files of one map differ', async () => {
    const map = syntheticMap(80, (index) => `Tarjeta ñ ${index} 文 😀`);
    const request = exportRequest({ format: 'pdf', page: 'A3', tilesAcross: 2 });
    const first = await makeExport(map, request);
    const second = await makeExport(structuredClone(map), request);
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
    expect(Buffer.from(first.bytes).toString('latin1')).not.toMatch(/\/(CreationDate|ModDate|ID)\b/);
  });

  it.each(['pdf', 'png', 'svg'] as const)(
    'gives the same bytes of %s from another process',
    async (format) => {
      const map = syntheticMap(30, (index) => `Tarjeta ñ ${index} 文 😀`);
      const persona = createElement('persona', { id: 'ana', order: 'a0', title: 'Ana' });
      map.elements[persona.id] = persona;
      const request = exportRequest({ format });
      const file = join(folder, 'map.json');
      writeFileSync(file, JSON.stringify({ map, request }));
      const program = `
      const { runnerImport } = await import('vite');
      const { readFileSync } = await import('node:fs');
      const { createHash } = await import('node:crypto');
      const { module } = await runnerImport(process.argv[1], { configFile: false, logLevel: 'silent' });
      const { map, request } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
      const { bytes } = await module.makeExport(map, request);
      console.log(createHash('sha256').update(bytes).digest('hex'));`;
      const entry = fileURLToPath(new URL('./make-export.ts', import.meta.url));
      const other = execFileSync(process.execPath, ['--input-type=module', '-e', program, entry, file], {
        encoding: 'utf8',
      });
      const { bytes } = await makeExport(map, request);
      expect(other.trim()).toBe(createHash('sha256').update(bytes).digest('hex'));
    },
    30_000,
  );
});
