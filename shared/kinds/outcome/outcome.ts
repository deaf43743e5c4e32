import type { Tone } from '../../figures/theme';
import { formatMoney } from '../../language/format';
import type { KindDefinition } from '../definition';
import { standardCard } from '../standard-card';
import { outcomeFields } from './fields';

const TONE_OF_RESULT: Record<'won' | 'lost' | 'neutral', Tone> = { won: 'green', lost: 'red', neutral: 'slate' };

export const outcome: KindDefinition<'outcome'> = {
  kind: 'outcome',
  fields: outcomeFields,
  icon: 'target',
  tone: 'green',
  key: 'u',
  figure(element, context, facts) {
    const result = element.result ?? 'neutral';
    const value = element.value === null ? null : formatMoney(element.value, element.currency, context.language);
    const look = { icon: outcome.icon, tone: TONE_OF_RESULT[result] };
    return standardCard(element, look, [context.t(`options.result.${result}`), value], context, facts);
  },
};
