import { describe, expect, test } from 'vitest';
import { THEMES, type Theme } from './theme';

type Rgb = [number, number, number];

const linear = (hex: string): Rgb => {
  const part = (from: number) => {
    const share = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
};

/** The contrast ratio of WCAG 2. */
function contrast(a: string, b: string): number {
  const luminance = ([red, green, blue]: Rgb) => 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  const [high, low] = [luminance(linear(a)), luminance(linear(b))].sort((x, y) => y - x);
  return (high! + 0.05) / (low! + 0.05);
}

/** What people without one kind of cones see (Machado, Oliveira and Fernandes 2009, severity 1), on linear RGB. */
const DEFICIENCIES: Record<string, [Rgb, Rgb, Rgb]> = {
  none: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** CIE 1976 L*a*b* of linear RGB, D65. */
function lab([red, green, blue]: Rgb): Rgb {
  const bend = (share: number) => (share > 216 / 24389 ? Math.cbrt(share) : (share * (24389 / 27) + 16) / 116);
  const x = bend((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047);
  const y = bend(0.2126 * red + 0.7152 * green + 0.0722 * blue);
  const z = bend((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function difference(a: string, b: string, deficiency: string): number {
  const seen = (hex: string) => {
    const rgb = linear(hex);
    const cut = (share: number) => Math.min(Math.max(share, 0), 1);
    return lab(
      DEFICIENCIES[deficiency]!.map((row) => cut(row.reduce((sum, part, index) => sum + part * rgb[index]!, 0))) as Rgb,
    );
  };
  const [first, second] = [seen(a), seen(b)];
  return Math.hypot(...first.map((part, index) => part - second[index]!));
}

describe.each(Object.values(THEMES))('tints of numbers, $name', (theme: Theme) => {
  const tints = [...Object.values(theme.standing), ...theme.ranks];

  test('text and lines can be read on them', () => {
    for (const { soft, strong } of tints) {
      expect(contrast(theme.text, soft), `text on ${soft}`).toBeGreaterThanOrEqual(4.5);
      expect(contrast(strong, soft), `${strong} on ${soft}`).toBeGreaterThanOrEqual(3);
    }
  });

  test.each(Object.keys(DEFICIENCIES))('good, near and bad are told apart with %s', (deficiency) => {
    const { good, near, bad } = theme.standing;
    // From 2.3 on a difference is just noticeable (Mahy and others 1994).
    for (const [a, b] of [
      [good, near],
      [near, bad],
      [good, bad],
    ] as const)
      expect(difference(a.soft, b.soft, deficiency), `${a.soft} ${b.soft}`).toBeGreaterThanOrEqual(7);
  });

  test.each(Object.keys(DEFICIENCIES))('ranks go one way, step by step, with %s', (deficiency) => {
    for (const [index, { soft }] of theme.ranks.slice(1).entries())
      expect(difference(soft, theme.ranks[index]!.soft, deficiency), soft).toBeGreaterThanOrEqual(5);
    const contrasts = theme.ranks.map(({ soft }) => contrast(soft, theme.canvas));
    expect(contrasts).toEqual([...contrasts].sort((a, b) => a - b));
  });
});
