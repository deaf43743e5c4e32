import { DropdownMenu } from 'radix-ui';
import { useShallow } from 'zustand/react/shallow';
import { stagesOf } from '../../../shared/document/create';
import { formatDay } from '../../../shared/language/format';
import { NO_ROW_FILTER, type RowFilter } from '../../../shared/metrics/metric-rows';
import { recipeOf } from '../../../shared/metrics/recipe';
import { refreshSource } from '../../app/refresh-source';
import { runCommand } from '../../app/run';
import { useEditor } from '../../store/editor';
import { useLanguage, useTexts } from '../../store/texts';
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
        <RefreshMenu />
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

/** The files that numbers came from, to be read again. */
function RefreshMenu() {
  const t = useTexts();
  const language = useLanguage();
  const readOnly = useEditor((state) => state.readOnly);
  const sources = useEditor(
    useShallow((state) => Object.values(state.map.sources).filter((source) => recipeOf(source) !== null)),
  );
  if (sources.length === 0) return null;
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <Button icon="refresh-cw" disabled={readOnly}>
          {t('importer.refreshSource')}
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={4}>
          {sources.map(({ id, name, importedAt }) => (
            <DropdownMenu.Item key={id} className="menu-item" onSelect={() => void refreshSource(id)}>
              <Icon name="file-spreadsheet" size={14} />
              <span>{name}</span>
              <span className="menu-key">{formatDay(importedAt.slice(0, 10), language)}</span>
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
