/** The 97.5 % point of the normal distribution: what makes an interval of 95 %. */
const Z95 = 1.959963984540054;

export interface Interval {
  low: number;
  high: number;
}

/**
 * Wilson's score interval for a share, without continuity correction (JASA 1927; recommended by Brown, Cai and
 * DasGupta 2001): `count` of `of` were seen, 0 ≤ count ≤ of, of > 0. Null where that makes no sense.
 */
export function wilsonInterval(count: number, of: number, z = Z95): Interval | null {
  if (!(of > 0 && count >= 0 && count <= of && Number.isFinite(of))) return null;
  const share = count / of;
  const middle = share + (z * z) / (2 * of);
  const reach = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const whole = 1 + (z * z) / of;
  // At the ends the formula gives them exactly; its rounding would not.
  return {
    low: count === 0 ? 0 : Math.max(0, (middle - reach) / whole),
    high: count === of ? 1 : Math.min(1, (middle + reach) / whole),
  };
}
