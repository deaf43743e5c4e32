import { chevronFigure } from '../../figures/chevron';
import type { KindDefinition } from '../definition';
import { stageFields } from './fields';

export const stage: KindDefinition<'stage'> = {
  kind: 'stage',
  fields: stageFields,
  icon: 'columns-3',
  tone: 'slate',
  key: 's',
  figure: (element, context) =>
    chevronFigure(
      { title: element.title, placeholder: context.t('kinds.stage.one'), width: element.width, colour: element.colour },
      context,
    ),
};
