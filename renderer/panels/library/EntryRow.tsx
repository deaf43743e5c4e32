import { channelOf, TOUCHPOINTS, type TouchpointId, touchpointValues } from '../../../shared/library/touchpoints';
import { catalogueMeasure, measureTitle } from '../../../shared/metrics/catalogue/catalogue';
import { useTexts } from '../../store/texts';
import { Icon } from '../../ui/Icon';
import { useDragToMap } from '../left-panel/drag-to-map';

interface EntryRowProps {
  id: TouchpointId;
  readOnly: boolean;
  onAdd: () => void;
}

/** A touchpoint of the library: what it is, where and by whom it starts, what to measure there. */
export function EntryRow({ id, readOnly, onAdd }: EntryRowProps) {
  const t = useTexts();
  const drag = useDragToMap('touchpoint', { values: touchpointValues(id, t) });
  const { initiative, metrics } = TOUCHPOINTS[id];
  const names = metrics.flatMap((metric) => {
    const measure = catalogueMeasure(metric);
    return measure ? [measureTitle(measure, t)] : [];
  });
  const measures = t('library.measures', { metrics: names.join(', ') });
  return (
    <li>
      <button
        type="button"
        className="left-row kind-row library-entry"
        title={`${t('library.addHint')}. ${measures}`}
        disabled={readOnly}
        onPointerDown={drag.start}
        onClick={() => {
          if (!drag.wasDragged()) onAdd();
        }}
      >
        <span className="kind-icon library-icon">
          <Icon name="mouse-pointer-click" size={14} />
        </span>
        <span className="library-words">
          <span className="library-name">{t(`library.touchpoints.${id}.title`)}</span>
          <span className="library-about">{t(`library.touchpoints.${id}.about`)}</span>
          <span className="library-facts">
            {channelOf(id, t)} · {t(`summary.${initiative}`)}
          </span>
          <span className="library-metrics">
            <Icon name="chart-line" size={11} />
            <span className="visually-hidden">{t('library.measures', { metrics: '' })}</span>
            {names.join(', ')}
          </span>
        </span>
      </button>
    </li>
  );
}
