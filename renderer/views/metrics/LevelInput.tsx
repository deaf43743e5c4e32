import { setMeasurement } from '../../../shared/commands/metrics';
import { formatValue } from '../../../shared/metrics/format';
import type { MetricRow } from '../../../shared/metrics/metric-rows';
import { parseTyped, typedText } from '../../panels/inspector/typed-number';
import { useDraft } from '../../panels/inspector/use-draft';
import { useEditor } from '../../store/editor';
import { change, endMerge } from '../../store/history';
import { texts, useLanguage, useTexts } from '../../store/texts';

/** The target or warning threshold of one line; empty: the metric's own, which stands there faintly. */
export function LevelInput({ row, level, label }: { row: MetricRow; level: 'target' | 'warning'; label: string }) {
  const t = useTexts();
  const language = useLanguage();
  const readOnly = useEditor((state) => state.readOnly);
  const { measurement, metric } = row;
  const value = measurement[level];
  const own = metric[level];
  const isPercent = metric.unit === 'percent';
  const draft = useDraft<number | null>({
    value,
    shown: value === null ? '' : `${typedText(isPercent ? value * 100 : value, language)}${isPercent ? ' %' : ''}`,
    parse: (text) => parseTyped(text, language, t, { percent: isPercent }),
    onChange: (next) =>
      change(
        texts()('steps.edit', { field: texts()(`metricsView.columns.${level}`) }),
        (map) => setMeasurement(map, measurement.id, { [level]: next }),
        { merge: `field:${level}:${measurement.id}` },
      ),
    onEnd: endMerge,
  });
  return (
    <input
      className="input metrics-level"
      inputMode="decimal"
      aria-label={label}
      title={draft.problem ?? label}
      disabled={readOnly}
      value={draft.text}
      placeholder={own === null ? '–' : formatValue(own, metric, language)}
      aria-invalid={draft.problem !== null}
      onChange={(event) => draft.type(event.target.value)}
      onBlur={draft.leave}
    />
  );
}
