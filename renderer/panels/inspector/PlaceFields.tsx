import { useId } from 'react';
import { useEditor } from '../../store/editor';
import { useTexts } from '../../store/texts';
import { Select } from '../../ui/Select';
import { selectLanes, selectStages } from '../common/map-facts';
import { Field } from './controls/Field';
import { moveCards } from './move-cards';
import { MIXED } from './shared-values';
import { useFieldValue } from './use-field';

const SEVERAL = '(several)';

/** The stage and the row that cards belong to; choosing another one moves them there. */
export function PlaceFields({ ids }: { ids: readonly string[] }) {
  const t = useTexts();
  const stages = useEditor(selectStages);
  const lanes = useEditor(selectLanes);
  const lane = useFieldValue(ids, 'lane');
  const shown = lanes.filter((candidate) => !candidate.hidden || candidate.id === lane);
  return (
    <>
      <PlaceSelect
        label={t('fields.stage')}
        value={useFieldValue(ids, 'stage')}
        none={t('panels.inspector.waits')}
        options={stages.map(({ id, title }) => ({ value: id, text: title || t('kinds.stage.one') }))}
        onChange={(stage) => moveCards(ids, { stage })}
      />
      <PlaceSelect
        label={t('fields.lane')}
        value={lane}
        none={t('panels.inspector.noRow')}
        options={shown.map(({ id, title }) => ({ value: id, text: title || t('lanes.unnamed') }))}
        onChange={(next) => moveCards(ids, { lane: next })}
      />
    </>
  );
}

interface PlaceSelectProps {
  label: string;
  value: unknown;
  none: string;
  options: readonly { value: string; text: string }[];
  onChange: (id: string | null) => void;
}

function PlaceSelect({ label, value, none, options, onChange }: PlaceSelectProps) {
  const t = useTexts();
  const id = useId();
  const several = value === MIXED ? [{ value: SEVERAL, text: t('panels.inspector.several') }] : [];
  return (
    <Field label={label} htmlFor={id}>
      <Select
        id={id}
        value={value === MIXED ? SEVERAL : typeof value === 'string' ? value : ''}
        options={[...several, { value: '', text: none }, ...options]}
        onChange={(next) => {
          if (next !== SEVERAL) onChange(next === '' ? null : next);
        }}
      />
    </Field>
  );
}
