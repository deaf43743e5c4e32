import { STAGE_COLOURS } from '../../../../shared/document/templates';
import { NOTE_COLOURS, THEMES } from '../../../../shared/figures/theme';
import type { Translate } from '../../../../shared/language/translator';
import { useTexts } from '../../../store/texts';
import { Icon } from '../../../ui/Icon';
import { MIXED, type Mixed } from '../shared-values';
import type { FieldEdit } from '../use-field';
import { Field } from './Field';
import './colour-input.css';

interface Swatch {
  value: string;
  name: string;
}

/** Heads of stages carry white text, so whatever the appearance their colours are the strong ones of the light theme. */
const STAGE_TONES = ['green', 'violet', 'magenta', 'red', 'amber', 'slate'] as const;

function swatches(palette: 'stage' | 'note', t: Translate): Swatch[] {
  if (palette === 'note')
    return NOTE_COLOURS.map((name) => ({
      value: THEMES.light.notes[name],
      name: t(`panels.inspector.colours.${name}`),
    }));
  return [
    ...STAGE_COLOURS.map((value, index) => ({
      value,
      name: t('panels.inspector.colours.blue', { number: index + 1 }),
    })),
    ...STAGE_TONES.map((name) => ({
      value: THEMES.light.tones[name].strong,
      name: t(`panels.inspector.colours.${name}`),
    })),
  ];
}

interface ColourInputProps {
  label: string;
  value: string | null | Mixed;
  edit: FieldEdit;
  palette: 'stage' | 'note';
}

/** Colours that suit the kind, and none for its usual one. */
export function ColourInput({ label, value, edit, palette }: ColourInputProps) {
  const t = useTexts();
  const offered = swatches(palette, t);
  const own =
    typeof value === 'string' && !offered.some((swatch) => swatch.value === value) ? [{ value, name: value }] : [];
  const none = t('panels.inspector.noColour');
  return (
    <Field label={label} look="stacked">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a frame of its own */}
      <div className="swatches" role="group" aria-label={label}>
        <button
          type="button"
          className="swatch none"
          aria-label={none}
          title={none}
          aria-pressed={value === null}
          onClick={() => edit.set(null)}
        >
          <Icon name="x" size={12} />
        </button>
        {[...own, ...offered].map((swatch) => (
          <button
            key={swatch.value}
            type="button"
            className="swatch"
            style={{ background: swatch.value }}
            aria-label={swatch.name}
            title={swatch.name}
            aria-pressed={value === swatch.value}
            onClick={() => edit.set(swatch.value)}
          />
        ))}
        {value === MIXED && <span className="field-mixed">{t('panels.inspector.several')}</span>}
      </div>
    </Field>
  );
}
