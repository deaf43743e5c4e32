import { useId, useState } from 'react';
import { type DecimalSign, readNumber } from '../../../shared/metrics/numbers';
import type { RecipeMetric } from '../../../shared/metrics/recipe';
import { useLanguage, useTexts } from '../../store/texts';

/** The target of a metric, typed as people write numbers here; a percentage with or without its sign. */
export function TargetField({
  metric,
  onChange,
}: {
  metric: Pick<RecipeMetric, 'unit' | 'currency' | 'target'>;
  onChange: (target: number | null) => void;
}) {
  const t = useTexts();
  const id = useId();
  const language = useLanguage();
  const [typed, setTyped] = useState<string | null>(null);
  const sign: DecimalSign = language === 'es' ? ',' : '.';
  const isPercent = metric.unit === 'percent';

  const read = (text: string): number | null => {
    const own = readNumber(text, sign);
    const reading = own.type === 'number' ? own : readNumber(text, sign === ',' ? '.' : ',');
    if (reading.type !== 'number') return null;
    return isPercent && !reading.percent ? Number(`${reading.value}e-2`) : reading.value;
  };
  const take = (text: string) => {
    setTyped(text);
    onChange(text.trim() === '' ? null : read(text));
  };
  const shown =
    metric.target === null
      ? ''
      : plain(isPercent ? Number((metric.target * 100).toPrecision(12)) : metric.target, sign);
  const isWrong = typed !== null && typed.trim() !== '' && metric.target === null;
  return (
    <div className="import-field">
      <label className="label" htmlFor={id}>
        {t('dialogs.import.target')}
      </label>
      <span className="import-target">
        <input
          id={id}
          className="input"
          inputMode="decimal"
          placeholder={t('dialogs.import.noTarget')}
          value={typed ?? shown}
          aria-invalid={isWrong}
          onChange={(event) => take(event.target.value)}
          onBlur={() => !isWrong && setTyped(null)}
        />
        {isPercent && <span aria-hidden="true">%</span>}
        {metric.unit === 'currency' && metric.currency && <span aria-hidden="true">{metric.currency}</span>}
      </span>
    </div>
  );
}

const plain = (value: number, sign: DecimalSign) => String(value).replace('.', sign);
