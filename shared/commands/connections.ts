import { createConnection } from '../document/create';
import { createId } from '../document/ids';
import { dropDangling } from '../document/references';
import type { Connection, ElementKind, JourneyMap, Side } from '../document/schema';

/** The way from pain point to answer to content idea; everything else that is joined is a flow. */
const RELATIONS: readonly (readonly [ElementKind, ElementKind])[] = [
  ['pain-point', 'answer'],
  ['answer', 'content-idea'],
  ['pain-point', 'content-idea'],
  ['question', 'answer'],
  ['question', 'content-idea'],
];

/** Which type joins two kinds, and whether the line has to be turned round: an answer drawn to its pain point. */
export function connectionType(from: ElementKind, to: ElementKind): { type: Connection['type']; turned: boolean } {
  const joins = (a: ElementKind, b: ElementKind) => RELATIONS.some(([first, second]) => first === a && second === b);
  if (joins(from, to)) return { type: 'relation', turned: false };
  if (joins(to, from)) return { type: 'relation', turned: true };
  return { type: 'flow', turned: false };
}

/**
 * Joins two cards and gives the connection's id; null where they can't be: a card with itself, a stage.
 * Where the same connection is there already, gives that one.
 */
export function connect(
  draft: JourneyMap,
  from: string,
  to: string,
  sides: { fromSide?: Side | null; toSide?: Side | null } = {},
): string | null {
  const source = draft.elements[from];
  const target = draft.elements[to];
  if (!source || !target || from === to || source.kind === 'stage' || target.kind === 'stage') return null;
  const { type, turned } = connectionType(source.kind, target.kind);
  const ends = turned ? { from: to, to: from } : { from, to };
  const same = Object.values(draft.connections).find(
    (c) => c.type === type && c.from === ends.from && c.to === ends.to,
  );
  if (same) return same.id;
  const id = createId();
  const { fromSide = null, toSide = null } = sides;
  draft.connections[id] = createConnection({
    id,
    type,
    ...ends,
    fromSide: turned ? toSide : fromSide,
    toSide: turned ? fromSide : toSide,
  });
  return id;
}

export function setConnection(draft: JourneyMap, id: string, values: Partial<Omit<Connection, 'id'>>): void {
  const connection = draft.connections[id];
  if (connection) Object.assign(connection, values);
}

/** Deletes connections and what was measured on them. */
export function deleteConnections(draft: JourneyMap, ids: Iterable<string>): void {
  for (const id of ids) delete draft.connections[id];
  dropDangling(draft);
}
