import { addCard } from '../commands/cards';
import { addAnswer, addIdea, type IdeaValues, placeInStage } from '../commands/ideas';
import type { ElementKind, JourneyMap, MapElement } from '../document/schema';
import type { MapLayout } from '../scene/layout';
import { isNeed } from './grid';

export const PROMPT_LISTS = ['personas', 'content', 'channels', 'data', 'departments'] as const;
export type PromptList = (typeof PROMPT_LISTS)[number];

type CardKind = Extract<
  ElementKind,
  'question' | 'pain-point' | 'answer' | 'content-idea' | 'note' | 'touchpoint' | 'detour'
>;

type PersonaText = 'demographics' | 'dayInTheLife' | 'toneOfVoice' | 'role' | 'text';
type PersonaLines = 'goals' | 'difficulties' | 'preferredChannels';
type StageText =
  | 'crucialData'
  | 'controlledData'
  | 'helpfulData'
  | 'successSigns'
  | 'warningSigns'
  | 'departmentGoals'
  | 'customerGoal';

/** Where an answer goes: a field of the persona or stage at hand, or a card of its own. */
export type PromptTarget =
  | { to: 'persona'; field: PersonaText; lines?: false }
  | { to: 'persona'; field: PersonaLines; lines: true }
  | { to: 'stage'; field: StageText }
  | { to: 'card'; kind: CardKind; values?: Readonly<Record<string, unknown>> };

export interface Prompt {
  /** Its question: `prompts.questions.<id>` in shared/language. */
  id: PromptId;
  list: PromptList;
  target: PromptTarget;
}

const persona = (field: PersonaText): PromptTarget => ({ to: 'persona', field });
const personaLines = (field: PersonaLines): PromptTarget => ({ to: 'persona', field, lines: true });
const stage = (field: StageText): PromptTarget => ({ to: 'stage', field });
const card = (kind: CardKind, values?: Readonly<Record<string, unknown>>): PromptTarget =>
  values ? { to: 'card', kind, values } : { to: 'card', kind };

/** The questions that open a session up, by subject, in the order in which they are best asked. */
const QUESTIONS = {
  who: ['personas', persona('demographics')],
  day: ['personas', persona('dayInTheLife')],
  goals: ['personas', personaLines('goals')],
  difficulties: ['personas', personaLines('difficulties')],
  pride: ['personas', persona('text')],
  anger: ['personas', card('pain-point')],
  buying: ['personas', card('note')],
  help: ['personas', card('answer')],
  unknown: ['personas', card('question')],
  tone: ['personas', persona('toneOfVoice')],

  existing: ['content', card('content-idea', { status: 'published' })],
  lookedFor: ['content', card('question')],
  engaging: ['content', card('content-idea')],
  authority: ['content', card('note')],
  attracting: ['content', card('content-idea')],
  problems: ['content', card('pain-point')],
  supporting: ['content', card('answer')],
  fitting: ['content', card('content-idea')],

  talking: ['channels', personaLines('preferredChannels')],
  planned: ['channels', card('touchpoint', { initiative: 'proactive' })],
  following: ['channels', card('touchpoint', { initiative: 'reactive' })],
  momentOfTruth: ['channels', card('touchpoint', { momentOfTruth: true })],
  straying: ['channels', card('detour')],

  crucial: ['data', stage('crucialData')],
  controlled: ['data', stage('controlledData')],
  helpful: ['data', stage('helpfulData')],

  success: ['departments', stage('successSigns')],
  warnings: ['departments', stage('warningSigns')],
  teamGoals: ['departments', stage('departmentGoals')],
  customerGoal: ['departments', stage('customerGoal')],
} as const satisfies Record<string, readonly [PromptList, PromptTarget]>;

export type PromptId = keyof typeof QUESTIONS;

export const PROMPTS: readonly Prompt[] = (Object.keys(QUESTIONS) as PromptId[]).map((id) => {
  const [list, target] = QUESTIONS[id];
  return { id, list, target };
});

