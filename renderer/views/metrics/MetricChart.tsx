import { type ReactNode, useEffect, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { lineChart } from '../../../shared/figures/chart';
import type { Size } from '../../../shared/figures/primitives';
import { PERIOD_UNITS, type PeriodUnit } from '../../../shared/metrics/periods';
import { metricChartOf } from '../../../shared/scene/metric-chart';
import { loadVersions } from '../../app/versions-keep';
import { useEditor } from '../../store/editor';
import { pictureOf } from '../../store/picture';
import { useTexts } from '../../store/texts';
import { FigureShapes } from '../../ui/Figure';
import { Select } from '../../ui/Select';
import { selectRow, selectRows, setView } from './rows';
import { subjectTitle } from './subject-title';

/** The chosen metric over time: its segments side by side, target and threshold, named versions of the map. */
export function MetricChart() {
  const t = useTexts();
  const row = useEditor(selectRow);
  const file = useEditor((state) => state.file);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another file, or other content of it, has other versions.
  useEffect(() => void loadVersions(), [file?.path, file?.hash]);
  if (!row) return <section className="metrics-chart-box calm">{t('metricsView.chart.choose')}</section>;
  const title = row.metric.title || t('metrics.untitled');
  return (
    <section className="metrics-chart-box" aria-label={t('metricsView.chart.title', { metric: title })}>
      <header>
        <h2>
          {title}
          <small>{subjectTitle(row.subject, t)}</small>
        </h2>
        <UnitChoice />
      </header>
      <Chart />
    </section>
  );
}

function UnitChoice() {
  const t = useTexts();
  const unit = useEditor((state) => state.metricsView.unit);
  return (
    <span className="metrics-choice">
      <Select<PeriodUnit | 'stored'>
        label={t('metricsView.chart.unit')}
        value={unit ?? 'stored'}
        options={[
          { value: 'stored', text: t('metricsView.chart.asStored') },
          ...PERIOD_UNITS.map((value) => ({ value, text: t(`metrics.periodUnits.${value}`) })),
        ]}
        onChange={(value) => setView({ unit: value === 'stored' ? null : value })}
      />
    </span>
  );
}

function Chart() {
  const t = useTexts();
  const [size, setSize] = useState<Size | null>(null);
  const context = useEditor((state) => pictureOf(state).context);
  const row = useEditor(selectRow);
  const group = useEditor(
    useShallow((state) => {
      const chosen = selectRow(state);
      return selectRows(state).filter(
        ({ metric, subject }) =>
          metric === chosen?.metric && subject.type === chosen.subject.type && subject.id === chosen.subject.id,
      );
    }),
  );
  const versions = useEditor((state) => state.versions?.versions);
  const unit = useEditor((state) => state.metricsView.unit);
  if (!row) return null;
  const made = metricChartOf({ row, group, versions: versions ?? [], unit }, context);
  let body: ReactNode = null;
  if (made.status === 'refused') body = <p className="metrics-nothing">{made.text}</p>;
  else if (size && size.width > 120 && size.height > 60) {
    const { primitives } = lineChart({ ...made.chart, ...size }, context);
    body = (
      <svg width={size.width} height={size.height} role="img" aria-label={made.name}>
        <FigureShapes primitives={primitives} pictures={NO_PICTURES} />
      </svg>
    );
  }
  return (
    <>
      <div className="metrics-chart" ref={(box) => observe(box, setSize)}>
        {body}
      </div>
      {made.status === 'ok' && made.note && <p className="metrics-note">{made.note}</p>}
      {row.latest && row.measurement.points.length < 2 && <p className="metrics-note">{t('metricsView.chart.one')}</p>}
    </>
  );
}

const NO_PICTURES = {};

/** Tells the size of a box whenever it changes, in whole pixels. */
function observe(box: HTMLElement | null, tell: (size: Size) => void): (() => void) | undefined {
  if (!box) return undefined;
  const observer = new ResizeObserver(() => tell({ width: box.clientWidth, height: box.clientHeight }));
  observer.observe(box);
  return () => observer.disconnect();
}
