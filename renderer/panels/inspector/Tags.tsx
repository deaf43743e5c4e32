import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { filterChoices } from '../../../shared/analysis/filter';
import type { JourneyMap } from '../../../shared/document/schema';
import { editor, useEditor } from '../../store/editor';
import { useTexts } from '../../store/texts';
import { Icon } from '../../ui/Icon';
import { rememberLast } from '../common/remember';
import { Field } from './controls/Field';
import { addEntries, commonEntries, removeEntry } from './list-edits';

/** Tags as chips. Enter or a comma adds what was typed, Backspace in the empty field removes the last one. */
export function Tags({ ids }: { ids: readonly string[] }) {
  const t = useTexts();
  const id = useId();
  const entries = useMemo(() => rememberLast((map: JourneyMap) => commonEntries(map, ids, 'tags')), [ids]);
  const tags = useEditor(useShallow((state) => entries(state.map).common));
  const more = useEditor((state) => entries(state.map).more);
  const [typed, setTyped] = useState('');
  const [known, setKnown] = useState<readonly string[]>([]);
  const label = t('fields.tags');
  const step = t('steps.edit', { field: label });
  const remove = (tag: string) => removeEntry(step, ids, 'tags', tag);
  const take = (text: string) => {
    const added = text
      .split(/[,;\n]/)
      .map((tag) => tag.trim())
      .filter(Boolean);
    if (added.length > 0) addEntries(step, ids, 'tags', added);
    setTyped('');
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const last = tags.at(-1);
    if (event.key === 'Enter' && typed.trim()) {
      event.preventDefault();
      take(typed);
    } else if (event.key === 'Backspace' && typed === '' && last !== undefined) {
      event.preventDefault();
      remove(last);
    } else if (event.key === 'Escape') setTyped('');
  };
  return (
    <Field label={label} htmlFor={id} look="stacked">
      <div className="tag-box">
        {tags.map((tag) => (
          <span key={tag} className="chip tag-chip">
            <span>{tag}</span>
            <button type="button" aria-label={t('panels.inspector.removeTag', { tag })} onClick={() => remove(tag)}>
              <Icon name="x" size={11} />
            </button>
          </span>
        ))}
        <input
          id={id}
          placeholder={t('panels.inspector.addTag')}
          list={`${id}-list`}
          autoComplete="off"
          maxLength={2000}
          value={typed}
          onFocus={() => setKnown(filterChoices(editor.getState().map).tags)}
          onChange={(event) =>
            /[,;\n]/.test(event.target.value) ? take(event.target.value) : setTyped(event.target.value)
          }
          onKeyDown={press}
          onBlur={() => take(typed)}
        />
        <datalist id={`${id}-list`}>
          {known
            .filter((tag) => !tags.includes(tag))
            .map((tag) => (
              <option key={tag} value={tag} />
            ))}
        </datalist>
      </div>
      {more && <p className="field-mixed">{t('panels.inspector.commonTags')}</p>}
    </Field>
  );
}
