import { NO_FILTER } from '../../shared/analysis/filter';
import { goToStep } from '../../shared/commands/workshop';
import type { Session } from '../../shared/document/schema';
import type { Box } from '../../shared/figures/primitives';
import { boxOfStep, currentStep, kindsOfStep } from '../../shared/workshop/agendas';
import { sessionRecord } from '../../shared/workshop/record';
import { canvas } from '../app/canvas-port';
import { saveFile } from '../dialogs/save-file';
import { editor } from '../store/editor';
import { change } from '../store/history';
import { currentPicture, languageOf } from '../store/picture';
import type { EditorState } from '../store/state';
import { texts } from '../store/texts';
import { setWorkshop } from './workshop-state';

/** Running a session: its steps, its clock, its record. */

/** The session whose bar is shown; null: none. */
export const sessionAtHand = ({ map, workshop }: Pick<EditorState, 'map' | 'workshop'>): Session | null =>
  workshop.session !== null && Object.hasOwn(map.sessions, workshop.session)
    ? (map.sessions[workshop.session] ?? null)
    : null;

const MINUTE = 60_000;

/** Shows a session's bar, at the step where the team is, with the clock stopped. */
export function openSession(id: string): void {
  setWorkshop({ session: id });
  const session = sessionAtHand(editor.getState());
  if (session) attendTo(session);
}

export function closeSession(): void {
  editor.setState({ filter: NO_FILTER });
  setWorkshop({ session: null, timer: { left: 0, endsAt: null } });
}

/** Goes to a step of the session at hand; a clock that runs runs on, with the minutes of that step. */
export function goToAgendaStep(at: number): void {
  const session = sessionAtHand(editor.getState());
  if (!session) return;
  change(texts()('workshop.steps.agenda'), (draft) => goToStep(draft, session.id, at), { merge: `step:${session.id}` });
  const now = sessionAtHand(editor.getState());
  if (now) attendTo(now);
}

/** Sets the clock to the step, shows the part of the map that it is about, and lets the rest recede. */
function attendTo(session: Session): void {
  const current = currentStep(session);
  if (!current) return;
  const { workshop } = editor.getState();
  const left = current.step.minutes * MINUTE;
  const endsAt = workshop.timer.endsAt === null ? null : Date.now() + left;
  setWorkshop({ timer: { left, endsAt } });
  focusStep();
}

/** Shows what the current step is about. */
export function focusStep(): void {
  const state = editor.getState();
  const session = sessionAtHand(state);
  const current = session && currentStep(session);
  if (!session || !current) return;
  const { about } = current.step;
  if (state.workshop.presenting) return;
  editor.setState({ filter: { ...NO_FILTER, kinds: kindsOfStep(session, about) } });
  const { map, layout } = currentPicture();
  canvas().frame(readable(boxOfStep(map, layout, session, about)));
}

/** Between these sizes cards are read and worked on. */
const LEAST_ZOOM = 0.8;
const MOST_ZOOM = 1.25;

/** A part of the map as wide as can be read at once, from its left edge on; or with enough around it. */
function readable(box: Box): Box {
  const screen = canvas().view().width * editor.getState().zoom;
  if (screen === 0) return box;
  const width = Math.min(Math.max(box.width, screen / MOST_ZOOM), screen / LEAST_ZOOM);
  return { ...box, width, x: box.x - Math.max(0, width - box.width) / 2 };
}

/** Milliseconds that the clock shows; below 0 once the time is over. */
export const timeLeft = ({ left, endsAt }: EditorState['workshop']['timer'], now = Date.now()): number =>
  endsAt === null ? left : endsAt - now;

export function toggleClock(): void {
  const { timer } = editor.getState().workshop;
  const left = timeLeft(timer);
  setWorkshop({ timer: timer.endsAt === null ? { left, endsAt: Date.now() + left } : { left, endsAt: null } });
}

export function addMinute(): void {
  const { timer } = editor.getState().workshop;
  const { left, endsAt } = timer;
  setWorkshop({ timer: endsAt === null ? { left: left + MINUTE, endsAt } : { left, endsAt: endsAt + MINUTE } });
}

/** Gives the record of a session to the user, as a Markdown file. */
export function saveRecord(session: Session): Promise<void> {
  const t = texts();
  const { map, layout } = currentPicture();
  const text = sessionRecord(map, layout, session, t, languageOf(editor.getState()));
  const name = `${session.title.trim() || t('workshop.session.untitled')} – ${session.date}.md`;
  return saveFile({ purpose: 'md', name, bytes: new TextEncoder().encode(text), type: 'text/markdown' });
}
