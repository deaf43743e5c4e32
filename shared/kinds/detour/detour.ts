import type { KindDefinition } from '../definition';
import { standardCard } from '../standard-card';
import { detourFields } from './fields';

export const detour: KindDefinition<'detour'> = {
  kind: 'detour',
  fields: detourFields,
  icon: 'signpost',
  tone: 'orange',
  key: 'r',
  figure: (element, context, facts) => standardCard(element, detour, [element.destination], context, facts),
};
