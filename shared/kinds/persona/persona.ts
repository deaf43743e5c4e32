import { portraitFigure } from '../../figures/portrait';
import type { KindDefinition } from '../definition';
import { personaFields } from './fields';

export const persona: KindDefinition<'persona'> = {
  kind: 'persona',
  fields: personaFields,
  icon: 'user',
  tone: 'teal',
  key: 'p',
  figure: (element, context) =>
    portraitFigure(
      {
        name: element.title,
        placeholder: context.t('kinds.persona.one'),
        role: element.role || element.segment,
        quote: element.quote,
        width: element.width,
        minHeight: element.height,
        picture: element.picture,
      },
      context,
    ),
};
