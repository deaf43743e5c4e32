import { diamondFigure } from '../../figures/diamond';
import type { KindDefinition } from '../definition';
import { decisionFields } from './fields';

export const decision: KindDefinition<'decision'> = {
  kind: 'decision',
  fields: decisionFields,
  icon: 'split',
  tone: 'navy',
  key: 'd',
  figure: (element, context, facts) =>
    diamondFigure(
      {
        title: element.title,
        placeholder: context.t('kinds.decision.one'),
        width: element.width,
        minHeight: element.height,
        badge: facts.badge,
      },
      context,
    ),
};
