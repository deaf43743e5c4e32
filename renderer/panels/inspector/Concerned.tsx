import { useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { JourneyMap } from '../../../shared/document/schema';
import { useEditor } from '../../store/editor';
import { useTexts } from '../../store/texts';
import { Icon } from '../../ui/Icon';
import { selectPersonas } from '../common/map-facts';
import { rememberLast } from '../common/remember';
import { Field } from './controls/Field';
import { addEntries, removeEntry } from './list-edits';

/** The personas that elements concern; none means all of them. */
export function Concerned({ ids }: { ids: readonly string[] }) {
  const t = useTexts();
  const personas = useEditor(selectPersonas);
  /** How many of the elements name each persona. */
  const count = useMemo(
    () =>
      rememberLast((map: JourneyMap) =>
        selectPersonas({ map }).map(({ id }) => ids.filter((each) => map.elements[each]?.personas.includes(id)).length),
      ),
    [ids],
  );
  const counts = useEditor(useShallow((state) => count(state.map)));
  if (personas.length === 0) return null;
  const label = t('fields.personas');
  const step = t('steps.edit', { field: label });
  return (
    <Field label={label} look="stacked">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a frame of its own */}
      <div className="chip-group" role="group" aria-label={label}>
        {personas.map((persona, index) => {
          const naming = counts[index] ?? 0;
          const checked = naming === ids.length;
          return (
            // biome-ignore lint/a11y/useSemanticElements: a chip that is checked for some of the cards only
            <button
              key={persona.id}
              type="button"
              role="checkbox"
              aria-checked={checked ? true : naming > 0 ? 'mixed' : false}
              className="chip check-chip"
              onClick={() =>
                checked
                  ? removeEntry(step, ids, 'personas', persona.id)
                  : addEntries(step, ids, 'personas', [persona.id])
              }
            >
              {naming > 0 && <Icon name={checked ? 'check' : 'minus'} size={12} />}
              {persona.title || t('kinds.persona.one')}
            </button>
          );
        })}
      </div>
      {counts.every((naming) => naming === 0) && <p className="field-mixed">{t('panels.inspector.everybody')}</p>}
    </Field>
  );
}
