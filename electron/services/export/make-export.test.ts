import { describe, expect, it } from 'vitest';
import { emptyMap } from '../../../shared/document/create';
import { exportRequest } from '../../../shared/scene/export-request';
import { exportFileName } from './file-name';
import { makeExport } from './make-export';
import { syntheticMap } from './synthetic-map';

describe('file names', () => {
  it.each([
    ['Suscripción de comida — Lucía', 'Suscripción de comida — Lucía.pdf'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j.pdf'],
    ['..\\..\\etc/passwd', 'etc passwd.pdf'],
    ['  .hidden. ', 'hidden.pdf'],
    ['CON', 'map CON.pdf'],
    ['nul.txt', 'map nul.txt.pdf'],
    ['\u0000\u001b\u202e', 'map.pdf'],
    ['', 'map.pdf'],
    ['Cafe\u0301', 'Café.pdf'],
    ['漢字 👨‍👩‍👧', '漢字 👨 👩 👧.pdf'],
  ])('%j becomes %j', (title, name) => {
    expect(exportFileName(title, 'pdf')).toBe(name);
  });

  it('stays short in bytes, and whole in characters', () => {
    const name = exportFileName('漢😀'.repeat(500), 'svg');
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(180);
    expect(name).toMatch(/^(漢😀)+漢?\.svg$/u);
  });
});

describe('an export', () => {
  it.each(['pdf', 'png', 'svg'] as const)('of an empty map is a file too: %s', async (format) => {
    const file = await makeExport(emptyMap(), exportRequest({ format, language: 'es' }));
    expect(file.name).toBe(`Mapa de recorrido.${format}`);
    expect(file.bytes.length).toBeGreaterThan(500);
    expect(file).toMatchObject({ pages: 1, missing: [], substituted: [] });
  });

  it('says which characters are not Inter’s', async () => {
    const file = await makeExport(
      syntheticMap(2, () => 'ñ \u0378 👨‍👩‍👧'),
      exportRequest({ format: 'svg' }),
    );
    expect(file.missing).toContain('\u0378');
    expect([...file.missing, ...file.substituted].sort()).toEqual(['\u0378', '👨‍👩‍👧'].sort());
  });

  it('refuses a poster of more sheets than anybody glues together', async () => {
    const map = syntheticMap(2);
    for (const element of Object.values(map.elements)) if (element.kind !== 'stage') element.y = 900_000;
    await expect(makeExport(map, exportRequest({ format: 'pdf', page: 'A4', tilesAcross: 12 }))).rejects.toMatchObject({
      fault: { code: 'page-too-large' },
    });
  });

  it.each([300, 3000])(
    'of %d cards, timed',
    async (cards) => {
      const map = syntheticMap(cards);
      await makeExport(syntheticMap(3), exportRequest({ format: 'pdf' }));
      for (const format of ['pdf', 'svg'] as const) {
        const since = performance.now();
        const { bytes } = await makeExport(map, exportRequest({ format }));
        const [took, size] = [Math.round(performance.now() - since), Math.round(bytes.length / 1024)];
        console.info(`${cards} cards to ${format}: ${took} ms, ${size} kB`);
        expect(size).toBeLessThan(cards * 4);
      }
    },
    30_000,
  );
});
