/** What thinning has to know of a version. */
export interface Thinnable {
  id: string;
  /** ISO 8601 with a zone. */
  savedAt: string;
  automatic: boolean;
}

const A_DAY = 24 * 60 * 60 * 1000;
const A_MONTH = 30 * A_DAY;
/** 1970-01-01 was a Thursday: so many days before it a week had begun. */
const DAYS_INTO_WEEK = 3;

/**
 * The ids of the versions to keep at a time. Named ones stay for ever. Of the automatic ones all of the last 24 hours
 * stay, then the last of each day (UTC), and after 30 days the last of each week (from Monday, UTC). Thinning often
 * leaves the same as thinning once. One whose time can't be read stays.
 *
 * @param now milliseconds since 1970
 */
export function keepVersions(versions: readonly Thinnable[], now: number): Set<string> {
  const keep = new Set<string>();
  const lastOf = new Map<string, { id: string; at: number }>();
  for (const { id, savedAt, automatic } of versions) {
    const at = Date.parse(savedAt);
    if (!automatic || !(now - at > A_DAY)) keep.add(id);
    if (!automatic || Number.isNaN(at)) continue;
    const day = Math.floor(at / A_DAY);
    // The last of its week is the last of its day too, so what one pass keeps, an earlier pass has kept.
    for (const period of [`day ${day}`, `week ${Math.floor((day + DAYS_INTO_WEEK) / 7)}`]) {
      const last = lastOf.get(period);
      if (!last || at > last.at || (at === last.at && id > last.id)) lastOf.set(period, { id, at });
    }
  }
  for (const [period, { id, at }] of lastOf) {
    if (period.startsWith('week') || now - at <= A_MONTH) keep.add(id);
  }
  return keep;
}
