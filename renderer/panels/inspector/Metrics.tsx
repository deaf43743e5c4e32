import type { Measurement } from '../../../shared/document/schema';
import { formatDay } from '../../../shared/language/format';
import type { Language } from '../../../shared/language/translator';
import { formatValue } from '../../../shared/metrics/format';
import { metricOverlay } from '../../../shared/metrics/overlay';
import { groupName, groupOf, type OverlaySettings } from '../../../shared/metrics/overlay-settings';
import type { OverlayValue } from '../../../shared/metrics/overlay-value';
import { periodLabel } from '../../../shared/metrics/periods';
import { useEditor } from '../../store/editor';
import { change, endMerge } from '../../store/history';
import { texts, useLanguage, useTexts } from '../../store/texts';
import { Icon } from '../../ui/Icon';
import { measurementsAt } from '../common/map-facts';
import { Section } from '../common/Section';
import { metricChart } from './metric-chart';
import { parseTyped } from './typed-number';
import { useDraft } from './use-draft';
import './metrics.css';

/** The numbers measured on an element; the metric that lies over the map comes first. */
export function Metrics({ id }: { id: string }) {
  const t = useTexts();
  const measurements = useEditor((state) => measurementsAt(state.map, id));
  const chosen = useEditor((state) => state.overlay.metrics);
  if (measurements.length === 0) return null;
  const rank = (metric: string) => (chosen.includes(metric) ? chosen.indexOf(metric) : chosen.length);
  const sorted = [...measurements].sort((a, b) => rank(a.metric) - rank(b.metric));
  return (
    <Section title={t('panels.inspector.metrics')}>
      {sorted.map((measurement) => (
        <MetricCard key={measurement.id} measurement={measurement} />
      ))}
    </Section>
  );
}

const TONES = { good: 'good', near: 'warning', bad: 'danger', none: 'accent' } as const;
const CHANGE_TONES = { good: 'good', bad: 'danger', neutral: 'muted' } as const;

