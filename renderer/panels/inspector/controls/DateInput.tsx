import { useId, useRef } from 'react';
import { useTexts } from '../../../store/texts';
import { MIXED, type Mixed } from '../shared-values';
import { useDraft } from '../use-draft';
import type { FieldEdit } from '../use-field';
import { Field, Problem } from './Field';

/** A calendar day; the browser brings the calendar. */
export function DateInput({ label, value, edit }: { label: string; value: string | null | Mixed; edit: FieldEdit }) {
  const t = useTexts();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const draft = useDraft<string | null>({
    value,
    shown: value === MIXED ? '' : (value ?? ''),
    parse(text) {
      // Half a date has an empty text, too: the browser knows better.
      const unfinished = text === '' && input.current?.validity.badInput;
      if (unfinished || (text !== '' && !/^\d{4}-\d\d-\d\d$/.test(text)))
        return { problem: t('panels.inspector.badDate') };
      return { value: text === '' ? null : text };
    },
    onChange: edit.type,
    onEnd: edit.end,
  });
  return (
    <Field label={label} htmlFor={id}>
      {value === MIXED && <span className="field-mixed">{t('panels.inspector.several')}</span>}
      <input
        ref={input}
        id={id}
        type="date"
        className="input"
        max="9999-12-31"
        value={draft.text}
        aria-invalid={draft.problem !== null}
        aria-describedby={draft.problem ? `${id}-problem` : undefined}
        onChange={(event) => draft.type(event.target.value)}
        onBlur={draft.leave}
      />
      <Problem id={`${id}-problem`} text={draft.problem} />
    </Field>
  );
}
