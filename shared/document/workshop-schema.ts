import * as v from 'valibot';
import { dateSchema, textSchema } from '../kinds/fields';
import { coordinate, extent, idSchema, orderSchema } from './record-parts';

/** What a team says, votes and settles about its map: the records of its meetings. */

/** What somebody said about a card, a stage or a persona. */
export const commentSchema = v.looseObject({
  id: idSchema,
  element: idSchema,
  /** The name that they go by; empty: not told. */
  author: v.optional(textSchema, ''),
  /** When, ISO 8601 with a zone. */
  date: v.pipe(v.string(), v.isoTimestamp()),
  text: v.optional(textSchema, ''),
  resolved: v.optional(v.boolean(), false),
});

/** What a step of a meeting is about; `talk`: whatever the team says it is. */
const STEP_TOPICS = [
  'persona',
  'stages',
  'touchpoints',
  'feelings',
  'pain-points',
  'forks',
  'ideas',
  'vote',
  'close',
  'talk',
] as const;

const stepSchema = v.looseObject({
  about: v.picklist(STEP_TOPICS),
  /** In the team's words; empty: as the program calls it. */
  title: v.optional(textSchema, ''),
  minutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(480)),
});

/** Whoever sits in a meeting; their cards have their colour, `#rrggbb`. */
const memberSchema = v.looseObject({
  name: textSchema,
  colour: v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/)),
});

/** A meeting of the team, with its agenda. */
export const sessionSchema = v.looseObject({
  id: idSchema,
  title: v.optional(textSchema, ''),
  date: dateSchema,
  agenda: v.optional(v.array(stepSchema), () => []),
  /** The place in the agenda where the team is. */
  step: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000)), 0),
  members: v.optional(v.array(memberSchema), () => []),
  /** How many dots each member has. */
  votesEach: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(50)), 3),
  /** The kinds of cards that are voted on; those that a version does not know count for nothing. */
  voteKinds: v.optional(v.array(idSchema), () => ['pain-point']),
  /** Nobody sees how many dots a card has until they are shown. */
  votesHidden: v.optional(v.boolean(), false),
  order: orderSchema,
});

/** The dots of a member on a card. */
export const voteSchema = v.looseObject({
  id: idSchema,
  session: idSchema,
  element: idSchema,
  voter: v.optional(textSchema, ''),
  count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(50)),
});

/** What a team decided, what somebody does, and what waits for another day. */
export const actionSchema = v.looseObject({
  id: idSchema,
  type: v.picklist(['decision', 'action', 'parked']),
  text: v.optional(textSchema, ''),
  owner: v.optional(textSchema, ''),
  due: v.optional(v.nullable(dateSchema), null),
  done: v.optional(v.boolean(), false),
  /** The meeting that it comes from; null: none. */
  session: v.optional(v.nullable(idSchema), null),
  /** The card that it is about; null: none. */
  element: v.optional(v.nullable(idSchema), null),
  order: orderSchema,
});

/** A part of the map to present, in map units. */
export const viewpointSchema = v.looseObject({
  id: idSchema,
  title: v.optional(textSchema, ''),
  /** What is said about it. */
  note: v.optional(textSchema, ''),
  x: coordinate,
  y: coordinate,
  width: extent,
  height: extent,
  order: orderSchema,
});
