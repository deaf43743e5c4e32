import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { createElement } from '../../../shared/document/create';
import { exportRequest } from '../../../shared/scene/export-request';
import { makeExport } from './make-export';
import { syntheticMap } from './synthetic-map';

/** What goes wrong in other people's XML: from the big list of naughty strings and the usual payloads. */
const NAUGHTY = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  `'"]]><svg/onload=alert(1)>`,
  '&lt;b&gt; &amp; &#0; &nbsp; %00',
  '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;',
  '<![CDATA[ x ]]>',
  '\u0000\u0001\u0008\u000b\u001b\u001f\u007f\u009f',
  '\ud800 lone \udfff \ufffe\uffff',
  'javascript:alert(1)',
  '\u202ertl\u202c \u200b\ufeff\u2028\u2029',
  'Ṱ̺̺̕o͞ ̷i̲̬͇̪͙n̝̗͕v̟̜̘̦͟o̶̙̰̠kè͚̮̺̪̹̱̤',
  '田中さんにあげて下さい 👩🏽 🏴󠁧󠁢󠁥󠁮󠁧󠁿 الإطلاق',
];

const STRICT_PARSER = 'xmllint';

async function naughtyExport() {
  const map = syntheticMap(NAUGHTY.length, (index) => NAUGHTY[index] ?? '');
  map.title = NAUGHTY.join(' ');
  map.description = NAUGHTY.join(' ');
  for (const [index, text] of NAUGHTY.entries()) {
    const persona = createElement('persona', {
      id: `p${index}`,
      order: `b${index}`,
      title: text,
      role: text,
      quote: text,
    });
    map.elements[persona.id] = persona;
  }
  for (const connection of Object.values(map.connections)) connection.label = NAUGHTY[1] ?? '';
  for (const lane of Object.values(map.lanes)) lane.title = NAUGHTY[2] ?? '';
  return makeExport(map, exportRequest({ format: 'svg' }));
}

describe('SVG', () => {
  it('executes nothing and fetches nothing, whatever the map says', async () => {
    const svg = Buffer.from((await naughtyExport()).bytes).toString('utf8');
    // Tags and attributes as a parser sees them: text has no raw `<`, values have no raw `"`.
    const tags = [...svg.matchAll(/<(\/?[a-zA-Z?][\w:]*)((?:\s+[\w:-]+="[^"<]*")*)\s*[/?]?>/g)];
    expect(tags.length).toBe(svg.split('<').length - 1);
    const names = new Set(tags.map(([, name = '']) => name.replace('/', '')));
    const allowed = new Set(['?xml', 'svg', 'title', 'style', 'g', 'rect', 'path', 'text', 'clipPath', 'image', 'a']);
    for (const name of names) expect(allowed).toContain(name);
    for (const [, , attributes = ''] of tags) {
      expect(attributes).not.toMatch(/\son\w+=/i);
      for (const [, value = ''] of attributes.matchAll(/href="([^"]*)"/g))
        expect(value).toMatch(/^(https?:|mailto:|data:image\/)/);
    }
    const addresses = [...svg.matchAll(/url\(([^)]*)\)/g)].map(([, address = '']) => address);
    for (const address of addresses) expect(address).toMatch(/^(#|data:font\/woff2;base64,)/);
  });

  it('is well-formed for a strict parser', async () => {
    const { bytes } = await naughtyExport();
    const check = spawnSync(STRICT_PARSER, ['--noout', '--nonet', '--huge', '-'], { input: bytes, encoding: 'utf8' });
    if (check.error) {
      console.info('Not checked with a strict parser: xmllint is not installed (package libxml2-utils).');
      return;
    }
    expect(check.stderr).toBe('');
    expect(check.status).toBe(0);
  });

  it('keeps text as text, in embedded parts of Inter', async () => {
    const map = syntheticMap(6, (index) => `¿Qué ${index}? Łódź`);
    const svg = Buffer.from((await makeExport(map, exportRequest({ format: 'svg', language: 'es' }))).bytes).toString(
      'utf8',
    );
    for (const { title } of Object.values(map.elements)) expect(svg).toContain(`>${title}</text>`);
    const faces = [
      ...svg.matchAll(/@font-face\{font-family:Inter;font-weight:(\d+);src:url\(data:font\/woff2;base64,([^)]*)\)/g),
    ];
    expect(faces.map(([, weight]) => weight)).toEqual(['400', '500', '600', '700']);
    for (const [, , data = ''] of faces) {
      const font = Buffer.from(data, 'base64');
      expect(font.toString('latin1', 0, 4)).toBe('wOF2');
      expect(font.length).toBeLessThan(20_000);
    }
  });

  it('does not depend on the order of the cards in its fonts', async () => {
    const fonts = async (titles: string[]) => {
      const { bytes } = await makeExport(
        syntheticMap(2, (index) => titles[index] ?? ''),
        exportRequest({ format: 'svg' }),
      );
      return /<style>(.*?)<\/style>/.exec(Buffer.from(bytes).toString('utf8'))?.[1];
    };
    expect(await fonts(['abc', 'xyz'])).toBe(await fonts(['xyz', 'abc']));
  });

  it('has map units for coordinates and paper for size', async () => {
    const map = syntheticMap(4);
    const head = async (values: object) => {
      const { bytes } = await makeExport(map, exportRequest({ format: 'svg', ...values }));
      const [, width, height, viewBox = ''] =
        /width="([\d.]+)" height="([\d.]+)" viewBox="([^"]*)"/.exec(Buffer.from(bytes).toString('utf8')) ?? [];
      return { width: Number(width), height: Number(height), box: viewBox.split(' ').map(Number) };
    };
    const fit = await head({ margin: 0 });
    expect(fit.box.slice(2)).toEqual([fit.width, fit.height]);
    expect(fit.box.slice(0, 2)).toEqual([0, 0]);
    const a4 = await head({ page: 'A4' });
    expect(a4.width).toBeCloseTo((297 / 25.4) * 96, 1);
    expect(a4.height).toBeCloseTo((210 / 25.4) * 96, 1);
  });
});
