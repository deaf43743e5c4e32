import type { Comment, JourneyMap } from '../document/schema';

const known = new WeakMap<JourneyMap['comments'], ReadonlyMap<string, readonly Comment[]>>();
const NONE: readonly Comment[] = [];

/** What was said, oldest first; what was said at the same time goes by its id. */
const byDate = (a: Comment, b: Comment) => Date.parse(a.date) - Date.parse(b.date) || (a.id < b.id ? -1 : 1);

/** The comments of each element, oldest first; worked out once for each state of a map's comments. */
function byElement(map: JourneyMap): ReadonlyMap<string, readonly Comment[]> {
  let found = known.get(map.comments);
  if (!found) {
    const groups = new Map<string, Comment[]>();
    for (const comment of Object.values(map.comments).sort(byDate)) {
      const group = groups.get(comment.element);
      if (group) group.push(comment);
      else groups.set(comment.element, [comment]);
    }
    found = groups;
    known.set(map.comments, found);
  }
  return found;
}

/** What was said about an element, oldest first; the same list until a comment changes. */
export const commentsOn = (map: JourneyMap, element: string): readonly Comment[] => byElement(map).get(element) ?? NONE;

/** How many of them nobody has resolved yet. */
export const openCommentsOn = (map: JourneyMap, element: string): number =>
  commentsOn(map, element).filter((comment) => !comment.resolved).length;

/** All that is still to be talked about, the latest first. */
export const openComments = (map: JourneyMap): Comment[] =>
  Object.values(map.comments)
    .filter((comment) => !comment.resolved)
    .sort((a, b) => byDate(b, a));
