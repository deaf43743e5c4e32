import type { JourneyMap, MapElement } from '../document/schema';
import type { Change } from './changes';
import { siblings } from './field-changes';

interface Maps {
  before: JourneyMap;
  after: JourneyMap;
}

/** Sorts changes the way one reads a map: itself, its rows, stage by stage with what stands there, then its metrics. */
export function inReadingOrder(changes: readonly Change[], maps: Maps): Change[] {
  const stages = ranks(siblings(maps.before, 'elements'), siblings(maps.after, 'elements'));
  const lanes = ranks(siblings(maps.before, 'lanes'), siblings(maps.after, 'lanes'));
  const last = Number.MAX_SAFE_INTEGER;
  const keyOf = (change: Change): (number | string)[] => {
    const element = change.element === null ? undefined : elementIn(maps, change.element);
    const within = ORDER.indexOf(change.collection);
    if (!element) {
      const group = change.collection === 'map' ? 0 : change.collection === 'lanes' ? 1 : 3;
      return [group, within, lanes.get(change.record) ?? last, 0, 0, '', 0, change.id];
    }
    const isStage = element.kind === 'stage';
    const stage = (isStage ? stages.get(element.id) : stages.get(element.stage ?? '')) ?? last;
    const lane = isStage ? -1 : (lanes.get(element.lane ?? '') ?? last);
    return [2, stage, lane, element.y, element.x, element.id, within, change.id];
  };
  return changes
    .map((change) => ({ change, key: keyOf(change) }))
    .sort((a, b) => compareKeys(a.key, b.key))
    .map(({ change }) => change);
}

const ORDER = [
  'map',
  'lanes',
  'elements',
  'entries',
  'metrics',
  'measurements',
  'connections',
  'exits',
  'scenarios',
  'reviews',
  'comments',
  'sessions',
  'votes',
  'actions',
  'viewpoints',
  'sources',
  'pictures',
];

/** Where an element is to be seen: in the later map, or where it was. */
export function elementIn(maps: Maps, id: string): MapElement | undefined {
  const map = Object.hasOwn(maps.after.elements, id) ? maps.after : maps.before;
  return Object.hasOwn(map.elements, id) ? map.elements[id] : undefined;
}

/** Places of all that was or is there: what is gone stays behind what it stood behind. */
function ranks(before: readonly string[], after: readonly string[]): Map<string, number> {
  const all = [...after];
  before.forEach((id, index) => {
    if (!all.includes(id)) all.splice(all.indexOf(before[index - 1] ?? '') + 1, 0, id);
  });
  return new Map(all.map((id, index) => [id, index]));
}

function compareKeys(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  for (let at = 0; at < a.length; at++) {
    const [one, other] = [a[at] ?? '', b[at] ?? ''];
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}
