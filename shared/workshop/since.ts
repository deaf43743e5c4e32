import { flowGraphOf } from '../decisions/flow-graph';
import { type ObservedShare, observedShares } from '../decisions/observed';
import { byOrder } from '../document/create';
import type { Action, Connection, JourneyMap, Session } from '../document/schema';

/** What the next session takes up from the last one. */

/** The latest session: by its day, then by when it was added; null: there was none. */
export function lastSession(map: JourneyMap): Session | null {
  return (
    byOrder(Object.values(map.sessions))
      .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
      .at(-1) ?? null
  );
}

/** What nobody has done yet, and what still waits in the parking lot, of all sessions. */
export const openActions = (map: JourneyMap, type: 'action' | 'parked'): Action[] =>
  byOrder(Object.values(map.actions)).filter((one) => one.type === type && !one.done);

export interface GuessToReview {
  connection: Connection;
  /** What the team says, 0–1. */
  predicted: number;
  /** What was seen; null: nobody has looked yet. */
  observed: ObservedShare | null;
}

/** By so much (of 1) a share may be off that was seen on nobody knows how many customers. */
const TOLERATED = 0.1;

/**
 * The probabilities that the team guessed and has to look at again: first those that what was seen speaks against (outside
 * of its 95 % interval; without one, 10 points off), the worst first, then those that nothing was seen of.
 */
export function guessesToReview(map: JourneyMap): GuessToReview[] {
  const seen = observedShares(flowGraphOf(map));
  const off = ({ predicted, observed }: GuessToReview) =>
    observed === null ? -1 : Math.abs(observed.share - predicted);
  const guesses = Object.values(map.connections).flatMap((connection): GuessToReview[] => {
    const { type, probability, id } = connection;
    if (type !== 'flow' || probability === null) return [];
    const guess = { connection, predicted: probability, observed: seen.get(id) ?? null };
    if (guess.observed === null) return [guess];
    const holds = guess.observed.inside ?? off(guess) < TOLERATED;
    return holds ? [] : [guess];
  });
  return guesses.sort((a, b) => off(b) - off(a) || (a.connection.id < b.connection.id ? -1 : 1));
}

/**
 * The state of the map at the end of a session: the last version kept until the end of its day; where all are later, the
 * earliest. `dayOf` gives the calendar day (`YYYY-MM-DD`) of a time, in the zone of whoever asks. Null: there is none.
 */
export function versionOfSession<Version extends { savedAt: string }>(
  versions: readonly Version[],
  session: Pick<Session, 'date'>,
  dayOf: (time: string) => string,
): Version | null {
  const sorted = [...versions].sort((a, b) => Date.parse(a.savedAt) - Date.parse(b.savedAt));
  return sorted.findLast(({ savedAt }) => dayOf(savedAt) <= session.date) ?? sorted[0] ?? null;
}
