import { runCommand } from '../../app/run';
import { useEditor } from '../../store/editor';
import { useTexts } from '../../store/texts';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { MetricChart } from './MetricChart';
import { MetricsTable } from './MetricsTable';
import { MetricsTools } from './MetricsTools';
import { selectRows } from './rows';
import './metrics-view.css';

/** All numbers of the map: a table stage by stage, and one of them over time. */
export function Metrics() {
  const isEmpty = useEditor((state) => selectRows(state).length === 0);
  if (isEmpty) return <NoNumbers />;
  return (
    <div className="metrics-view">
      <MetricsTools />
      <MetricsTable />
      <MetricChart />
    </div>
  );
}

function NoNumbers() {
  const t = useTexts();
  const readOnly = useEditor((state) => state.readOnly);
  return (
    <div className="app-calm">
      <Icon name="chart-line" size={32} />
      <h2>{t('metricsView.empty.title')}</h2>
      <p>{t('metricsView.empty.text')}</p>
      <div className="metrics-tools-group">
        <Button look="primary" icon="file-spreadsheet" disabled={readOnly} onClick={() => runCommand('importNumbers')}>
          {t('metricsView.import')}
        </Button>
        <Button icon="plus" disabled={readOnly} onClick={() => runCommand('addMetric')}>
          {t('metricsView.add')}
        </Button>
      </div>
    </div>
  );
}
