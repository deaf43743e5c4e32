import type { Point } from '../../figures/primitives';

/** A band's middle line: smooth from left to right, with round turns where it goes back. */
export interface BandPath {
  /** SVG path data. */
  d: string;
  /** Height of the line at a place along the axis; where it passes several times, on its longest level part. */
  yAt: (x: number) => number;
}

const MOST_REACH = 130;
const n = (value: number) => Math.round(value * 10) / 10;

/**
 * Bends a line of horizontal and vertical parts into a band. `start` and `end` are where it leaves and arrives; the corners
 * between say on which heights it runs in between, and where it changes from one to the next.
 */
export function bandPath(corners: readonly Point[], start: Point, end: Point): BandPath {
  const turns: number[] = [];
  const levels: number[] = [start.y];
  for (let index = 1; index < corners.length; index++) {
    const [before, corner] = [corners[index - 1], corners[index]];
    if (!before || !corner || Math.abs(before.x - corner.x) > 0.5 || Math.abs(before.y - corner.y) < 0.5) continue;
    turns.push(corner.x);
    levels.push(corner.y);
  }
  if (turns.length === 0) {
    turns.push((start.x + end.x) / 2);
    levels.push(end.y);
  }
  levels[levels.length - 1] = end.y;
  const stops = [start.x, ...turns, end.x];
  const runs: { from: number; to: number; y: number }[] = [];
  const curves: { x0: number; x1: number; y0: number; y1: number }[] = [];
  let d = `M${n(start.x)} ${n(start.y)}`;
  let at = start.x;
  turns.forEach((x, index) => {
    const [y0 = 0, y1 = 0] = [levels[index], levels[index + 1]];
    const [before = x, after = x] = [stops[index], stops[index + 2]];
    const [coming, going] = [Math.sign(x - before) || 1, Math.sign(after - x) || 1];
    // Between two turns each has half of the way; at the ends, all of it.
    const [lead, trail] = [
      Math.abs(x - before) * (index === 0 ? 1 : 0.5),
      Math.abs(after - x) * (index === turns.length - 1 ? 1 : 0.5),
    ];
    if (coming === going) {
      const reach = Math.max(40, Math.min(MOST_REACH, Math.abs(y1 - y0) * 1.1));
      const x0 = x - coming * Math.min(lead, reach);
      const x1 = x + coming * Math.min(trail, reach);
      const middle = (x0 + x1) / 2;
      d += `H${n(x0)}C${n(middle)} ${n(y0)} ${n(middle)} ${n(y1)} ${n(x1)} ${n(y1)}`;
      runs.push({ from: at, to: x0, y: y0 });
      curves.push({ x0, x1, y0, y1 });
      at = x1;
    } else {
      const down = Math.sign(y1 - y0) || 1;
      const r = Math.min(Math.abs(y1 - y0) / 2, 30, Math.max(lead, 6), Math.max(trail, 6));
      d += `H${n(x - coming * r)}Q${n(x)} ${n(y0)} ${n(x)} ${n(y0 + down * r)}V${n(y1 - down * r)}Q${n(x)} ${n(y1)} ${n(x + going * r)} ${n(y1)}`;
      runs.push({ from: at, to: x, y: y0 });
      at = x;
    }
  });
  d += `H${n(end.x)}`;
  runs.push({ from: at, to: end.x, y: end.y });
  return { d, yAt: (x) => heightAt(x, runs, curves) };
}

function heightAt(
  x: number,
  runs: readonly { from: number; to: number; y: number }[],
  curves: readonly { x0: number; x1: number; y0: number; y1: number }[],
): number {
  const inside = (a: number, b: number) => x >= Math.min(a, b) && x <= Math.max(a, b);
  const level = runs
    .filter(({ from, to }) => from !== to && inside(from, to))
    .sort((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from))[0];
  if (level) return level.y;
  const curve = curves.find(({ x0, x1 }) => inside(x0, x1));
  if (!curve) return runs[0]?.y ?? 0;
  const { x0, x1, y0, y1 } = curve;
  let [low, high] = [0, 1];
  for (let step = 0; step < 20; step++) {
    const t = (low + high) / 2;
    // Both control points lie in the middle between the ends.
    const share = 1.5 * t * (1 - t) + t ** 3;
    if (share * (x1 - x0) < x - x0 === x1 > x0) low = t;
    else high = t;
  }
  const t = (low + high) / 2;
  return y0 + (y1 - y0) * (3 * t * t - 2 * t ** 3);
}
