import { byOrder, cardsOf, lanesOf, stagesOf } from '../document/create';
import { REFERENCES } from '../document/references';
import type { JourneyMap } from '../document/schema';
import { COLLECTIONS, type CollectionName } from '../document/schema';
import { type Fields, fieldOf, recordsOf } from './records';
import { type Candidate, type Match, matchTitles } from './title-match';

/** Share of the smaller map's elements and rows that has to be in both for ids to be trusted. */
const RELATED_SHARE = 0.5;

/** Confidence of a title that is the same, in another stage. */
const OTHER_STAGE = 0.8;

/** Whether two maps are states of one: they have its id, or at least half the elements and rows of the smaller one. */
export function areRelated(before: JourneyMap, after: JourneyMap): boolean {
  if (before.id === after.id) return true;
  const [old, now] = [before, after].map((map) => [...Object.keys(map.elements), ...Object.keys(map.lanes)]);
  if (!old || !now) return false;
  const known = new Set(old);
  const shared = now.filter((id) => known.has(id)).length;
  return shared > 0 && shared / Math.min(old.length, now.length) >= RELATED_SHARE;
}

export interface Alignment {
  /** The later map with the earlier one's ids where they were matched. */
  after: JourneyMap;
  /** By `collection/id` of the earlier map. */
  matches: ReadonlyMap<string, { afterId: string; confidence: number }>;
}

/**
 * Matches two maps that were drawn apart: stages and rows by title; cards by kind, title and stage (all three the same:
 * confidence 1; same title in another stage: 0.8; alike: less, by how alike); connections and values by what they
 * join; metrics by title; sources by the file's hash. Each record has at most one partner, the surest pairs first.
 */
export function alignMaps(before: JourneyMap, after: JourneyMap): Alignment {
  const found: Record<CollectionName, Map<string, Match>> = {
    lanes: matchTitles(lanesOf(before).map(named), lanesOf(after).map(named), () => 1),
    elements: matchTitles(stagesOf(before).map(named), stagesOf(after).map(named), () => 1),
    connections: new Map(),
    metrics: matchTitles(
      byOrder(Object.values(before.metrics)).map(named),
      byOrder(Object.values(after.metrics)).map(named),
      () => 1,
    ),
    measurements: new Map(),
    sources: new Map(),
    entries: new Map(),
    exits: new Map(),
    scenarios: matchTitles(
      byOrder(Object.values(before.scenarios)).map(named),
      byOrder(Object.values(after.scenarios)).map(named),
      () => 1,
    ),
    reviews: new Map(),
    comments: new Map(),
    sessions: matchByKey(before, after, 'sessions', null, ({ date, title }) => JSON.stringify([date, title])),
    votes: new Map(),
    actions: matchTitles(actions(before), actions(after), () => 1),
    viewpoints: matchTitles(
      byOrder(Object.values(before.viewpoints)).map(named),
      byOrder(Object.values(after.viewpoints)).map(named),
      () => 1,
    ),
    pictures: new Map(Object.keys(before.pictures).map((id) => [id, { afterId: id, confidence: 1 }])),
  };
  const stages = new Map(found.elements);
  const isSameStage = (old: string | null, now: string | null) =>
    old === null || now === null ? old === now : stages.get(old)?.afterId === now;
  const cards = matchTitles(candidates(before), candidates(after), (old, now) =>
    old.group === 'persona' || isSameStage(old.stage ?? null, now.stage ?? null) ? 1 : OTHER_STAGE,
  );
  for (const [id, match] of cards) found.elements.set(id, match);
  const join = (collection: CollectionName, key: (record: Fields, own: (id: unknown) => unknown) => string) => {
    found[collection] = matchByKey(before, after, collection, found, key);
  };
  join('sources', (record) => String(record.hash));
  join('connections', ({ type, from, to }, own) => JSON.stringify([type, own(from), own(to)]));
  join('measurements', ({ metric, element, connection, segment }, own) =>
    JSON.stringify([own(metric), end(element, own), end(connection, own), segment]),
  );
  join('entries', ({ element, persona }, own) => JSON.stringify([own(element), end(persona, own)]));
  join('exits', ({ element }, own) => JSON.stringify([own(element)]));
  join('reviews', ({ date }) => String(date));
  join('comments', ({ element, author, date, text }, own) => JSON.stringify([own(element), author, date, text]));
  join('votes', ({ session, element, voter }, own) => JSON.stringify([own(session), own(element), voter]));
  return renamed(before, after, found);
}

