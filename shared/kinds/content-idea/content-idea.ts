import type { KindDefinition } from '../definition';
import { standardCard } from '../standard-card';
import { contentIdeaFields } from './fields';

export const contentIdea: KindDefinition<'content-idea'> = {
  kind: 'content-idea',
  fields: contentIdeaFields,
  icon: 'pen-line',
  tone: 'magenta',
  key: 'i',
  figure(element, context, facts) {
    const { t } = context;
    return standardCard(
      element,
      contentIdea,
      [element.format, element.status && t(`options.status.${element.status}`).toLowerCase()],
      context,
      facts,
    );
  },
};
