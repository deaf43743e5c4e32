import { NO_FILTER } from '../../shared/analysis/filter';
import { goToStep } from '../../shared/commands/workshop';
import type { Session } from '../../shared/document/schema';
import { boxOfStep, currentStep, kindsOfStep } from '../../shared/workshop/agendas';
import { sessionRecord } from '../../shared/workshop/record';
import { canvas } from '../app/canvas-port';
import { download } from '../dialogs/download';
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
  editor.setState({ filter: { ...NO_FILTER, kinds: kindsOfStep(session, about) } });
  if (state.workshop.presenting) return;
  const { map, layout } = currentPicture();
  canvas().frame(boxOfStep(map, layout, session, about));
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

/** Hands out the record of a session as a Markdown file. */
export function downloadRecord(session: Session): void {
  const t = texts();
  const { map, layout } = currentPicture();
  const text = sessionRecord(map, layout, session, t, languageOf(editor.getState()));
  const name = (session.title.trim() || t('workshop.session.untitled')).replace(/[\\/:*?"<>|]+/g, '-').slice(0, 80);
  download(`${name} ${session.date}.md`, new TextEncoder().encode(text), 'text/markdown');
}
