import { idsOf, leadsTo, REFERENCES } from '../document/references';
import type { JourneyMap } from '../document/schema';
import { COLLECTIONS } from '../document/schema';
import { CHANGE_TYPES, type Change, type ChangeType, type Comparison, type FieldChange } from './changes';
import { fieldChanges } from './field-changes';
import { type Alignment, alignMaps, areRelated } from './matching';
import { inReadingOrder } from './reading-order';
import { type Collection, type Fields, fieldOf, idsIn, isCollection, ownFields, recordAt } from './records';

export interface ComparisonOptions {
  /** Match by id, or by kind, title and stage; left out: by id where the maps have an id or half their records in common. */
  related?: boolean;
}

/**
 * What is different between two maps, record by record and field by field. Related maps are matched by id, others by
 * kind, title and stage (see matching.ts).
 */
export function compareMaps(before: JourneyMap, after: JourneyMap, options: ComparisonOptions = {}): Comparison {
  const related = options.related ?? areRelated(before, after);
  const alignment: Alignment = related ? { after, matches: new Map() } : alignMaps(before, after);
  const maps = { before, after: alignment.after };
  const changes: Change[] = [];
  const own = fieldChanges('map', before.id, maps, ownFields(before), ownFields(alignment.after));
  if (own.length > 0) {
    changes.push(changeOf('map', before.id, maps, alignment, ownFields(before), ownFields(alignment.after), own));
  }
  for (const collection of COLLECTIONS) {
    for (const id of idsIn(collection, before, alignment.after)) {
      const old = recordAt(before, collection, id);
      const now = recordAt(alignment.after, collection, id);
      const fields = old && now ? fieldChanges(collection, id, maps, old, now) : [];
      if (old && now && fields.length === 0) continue;
      changes.push(changeOf(collection, id, maps, alignment, old ?? null, now ?? null, fields));
    }
  }
  return { ...maps, related, changes: inReadingOrder(changes, maps) };
}

function changeOf(
  collection: Collection,
  record: string,
  maps: Pick<Comparison, 'before' | 'after'>,
  { matches }: Alignment,
  before: Fields | null,
  after: Fields | null,
  fields: readonly FieldChange[],
): Change {
  const match = matches.get(`${collection}/${record}`);
  const whole = after === null ? 'removed' : 'added';
  const types =
    before && after ? fields.map((field) => field.type) : [collection === 'measurements' ? 'numbers' : whole];
  const kept = before && after ? fields.every((field) => field.minor) : goesWithOthers(collection, maps, before, after);
  return {
    id: `${collection}/${record}`,
    collection,
    record,
    afterId: after === null ? null : (match?.afterId ?? record),
    types: CHANGE_TYPES.filter((type) => types.includes(type)),
    before,
    after,
    fields,
    minor: collection === 'sources' || collection === 'pictures' || kept,
    confidence: match?.confidence ?? 1,
    element: elementOf(collection, record, after ?? before),
  };
}

/** A line or a number that came or went because its card did, is not news of its own. */
function goesWithOthers(
  collection: Collection,
  maps: Pick<Comparison, 'before' | 'after'>,
  before: Fields | null,
  after: Fields | null,
): boolean {
  if (collection === 'map') return false;
  const [record, other] = after === null ? [before, maps.after] : [after, maps.before];
  return Object.entries(REFERENCES[collection]).some(
    ([field, reference]) =>
      reference.essential === true &&
      idsOf(reference, fieldOf(record ?? undefined, field)).some((id) => !leadsTo(other, reference, id)),
  );
}

function elementOf(collection: Collection, id: string, record: Fields | null): string | null {
  if (collection === 'elements') return id;
  const end = fieldOf(record ?? undefined, collection === 'connections' ? 'from' : 'element');
  return typeof end === 'string' && end !== '' ? end : null;
}

/** How many records each type of change befell, and how many changed at all. */
export function countChanges(comparison: Pick<Comparison, 'changes'>): Record<ChangeType | 'all', number> {
  const counts = { added: 0, removed: 0, changed: 0, moved: 0, numbers: 0, all: comparison.changes.length };
  for (const change of comparison.changes) for (const type of change.types) counts[type]++;
  return counts;
}

/** The changes of some types, without the minor ones unless asked for. What else befell a record is left out, too. */
export function filterComparison(
  comparison: Comparison,
  shown: { types?: readonly ChangeType[]; minor?: boolean },
): Comparison {
  const { types = CHANGE_TYPES, minor = false } = shown;
  const changes = comparison.changes.flatMap((change) => {
    if (change.minor && !minor) return [];
    if (!change.before || !change.after) return change.types.some((type) => types.includes(type)) ? [change] : [];
    const fields = change.fields.filter((field) => types.includes(field.type) && (minor || !field.minor));
    const left = CHANGE_TYPES.filter((type) => fields.some((field) => field.type === type));
    return fields.length > 0 ? [{ ...change, fields, types: left }] : [];
  });
  return { ...comparison, changes };
}

/** The change after (1) or before (−1) another, round and round; without another the first or last one. */
export function stepToChange(comparison: Comparison, from: string | null, by: 1 | -1): Change | null {
  const { changes } = comparison;
  const at = changes.findIndex((change) => change.id === from);
  const next = at < 0 ? (by > 0 ? 0 : -1) : (at + by) % changes.length;
  return changes.at(next) ?? null;
}

/**
 * Does to a map what a comparison tells of: `applyComparison(compareMaps(a, b), a)` equals `b` for related maps, and
 * the aligned `after` of the comparison for others. The map given is left as it is.
 */
export function applyComparison(comparison: Comparison, before: JourneyMap): JourneyMap {
  const result: Record<string, unknown> = { ...before };
  for (const collection of COLLECTIONS) result[collection] = { ...before[collection] };
  for (const change of comparison.changes) {
    const { collection, record } = change;
    if (collection === 'map') {
      applyFields(
        result,
        change.fields.filter(({ name }) => !isCollection(name)),
      );
      continue;
    }
    const records = result[collection] as Record<string, Fields>;
    if (change.after === null) delete records[record];
    else if (change.before === null) records[record] = change.after;
    else {
      const edited = { ...records[record] };
      applyFields(edited, change.fields);
      records[record] = edited;
    }
  }
  return result as unknown as JourneyMap;
}

function applyFields(record: Record<string, unknown>, fields: readonly FieldChange[]): void {
  for (const { name, after } of fields) {
    if (after === undefined) delete record[name];
    else record[name] = after;
  }
}
