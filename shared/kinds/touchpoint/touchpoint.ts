import type { KindDefinition } from '../definition';
import { standardCard } from '../standard-card';
import { touchpointFields } from './fields';

export const touchpoint: KindDefinition<'touchpoint'> = {
  kind: 'touchpoint',
  fields: touchpointFields,
  icon: 'mouse-pointer-click',
  tone: 'blue',
  key: 't',
  figure(element, context, facts) {
    const { t } = context;
    return standardCard(
      element,
      touchpoint,
      [
        element.channel,
        element.momentOfTruth ? t('summary.momentOfTruth') : element.initiative && t(`summary.${element.initiative}`),
      ],
      context,
      facts,
    );
  },
};