/** What a prompt is asked about. */
export interface PromptPlace {
  /** Ids; null: none is at hand. */
  persona: string | null;
  stage: string | null;
  /** The pain point, question or answer at hand: what is added serves it where it can. */
  card: string | null;
}

/** The stage, the card and the persona at hand: what is selected, else the given ones, else the only ones that there are. */
export function placeAtHand(
  map: JourneyMap,
  selection: readonly string[],
  wanted: { persona: string | null; stage: string | null },
): PromptPlace {
  const element = selection.map((id) => map.elements[id]).find((one) => one !== undefined);
  const ofKind = (kind: ElementKind) => Object.values(map.elements).filter((one) => one.kind === kind);
  const personas = ofKind('persona');
  const known = (id: string | null | undefined) => (id && map.elements[id] ? id : null);
  const [only] = personas;
  return {
    persona:
      element?.kind === 'persona'
        ? element.id
        : (known(element?.personas[0]) ?? known(wanted.persona) ?? (personas.length === 1 && only ? only.id : null)),
    stage: element?.kind === 'stage' ? element.id : (known(element?.stage) ?? known(wanted.stage)),
    card: element && (isNeed(element) || element.kind === 'answer') ? element.id : null,
  };
}

/** What an answered prompt already holds: the text of its field; empty for prompts that make cards, or without a place. */
export function answeredText(map: JourneyMap, { target }: Prompt, place: PromptPlace): string {
  if (target.to === 'card') return '';
  const id = target.to === 'persona' ? place.persona : place.stage;
  const value = id === null ? undefined : (map.elements[id] as Record<string, unknown> | undefined)?.[target.field];
  return Array.isArray(value) ? value.join('\n') : typeof value === 'string' ? value : '';
}

/** Why a prompt can't be answered here: it needs a persona, or a stage; null: it can. */
export function lacksFor({ target }: Prompt, place: PromptPlace): 'persona' | 'stage' | null {
  if (target.to === 'persona' && place.persona === null) return 'persona';
  if (target.to === 'stage' && place.stage === null) return 'stage';
  return null;
}

/**
 * Puts an answer where it belongs, and gives the id of what it went to, or null where there is nothing to put or no
 * place for it. A field takes it as a further line (a department before it, where one is named); a card gets the first
 * line as its title and the others as its text, stands in the stage, concerns the persona, and serves the card at hand
 * where answers and ideas can.
 */
export function answerPrompt(
  draft: JourneyMap,
  layout: MapLayout,
  { target }: Prompt,
  answer: string,
  place: PromptPlace,
  department = '',
): string | null {
  const lines = answer
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const [title] = lines;
  if (title === undefined) return null;
  if (target.to === 'card')
    return addAnswered(draft, layout, target, { title, text: lines.slice(1).join('\n') }, place);
  const id = target.to === 'persona' ? place.persona : place.stage;
  const element = id === null ? undefined : draft.elements[id];
  if (element?.kind !== target.to) return null;
  const fields = element as unknown as Record<string, unknown>;
  const before = fields[target.field];
  if (Array.isArray(before)) fields[target.field] = [...before, ...lines];
  else {
    const said = department.trim() ? `${department.trim()}: ${lines.join('\n')}` : lines.join('\n');
    fields[target.field] = [before, said].filter(Boolean).join('\n');
  }
  return element.id;
}

function addAnswered(
  draft: JourneyMap,
  layout: MapLayout,
  { kind, values = {} }: PromptTarget & { to: 'card' },
  said: { title: string; text: string },
  place: PromptPlace,
): string {
  const about = place.card === null ? undefined : draft.elements[place.card];
  const all: IdeaValues = { ...values, ...said, ...(place.persona !== null && { personas: [place.persona] }) };
  if (kind === 'answer' && isNeed(about)) return addAnswer(draft, layout, about.id, all) ?? '';
  if (kind === 'content-idea' && about) return addIdea(draft, layout, about.id, all) ?? '';
  return addCard(draft, kind, placeInStage(draft, layout, kind, place.stage), all as Partial<MapElement>);
}
