import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { JourneyMap } from '../../shared/document/schema';
import { mapFromModel } from '../../shared/document/templates';
import { writeMap } from '../../shared/document/write';
import { anyMap } from '../fixtures/arbitrary-map';
import { smallMap } from '../fixtures/small-map';

/** The project's folder: whoever starts the process stands in it. */
const inProject = (path: string) => readFileSync(join(process.cwd(), path));

/** The small map without what is new each time it is made: a seed must give the same inputs again. */
export function steadyMap(): JourneyMap {
  return { ...smallMap(), id: 'steady' };
}

/** Real maps: one of the first format with everything in it, the English sample, small ones, generated ones. */
export function mapTexts(): string[] {
  const generated = fc.sample(anyMap, { numRuns: 12, seed: 2026 }).map((map) => writeMap(map));
  const six = { ...mapFromModel('blank', 'es', 'Niño 🐾'), id: 'blank' };
  const fixture = inProject('test/fixtures/format-1.journey.json').toString();
  return [fixture, fixture, writeMap(steadyMap()), writeMap(withoutIds(six)), ...generated];
}

/** Ids of lanes are made up each time. */
function withoutIds(map: JourneyMap): JourneyMap {
  const lanes = Object.values(map.lanes).map((lane, index) => [`lane-${index}`, { ...lane, id: `lane-${index}` }]);
  const stages = Object.values(map.elements).map((one, index) => [`stage-${index}`, { ...one, id: `stage-${index}` }]);
  return { ...map, lanes: Object.fromEntries(lanes), elements: Object.fromEntries(stages) };
}

export const sampleTable = (name: string): Buffer => inProject(`shared/samples/${name}`);