/** What a record names there, where it names anything. */
const end = (id: unknown, own: (id: unknown) => unknown) => (id === null ? null : own(id));

const named = ({ id, title }: { id: string; title: string }): Candidate => ({ id, title, group: '' });

const actions = (map: JourneyMap): Candidate[] =>
  byOrder(Object.values(map.actions)).map(({ id, type, text }) => ({ id, title: text, group: type }));

/** A card is known by its title; one without (a note) by its text. */
const candidates = (map: JourneyMap): Candidate[] =>
  cardsOf(map).map(({ id, kind, title, text, stage }) => ({
    id,
    group: kind,
    title: title.trim() ? title : text.slice(0, 200),
    stage,
  }));

/** Matches records that name the same things, as soon as those are matched. */
function matchByKey(
  before: JourneyMap,
  after: JourneyMap,
  collection: CollectionName,
  found: Readonly<Record<CollectionName, Map<string, Match>>> | null,
  key: (record: Fields, own: (id: unknown) => unknown) => string,
): Map<string, Match> {
  const ends = found ? [found.elements, found.metrics, found.connections, found.sessions] : [];
  const matchOf = (id: unknown) => ends.map((matches) => matches.get(String(id))).find((match) => match !== undefined);
  const waiting = new Map<string, string[]>();
  for (const [id, record] of sorted(after, collection)) {
    const name = key(record, (end) => end);
    waiting.set(name, [...(waiting.get(name) ?? []), id]);
  }
  const matches = new Map<string, Match>();
  for (const [id, record] of sorted(before, collection)) {
    let confidence = 1;
    const name = key(record, (end) => {
      const match = matchOf(end);
      confidence = Math.min(confidence, match?.confidence ?? 0);
      return match?.afterId ?? null;
    });
    const afterId = confidence > 0 ? waiting.get(name)?.shift() : undefined;
    if (afterId !== undefined) matches.set(id, { afterId, confidence });
  }
  return matches;
}

const sorted = (map: JourneyMap, collection: CollectionName) =>
  Object.entries(recordsOf(map, collection)).sort(([a], [b]) => (a < b ? -1 : 1));

function renamed(before: JourneyMap, after: JourneyMap, found: Record<CollectionName, Map<string, Match>>): Alignment {
  const names = {} as Record<CollectionName, Map<string, string>>;
  const matches = new Map<string, { afterId: string; confidence: number }>();
  for (const collection of COLLECTIONS) {
    const own = new Map([...found[collection]].map(([id, { afterId }]) => [afterId, id]));
    const taken = new Set(Object.keys(before[collection]));
    for (const afterId of Object.keys(after[collection])) {
      if (own.has(afterId)) continue;
      const id = freshId(afterId, taken);
      taken.add(id);
      own.set(afterId, id);
      if (id !== afterId) matches.set(`${collection}/${id}`, { afterId, confidence: 1 });
    }
    for (const [id, match] of found[collection]) matches.set(`${collection}/${id}`, match);
    names[collection] = own;
  }
  const aligned: Record<string, unknown> = { ...after, id: before.id };
  for (const collection of COLLECTIONS) {
    const nameOf = (kind: CollectionName, id: unknown) => (typeof id === 'string' ? (names[kind].get(id) ?? id) : id);
    aligned[collection] = Object.fromEntries(
      Object.entries(recordsOf(after, collection)).map(([afterId, record]) => {
        const id = nameOf(collection, afterId) as string;
        const copy: Record<string, unknown> = { ...record, ...(Object.hasOwn(record, 'id') && { id }) };
        for (const [field, { to, holds }] of Object.entries(REFERENCES[collection])) {
          const value = fieldOf(record, field);
          if (holds === 'one') copy[field] = nameOf(to, value);
          else if (Array.isArray(value)) copy[field] = value.map((id) => nameOf(to, id));
          else
            copy[field] = Object.fromEntries(Object.entries(value ?? {}).map(([id, held]) => [nameOf(to, id), held]));
        }
        return [id, copy];
      }),
    );
  }
  return { after: aligned as unknown as JourneyMap, matches };
}

/** An id of its own for a record that only happens to have the id of another one. */
function freshId(id: string, taken: ReadonlySet<string>): string {
  if (!taken.has(id)) return id;
  for (let number = 2; ; number++) {
    const fresh = `${id.slice(0, 50)}.${number}`;
    if (!taken.has(fresh)) return fresh;
  }
}
