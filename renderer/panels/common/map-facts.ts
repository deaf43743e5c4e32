import { lanesOf, personasOf, stagesOf } from '../../../shared/document/create';
import type {
  Connection,
  ElementKind,
  ElementOf,
  JourneyMap,
  Lane,
  Measurement,
} from '../../../shared/document/schema';
import type { EditorState } from '../../store/state';
import { groupBy, rememberLast } from './remember';

/**
 * What several panels ask of a map, worked out once for each map. The lists stay the same objects as long as nothing
 * in them has changed, so that typing into a card leaves the panels alone that show others.
 */

type Select<Value> = (state: Pick<EditorState, 'map'>) => Value;

function sameItems<Item>(a: readonly Item[], b: readonly Item[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

function listOf<Item>(work: (map: JourneyMap) => Item[]): Select<readonly Item[]> {
  let kept: readonly Item[] = [];
  const list = rememberLast((map: JourneyMap) => {
    const found = work(map);
    if (!sameItems(found, kept)) kept = found;
    return kept;
  });
  return (state) => list(state.map);
}

export const selectPersonas: Select<readonly ElementOf<'persona'>[]> = listOf(personasOf);
export const selectStages: Select<readonly ElementOf<'stage'>[]> = listOf(stagesOf);
export const selectLanes: Select<readonly Lane[]> = listOf(lanesOf);

const NO_CONNECTIONS: readonly Connection[] = [];
const NO_MEASUREMENTS: readonly Measurement[] = [];

const connectionsByElement = rememberLast((connections: JourneyMap['connections']) =>
  groupBy(Object.values(connections), ({ from, to }) => (from === to ? [from] : [from, to])),
);
const measurementsByElement = rememberLast((measurements: JourneyMap['measurements']) =>
  groupBy(Object.values(measurements), ({ element }) => (element === null ? [] : [element])),
);

/** Connections that begin or end at an element. */
export const connectionsAt = (map: JourneyMap, id: string): readonly Connection[] =>
  connectionsByElement(map.connections).get(id) ?? NO_CONNECTIONS;

export const measurementsAt = (map: JourneyMap, id: string): readonly Measurement[] =>
  measurementsByElement(map.measurements).get(id) ?? NO_MEASUREMENTS;

/** How many elements of each kind there are; the same object until a number changes. */
export const selectKindCounts: Select<Partial<Record<ElementKind, number>>> = (() => {
  let kept: Partial<Record<ElementKind, number>> = {};
  const count = rememberLast((elements: JourneyMap['elements']) => {
    const counts: Partial<Record<ElementKind, number>> = {};
    for (const { kind } of Object.values(elements)) counts[kind] = (counts[kind] ?? 0) + 1;
    const kinds = Object.keys(counts) as ElementKind[];
    if (kinds.length !== Object.keys(kept).length || kinds.some((kind) => counts[kind] !== kept[kind])) kept = counts;
    return kept;
  });
  return (state) => count(state.map.elements);
})();

/** What an element is called where it is mentioned: its title, or in want of one the name of its kind. */
export function nameOf(map: JourneyMap, id: string, kindName: (kind: ElementKind) => string): string {
  const element = map.elements[id];
  return element ? element.title.trim() || kindName(element.kind) : '';
}
