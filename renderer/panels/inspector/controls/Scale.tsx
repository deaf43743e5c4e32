import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { useTexts } from '../../../store/texts';
import { MIXED, type Mixed } from '../shared-values';
import type { FieldEdit } from '../use-field';
import { Field } from './Field';
import './scale.css';

export interface Step {
  value: number;
  name: string;
  /** A colour of the theme while it is chosen. */
  colour: string;
  content: ReactNode;
}

interface ScaleProps {
  label: string;
  value: number | null | Mixed;
  edit: FieldEdit;
  steps: readonly Step[];
  /** Steps below the chosen one are coloured, too. */
  filled?: boolean;
}

/** One of a few steps. Arrows go along the scale; a click on the chosen step, Delete or Backspace take it back. */
export function Scale({ label, value, edit, steps, filled = false }: ScaleProps) {
  const t = useTexts();
  const group = useRef<HTMLDivElement>(null);
  const chosen = value === MIXED ? undefined : steps.find((step) => step.value === value);
  const choose = (index: number) => {
    const step = steps[Math.min(Math.max(index, 0), steps.length - 1)];
    if (!step) return;
    edit.set(step.value);
    group.current?.querySelectorAll<HTMLElement>('[role="radio"]')[steps.indexOf(step)]?.focus();
  };
  const press = (event: KeyboardEvent, index: number) => {
    const at = chosen ? steps.indexOf(chosen) : null;
    if (event.key === 'ArrowRight' || event.key === 'ArrowDown') choose(at === null ? index : at + 1);
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowUp') choose(at === null ? index : at - 1);
    else if (event.key === 'Home') choose(0);
    else if (event.key === 'End') choose(steps.length - 1);
    else if (event.key === 'Delete' || event.key === 'Backspace') edit.set(null);
    else return;
    event.preventDefault();
  };
  const tabStop = chosen ?? steps[0];
  return (
    <Field label={label} look="wide">
      {value === MIXED && <span className="field-mixed">{t('panels.inspector.several')}</span>}
      <div className="scale" role="radiogroup" aria-label={label} ref={group}>
        {steps.map((step, index) => {
          const lit = step === chosen || (filled && chosen !== undefined && step.value < chosen.value);
          return (
            // biome-ignore lint/a11y/useSemanticElements: a radio button can't be taken back
            <button
              key={step.value}
              type="button"
              role="radio"
              aria-checked={step === chosen}
              aria-label={step.name}
              title={step.name}
              tabIndex={step === tabStop ? 0 : -1}
              style={lit ? { color: `var(--${chosen?.colour})` } : undefined}
              onClick={() => edit.set(step === chosen ? null : step.value)}
              onKeyDown={(event) => press(event, index)}
            >
              {step.content}
            </button>
          );
        })}
      </div>
    </Field>
  );
}
