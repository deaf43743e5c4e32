import { useId } from 'react';
import { LIMITS } from '../../../../shared/document/limits';
import { useTexts } from '../../../store/texts';
import { MIXED, type Mixed } from '../shared-values';
import { useDraft } from '../use-draft';
import type { FieldEdit } from '../use-field';
import { Field } from './Field';

interface TextProps {
  label: string;
  value: string | Mixed;
  edit: FieldEdit;
}

export function LineInput({ label, value, edit, suggestions }: TextProps & { suggestions?: readonly string[] }) {
  const t = useTexts();
  const id = useId();
  return (
    <Field label={label} htmlFor={id}>
      <input
        id={id}
        className="input"
        maxLength={LIMITS.textLength}
        value={value === MIXED ? '' : value}
        title={value === MIXED ? undefined : value}
        placeholder={value === MIXED ? t('panels.inspector.several') : undefined}
        list={suggestions && `${id}-list`}
        onChange={(event) => edit.type(event.target.value)}
        onBlur={edit.end}
      />
      {suggestions && (
        <datalist id={`${id}-list`}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
    </Field>
  );
}

export function ParagraphInput({ label, value, edit }: TextProps) {
  const t = useTexts();
  const id = useId();
  return (
    <Field label={label} htmlFor={id} look="stacked">
      <textarea
        id={id}
        className="input"
        rows={2}
        maxLength={LIMITS.textLength}
        value={value === MIXED ? '' : value}
        placeholder={value === MIXED ? t('panels.inspector.several') : undefined}
        onChange={(event) => edit.type(event.target.value)}
        onBlur={edit.end}
      />
    </Field>
  );
}

/** A list, one entry a line; empty lines are none. */
export function LinesInput({ label, value, edit }: Omit<TextProps, 'value'> & { value: readonly string[] | Mixed }) {
  const t = useTexts();
  const id = useId();
  const draft = useDraft<string[]>({
    value,
    shown: value === MIXED ? '' : value.join('\n'),
    parse: (text) => ({
      value: text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    }),
    onChange: edit.type,
    onEnd: edit.end,
  });
  return (
    <Field label={label} htmlFor={id} look="stacked">
      <textarea
        id={id}
        className="input"
        rows={2}
        maxLength={LIMITS.textLength}
        value={draft.text}
        placeholder={value === MIXED ? t('panels.inspector.several') : undefined}
        onChange={(event) => draft.type(event.target.value)}
        onBlur={draft.leave}
      />
    </Field>
  );
}
