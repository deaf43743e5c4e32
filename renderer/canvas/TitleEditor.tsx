import { type KeyboardEvent, useEffect, useRef } from 'react';
import { setFields } from '../../shared/commands/cards';
import type { Figure } from '../../shared/figures/figure';
import { lineHeight } from '../../shared/figures/text';
import { canvas } from '../app/canvas-port';
import { editor, useEditor } from '../store/editor';
import { bail, change, endMerge, mark } from '../store/history';
import { texts, useTexts } from '../store/texts';

/**
 * The title of a card or stage, typed where it stands. The card grows while typing; Enter ends it (Shift+Enter breaks
 * the line), Escape gives up what was typed. The letters of one go are one step.
 */
export function TitleEditor({ id, figure }: { id: string; figure: Figure }) {
  const t = useTexts();
  const title = useEditor((state) => state.map.elements[id]?.title ?? '');
  const field = useRef<HTMLTextAreaElement>(null);
  const begin = useRef<number | null>(null);
  useEffect(() => {
    begin.current = mark();
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, []);
  const type = (value: string) =>
    change(
      texts()('steps.edit', { field: texts()('fields.title') }),
      (draft) => setFields(draft, [id], { title: value }),
      {
        merge: `title:${id}:${begin.current}`,
      },
    );
  const done = () => {
    endMerge();
    if (editor.getState().editing?.id === id) editor.setState({ editing: null });
  };
  const press = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && begin.current !== null) bail(begin.current);
    if (event.key === 'Escape' || (event.key === 'Enter' && !event.shiftKey) || event.key === 'Tab') {
      event.preventDefault();
      done();
      canvas().focus();
    }
  };
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
      onChange={(event) => type(event.target.value)}
      onKeyDown={press}
      onBlur={done}
    />
  );
}
