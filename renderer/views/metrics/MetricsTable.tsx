import { type KeyboardEvent, memo } from 'react';
import { sparkline } from '../../../shared/figures/sparkline';
import { formatDay } from '../../../shared/language/format';
import { changeText } from '../../../shared/metrics/change-text';
import { formatNumber, formatValue } from '../../../shared/metrics/format';
import type { MetricRow, RowOrder } from '../../../shared/metrics/metric-rows';
import { periodLabel } from '../../../shared/metrics/periods';
import { useEditor } from '../../store/editor';
import { useLanguage, useTexts } from '../../store/texts';
import { Icon } from '../../ui/Icon';
import { LevelInput } from './LevelInput';
import { selectRow, selectShownRows, setView } from './rows';
import { subjectTitle } from './subject-title';

const COLUMNS = ['metric', 'stage', 'value', 'change', 'trend', 'target', 'warning', 'period', 'source'] as const;
type Column = (typeof COLUMNS)[number];

const isOrder = (column: Column): column is Column & RowOrder => column !== 'trend' && column !== 'warning';

/** One line for each metric on each thing; lines of one stage stand together while the journey is the order. */
export function MetricsTable() {
  const t = useTexts();
  const rows = useEditor(selectShownRows);
  const chosen = useEditor((state) => selectRow(state)?.id ?? null);
  const byStage = useEditor((state) => state.metricsView.by === 'stage');
  const stages = useEditor((state) => state.map.elements);
  const isStageOf = (id: string | null) => (id === null ? undefined : stages[id]?.title);
  let group: string | null | undefined;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys move between its lines, which have the focus.
    <div className="metrics-scroll" onKeyDown={moveBetweenLines}>
      <table className="metrics-table" aria-label={t('metricsView.table')}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <Head key={column} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const here = row.subject.type === 'map' ? 'map' : row.subject.stage;
            const opens = byStage && here !== group;
            group = here;
            const title = here === 'map' ? t('metricsView.wholeMap') : isStageOf(here) || t('metricsView.noStage');
            return [
              opens && (
                <tr key={`stage ${here}`} className="metrics-group">
                  <th colSpan={COLUMNS.length} scope="rowgroup">
                    {title}
                  </th>
                </tr>
              ),
              <Line key={row.id} row={row} isChosen={row.id === chosen} />,
            ];
          })}
        </tbody>
      </table>
      {rows.length === 0 && <p className="metrics-nothing">{t('metricsView.nothingFound')}</p>}
    </div>
  );
}

function Head({ column }: { column: Column }) {
  const t = useTexts();
  const { by, descending } = useEditor((state) => state.metricsView);
  const name = t(`metricsView.columns.${column}`);
  if (!isOrder(column)) {
    return (
      <th scope="col" className={`metrics-${column}`}>
        {name}
      </th>
    );
  }
  const isSorted = by === column;
  return (
    <th
      scope="col"
      className={`metrics-${column}`}
      aria-sort={isSorted ? (descending ? 'descending' : 'ascending') : undefined}
    >
      <button
        type="button"
        title={t('metricsView.sortBy', { column: name })}
        onClick={() => setView({ by: column, descending: isSorted && !descending })}
      >
        {name}
        {isSorted && <Icon name={descending ? 'arrow-down' : 'arrow-up'} size={12} />}
      </button>
    </th>
  );
}

const SIGNS = { good: '✓', near: '–', bad: '!', none: '' } as const;

const Line = memo(function Line({ row, isChosen }: { row: MetricRow; isChosen: boolean }) {
  const t = useTexts();
  const language = useLanguage();
  const { metric, latest, source, status } = row;
  const subject = subjectTitle(row.subject, t);
  const name = metric.title || t('metrics.untitled');
  const change = changeText(row.change, metric, language);
  return (
    <tr className={isChosen ? 'chosen' : undefined} aria-selected={isChosen} onClick={() => setView({ row: row.id })}>
      <th scope="row" className="metrics-metric">
        <button type="button" className="metrics-name" onFocus={() => setView({ row: row.id })}>
          {name}
        </button>
        {row.segment && <span className="chip">{row.segment}</span>}
      </th>
      <td className="metrics-stage" title={subject} data-any-length>
        {subject}
      </td>
      <td className={`metrics-value ${status}`}>
        {latest ? (
          <>
            <span className="metrics-sign" title={t(`metricsView.status_${status}`)}>
              <span aria-hidden="true">{SIGNS[status]}</span>
              {status !== 'none' && <span className="visually-hidden">{t(`metricsView.status_${status}`)}</span>}
            </span>
            <b className={row.uncertain ? 'uncertain' : undefined}>{formatValue(latest.value, metric, language)}</b>
            {latest.n !== undefined && (
              <small title={row.uncertain ? t('metricsView.fewCasesHint') : undefined}>
                {t('metricsView.cases', { value: formatNumber(latest.n, 0, language) })}
              </small>
            )}
          </>
        ) : (
          <span className="metrics-none">{t('metricsView.noValue')}</span>
        )}
      </td>
      <td className={`metrics-change ${change?.match(/[▲▼]/) ? row.change?.changeIs : 'neutral'}`}>{change}</td>
      <td className="metrics-trend">
        <Trend row={row} />
      </td>
      <td className="metrics-target">
        <LevelInput row={row} level="target" label={t('metricsView.targetOf', { metric: name, subject })} />
      </td>
      <td className="metrics-warning">
        <LevelInput row={row} level="warning" label={t('metricsView.warningOf', { metric: name, subject })} />
      </td>
      <td className="metrics-period">
        {latest && periodLabel(latest.period, language)}
        {row.freshness?.fresh === false && (
          <span className="metrics-old" title={t('metricsView.outOfDate')}>
            <Icon name="clock" size={12} />
            <span className="visually-hidden">{t('metricsView.outOfDate')}</span>
          </span>
        )}
      </td>
      <td className="metrics-source">
        {source ? (
          <span
            title={t('metricsView.sourceOf', {
              name: source.name,
              date: formatDay(source.importedAt.slice(0, 10), language),
            })}
          >
            <span data-any-length>{source.name}</span>
            <small>{formatDay(source.importedAt.slice(0, 10), language)}</small>
          </span>
        ) : (
          <span className="metrics-none">{t('metricsView.byHand')}</span>
        )}
      </td>
    </tr>
  );
});

const TREND = { width: 84, height: 20 };
const COLOURS = { good: 'var(--good)', near: 'var(--warning)', bad: 'var(--danger)', none: 'var(--accent)' } as const;

function Trend({ row }: { row: MetricRow }) {
  const values = row.measurement.points.slice(-24).map(({ value }) => value);
  const line = sparkline(values, { x: 2, y: 3, width: TREND.width - 4, height: TREND.height - 6 }, '');
  if (!line) return null;
  return (
    <svg width={TREND.width} height={TREND.height} aria-hidden="true">
      <path d={line.d} fill="none" stroke={COLOURS[row.status]} strokeWidth={1.5} strokeLinejoin="round" />
    </svg>
  );
}

/** The arrow keys go from line to line: each line's name has the focus. */
function moveBetweenLines(event: KeyboardEvent<HTMLElement>): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (by === 0 || !(event.target instanceof HTMLElement) || !event.target.matches('.metrics-name')) return;
  const names = [...event.currentTarget.querySelectorAll<HTMLElement>('.metrics-name')];
  names[names.indexOf(event.target) + by]?.focus();
  event.preventDefault();
}
