import { useTexts } from '../../store/texts';
import { LineInput, ParagraphInput } from './controls/TextInputs';
import { textOf } from './shared-values';
import { useFieldEdit, useFieldValue } from './use-field';

export function CommonLine({ ids, name }: { ids: readonly string[]; name: 'owner' }) {
  const label = useTexts()(`fields.${name}`);
  const edit = useFieldEdit(ids, name, label);
  return <LineInput label={label} value={textOf(useFieldValue(ids, name))} edit={edit} />;
}

export function CommonText({ ids, name }: { ids: readonly string[]; name: 'text' }) {
  const label = useTexts()(`fields.${name}`);
  const edit = useFieldEdit(ids, name, label);
  return <ParagraphInput label={label} value={textOf(useFieldValue(ids, name))} edit={edit} />;
}
