import { useState } from 'react';

interface NumberFieldProps {
  id: string;
  value: number;
  min: number;
  max: number;
  step?: number;
  /** What follows the number: mm, sheets. */
  unit?: string;
  disabled?: boolean;
  onChange: (value: number) => void;
}

/** A number within limits. What is typed holds once it is one; leaving the field shows what holds. */
export function NumberField({ id, value, min, max, step = 1, unit, disabled, onChange }: NumberFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const take = (text: string) => {
    setTyped(text);
    const number = Number(text);
    if (text.trim() !== '' && Number.isFinite(number) && number >= min && number <= max) onChange(number);
  };
  return (
    <span className="number-field">
      <input
        id={id}
        className="input"
        type="number"
        min={min}
        max={max}
        step={step}
        disabled={disabled}
        value={typed ?? value}
        onChange={(event) => take(event.target.value)}
        onBlur={() => setTyped(null)}
      />
      {unit && <span aria-hidden="true">{unit}</span>}
    </span>
  );
}
