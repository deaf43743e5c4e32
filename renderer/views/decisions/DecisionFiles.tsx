import { DropdownMenu } from 'radix-ui';
import type { FilePurpose } from '../../../shared/api/calls';
import { advanceInSlices } from '../../../shared/decisions/advance-in-slices';
import { allDecisionTables } from '../../../shared/decisions/decision-table';
import { startForecast } from '../../../shared/decisions/forecast';
import { forecastCsv } from '../../../shared/decisions/forecast-csv';
import { RUNS } from '../../../shared/decisions/simulate';
import { comingPeriods } from '../../../shared/decisions/units-of-time';
import { runCommand } from '../../app/run';
import { saveFile } from '../../dialogs/save-file';
import { editor } from '../../store/editor';
import { languageOf } from '../../store/picture';
import { texts, useTexts } from '../../store/texts';
import { IconButton } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { today } from '../../ui/today';
import { breathe } from './breathe';
import { modelOf } from './model';

/** What leaves the view as a file: the picture, the forecast, the tables. */
export function DecisionFiles() {
  const t = useTexts();
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <IconButton icon="download" label={t('decisionView.files.title')} className="decision-files" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={6} collisionPadding={8}>
          <DropdownMenu.Item className="menu-item" onSelect={() => runCommand('exportMap')}>
            <Icon name="image" size={15} />
            {t('decisionView.files.picture')}
          </DropdownMenu.Item>
          <DropdownMenu.Item className="menu-item" onSelect={() => void saveForecast()}>
            <Icon name="file-spreadsheet" size={15} />
            {t('decisionView.files.forecast')}
          </DropdownMenu.Item>
          <DropdownMenu.Item className="menu-item" onSelect={() => void saveTables()}>
            <Icon name="rows-3" size={15} />
            {t('decisionView.files.tables')}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

/** The numbers that the panel shows: the same seed and runs. */
async function saveForecast(): Promise<void> {
  const state = editor.getState();
  const t = texts();
  const { graph } = modelOf(state).settled;
  const periods = comingPeriods(today(), graph.unit, state.decisions.periods);
  const started = startForecast(graph, periods, { runs: RUNS, seed: state.decisions.seed });
  await advanceInSlices(started.simulation, breathe);
  await save('csv', t('decisionView.files.forecastName'), `\ufeff${forecastCsv(started.read(), state.map, t)}`);
}

async function saveTables(): Promise<void> {
  const state = editor.getState();
  const t = texts();
  const { solution, observed } = modelOf(state);
  await save(
    'md',
    t('decisionView.files.tablesName'),
    allDecisionTables(solution.graph, observed, t, languageOf(state)),
  );
}

function save(purpose: Extract<FilePurpose, 'csv' | 'md'>, what: string, text: string): Promise<void> {
  const { map } = editor.getState();
  const title = map.title.trim() || texts()('files.untitled');
  const type = purpose === 'csv' ? 'text/csv' : 'text/markdown';
  return saveFile({ purpose, name: `${title} – ${what}.${purpose}`, bytes: new TextEncoder().encode(text), type });
}
