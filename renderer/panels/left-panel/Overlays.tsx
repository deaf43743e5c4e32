import { useShallow } from 'zustand/react/shallow';
import type { JourneyMap, Metric } from '../../../shared/document/schema';
import { metricOverlay, metricsWithValues } from '../../../shared/metrics/overlay';
import { runCommand } from '../../app/run';
import { useEditor } from '../../store/editor';
import { showMetric, toggleMetric } from '../../store/overlay';
import { useLanguage, useTexts } from '../../store/texts';
import { IconButton } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { rememberLast } from '../common/remember';
import { Warnings } from './Warnings';

const metricsOf = rememberLast((map: JourneyMap) => metricsWithValues(map));

/** The metrics of the map: one of them lies over it, or several, or none; below them what they warn of. */
export function Overlays() {
  const t = useTexts();
  const metrics = useEditor(useShallow((state) => metricsOf(state.map)));
  const readOnly = useEditor((state) => state.readOnly);
  return (
    <ul className="left-list">
      {metrics.map((metric) => (
        <OverlayRow key={metric.id} metric={metric} />
      ))}
      {metrics.length > 0 && <Warnings />}
      {metrics.length === 0 && (
        <li>
          <button
            type="button"
            className="left-row overlay-row"
            disabled={readOnly}
            onClick={() => runCommand('importNumbers')}
          >
            <Icon name="file-spreadsheet" size={15} />
            <span className="left-name">{t('commands.importNumbers')}</span>
          </button>
        </li>
      )}
    </ul>
  );
}

/** A click shows the metric alone; the button beside it puts it together with others. */
function OverlayRow({ metric }: { metric: Metric }) {
  const t = useTexts();
  const language = useLanguage();
  const active = useEditor((state) => state.overlay.metrics.includes(metric.id));
  const others = useEditor((state) => state.overlay.metrics.some((id) => id !== metric.id));
  const overlay = useEditor((state) =>
    metricOverlay(state.map, metric.id, language, active ? { period: state.overlay.period } : {}),
  );
  const off = overlay ? [...overlay.elements.values()].filter((element) => element.status === 'bad').length : 0;
  const offText = t('panels.left.offTarget', { count: off });
  const title = metric.title || t('metrics.untitled');
  const whole = overlay?.whole?.shortValue;
  return (
    <li className="overlay-item" data-active={active}>
      <button
        type="button"
        className="left-row overlay-row"
        aria-pressed={active}
        onClick={() => showMetric(metric.id)}
      >
        <Icon name="chart-line" size={15} />
        <span className="left-name">{title}</span>
        {whole && (
          <span className="overlay-whole" title={t('overlay.rows.whole', { value: whole })}>
            {whole}
          </span>
        )}
        {off > 0 && (
          <span className="chip danger left-count" title={offText}>
            {off}
            <span className="visually-hidden">{offText.replace(String(off), '')}</span>
          </span>
        )}
      </button>
      {(others || active) && (
        <IconButton
          small
          className="overlay-also"
          icon={active ? 'x' : 'plus'}
          label={t(active ? 'overlay.rows.remove' : 'overlay.rows.add', { metric: title })}
          onClick={() => toggleMetric(metric.id)}
        />
      )}
    </li>
  );
}
