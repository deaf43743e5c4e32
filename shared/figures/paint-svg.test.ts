import { describe, expect, it } from 'vitest';
import { escapeXml, paintSvg, svgDocument, svgNumber } from './paint-svg';
import { linkTarget, printableText } from './paint-text';
import type { Primitive } from './primitives';

/** The markup without the group that sets the font. */
const markup = (primitives: readonly Primitive[], options = {}) =>
  paintSvg(primitives, options)
    .replace(/^<g [^>]*>/, '')
    .replace(/<\/g>$/, '');

const font = { size: 12.5, weight: 600 } as const;

describe('SVG painter', () => {
  it('writes every primitive', () => {
    expect(
      markup([
        {
          type: 'rect',
          x: 0.5,
          y: 1,
          width: 100,
          height: 40.123456,
          radius: 9,
          fill: '#ffffff',
          stroke: '#dfe5ee',
          strokeWidth: 1.5,
        },
        {
          type: 'path',
          d: 'M0 0L10.12345 -2.98765',
          x: 4,
          y: 5,
          scale: 14 / 24,
          stroke: '#000000',
          strokeWidth: 2,
          lineCap: 'round',
          lineJoin: 'round',
          dash: [2, 4],
          opacity: 0.8,
        },
        { type: 'text', text: 'a  b', x: 3, y: 4, font, fill: '#131c2b', anchor: 'middle' },
        {
          type: 'group',
          x: 10,
          y: -0.001,
          id: 'card',
          opacity: 0.3,
          children: [{ type: 'rect', x: 0, y: 0, width: 1, height: 1, fill: '#000000' }],
        },
      ]),
    ).toBe(
      '<rect x="0.5" y="1" width="100" height="40.12" rx="9" fill="#ffffff" stroke="#dfe5ee" stroke-width="1.5"/>' +
        '<path d="M0 0L10.12 -2.99" transform="translate(4 5) scale(0.5833)" fill="none" stroke="#000000" stroke-width="2" stroke-dasharray="2 4" stroke-linecap="round" stroke-linejoin="round" opacity="0.8"/>' +
        '<text x="3" y="4" font-size="12.5" font-weight="600" text-anchor="middle" fill="#131c2b">a  b</text>' +
        '<g transform="translate(10 0)" data-id="card" opacity="0.3"><rect x="0" y="0" width="1" height="1" fill="#000000"/></g>',
    );
  });

  it('sets Inter and keeps spaces', () => {
    expect(paintSvg([])).toMatch(
      /^<g font-family="Inter, [^"]*" xml:space="preserve" style="white-space:pre[^"]*"><\/g>$/,
    );
  });

  it('leaves the flags of arcs alone', () => {
    expect(markup([{ type: 'path', d: 'M1 2a1 1 0 01.12345.6789' }])).toContain('d="M1 2a1 1 0 01.12345.6789"');
  });

  it('clips a picture to its box, with ids that follow the order', () => {
    const picture = () => ({ type: 'image/png', data: 'iVBORw0KGgo=' });
    const shape = { type: 'picture', picture: 'h', x: 1, y: 2, width: 30, height: 20, radius: 6 } as const;
    const drawn = markup([shape, shape], { picture, idPrefix: 'map-' });
    expect(
      drawn.startsWith(
        '<clipPath id="map-1"><rect x="1" y="2" width="30" height="20" rx="6"/></clipPath><image x="1" y="2" width="30" height="20" preserveAspectRatio="xMidYMid slice" clip-path="url(#map-1)" xlink:href="data:image/png;base64,iVBORw0KGgo="/>',
      ),
    ).toBe(true);
    expect(drawn).toContain('id="map-2"');
    expect(markup([shape], { picture: () => ({ type: 'image/svg+xml', data: 'PHN2Zz4=' }) })).toBe('');
    expect(markup([shape], { picture: () => ({ type: 'image/png', data: '"/><script>' }) })).toBe('');
    expect(markup([shape])).toBe('');
  });

  it('escapes texts, names and colours', () => {
    const nasty = `"><script>alert('x')</script>&\u0000\u0008\ud800`;
    const drawn = markup([
      { type: 'text', text: nasty, x: 0, y: 0, font, fill: '"/><script/>' },
      { type: 'group', x: 0, y: 0, id: nasty, children: [{ type: 'path', d: '"/><script/>' }] },
    ]);
    expect(drawn).not.toContain('<script');
    expect(drawn).toContain('&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;\ufffd</text>');
  });

  it('links only to http, https and mailto', () => {
    const link = (url: string) => markup([{ type: 'text', text: 'go', x: 0, y: 0, font, fill: '#000000', link: url }]);
    expect(link('https://example.org/?a=1&b=2')).toMatch(/^<a xlink:href="https:\/\/example\.org\/\?a=1&amp;b=2" /);
    for (const url of [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      ' data:text/html,x',
      'file:///etc/passwd',
      'smb://x/y',
      '//example.org',
      'https://a"onload="x',
      'https://a\u0000b',
      'java\nscript:x',
    ]) {
      expect(link(url), url).not.toContain('<a');
    }
  });

  it('writes a document', () => {
    const file = svgDocument({
      width: 200,
      height: 100.004,
      viewBox: { x: -1, y: 0, width: 200, height: 100 },
      title: 'Ruta & mapa',
      content: '<g/>',
    });
    expect(file).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1" width="200" height="100" viewBox="-1 0 200 100" role="img"><title>Ruta &amp; mapa</title><g/></svg>\n',
    );
  });
});

describe('what painters draw of texts and links', () => {
  it('drops what has no shape and marks half characters', () => {
    expect(printableText('plain ñ 😀')).toBe('plain ñ 😀');
    expect(printableText('a\tb\r\nc\u2028d')).toBe('a b c d');
    expect(printableText('a\u0000\u001b\u009fb')).toBe('ab');
    expect(printableText('\ud83d|\ude00|\uffff|😀')).toBe('\ufffd|\ufffd|\ufffd|😀');
    expect(escapeXml('\ud83d😀')).toBe('\ufffd😀');
  });

  it('writes short numbers', () => {
    expect([0, -0.001, 1 / 3, 1e-9, 1e30, Number.NaN, Number.POSITIVE_INFINITY, 12].map((n) => svgNumber(n))).toEqual([
      '0',
      '0',
      '0.33',
      '0',
      '1000000000',
      '0',
      '0',
      '12',
    ]);
  });

  it('knows a safe address', () => {
    expect(linkTarget(' HTTPS://Example.org/ñ ')).toBe('HTTPS://Example.org/ñ');
    expect(linkTarget('mailto:ana@example.org')).toBe('mailto:ana@example.org');
    expect(linkTarget('https://')).toBeNull();
    expect(linkTarget(`https://example.org/${'a'.repeat(3000)}`)).toBeNull();
  });
});
