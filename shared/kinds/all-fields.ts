import type { ElementKind } from '../document/schema';
import { actionFields } from './action/fields';
import { answerFields } from './answer/fields';
import { contentIdeaFields } from './content-idea/fields';
import { decisionFields } from './decision/fields';
import { detourFields } from './detour/fields';
import type { Fields } from './fields';
import { milestoneFields } from './milestone/fields';
import { motivationFields } from './motivation/fields';
import { noteFields } from './note/fields';
import { outcomeFields } from './outcome/fields';
import { painPointFields } from './pain-point/fields';
import { personaFields } from './persona/fields';
import { questionFields } from './question/fields';
import { stageFields } from './stage/fields';
import { touchpointFields } from './touchpoint/fields';

/** The own fields of every kind. */
export const FIELDS = {
  persona: personaFields,
  stage: stageFields,
  touchpoint: touchpointFields,
  action: actionFields,
  motivation: motivationFields,
  question: questionFields,
  'pain-point': painPointFields,
  answer: answerFields,
  'content-idea': contentIdeaFields,
  decision: decisionFields,
  outcome: outcomeFields,
  milestone: milestoneFields,
  detour: detourFields,
  note: noteFields,
} as const satisfies Record<ElementKind, Fields>;
