import { useId } from 'react';
import { useLanguage, useTexts } from '../../../store/texts';
import { MIXED, type Mixed } from '../shared-values';
import { parseTyped, typedText } from '../typed-number';
import { useDraft } from '../use-draft';
import type { FieldEdit } from '../use-field';
import { Field, Problem } from './Field';

interface NumberProps {
  label: string;
  value: number | null | Mixed;
  edit: Pick<FieldEdit, 'type' | 'end'>;
  min?: number;
  max?: number;
  /** Shown and typed times a hundred. */
  percent?: boolean;
  /** Stands in the empty field. */
  placeholder?: string;
  /** An empty field is refused. */
  required?: boolean;
  /** Read out instead of the label. */
  name?: string;
}

/** A number in the language's own writing, or nothing. */
export function NumberInput({
  label,
  value,
  edit,
  min,
  max,
  percent = false,
  placeholder,
  required = false,
  name,
}: NumberProps) {
  const t = useTexts();
  const language = useLanguage();
  const id = useId();
  const draft = useDraft<number | null>({
    value,
    shown: value === MIXED || value === null ? '' : typedText(percent ? value * 100 : value, language),
    parse: (text) => {
      const parsed = parseTyped(text, language, t, { min, max, percent });
      return required && 'value' in parsed && parsed.value === null
        ? { problem: t('panels.inspector.badNumber') }
        : parsed;
    },
    onChange: edit.type,
    onEnd: edit.end,
  });
  return (
    <Field label={label} htmlFor={id}>
      <span className="number-input">
        <input
          id={id}
          className="input"
          inputMode="decimal"
          autoComplete="off"
          aria-label={name}
          value={draft.text}
          placeholder={value === MIXED ? t('panels.inspector.several') : placeholder}
          aria-invalid={draft.problem !== null}
          aria-describedby={draft.problem ? `${id}-problem` : undefined}
          onChange={(event) => draft.type(event.target.value)}
          onBlur={draft.leave}
        />
        {percent && (
          <span className="field-unit" aria-hidden="true">
            %
          </span>
        )}
      </span>
      <Problem id={`${id}-problem`} text={draft.problem} />
    </Field>
  );
}
