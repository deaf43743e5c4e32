import { memo, useId } from 'react';
import type { ElementKind } from '../../../shared/document/schema';
import type { Field as FieldDescription } from '../../../shared/kinds/fields';
import type { TextKey } from '../../../shared/language/translator';
import { useTexts } from '../../store/texts';
import { Switch } from '../../ui/Switch';
import { ChoiceInput } from './controls/ChoiceInput';
import { ColourInput } from './controls/ColourInput';
import { DateInput } from './controls/DateInput';
import { Feeling, Severity } from './controls/Feeling';
import { Field } from './controls/Field';
import { NumberInput } from './controls/NumberInput';
import { LineInput, LinesInput, ParagraphInput } from './controls/TextInputs';
import { choiceOf, linesOf, MIXED, numberOf, textOf } from './shared-values';
import { type FieldEdit, useFieldEdit, useFieldValue } from './use-field';

interface KindFieldProps {
  ids: readonly string[];
  /** The kind that names the field. */
  kind: ElementKind;
  name: string;
  field: FieldDescription<unknown>;
}

/** A field of a kind with the control that suits it. */
export const KindField = memo(function KindField({ ids, kind, name, field }: KindFieldProps) {
  const t = useTexts();
  const label = t(`kinds.${kind}.fields.${name}` as TextKey);
  const value = useFieldValue(ids, name);
  const edit = useFieldEdit(ids, name, label);
  switch (field.control) {
    case 'line': {
      const suggestions = field.suggestions && t(`suggestions.${field.suggestions}`).split(', ');
      return <LineInput label={label} value={textOf(value)} edit={edit} suggestions={suggestions} />;
    }
    case 'paragraph':
      return <ParagraphInput label={label} value={textOf(value)} edit={edit} />;
    case 'lines':
      return <LinesInput label={label} value={linesOf(value)} edit={edit} />;
    case 'choice':
      return (
        <ChoiceInput
          name={name}
          label={label}
          value={choiceOf(value)}
          edit={edit}
          options={field.options ?? []}
          required={field.initial !== null}
        />
      );
    case 'toggle':
      return <Toggle label={label} value={value} edit={edit} />;
    case 'feeling':
      return <Feeling label={label} value={numberOf(value)} edit={edit} />;
    case 'severity':
      return <Severity label={label} value={numberOf(value)} edit={edit} />;
    case 'amount':
      return <NumberInput label={label} value={numberOf(value)} edit={edit} />;
    case 'date':
      return <DateInput label={label} value={choiceOf(value)} edit={edit} />;
    case 'colour':
      return (
        <ColourInput label={label} value={choiceOf(value)} edit={edit} palette={kind === 'note' ? 'note' : 'stage'} />
      );
  }
});

function Toggle({ label, value, edit }: { label: string; value: unknown; edit: FieldEdit }) {
  const t = useTexts();
  const id = useId();
  return (
    <Field label={label} htmlFor={id} look="wide">
      {value === MIXED && <span className="field-mixed">{t('panels.inspector.several')}</span>}
      <Switch id={id} label={label} checked={value === true} onChange={edit.set} />
    </Field>
  );
}
