import type { KindDefinition } from '../definition';
import { standardCard } from '../standard-card';
import { milestoneFields } from './fields';

export const milestone: KindDefinition<'milestone'> = {
  kind: 'milestone',
  fields: milestoneFields,
  icon: 'flag',
  tone: 'teal',
  key: 'f',
  figure: (element, context, facts) => standardCard(element, milestone, [element.funnelStep], context, facts),
};
