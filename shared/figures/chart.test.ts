import { describe, expect, test } from 'vitest';
import { figureContext } from '../../test/fixtures/figure-context';
import { type LineChart, lineChart } from './chart';
import type { Primitive } from './primitives';

const context = figureContext('en');
const chart: LineChart = {
  width: 600,
  height: 200,
  labels: ['Jan', 'Feb', 'Mar', 'Apr'],
  series: [{ name: 'Orders', values: [10, 20, null, 40], colour: '#112233' }],
  format: String,
};
const texts = (primitives: readonly Primitive[]) =>
  primitives.flatMap((one) => (one.type === 'text' ? [one.text] : []));
const paths = (primitives: readonly Primitive[], stroke: string) =>
  primitives.flatMap((one) => (one.type === 'path' && one.stroke === stroke ? [one] : []));

describe('a line chart', () => {
  test('says its round ticks, its periods and the name of its line', () => {
    const { box, primitives } = lineChart(chart, context);
    expect(box).toEqual({ x: 0, y: 0, width: 600, height: 200 });
    expect(texts(primitives)).toEqual(expect.arrayContaining(['10', '20', '30', '40', 'Jan', 'Apr', 'Orders']));
  });

  test('has a gap where there is no value, and a dot for a value that stands alone', () => {
    const drawn = paths(lineChart(chart, context).primitives, '#112233');
    expect(drawn[0]?.d.match(/M/g)).toHaveLength(2);
    expect(drawn[1]?.fill).toBe('#112233');
  });

  test('keeps levels and bands in sight', () => {
    const band = [null, { low: 5, high: 90 }, null, { low: 30, high: 50 }];
    const { primitives } = lineChart(
      {
        ...chart,
        series: [{ ...chart.series[0]!, band }],
        levels: [{ value: 120, label: 'target', colour: '#00aa00' }],
      },
      context,
    );
    expect(texts(primitives)).toEqual(expect.arrayContaining(['120', 'target']));
    for (const one of primitives) {
      for (const [, y] of one.type === 'path' ? one.d.matchAll(/[ ,](-?\d+(?:\.\d+)?)(?=[HLVZ]|$)/g) : []) {
        expect(Number(y)).toBeLessThanOrEqual(200);
      }
    }
  });

  test('periods keep their distance in time where it is told', () => {
    const at = (positions?: number[]) => {
      const { primitives } = lineChart({ ...chart, ...(positions && { positions }) }, context);
      return primitives.flatMap((one) => (one.type === 'text' && one.text === 'Feb' ? [one.x] : []))[0] ?? 0;
    };
    expect(at([0, 1, 2, 10])).toBeLessThan(at());
  });

  test('marks stand where they belong; without values there is a frame and nothing breaks', () => {
    const { primitives } = lineChart({ ...chart, marks: [{ at: 1, label: 'Version 3' }] }, context);
    expect(texts(primitives)).toContain('Version 3');
    const empty = lineChart({ ...chart, series: [{ name: '', values: [], colour: '#112233' }] }, context);
    expect(texts(empty.primitives)).toEqual(['Apr', 'Mar', 'Feb', 'Jan']);
    const flat = lineChart({ ...chart, series: [{ name: '', values: [7, 7, 7, 7], colour: '#112233' }] }, context);
    expect(JSON.stringify(flat)).not.toContain('null');
  });

  test('counts start at zero', () => {
    expect(texts(lineChart({ ...chart, fromZero: true }, context).primitives)).toContain('0');
  });
});
