import { useShallow } from 'zustand/react/shallow';
import { stagesOf } from '../../../shared/document/create';
import { NO_ROW_FILTER, type RowFilter } from '../../../shared/metrics/metric-rows';
import { runCommand } from '../../app/run';
import { useEditor } from '../../store/editor';
import { useTexts } from '../../store/texts';
import { Button, IconButton } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { Select } from '../../ui/Select';
import { selectShownRows, setView } from './rows';

const STATUSES = ['all', 'bad', 'near', 'good', 'old'] as const;

/** Search, filters, and what brings new numbers. */
export function MetricsTools() {
  const t = useTexts();
  const filter = useEditor((state) => state.metricsView.filter);
  const stages = useEditor(useShallow((state) => stagesOf(state.map)));
  const count = useEditor((state) => selectShownRows(state).length);
  const readOnly = useEditor((state) => state.readOnly);
  const set = (values: Partial<RowFilter>) => setView({ filter: { ...filter, ...values } });
  const isFiltering = filter.text !== '' || filter.stage !== null || filter.status !== null;
  return (
    <div className="metrics-tools">
      <div className="metrics-tools-group">
        <span className="metrics-search">
          <Icon name="search" size={14} />
          <input
            className="input"
            type="search"
            aria-label={t('metricsView.search')}
            placeholder={t('metricsView.search')}
            value={filter.text}
            onChange={(event) => set({ text: event.target.value })}
          />
        </span>
        <span className="metrics-choice">
          <Select
            label={t('metricsView.stage')}
            value={filter.stage ?? ''}
            options={[
              { value: '', text: t('metricsView.allStages') },
              ...stages.map(({ id, title }) => ({ value: id, text: title || t('metricsView.noStage') })),
            ]}
            onChange={(stage) => set({ stage: stage || null })}
          />
        </span>
        <span className="metrics-choice">
          <Select
            label={t('metricsView.status')}
            value={filter.status ?? 'all'}
            options={STATUSES.map((value) => ({ value, text: t(`metricsView.statuses.${value}`) }))}
            onChange={(status) => set({ status: status === 'all' || status === 'none' ? null : status })}
          />
        </span>
        {isFiltering && (
          <IconButton
            icon="x"
            small
            label={t('metricsView.clear')}
            onClick={() => setView({ filter: NO_ROW_FILTER })}
          />
        )}
        <span className="metrics-count" role="status">
          {t('metricsView.count', { count })}
        </span>
      </div>
      <div className="metrics-tools-group">
        <Button icon="file-spreadsheet" disabled={readOnly} onClick={() => runCommand('importNumbers')}>
          {t('metricsView.import')}
        </Button>
        <Button icon="plus" disabled={readOnly} onClick={() => runCommand('addMetric')}>
          {t('metricsView.add')}
        </Button>
      </div>
    </div>
  );
}
