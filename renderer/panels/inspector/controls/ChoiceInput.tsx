import { useId } from 'react';
import type { TextKey } from '../../../../shared/language/translator';
import { useTexts } from '../../../store/texts';
import { Segmented } from '../../../ui/Segmented';
import { Select } from '../../../ui/Select';
import { MIXED, type Mixed } from '../shared-values';
import type { FieldEdit } from '../use-field';
import { Field } from './Field';

/** As many letters as fit side by side. */
const SHORT = 20;
const SEVERAL = '(several)';

interface ChoiceProps {
  /** Of the field: its options are named in `options.<name>`. */
  name: string;
  label: string;
  value: string | null | Mixed;
  edit: FieldEdit;
  options: readonly string[];
  /** A choice that always says something needs no "not said". */
  required: boolean;
}

/** A few short options lie side by side; more of them are a list. */
export function ChoiceInput({ name, label, value, edit, options, required }: ChoiceProps) {
  const t = useTexts();
  const id = useId();
  const named = options.map((option) => ({ value: option, text: t(`options.${name}.${option}` as TextKey) }));
  const letters = named.reduce((sum, option) => sum + option.text.length, 0);
  if (required && named.length <= 3 && letters <= SHORT) {
    return (
      <Field label={label} look="wide">
        <Segmented label={label} value={value === MIXED ? '' : (value ?? '')} options={named} onChange={edit.set} />
      </Field>
    );
  }
  const several = value === MIXED ? [{ value: SEVERAL, text: t('panels.inspector.several') }] : [];
  const none = required ? [] : [{ value: '', text: t('panels.inspector.notSaid') }];
  return (
    <Field label={label} htmlFor={id}>
      <Select
        id={id}
        value={value === MIXED ? SEVERAL : (value ?? '')}
        options={[...several, ...none, ...named]}
        onChange={(next) => {
          if (next !== SEVERAL) edit.set(next === '' ? null : next);
        }}
      />
    </Field>
  );
}
