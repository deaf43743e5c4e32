import { park } from '../commands/cards';
import { lanesOf } from '../document/create';
import { dropDangling } from '../document/references';
import type { CollectionName } from '../document/schema';
import { ELEMENT_KINDS, type JourneyMap, type MapElement, type Picture, type Source } from '../document/schema';
import type { Fields } from './records';
import type { MergeInputs } from './three-way';

/** Something that did not fit together after merging, and what was done about it. */
export interface Repair {
  type:
    | 'card-parked'
    | 'persona-removed'
    | 'picture-removed'
    | 'connection-dropped'
    | 'measurement-dropped'
    | 'entry-dropped'
    | 'exit-dropped'
    | 'comment-dropped'
    | 'source-removed'
    | 'kind-settled';
  collection: CollectionName;
  record: string;
  /** The record as it was before. */
  was: Fields;
}

/** What it is called when a record of a collection named something that is gone; other losses go without saying. */
const DANGLING: Partial<Record<CollectionName, Repair['type']>> = {
  connections: 'connection-dropped',
  metrics: 'source-removed',
  measurements: 'measurement-dropped',
  entries: 'entry-dropped',
  exits: 'exit-dropped',
  comments: 'comment-dropped',
};

/** Mends a merged map, in place, so that every id in it names something; tells what was done. */
export function repair(map: JourneyMap, sides: MergeInputs): Repair[] {
  const repairs: Repair[] = [];
  const note = (type: Repair['type'], collection: CollectionName, record: { id: string }) =>
    repairs.push({ type, collection, record: record.id, was: { ...record } });
  repairElements(map, sides, note);
  for (const metric of Object.values(map.metrics)) {
    if (metric.source === null || Object.hasOwn(map.sources, metric.source)) continue;
    const source = fromAnySide<Source>(sides, 'sources', metric.source);
    if (source) map.sources[metric.source] = source;
  }
  for (const { collection, was, dropped } of dropDangling(map)) {
    const type = dropped || collection === 'metrics' ? DANGLING[collection] : undefined;
    if (type) repairs.push({ type, collection, record: was.id, was: was as unknown as Fields });
  }
  dropPicturesOfNobody(map, sides);
  giveKindsOneHome(map, sides, note);
  return repairs;
}

type Note = (type: Repair['type'], collection: CollectionName, record: { id: string }) => void;

function repairElements(map: JourneyMap, sides: MergeInputs, note: Note): void {
  const kindOf = (id: string) => (Object.hasOwn(map.elements, id) ? map.elements[id]?.kind : undefined);
  const orphans: MapElement[] = [];
  for (const element of Object.values(map.elements)) {
    const hasStage = element.stage === null || kindOf(element.stage) === 'stage';
    if (!hasStage || (element.lane !== null && !Object.hasOwn(map.lanes, element.lane))) {
      note('card-parked', 'elements', element);
      orphans.push(element);
    }
    if (element.personas.some((id) => kindOf(id) !== 'persona')) {
      note('persona-removed', 'elements', element);
      element.personas = element.personas.filter((id) => kindOf(id) === 'persona');
    }
    if (element.picture !== null && !Object.hasOwn(map.pictures, element.picture)) {
      // The other side dropped it because nothing showed it there; here something does.
      const picture = fromAnySide<Picture>(sides, 'pictures', element.picture);
      if (picture) map.pictures[element.picture] = picture;
      else {
        note('picture-removed', 'elements', element);
        element.picture = null;
      }
    }
  }
  park(map, orphans);
}

function fromAnySide<Value>(sides: MergeInputs, collection: 'pictures' | 'sources', id: string): Value | null {
  for (const map of [sides.ours, sides.theirs, sides.base]) {
    const records = map[collection] as unknown as Record<string, Value>;
    if (Object.hasOwn(records, id)) return records[id] ?? null;
  }
  return null;
}

/** Each side shows a picture elsewhere, and neither the place nor the picture is left: it would only make the file large. */
function dropPicturesOfNobody(map: JourneyMap, sides: MergeInputs): void {
  const shown = (side: JourneyMap) => new Set(Object.values(side.elements).map((element) => element.picture));
  const [here, ours, theirs] = [shown(map), shown(sides.ours), shown(sides.theirs)];
  for (const id of Object.keys(map.pictures)) {
    if (!here.has(id) && ours.has(id) && theirs.has(id)) delete map.pictures[id];
  }
}

/** New cards of a kind go to one row. Where each side gave it another one, the upper row keeps it. */
function giveKindsOneHome(map: JourneyMap, sides: MergeInputs, note: Note): void {
  const homes = (side: JourneyMap, kind: MapElement['kind']) =>
    lanesOf(side).filter((lane) => lane.kinds.includes(kind));
  for (const kind of ELEMENT_KINDS) {
    if (homes(sides.ours, kind).length > 1 || homes(sides.theirs, kind).length > 1) continue;
    for (const lane of homes(map, kind).slice(1)) {
      note('kind-settled', 'lanes', lane);
      lane.kinds = lane.kinds.filter((one) => one !== kind);
    }
  }
}
