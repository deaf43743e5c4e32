import type { ElementKind, MapElement } from '../document/schema';
import type { Figure, FigureContext, FigureFacts } from '../figures/figure';
import { action } from './action/action';
import { answer } from './answer/answer';
import { contentIdea } from './content-idea/content-idea';
import { decision } from './decision/decision';
import type { KindDefinition } from './definition';
import { detour } from './detour/detour';
import { milestone } from './milestone/milestone';
import { motivation } from './motivation/motivation';
import { note } from './note/note';
import { outcome } from './outcome/outcome';
import { painPoint } from './pain-point/pain-point';
import { persona } from './persona/persona';
import { question } from './question/question';
import { stage } from './stage/stage';
import { touchpoint } from './touchpoint/touchpoint';

/** Every kind there is. The compiler keeps it complete. */
export const KINDS: { readonly [Kind in ElementKind]: KindDefinition<Kind> } = {
  persona,
  stage,
  touchpoint,
  action,
  motivation,
  question,
  'pain-point': painPoint,
  answer,
  'content-idea': contentIdea,
  decision,
  outcome,
  milestone,
  detour,
  note,
};

/** How an element looks. */
export function drawElement(element: MapElement, context: FigureContext, facts: FigureFacts): Figure {
  const draw = KINDS[element.kind].figure as (
    element: MapElement,
    context: FigureContext,
    facts: FigureFacts,
  ) => Figure;
  return draw(element, context, facts);
}
