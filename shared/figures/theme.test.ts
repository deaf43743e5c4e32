import { describe, expect, test } from 'vitest';
import { THEMES } from './theme';

/** What people with a colour deficiency see, on linear RGB: Machado, Oliveira & Fernandes 2009, severity 1. */
const DEFICIENCIES = {
  none: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
} as const;

const linear = (hex: string) =>
  [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });

const luminance = (hex: string) => {
  const [r = 0, g = 0, b = 0] = linear(hex);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

const contrast = (a: string, b: string) => {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
};

/** CIE L*a*b* of linear RGB, white D65. */
function lab([r = 0, g = 0, b = 0]: readonly number[]): number[] {
  const x = (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047;
  const y = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  const z = (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883;
  const f = (value: number) => (value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116);
  return [116 * f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))];
}

function seenApart(a: string, b: string, matrix: readonly number[]): number {
  const seen = (hex: string) => {
    const [r = 0, g = 0, b_ = 0] = linear(hex);
    const row = (at: number) => (matrix[at] ?? 0) * r + (matrix[at + 1] ?? 0) * g + (matrix[at + 2] ?? 0) * b_;
    return lab([0, 3, 6].map((at) => Math.min(Math.max(row(at), 0), 1)));
  };
  const [one, other] = [seen(a), seen(b)];
  return Math.hypot(...one.map((value, index) => value - (other[index] ?? 0)));
}

describe.each(['light', 'dark'] as const)('the colours of numbers, %s', (name) => {
  const theme = THEMES[name];

  // Two colours 2.3 apart can just be told apart (Mahy et al. 1994); these must be so at a glance.
  test.each(Object.entries(DEFICIENCIES))('can be told apart with %s', (_, matrix) => {
    const { good, near, bad } = theme.standing;
    for (const [one, other] of [
      [good, near],
      [near, bad],
      [good, bad],
    ] as const)
      expect(seenApart(one.soft, other.soft, matrix)).toBeGreaterThan(7);
    for (const [index, rank] of theme.ranks.entries()) {
      const next = theme.ranks[index + 1];
      if (next) expect(seenApart(rank.soft, next.soft, matrix)).toBeGreaterThan(5);
    }
  });

  test('go one way in lightness from rank to rank', () => {
    const lights = theme.ranks.map(({ soft }) => luminance(soft));
    const sorted = [...lights].sort((a, b) => (name === 'light' ? b - a : a - b));
    expect(lights).toEqual(sorted);
  });

  test('leave all that is written on them readable (WCAG 2.2: 4.5)', () => {
    const { good, bad } = theme.standing;
    for (const { soft, strong } of [...Object.values(theme.standing), ...theme.ranks])
      for (const ink of [theme.text, strong]) expect(contrast(ink, soft), `${ink} on ${soft}`).toBeGreaterThan(4.5);
    for (const { soft } of [...Object.values(theme.standing), { soft: theme.sunken }])
      for (const { strong } of [good, bad]) expect(contrast(strong, soft), `${strong} on ${soft}`).toBeGreaterThan(4.5);
  });
});