function MetricCard({ measurement }: { measurement: Measurement }) {
  const t = useTexts();
  const language = useLanguage();
  const metric = useEditor((state) => state.map.metrics[measurement.metric]);
  const source = useEditor((state) => (metric?.source ? state.map.sources[metric.source] : undefined));
  const shown = useEditor((state) =>
    measurement.element === null
      ? undefined
      : metricOverlay(state.map, measurement.metric, language, {
          ...(state.overlay.metrics.includes(measurement.metric) && periodOf(state.overlay)),
          group: groupOf(measurement),
        })?.elements.get(measurement.element),
  );
  const isLatest = shown?.period === measurement.points.at(-1)?.period;
  const group = useEditor((state) =>
    measurement.segment || measurement.persona ? groupName(groupOf(measurement), state.map, t) : '',
  );
  if (!metric || !shown) return null;
  const title = [metric.title || t('metrics.untitled'), group].filter(Boolean).join(' · ');
  return (
    <>
      <div className="metric-card">
        <div className="metric-line">
          <span className="metric-value">{shown.value}</span>
          {shown.changeText && (
            <span className="metric-change" style={{ color: `var(--${CHANGE_TONES[shown.changeIs]})` }}>
              {shown.changeText}
            </span>
          )}
        </div>
        <div className="metric-line metric-under">
          <p className="metric-name">
            {[
              title,
              shown.late || !isLatest ? periodLabel(shown.period, language) : null,
              shown.uncertain && shown.n !== null ? `≈ n = ${shown.n}` : null,
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <TargetInput measurement={measurement} metric={metric} title={title} />
        </div>
        <Chart
          measurement={measurement}
          shown={shown}
          title={title}
          valueText={(value) => formatValue(value, metric, language)}
        />
      </div>
      {source && (
        <p className="metric-source">
          <Icon name="file-spreadsheet" size={14} />
          <span title={source.name}>{source.name}</span>
          <span className="chip">
            {t('panels.inspector.imported', { date: formatDay(source.importedAt.slice(0, 10), language) })}
          </span>
        </p>
      )}
    </>
  );
}

/** Of a metric that lies over the map the panel shows the same period as the card. */
const periodOf = ({ period, unit }: OverlaySettings) => ({ period, unit });

type Metric = Parameters<typeof formatValue>[1] & { target: number | null };

/** The target of this element; empty: the metric's own. */
function TargetInput({ measurement, metric, title }: { measurement: Measurement; metric: Metric; title: string }) {
  const t = useTexts();
  const language = useLanguage();
  const readOnly = useEditor((state) => state.readOnly);
  const name = t('panels.inspector.targetOf', { metric: title });
  const setTarget = (target: number | null) =>
    change(
      texts()('steps.edit', { field: texts()('panels.inspector.target') }),
      (draft) => {
        const drafted = draft.measurements[measurement.id];
        if (drafted) drafted.target = target;
      },
      { merge: `field:target:${measurement.id}` },
    );
  const draft = useDraft<number | null>({
    value: measurement.target,
    shown: measurement.target === null ? '' : formatTarget(measurement.target, metric, language),
    parse: (text) =>
      parseTyped(text, language, t, { percent: metric.unit === 'percent', duration: metric.unit === 'duration' }),
    onChange: setTarget,
    onEnd: endMerge,
  });
  return (
    <label className="metric-target">
      {t('panels.inspector.target')}
      <input
        className="input"
        aria-label={name}
        title={draft.problem ?? name}
        inputMode="decimal"
        disabled={readOnly}
        value={draft.text}
        placeholder={
          metric.target === null ? t('panels.inspector.noTarget') : formatTarget(metric.target, metric, language)
        }
        aria-invalid={draft.problem !== null}
        onChange={(event) => draft.type(event.target.value)}
        onBlur={draft.leave}
      />
    </label>
  );
}

/** As it can be typed again: a score without its sign of plus. */
const formatTarget = (target: number, { unit, currency, decimals }: Metric, language: Language) =>
  formatValue(target, { unit, currency, decimals }, language);

const CHART = { width: 240, height: 56 };
/** Room for the thickness of lines and the last point; above them, for the word at the target. */
const MARGIN = 4;
const TOP = 14;

interface ChartProps {
  measurement: Measurement;
  shown: OverlayValue;
  title: string;
  valueText: (value: number) => string;
}

function Chart({ measurement, shown, title, valueText }: ChartProps) {
  const t = useTexts();
  const language = useLanguage();
  const { points } = measurement;
  const chart = metricChart(points, shown.target, CHART);
  const [first] = points;
  const last = points.at(-1);
  if (!chart || !first || !last) return null;
  const [begin, end] = [periodLabel(first.period, language), periodLabel(last.period, language)];
  const colour = `var(--${TONES[shown.status]})`;
  const name = t('panels.inspector.chart', {
    metric: title,
    first: begin,
    last: end,
    from: valueText(first.value),
    to: valueText(last.value),
  });
  const top = chart.targetY !== null && chart.targetY < TOP ? TOP : MARGIN;
  const box = [-MARGIN, -top, CHART.width + 2 * MARGIN, CHART.height + top + MARGIN];
  return (
    <>
      <svg className="metric-chart" viewBox={box.join(' ')} role="img" aria-label={name}>
        {chart.targetY !== null && (
          <>
            <path
              d={`M0 ${chart.targetY}H${CHART.width}`}
              stroke="var(--good)"
              strokeWidth={1.2}
              strokeDasharray="3 3"
              fill="none"
            />
            <text
              x={chart.roomAt === 'end' ? CHART.width : 0}
              y={chart.targetY - 5}
              textAnchor={chart.roomAt}
              fontSize={10}
              fill="var(--good)"
            >
              {t('panels.inspector.targetLine')}
            </text>
          </>
        )}
        <path
          d={chart.line}
          stroke={colour}
          strokeWidth={1.8}
          fill="none"
          strokeLinejoin="round"
          strokeLinecap="round"
        />
        <circle cx={chart.last.x} cy={chart.last.y} r={3} fill={colour} />
      </svg>
      <p className="metric-periods" aria-hidden="true">
        <span>{begin}</span>
        <span>{end}</span>
      </p>
    </>
  );
}
