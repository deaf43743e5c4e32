import { useShallow } from 'zustand/react/shallow';
import type { JourneyMap, Metric } from '../../../shared/document/schema';
import { metricOverlay, metricsWithValues } from '../../../shared/metrics/overlay';
import { runCommand } from '../../app/run';
import { editor, useEditor } from '../../store/editor';
import { useLanguage, useTexts } from '../../store/texts';
import { Icon } from '../../ui/Icon';
import { rememberLast } from '../common/remember';

const metricsOf = rememberLast((map: JourneyMap) => metricsWithValues(map));

/** The metrics of the map: one of them lies over the cards, or none. */
export function Overlays() {
  const t = useTexts();
  const metrics = useEditor(useShallow((state) => metricsOf(state.map)));
  const readOnly = useEditor((state) => state.readOnly);
  return (
    <ul className="left-list">
      {metrics.map((metric) => (
        <OverlayRow key={metric.id} metric={metric} />
      ))}
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

function OverlayRow({ metric }: { metric: Metric }) {
  const t = useTexts();
  const language = useLanguage();
  const active = useEditor((state) => state.overlay === metric.id);
  const overlay = useEditor((state) => metricOverlay(state.map, metric.id, language));
  const off = overlay ? [...overlay.elements.values()].filter((element) => element.status === 'bad').length : 0;
  const offText = t('panels.left.offTarget', { count: off });
  return (
    <li>
      <button
        type="button"
        className="left-row overlay-row"
        aria-pressed={active}
        onClick={() => editor.setState({ overlay: active ? null : metric.id })}
      >
        <Icon name="chart-line" size={15} />
        <span className="left-name">{metric.title || t('metrics.untitled')}</span>
        {off > 0 && (
          <span className="chip danger left-count" title={offText}>
            {off}
            <span className="visually-hidden">{offText.replace(String(off), '')}</span>
          </span>
        )}
      </button>
    </li>
  );
}
