import type { KindDefinition } from '../definition';
import { standardCard } from '../standard-card';
import { motivationFields } from './fields';

export const motivation: KindDefinition<'motivation'> = {
  kind: 'motivation',
  fields: motivationFields,
  icon: 'heart',
  tone: 'green',
  key: 'm',
  figure: (element, context, facts) => standardCard(element, motivation, [], context, facts),
};
