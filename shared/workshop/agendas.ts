import { personasOf } from '../document/create';
import type { ElementKind, JourneyMap, Session } from '../document/schema';
import { ELEMENT_KINDS } from '../document/schema';
import type { Box } from '../figures/primitives';
import { enclose, type MapLayout } from '../scene/layout';

export type AgendaStep = Session['agenda'][number];
export type StepTopic = AgendaStep['about'];

const steps = (minutes: Partial<Record<StepTopic, number>>): AgendaStep[] =>
  (Object.entries(minutes) as [StepTopic, number][]).map(([about, length]) => ({ about, title: '', minutes: length }));

/** Ready agendas by their length in minutes: from who the customer is to what the team thinks matters most. */
export const AGENDAS = {
  45: steps({
    persona: 4,
    stages: 5,
    touchpoints: 8,
    feelings: 5,
    'pain-points': 8,
    forks: 4,
    ideas: 6,
    vote: 5,
  }),
  90: steps({
    persona: 8,
    stages: 8,
    touchpoints: 16,
    feelings: 10,
    'pain-points': 15,
    forks: 10,
    ideas: 15,
    vote: 8,
  }),
  180: steps({
    persona: 15,
    stages: 15,
    touchpoints: 30,
    feelings: 20,
    'pain-points': 30,
    forks: 20,
    ideas: 30,
    vote: 12,
    close: 8,
  }),
} as const satisfies Record<number, AgendaStep[]>;

export type AgendaLength = keyof typeof AGENDAS;
export const AGENDA_LENGTHS: readonly AgendaLength[] = [45, 90, 180];

const KINDS: Readonly<Record<StepTopic, readonly ElementKind[]>> = {
  persona: ['persona'],
  stages: [],
  touchpoints: ['touchpoint', 'action'],
  feelings: ['touchpoint', 'action'],
  'pain-points': ['pain-point', 'motivation', 'question'],
  forks: ['decision', 'outcome', 'milestone', 'detour'],
  ideas: ['pain-point', 'answer', 'content-idea'],
  vote: [],
  close: [],
  talk: [],
};

const isKind = (name: string): name is ElementKind => (ELEMENT_KINDS as readonly string[]).includes(name);

/** The kinds that a session votes on, of those that this version knows. */
export const votedKinds = (session: Pick<Session, 'voteKinds'>): ElementKind[] => session.voteKinds.filter(isKind);

/** The kinds of cards that a step of an agenda is about; none: the whole map. */
export const kindsOfStep = (session: Pick<Session, 'voteKinds'>, topic: StepTopic): readonly ElementKind[] =>
  topic === 'vote' ? votedKinds(session) : KINDS[topic];

/** The part of the map where a step of an agenda takes place: the rows of its kinds, the personas, the heads; else all. */
export function boxOfStep(map: JourneyMap, layout: MapLayout, session: Session, topic: StepTopic): Box {
  const boxes: Box[] = [];
  if (topic === 'persona') {
    for (const { id } of personasOf(map)) boxes.push(layout.cards.get(id) ?? layout.box);
  } else if (topic === 'stages') {
    // With the first row, so that there is something to read below the heads.
    const [first] = layout.rows;
    boxes.push(...layout.heads.values(), ...(first ? [rowBox(layout, first)] : []));
  } else {
    const kinds = kindsOfStep(session, topic);
    for (const row of layout.rows) {
      const lane = map.lanes[row.id];
      const isEmotion = topic === 'feelings' && row.role === 'emotion';
      if (isEmotion || lane?.kinds.some((kind) => kinds.includes(kind))) boxes.push(rowBox(layout, row));
    }
  }
  return boxes.length > 0 ? enclose(boxes) : layout.box;
}

const rowBox = (layout: MapLayout, row: MapLayout['rows'][number]): Box => ({
  x: 0,
  y: row.y,
  width: layout.box.width,
  height: row.height,
});

/** The current step of a session; null where its agenda is empty. */
export function currentStep(session: Session): { step: AgendaStep; at: number } | null {
  const at = Math.min(session.step, session.agenda.length - 1);
  const step = session.agenda[at];
  return step ? { step, at } : null;
}
