import { noteFigure } from '../../figures/sticky';
import type { KindDefinition } from '../definition';
import { noteFields } from './fields';

export const note: KindDefinition<'note'> = {
  kind: 'note',
  fields: noteFields,
  icon: 'sticky-note',
  tone: 'yellow',
  key: 'n',
  figure: (element, context) =>
    noteFigure(
      {
        title: element.title,
        text: element.text,
        placeholder: context.t('kinds.note.one'),
        width: element.width,
        minHeight: element.height,
        colour: element.colour,
        picture: element.picture,
      },
      context,
    ),
};
