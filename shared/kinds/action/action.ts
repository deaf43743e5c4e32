import type { KindDefinition } from '../definition';
import { standardCard } from '../standard-card';
import { actionFields } from './fields';

export const action: KindDefinition<'action'> = {
  kind: 'action',
  fields: actionFields,
  icon: 'footprints',
  tone: 'slate',
  key: 'a',
  figure(element, context, facts) {
    const { t } = context;
    return standardCard(element, action, [element.actor === 'brand' && t('summary.brandAction')], context, facts);
  },
};
