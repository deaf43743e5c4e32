import { setFields } from '../../shared/commands/cards';
import type { Figure } from '../../shared/figures/figure';
import { lineHeight } from '../../shared/figures/text';
import { useEditor } from '../store/editor';
import { useTexts } from '../store/texts';
import { useTyping } from './use-typing';

/** The title of a card or stage, typed where it stands. The card grows while typing. */
export function TitleEditor({ id, figure }: { id: string; figure: Figure }) {
  const t = useTexts();
  const title = useEditor((state) => state.map.elements[id]?.title ?? '');
  const { field, type, onKeyDown, onBlur } = useTyping<HTMLTextAreaElement>(id);
  const { box, font, align } = figure.title;
  return (
    <textarea
      ref={field}
      className="title-editor nodrag nopan nowheel"
      aria-label={t('fields.title')}
      value={title}
      placeholder={t('fields.title')}
      maxLength={2000}
      spellCheck
      style={{
        left: box.x,
        top: box.y,
        width: box.width + 4,
        height: Math.max(box.height, lineHeight(font)) + 1,
        fontSize: font.size,
        fontWeight: font.weight,
        lineHeight: `${lineHeight(font)}px`,
        textAlign: align === 'middle' ? 'center' : 'left',
      }}
      onChange={(event) =>
        type(t('steps.edit', { field: t('fields.title') }), (draft) =>
          setFields(draft, [id], { title: event.target.value }),
        )
      }
      onKeyDown={onKeyDown}
      onBlur={onBlur}
    />
  );
}
