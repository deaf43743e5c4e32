import type { ElementKind, ElementOf } from '../document/schema';
import type { Word } from '../library/words';

/** A text in both languages. */
export type Both = readonly [en: string, es: string];

type CardKind = Exclude<ElementKind, 'stage' | 'persona'>;

/** A card of a template. `key` is what flows and relations call it. */
export interface TemplateCard {
  kind: CardKind;
  key: string | null;
  title: Both;
  /** Fields that are the same in every language. */
  values: Readonly<Record<string, string | number | boolean | null>>;
  /** Fields that are texts. */
  texts: Readonly<Record<string, Both>>;
  channel?: Word<'channels'>;
  format?: Word<'formats'>;
  department?: Word<'departments'>;
  /** Keys of the cards that it answers or makes known. */
  relatesTo: readonly string[];
}

export interface TemplateStage {
  title: Both;
  goal: Both;
  /** Cards side by side: the first list in the left half of a stage twice as wide. */
  tracks: readonly (readonly TemplateCard[])[];
}

export interface TemplatePersona {
  name: Both;
  role: Both;
  demographics: Both;
  quote: Both;
  goals: readonly Both[];
  difficulties: readonly Both[];
  channels: readonly Word<'channels'>[];
}

/** A way from card to card; the probability is a share of 0 to 1. */
export type TemplateFlow = readonly [from: string, to: string, probability?: number, label?: Both];

/** A whole map to start from and to edit: everything in it is made up, and says so by holding no numbers. */
export interface Template {
  title: Both;
  hint: Both;
  description: Both;
  personas: readonly TemplatePersona[];
  stages: readonly TemplateStage[];
  flows: readonly TemplateFlow[];
  /** Where customers start, and how many a month. */
  entry: readonly [key: string, customers: number];
}

const card = (kind: CardKind, title: Both, rest: Partial<TemplateCard> = {}): TemplateCard => ({
  kind,
  key: null,
  title,
  values: {},
  texts: {},
  relatesTo: [],
  ...rest,
});

/** What customers do; `drop`: why some go no further, and what brings them back. */
export const action = (title: Both, drop?: readonly [reason: Both, recovery: Both]): TemplateCard =>
  card('action', title, drop ? { texts: { dropReason: drop[0], recovery: drop[1] } } : {});

type Phase = NonNullable<ElementOf<'touchpoint'>['phase']>;
type Initiative = NonNullable<ElementOf<'touchpoint'>['initiative']>;

/** `feeling`: −2 to 2. */
export const touchpoint = (
  key: string,
  title: Both,
  channel: Word<'channels'>,
  phase: Phase,
  initiative: Initiative,
  feeling: number,
  department: Word<'departments'>,
  momentOfTruth = false,
): TemplateCard =>
  card('touchpoint', title, {
    key,
    channel,
    department,
    values: { phase, initiative, feeling, momentOfTruth, interaction: feeling < 0 ? 'negative' : 'positive' },
  });

export const motivation = (title: Both): TemplateCard => card('motivation', title);

/** `reply`: what the customer has to hear before going on. */
export const question = (title: Both, reply: Both): TemplateCard => card('question', title, { texts: { reply } });

/** `severity`: 1 to 5. */
export const pain = (
  key: string,
  title: Both,
  severity: number,
  department: Word<'departments'>,
  sign?: 'blocksPurchase' | 'warningSign',
): TemplateCard => card('pain-point', title, { key, department, values: { severity, ...(sign && { [sign]: true }) } });

export const answer = (
  key: string,
  relatesTo: string,
  title: Both,
  resolution: Both,
  department: Word<'departments'>,
): TemplateCard => card('answer', title, { key, relatesTo: [relatesTo], department, texts: { resolution } });

export const idea = (
  relatesTo: string,
  title: Both,
  format: Word<'formats'>,
  channel: Word<'channels'>,
  status: NonNullable<ElementOf<'content-idea'>['status']>,
): TemplateCard => card('content-idea', title, { relatesTo: [relatesTo], format, channel, values: { status } });

export const fork = (key: string, title: Both, criteria: Both): TemplateCard =>
  card('decision', title, { key, texts: { criteria }, values: { momentOfTruth: true } });

export const detour = (key: string, title: Both, reason: Both, rescueResource: Both): TemplateCard =>
  card('detour', title, { key, texts: { reason, rescueResource } });

/** `value`: euros a customer brings. */
export const outcome = (
  key: string,
  title: Both,
  result: 'won' | 'lost' | 'neutral',
  value: number | null,
): TemplateCard => card('outcome', title, { key, values: { result, value, currency: value === null ? '' : 'EUR' } });

export const milestone = (title: Both, evidence: Both): TemplateCard =>
  card('milestone', title, { texts: { evidence } });
