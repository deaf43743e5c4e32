import { expect, it } from 'vitest';
import { checkedLink } from './links';

const allowed = [
  ['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
  ['HTTP://EXAMPLE.org', 'http://example.org/'],
  ['https://example.org/camino largo/ñ', 'https://example.org/camino%20largo/%C3%B1'],
  ['mailto:ana@example.org?subject=Hola', 'mailto:ana@example.org?subject=Hola'],
] as const;
for (const [text, href] of allowed) {
  it(`opens ${text}`, () => expect(checkedLink(text)).toBe(href));
}

const refused = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  ' javascript:alert(1)',
  'file:///etc/passwd',
  'smb://server/share',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'ftp://example.org',
  'ms-msdt:/id',
  'app://periplo/',
  'https://example.org/\r\nSet-Cookie:x',
  'https://example.org/\u0000',
  'https://example.org/\u0085',
  'https://',
  '//example.org',
  'example.org',
  'C:\\Windows\\System32\\calc.exe',
  '',
];
for (const text of refused) {
  it(`refuses ${JSON.stringify(text)}`, () => {
    expect(() => checkedLink(text)).toThrow(
      expect.objectContaining({ fault: expect.objectContaining({ code: 'refused-link' }) }),
    );
  });
}
