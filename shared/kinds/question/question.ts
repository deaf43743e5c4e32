import type { KindDefinition } from '../definition';
import { standardCard } from '../standard-card';
import { questionFields } from './fields';

export const question: KindDefinition<'question'> = {
  kind: 'question',
  fields: questionFields,
  icon: 'circle-question-mark',
  tone: 'violet',
  key: 'q',
  figure(element, context, facts) {
    const { t } = context;
    return standardCard(element, question, [element.answered && t('summary.answered')], context, facts);
  },
};
