import { useState } from 'react';
import { removePoint, setPoint } from '../../../shared/commands/metrics';
import type { Point } from '../../../shared/document/schema';
import type { MetricRow } from '../../../shared/metrics/metric-rows';
import { periodLabel } from '../../../shared/metrics/periods';
import { Problem } from '../../panels/inspector/controls/Field';
import { parseTyped, typedText } from '../../panels/inspector/typed-number';
import { useDraft } from '../../panels/inspector/use-draft';
import { change, endMerge } from '../../store/history';
import { texts, useLanguage, useTexts } from '../../store/texts';
import { Button, IconButton } from '../../ui/Button';
import { readPeriod } from './read-period';

/** More would make the panel slow; older values are in the chart, and in the file that they came from. */
const MOST_SHOWN = 60;

/** The values of a metric by period, the latest first, to be typed in and corrected. */
export function MetricValues({ row }: { row: MetricRow }) {
  const t = useTexts();
  const points = row.measurement.points.slice(-MOST_SHOWN).reverse();
  return (
    <>
      <table className="metric-values">
        <thead>
          <tr>
            <th scope="col">{t('metricsView.panel.period')}</th>
            <th scope="col">{t('metricsView.panel.value')}</th>
            <th scope="col">{t('metricsView.panel.cases')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          <NewValue key={row.id} row={row} />
          {points.map((point) => (
            <Value key={point.period} row={row} point={point} />
          ))}
        </tbody>
      </table>
      {row.source && <p className="metrics-note">{t('metricsView.panel.imported')}</p>}
    </>
  );
}

function Value({ row, point }: { row: MetricRow; point: Point }) {
  const t = useTexts();
  const language = useLanguage();
  const name = periodLabel(point.period, language, { year: true });
  const isPercent = row.metric.unit === 'percent';
  const put = (next: Point) =>
    change(texts()('metricsView.steps.value'), (draft) => setPoint(draft, row.measurement.id, next), {
      merge: `field:point:${row.measurement.id} ${point.period}`,
    });
  const value = useDraft<number | null>({
    value: point.value,
    shown: `${typedText(isPercent ? point.value * 100 : point.value, language)}${isPercent ? ' %' : ''}`,
    parse: (text) => {
      const parsed = parseTyped(text, language, t, { percent: isPercent });
      return 'value' in parsed && parsed.value === null ? { problem: t('metricsView.panel.noValueTyped') } : parsed;
    },
    // What is typed over is no longer the quotient of what was counted.
    onChange: (next) =>
      next !== null && put({ period: point.period, value: next, ...(point.n !== undefined && { n: point.n }) }),
    onEnd: endMerge,
  });
  const cases = useDraft<number | null>({
    value: point.n ?? null,
    shown: point.n === undefined ? '' : typedText(point.n, language),
    parse: (text) => parseTyped(text, language, t, { min: 0 }),
    onChange: (n) => {
      const { n: _, ...rest } = point;
      put(n === null ? rest : { ...rest, n });
    },
    onEnd: endMerge,
  });
  const sameYear = point.period.slice(0, 4) === row.latest?.period.slice(0, 4);
  return (
    <tr>
      <td title={name}>{sameYear ? periodLabel(point.period, language) : name}</td>
      <td>
        <input
          className="input"
          inputMode="decimal"
          aria-label={`${t('metricsView.panel.value')}, ${name}`}
          title={value.problem ?? undefined}
          aria-invalid={value.problem !== null}
          value={value.text}
          onChange={(event) => value.type(event.target.value)}
          onBlur={value.leave}
        />
      </td>
      <td>
        <input
          className="input"
          inputMode="decimal"
          aria-label={`${t('metricsView.panel.cases')}, ${name}`}
          title={cases.problem ?? undefined}
          aria-invalid={cases.problem !== null}
          value={cases.text}
          onChange={(event) => cases.type(event.target.value)}
          onBlur={cases.leave}
        />
      </td>
      <td>
        <IconButton
          icon="x"
          small
          label={t('metricsView.panel.removeValue', { period: name })}
          onClick={() =>
            change(texts()('metricsView.steps.value'), (draft) => removePoint(draft, row.measurement.id, point.period))
          }
        />
      </td>
    </tr>
  );
}

/** The first line of the table: a period and a value, added with Enter or the plus. */
function NewValue({ row }: { row: MetricRow }) {
  const t = useTexts();
  const language = useLanguage();
  const [period, setPeriod] = useState('');
  const [value, setValue] = useState('');
  const [cases, setCases] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const add = () => {
    const isPercent = row.metric.unit === 'percent';
    const parsed = parseTyped(value, language, t, { percent: isPercent });
    const counted = parseTyped(cases, language, t, { min: 0 });
    const wanted = readPeriod(period);
    if (wanted === null) return setProblem(t('metricsView.panel.badPeriod'));
    if ('problem' in parsed) return setProblem(parsed.problem);
    if (parsed.value === null) return setProblem(t('metricsView.panel.noValueTyped'));
    if ('problem' in counted) return setProblem(counted.problem);
    const point: Point = {
      period: wanted,
      value: parsed.value,
      ...(counted.value !== null && { n: counted.value }),
    };
    change(texts()('metricsView.steps.value'), (draft) => setPoint(draft, row.measurement.id, point));
    setPeriod('');
    setValue('');
    setCases('');
    setProblem(null);
  };
  const field = (name: string, text: string, set: (text: string) => void, hint?: string) => (
    <input
      className="input"
      aria-label={name}
      placeholder={hint}
      title={hint}
      value={text}
      onChange={(event) => set(event.target.value)}
      onKeyDown={(event) => event.key === 'Enter' && add()}
    />
  );
  return (
    <>
      <tr>
        <td>{field(t('metricsView.panel.period'), period, setPeriod, '2026-11')}</td>
        <td>{field(t('metricsView.panel.value'), value, setValue)}</td>
        <td>{field(t('metricsView.panel.cases'), cases, setCases)}</td>
        <td>
          <Button small look="quiet" icon="plus" aria-label={t('metricsView.panel.addValue')} onClick={add} />
        </td>
      </tr>
      {problem && (
        <tr>
          <td colSpan={4}>
            <Problem id="metric-value-problem" text={problem} />
          </td>
        </tr>
      )}
    </>
  );
}
