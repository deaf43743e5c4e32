import type { KindDefinition } from '../definition';
import { standardCard } from '../standard-card';
import { painPointFields } from './fields';

export const painPoint: KindDefinition<'pain-point'> = {
  kind: 'pain-point',
  fields: painPointFields,
  icon: 'flame',
  tone: 'red',
  key: 'x',
  figure(element, context, facts) {
    const { t } = context;
    return standardCard(
      element,
      painPoint,
      [
        element.severity !== null && t('summary.severity', { severity: element.severity }),
        element.blocksPurchase ? t('summary.blocksPurchase') : element.warningSign && t('summary.warningSign'),
      ],
      context,
      facts,
    );
  },
};
