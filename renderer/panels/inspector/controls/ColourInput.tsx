import { NOTE_COLOURS, THEMES } from '../../../../shared/figures/theme';
import type { TextKey } from '../../../../shared/language/translator';
import { useTexts } from '../../../store/texts';
import { Icon } from '../../../ui/Icon';
import { MIXED, type Mixed } from '../shared-values';
import type { FieldEdit } from '../use-field';
import { Field } from './Field';
import './colour-input.css';

/** Stage heads carry white text, so their colours are the strong ones of the light theme. */
const STAGE_TONES = ['navy', 'blue', 'teal', 'green', 'violet', 'magenta', 'red', 'amber', 'slate'] as const;

const COLOURS = {
  stage: STAGE_TONES.map((name) => ({ name, value: THEMES.light.tones[name].strong })),
  note: NOTE_COLOURS.map((name) => ({ name, value: THEMES.light.notes[name] })),
};

/** Colours that suit the kind, and none for its usual one. */
export function ColourInput({
  label,
  value,
  edit,
  palette,
}: {
  label: string;
  value: string | null | Mixed;
  edit: FieldEdit;
  palette: keyof typeof COLOURS;
}) {
  const t = useTexts();
  return (
    <Field label={label} look="stacked">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a frame of its own */}
      <div className="swatches" role="group" aria-label={label}>
        <button
          type="button"
          className="swatch none"
          aria-label={t('panels.inspector.noColour')}
          title={t('panels.inspector.noColour')}
          aria-pressed={value === null}
          onClick={() => edit.set(null)}
        >
          <Icon name="x" size={12} />
        </button>
        {COLOURS[palette].map((colour) => {
          const name = t(`panels.inspector.colours.${colour.name}` as TextKey);
          return (
            <button
              key={colour.name}
              type="button"
              className="swatch"
              style={{ background: colour.value }}
              aria-label={name}
              title={name}
              aria-pressed={value === colour.value}
              onClick={() => edit.set(colour.value)}
            />
          );
        })}
        {value === MIXED && <span className="field-mixed">{t('panels.inspector.several')}</span>}
      </div>
    </Field>
  );
}
