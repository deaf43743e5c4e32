import { beforeEach, describe, expect, test } from 'vitest';
import { figureContext } from '../../test/fixtures/figure-context';
import { ideaMap } from '../../test/fixtures/idea-map';
import { createElement } from '../document/create';
import type { JourneyMap } from '../document/schema';
import { FIELDS } from '../kinds/all-fields';
import { createTranslator } from '../language/translator';
import { figuresOf } from '../scene/figures';
import { layoutMap } from '../scene/layout';
import { answeredText, answerPrompt, lacksFor, PROMPT_LISTS, PROMPTS, type PromptId, placeAtHand } from './prompts';

let map: JourneyMap;
beforeEach(() => {
  map = ideaMap();
  map.elements.lucia = createElement('persona', { id: 'lucia', title: 'Lucía', order: 'a0' });
});

const promptOf = (id: PromptId) => PROMPTS.find((one) => one.id === id)!;
const place = { persona: 'lucia', stage: 's1', card: null };
const say = (id: PromptId, text: string, at: Parameters<typeof answerPrompt>[4] = place, department = '') =>
  answerPrompt(map, layoutMap(map, figuresOf(map, figureContext(), new Map()).of), promptOf(id), text, at, department);

test('every list has questions, in both languages, each another one, and each field is there', () => {
  for (const list of PROMPT_LISTS) expect(PROMPTS.filter((one) => one.list === list).length, list).toBeGreaterThan(2);
  for (const language of ['en', 'es'] as const) {
    const t = createTranslator(language);
    const questions = PROMPTS.map(({ id }) => t(`prompts.questions.${id}`));
    expect(new Set(questions).size).toBe(PROMPTS.length);
    for (const question of questions) expect(question).toMatch(/\?$/);
  }
  for (const { target } of PROMPTS) {
    if (target.to === 'card' || target.field === 'text') continue;
    const field = (FIELDS[target.to] as Record<string, { control: string }>)[target.field];
    expect(field?.control === 'lines').toBe('lines' in target && target.lines === true);
  }
});

describe('an answer', () => {
  test('to a question about the persona goes into its fields, line after line', () => {
    expect([say('goals', 'Sleep\n\n Save '), say('goals', 'Run')]).toEqual(['lucia', 'lucia']);
    expect(map.elements.lucia).toMatchObject({ goals: ['Sleep', 'Save', 'Run'] });
    say('day', 'Up at six');
    say('day', 'Bed at ten');
    expect(map.elements.lucia).toMatchObject({ dayInTheLife: 'Up at six\nBed at ten' });
    expect(answeredText(map, promptOf('goals'), place)).toBe('Sleep\nSave\nRun');
  });

  test('of a team stands at the stage under the team’s name', () => {
    say('crucial', 'Open rate', place, ' Marketing ');
    expect(map.elements.s1).toMatchObject({ crucialData: 'Marketing: Open rate' });
  });

  test('to the others becomes a card: title, text, stage, persona', () => {
    const id = say('lookedFor', 'Is it safe?\nFor puppies, too?')!;
    expect(map.elements[id]).toMatchObject({
      kind: 'question',
      title: 'Is it safe?',
      text: 'For puppies, too?',
      stage: 's1',
      personas: ['lucia'],
    });
    expect(map.elements[say('existing', 'Old guide')!]).toMatchObject({ kind: 'content-idea', status: 'published' });
    expect(map.elements[say('momentOfTruth', 'Checkout')!]).toMatchObject({ kind: 'touchpoint', momentOfTruth: true });
  });

  test('serves the card at hand where it can', () => {
    const at = { persona: null, stage: 's0', card: 'delay' };
    const answer = say('help', 'Send by night', at)!;
    const idea = say('attracting', 'Night video', { ...at, card: answer })!;
    const pairs = Object.values(map.connections).map(({ type, from, to }) => [type, from, to]);
    expect(pairs).toContainEqual(['relation', 'delay', answer]);
    expect(pairs).toContainEqual(['relation', answer, idea]);
  });

  test('of nothing, or for nobody, changes nothing', () => {
    const before = JSON.stringify(map);
    expect([
      say('goals', ' \n '),
      say('goals', 'x', { ...place, persona: null }),
      say('crucial', 'x', { ...place, stage: null }),
    ]).toEqual([null, null, null]);
    expect(JSON.stringify(map)).toBe(before);
    expect([
      lacksFor(promptOf('goals'), { ...place, persona: null }),
      lacksFor(promptOf('crucial'), { ...place, stage: null }),
      lacksFor(promptOf('help'), place),
    ]).toEqual(['persona', 'stage', null]);
  });
});

test('what is selected is at hand, else what was chosen, else the only persona', () => {
  const none = { persona: null, stage: null };
  expect(placeAtHand(map, ['delay'], none)).toEqual({ persona: 'lucia', stage: 's0', card: 'delay' });
  expect(placeAtHand(map, ['s2'], none)).toMatchObject({ stage: 's2', card: null });
  expect(placeAtHand(map, ['gone'], { persona: 'gone', stage: 's1' })).toEqual({
    persona: 'lucia',
    stage: 's1',
    card: null,
  });
  map.elements.marcos = createElement('persona', { id: 'marcos', order: 'a1' });
  expect(placeAtHand(map, [], none).persona).toBeNull();
  expect(placeAtHand(map, ['marcos'], none).persona).toBe('marcos');
});
