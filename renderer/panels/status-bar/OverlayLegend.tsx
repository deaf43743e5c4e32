import { metricOverlay } from '../../../shared/metrics/overlay';
import { periodLabel } from '../../../shared/metrics/periods';
import { useEditor } from '../../store/editor';
import { useLanguage, useTexts } from '../../store/texts';
import { Icon } from '../../ui/Icon';

/** What the numbers over the map are: from when, from where, and what their colours mean. */
export function OverlayLegend() {
  const t = useTexts();
  const language = useLanguage();
  const overlay = useEditor((state) => (state.overlay ? metricOverlay(state.map, state.overlay, language) : null));
  if (!overlay) return null;
  const { metric, period, source } = overlay;
  const coloured = [...overlay.elements.values()].some((element) => element.status !== 'none');
  return (
    <div className="status-legend">
      <span className="status-metric">
        {metric.title || t('metrics.untitled')} · {periodLabel(period, language)}
      </span>
      {source && (
        <span className="status-source" title={source.name}>
          <Icon name="file-spreadsheet" size={13} />
          <span>{source.name}</span>
        </span>
      )}
      {coloured && (
        <span className="status-scale">
          <span className="visually-hidden">{t('panels.status.legend')}</span>
          <span aria-hidden="true">{t(metric.direction === 'lower' ? 'panels.status.high' : 'panels.status.low')}</span>
          <span className="status-gradient" aria-hidden="true" />
          <span aria-hidden="true">{t('panels.status.onTarget')}</span>
        </span>
      )}
    </div>
  );
}
