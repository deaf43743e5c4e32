import { generateNKeysBetween } from 'fractional-indexing';
import { tidy } from '../commands/tidy';
import { CARD_WIDTH, createConnection, createElement, lanesOf } from '../document/create';
import { createId } from '../document/ids';
import type { JourneyMap } from '../document/schema';
import { mapFromModel, STAGE_COLOURS } from '../document/templates';
import type { FigureContext } from '../figures/figure';
import { createTranslator, type Language } from '../language/translator';
import { usualWord, type Word } from '../library/words';
import { figuresOf } from '../scene/figures';
import type { Both, Template, TemplateCard, TemplatePersona } from './template';

/** The column of a stage that holds one card beside the other is as many times as wide. */
const TRACK_WIDTH = 208;
/** The same with a fork in it: there is room for the words on its branches. */
const FORK_WIDTH = 244;

/**
 * A whole map from a template, laid out in its grid. `measure` tells how wide texts are. Without a title the map has
 * the template's. Every call gives new ids.
 */
export function mapFromTemplate(
  template: Template,
  language: Language,
  context: Pick<FigureContext, 'measure' | 'theme'>,
  title = '',
): JourneyMap {
  const t = createTranslator(language);
  const say = (both: Both) => both[language === 'es' ? 1 : 0];
  const map = mapFromModel('blank', language, title || say(template.title));
  map.description = say(template.description);
  const cards = template.stages.flatMap((stage) => stage.tracks.flat());
  const orders = generateNKeysBetween(null, null, cards.length + template.stages.length + template.personas.length);
  const nextOrder = () => orders.shift() ?? 'a0';
  const ids = new Map<TemplateCard, string>(cards.map((card) => [card, createId()]));
  const idOf = new Map(cards.flatMap((card) => (card.key ? [[card.key, ids.get(card) ?? '']] : [])));

  template.stages.forEach((stage, index) => {
    const width = stage.tracks.flat().some(({ kind }) => kind === 'decision') ? FORK_WIDTH : TRACK_WIDTH;
    const last = Math.max(template.stages.length - 1, 1);
    const column = createElement('stage', {
      title: say(stage.title),
      customerGoal: say(stage.goal),
      order: nextOrder(),
      width: width * stage.tracks.length,
      colour: STAGE_COLOURS[Math.round((index * (STAGE_COLOURS.length - 1)) / last)] ?? null,
    });
    map.elements[column.id] = column;
    stage.tracks.forEach((track, at) => {
      track.forEach((card, line) => {
        const lane = lanesOf(map).find(({ kinds }) => kinds.includes(card.kind));
        const id = ids.get(card) ?? createId();
        const values = {
          ...fieldsOf(card, say, t),
          id,
          title: say(card.title),
          stage: column.id,
          lane: lane?.id ?? null,
          // Where it belongs among the others; `tidy` gives it its place.
          x: at * width + (width - CARD_WIDTH) / 2,
          y: line,
          order: nextOrder(),
        };
        map.elements[id] = createElement(card.kind, values);
      });
    });
  });
  template.personas.forEach((persona, index) => {
    const card = personaOf(persona, say, (word) => usualWord('channels', word, t), nextOrder());
    map.elements[card.id] = { ...card, x: index * 220 };
  });

  for (const card of cards) {
    for (const key of card.relatesTo) join(map, 'relation', idOf.get(key), ids.get(card));
  }
  for (const [from, to, probability, label] of template.flows) {
    join(map, 'flow', idOf.get(from), idOf.get(to), {
      probability: probability ?? null,
      label: label ? say(label) : '',
    });
  }
  const [start, customers] = template.entry;
  const entry = createId();
  map.entries[entry] = {
    id: entry,
    element: idOf.get(start) ?? '',
    persona: null,
    customers,
    unit: 'month',
    series: [],
    growth: 0,
    season: [],
    order: 'a0',
  };
  tidy(map, figuresOf(map, { ...context, language, t }, new Map()).of);
  return map;
}

function fieldsOf(card: TemplateCard, say: (both: Both) => string, t: ReturnType<typeof createTranslator>) {
  const words = {
    ...(card.channel && { channel: usualWord('channels', card.channel, t) }),
    ...(card.format && { format: usualWord('formats', card.format, t) }),
    ...(card.department && { department: usualWord('departments', card.department, t) }),
  };
  const texts = Object.fromEntries(Object.entries(card.texts).map(([name, both]) => [name, say(both)]));
  return { ...card.values, ...words, ...texts };
}

function personaOf(
  persona: TemplatePersona,
  say: (both: Both) => string,
  channel: (word: Word<'channels'>) => string,
  order: string,
) {
  return createElement('persona', {
    title: say(persona.name),
    role: say(persona.role),
    demographics: say(persona.demographics),
    quote: say(persona.quote),
    goals: persona.goals.map(say),
    difficulties: persona.difficulties.map(say),
    preferredChannels: persona.channels.map(channel),
    width: 200,
    order,
  });
}

function join(
  map: JourneyMap,
  type: 'flow' | 'relation',
  from: string | undefined,
  to: string | undefined,
  values: { probability?: number | null; label?: string } = {},
): void {
  if (!from || !to) throw new RangeError('A template joins a card that it does not have');
  const connection = createConnection({ type, from, to, ...values });
  map.connections[connection.id] = connection;
}
