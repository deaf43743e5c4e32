import { resize } from '../../../shared/commands/cards';
import { editor } from '../../store/editor';
import { change, endMerge } from '../../store/history';
import { texts, useTexts } from '../../store/texts';
import { NumberInput } from './controls/NumberInput';
import { numberOf } from './shared-values';
import { useFieldValue } from './use-field';

/** As `resize` bounds them, in map units. */
const MOST = 2000;
const LEAST_WIDTH = { card: 72, stage: 120 };
const LEAST_HEIGHT = 36;

/** Width and least height of cards, or the width of a stage's column. */
export function SizeFields({ ids, stages }: { ids: readonly string[]; stages: boolean }) {
  const t = useTexts();
  const width = numberOf(useFieldValue(ids, 'width'));
  const height = numberOf(useFieldValue(ids, 'height'));
  const edit = (name: 'width' | 'height') => ({
    type: (value: unknown) => setSize(ids, name, typeof value === 'number' ? value : null),
    end: endMerge,
  });
  return (
    <>
      <NumberInput
        label={t('panels.inspector.width')}
        value={width}
        edit={edit('width')}
        min={stages ? LEAST_WIDTH.stage : LEAST_WIDTH.card}
        max={MOST}
        required
      />
      {!stages && (
        <NumberInput
          label={t('panels.inspector.height')}
          value={height}
          edit={edit('height')}
          min={LEAST_HEIGHT}
          max={MOST}
          placeholder={t('panels.inspector.automatic')}
        />
      )}
    </>
  );
}

function setSize(ids: readonly string[], name: 'width' | 'height', value: number | null): void {
  const { map } = editor.getState();
  change(
    texts()('steps.resize'),
    (draft) => {
      for (const id of ids) {
        const element = map.elements[id];
        if (!element) continue;
        if (name === 'height') resize(draft, id, { width: element.width, height: value });
        else if (value !== null) resize(draft, id, { width: value });
      }
    },
    { merge: `field:${name}:${ids.join(' ')}` },
  );
}
