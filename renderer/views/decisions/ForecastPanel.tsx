import { useState } from 'react';
import { RUNS } from '../../../shared/decisions/simulate';
import { objectiveName } from '../../../shared/decisions/wording';
import { formatNumber } from '../../../shared/metrics/format';
import { useEditor } from '../../store/editor';
import { useLanguage, useTexts } from '../../store/texts';
import { IconButton } from '../../ui/Button';
import { Segmented } from '../../ui/Segmented';
import { Calibration } from './Calibration';
import { ForecastChart } from './ForecastChart';
import { ForecastTable } from './ForecastTable';
import { MeasureChooser } from './MeasureChooser';
import { look, objectiveOf } from './model';
import { ScenarioTable } from './ScenarioTable';
import { useForecast } from './use-forecast';

const TABS = ['chart', 'table', 'scenarios', 'calibration'] as const;
type Tab = (typeof TABS)[number];

/** Below the picture: the months to come, scenarios side by side, and whether the guesses get better. */
export function ForecastPanel() {
  const t = useTexts();
  const language = useLanguage();
  const [tab, setTab] = useState<Tab>('chart');
  const [isOpen, setOpen] = useState(true);
  const seed = useEditor((state) => state.decisions.seed);
  const shown = useForecast(seed);
  const map = useEditor((state) => state.map);
  // A new objective for each call would never be the same: its name is.
  const name = useEditor((state) => {
    const objective = objectiveOf(state);
    return objective ? objectiveName(map, objective, t) : '';
  });
  const isForecast = tab === 'chart' || tab === 'table';
  return (
    <section className={`forecast${isOpen ? '' : ' closed'}`} aria-label={t('decisionView.forecast.title')}>
      <div className="forecast-head">
        <Segmented<Tab>
          label={t('decisionView.forecast.show')}
          value={tab}
          options={TABS.map((value) => ({ value, text: t(`decisionView.forecast.tabs.${value}`) }))}
          onChange={(next) => {
            setTab(next);
            setOpen(true);
          }}
        />
        {isForecast && <MeasureChooser />}
        {isForecast && (
          <p className="forecast-about">
            <span>{t('decisionView.forecast.about', { runs: formatNumber(RUNS, 0, language), seed })}</span>
            <IconButton
              small
              icon="refresh-cw"
              label={t('decisionView.forecast.anotherSeed')}
              onClick={() => look({ seed: seed + 1 })}
            />
          </p>
        )}
        <span className="forecast-gap" />
        <IconButton
          small
          icon={isOpen ? 'chevron-down' : 'chevron-up'}
          label={t(isOpen ? 'decisionView.forecast.close' : 'decisionView.forecast.open')}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        />
      </div>
      {isOpen && (
        <div className="forecast-body">
          {tab === 'chart' && <ForecastChart shown={shown} name={name} />}
          {tab === 'table' && <ForecastTable forecast={shown.forecast} />}
          {tab === 'scenarios' && <ScenarioTable />}
          {tab === 'calibration' && <Calibration />}
        </div>
      )}
    </section>
  );
}
