import { expect, test } from 'vitest';
import { figureContext } from '../../test/fixtures/figure-context';
import { smallMap } from '../../test/fixtures/small-map';
import { addMeasurement, addMetric, setPoint } from '../commands/metrics';
import type { JourneyMap } from '../document/schema';
import type { Primitive } from '../figures/primitives';
import { metricsSheet } from './metrics-sheet';

const texts = (primitives: readonly Primitive[]): string[] =>
  primitives.flatMap((one) => (one.type === 'text' ? [one.text] : one.type === 'group' ? texts(one.children) : []));

function measured(): JourneyMap {
  const map = smallMap();
  const rate = addMetric(map, { title: 'Conversion', unit: 'percent', target: 0.03, warning: 0.02 });
  const id = addMeasurement(map, rate, { element: 'shop' }) ?? '';
  setPoint(map, id, { period: '2026-10', value: 0.025 });
  setPoint(map, id, { period: '2026-11', value: 0.019, n: 12 });
  return map;
}

test('a sheet says what the table says, with a chart for what has two values', () => {
  const sheet = metricsSheet(measured(), figureContext('en'));
  const said = texts(sheet?.primitives ?? []);
  expect(said).toEqual(expect.arrayContaining(['Conversion', '▼ 0.6 pts', '3.0%', '2.0%', 'typed in']));
  expect(said.some((text) => text.startsWith('! 1.9%'))).toBe(true);
  expect(said).toContain('target 3.0%');
  expect(sheet?.box.height).toBeGreaterThan(200);
});

test('nothing leaves the sheet, and without numbers there is none', () => {
  const { box, primitives } = metricsSheet(measured(), figureContext('es'))!;
  for (const one of primitives) {
    if (one.type === 'rect') expect(one.x + one.width).toBeLessThanOrEqual(box.width);
    if (one.type === 'group') expect(one.y).toBeLessThan(box.height);
  }
  expect(metricsSheet(smallMap(), figureContext('en'))).toBeNull();
});
