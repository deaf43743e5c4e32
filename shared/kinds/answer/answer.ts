import type { KindDefinition } from '../definition';
import { standardCard } from '../standard-card';
import { answerFields } from './fields';

export const answer: KindDefinition<'answer'> = {
  kind: 'answer',
  fields: answerFields,
  icon: 'lightbulb',
  tone: 'amber',
  key: 'o',
  figure(element, context, facts) {
    const { t } = context;
    return standardCard(
      element,
      answer,
      [facts.answers > 0 && t('summary.answers', { count: facts.answers })],
      context,
      facts,
    );
  },
};
