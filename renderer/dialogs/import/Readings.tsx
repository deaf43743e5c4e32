import { useId } from 'react';
import { useTexts } from '../../store/texts';

const MOST_EXAMPLES = 3;

interface Reading {
  cell: string;
  /** Null: can’t be read this way. */
  reading: string | null;
}

interface ReadingsProps<Value extends string> {
  question: string;
  /** Null: not answered yet. */
  value: Value | null;
  options: readonly { value: Value; text: string; readings: readonly Reading[] }[];
  onChange: (value: Value) => void;
}

/** A question that the file leaves open, answered by looking at what its own values would become. */
export function Readings<Value extends string>({ question, value, options, onChange }: ReadingsProps<Value>) {
  const t = useTexts();
  const name = useId();
  return (
    <fieldset className={value === null ? 'plain-fieldset readings open' : 'plain-fieldset readings'}>
      <legend>{question}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
          <span>
            <strong>{option.text}</strong>
            {distinct(option.readings)
              .slice(0, MOST_EXAMPLES)
              .map(({ cell, reading }) => (
                <span key={cell} className="reading">
                  <span>{cell.trim()}</span> → <b>{reading ?? t('dialogs.import.unreadable')}</b>
                </span>
              ))}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function distinct(readings: readonly Reading[]): Reading[] {
  return [...new Map(readings.map((reading) => [reading.cell, reading])).values()];
}
