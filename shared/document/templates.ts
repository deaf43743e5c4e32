import { generateNKeysBetween } from 'fractional-indexing';
import { createTranslator, type Language } from '../language/translator';
import { createElement, emptyMap } from './create';
import { createId } from './ids';
import type { ElementKind, JourneyMap, Lane } from './schema';

/** What a new map can start from; names and stages stand in shared/language. */
export const STAGE_MODELS = ['blank', 'three-phases', 'five-phases', 'six-stages', 'thirteen-steps'] as const;
export type StageModel = (typeof STAGE_MODELS)[number];

/** The rows of a new map, from top to bottom, and which kinds land there. */
export const DEFAULT_LANES = [
  { text: 'actions', kinds: ['action', 'milestone'], role: 'cards', height: 76 },
  { text: 'touchpoints', kinds: ['touchpoint', 'decision', 'detour', 'outcome'], role: 'cards', height: 140 },
  { text: 'motivations', kinds: ['motivation', 'question'], role: 'cards', height: 96 },
  { text: 'painPoints', kinds: ['pain-point'], role: 'cards', height: 96 },
  { text: 'emotion', kinds: [], role: 'emotion', height: 108 },
  { text: 'answers', kinds: ['answer', 'content-idea'], role: 'cards', height: 120 },
] as const satisfies readonly { text: string; kinds: readonly ElementKind[]; role: Lane['role']; height: number }[];

/** Colours of stage headers, from first to last: one family, so that the row reads as one journey. */
export const STAGE_COLOURS = ['#1d3557', '#24467a', '#2b5a92', '#33699f', '#3a7ab8', '#2f8aa8', '#2a8f93'];

/** A new map with the default rows and the stages of a model, in the given language. */
export function mapFromModel(model: StageModel, language: Language, title = ''): JourneyMap {
  const t = createTranslator(language);
  const map = emptyMap({ title, language });
  const laneOrders = generateNKeysBetween(null, null, DEFAULT_LANES.length);
  DEFAULT_LANES.forEach((lane, index) => {
    const id = createId();
    map.lanes[id] = {
      id,
      title: t(`lanes.${lane.text}`),
      kinds: [...lane.kinds],
      role: lane.role,
      order: laneOrders[index] ?? 'a0',
      hidden: false,
      height: lane.height,
    };
  });
  const titles = t(`stageModels.${model}.stages`).split('|').filter(Boolean);
  const orders = generateNKeysBetween(null, null, titles.length);
  titles.forEach((stageTitle, index) => {
    const stage = createElement('stage', {
      title: stageTitle,
      order: orders[index] ?? 'a0',
      colour: STAGE_COLOURS[Math.round((index * (STAGE_COLOURS.length - 1)) / Math.max(titles.length - 1, 1))] ?? null,
    });
    map.elements[stage.id] = stage;
  });
  return map;
}
