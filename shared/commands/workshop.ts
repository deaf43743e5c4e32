import { orderAfter } from '../document/create';
import { createId } from '../document/ids';
import type { Action, Comment, JourneyMap, Session, Viewpoint } from '../document/schema';
import type { Box } from '../figures/primitives';
import type { AgendaStep } from '../workshop/agendas';
import { dotsLeft } from '../workshop/votes';

/** What a meeting changes. Each takes a draft of the map; ids that name nothing are passed over. */

/** Says something about an element; gives the comment's id, or null where there is no such element or nothing said. */
export function addComment(
  draft: JourneyMap,
  element: string,
  values: Pick<Comment, 'author' | 'date' | 'text'>,
): string | null {
  const text = values.text.trim();
  if (!Object.hasOwn(draft.elements, element) || text === '') return null;
  const id = createId();
  draft.comments[id] = { id, element, ...values, text, resolved: false };
  return id;
}

export function setComment(draft: JourneyMap, id: string, values: Partial<Pick<Comment, 'text' | 'resolved'>>): void {
  const comment = draft.comments[id];
  if (comment) Object.assign(comment, values);
}

export function deleteComment(draft: JourneyMap, id: string): void {
  delete draft.comments[id];
}

/** A meeting on a day (`YYYY-MM-DD`); gives its id. */
export function addSession(
  draft: JourneyMap,
  values: Pick<Session, 'title' | 'date'> & { agenda: readonly AgendaStep[]; members?: Session['members'] },
): string {
  const id = createId();
  draft.sessions[id] = {
    id,
    step: 0,
    members: [],
    votesEach: 3,
    voteKinds: ['pain-point'],
    votesHidden: false,
    order: orderAfter(Object.values(draft.sessions)),
    ...values,
    agenda: values.agenda.map((step) => ({ ...step })),
  };
  return id;
}

export function setSession(draft: JourneyMap, id: string, values: Partial<Omit<Session, 'id' | 'order'>>): void {
  const session = draft.sessions[id];
  if (session) Object.assign(session, values);
}

/** Goes to a step of a session's agenda: to the nearest one where there is none at that place. */
export function goToStep(draft: JourneyMap, id: string, step: number): void {
  const session = draft.sessions[id];
  if (session) session.step = Math.max(0, Math.min(Math.round(step), session.agenda.length - 1));
}

/** Deletes a session with its votes; what was decided there stays. */
export function deleteSession(draft: JourneyMap, id: string): void {
  delete draft.sessions[id];
  for (const vote of Object.values(draft.votes)) if (vote.session === id) delete draft.votes[vote.id];
  for (const action of Object.values(draft.actions)) if (action.session === id) action.session = null;
}

/** A member puts a dot on an element (1) or takes one back (−1). False: there is none left to put, or none to take. */
export function vote(draft: JourneyMap, session: string, element: string, voter: string, by: 1 | -1): boolean {
  const meeting = draft.sessions[session];
  if (!meeting || !Object.hasOwn(draft.elements, element)) return false;
  const own = Object.values(draft.votes).find(
    (one) => one.session === session && one.element === element && one.voter === voter,
  );
  if (by > 0) {
    if (dotsLeft(draft, meeting, voter) < 1) return false;
    if (own) own.count += 1;
    else {
      const id = createId();
      draft.votes[id] = { id, session, element, voter, count: 1 };
    }
    return true;
  }
  if (!own) return false;
  own.count -= 1;
  if (own.count < 1) delete draft.votes[own.id];
  return true;
}

/** A decision, something to do, or what waits for another day; gives its id. */
export function addAction(
  draft: JourneyMap,
  values: Pick<Action, 'type' | 'text'> & Partial<Omit<Action, 'id' | 'order'>>,
): string {
  const id = createId();
  draft.actions[id] = {
    id,
    owner: '',
    due: null,
    done: false,
    session: null,
    element: null,
    order: orderAfter(Object.values(draft.actions)),
    ...values,
  };
  return id;
}

export function setAction(draft: JourneyMap, id: string, values: Partial<Omit<Action, 'id' | 'order'>>): void {
  const action = draft.actions[id];
  if (action) Object.assign(action, values);
}

export function deleteAction(draft: JourneyMap, id: string): void {
  delete draft.actions[id];
}

/** Keeps a part of the map to present it; gives its id. */
export function addViewpoint(draft: JourneyMap, title: string, box: Box): string {
  const id = createId();
  const { x, y, width, height } = box;
  draft.viewpoints[id] = {
    id,
    title,
    note: '',
    x: Math.round(x),
    y: Math.round(y),
    width: Math.max(16, Math.round(width)),
    height: Math.max(16, Math.round(height)),
    order: orderAfter(Object.values(draft.viewpoints)),
  };
  return id;
}

export function setViewpoint(draft: JourneyMap, id: string, values: Partial<Omit<Viewpoint, 'id'>>): void {
  const viewpoint = draft.viewpoints[id];
  if (viewpoint) Object.assign(viewpoint, values);
}

export function deleteViewpoint(draft: JourneyMap, id: string): void {
  delete draft.viewpoints[id];
}
