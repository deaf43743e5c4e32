import { startAt } from '../../panels/inspector/decisions/EntryFields';
import { useEditor } from '../../store/editor';
import { useTexts } from '../../store/texts';
import { showView } from '../../store/view';
import { Button } from '../../ui/Button';
import { DecisionBar } from './DecisionBar';
import './decisions.css';
import { FlowCanvas } from './FlowCanvas';
import { ForecastPanel } from './ForecastPanel';
import { firstCardOf } from './first-card';
import { useModel } from './model';

/** Which way customers go, how many, and what that means for the months to come. */
export function Decisions() {
  const { settled } = useModel();
  if (settled.graph.size === 0) return <NoWays />;
  return (
    <div className="decisions">
      <DecisionBar />
      {settled.graph.entries.length === 0 && <NoEntries />}
      <FlowCanvas />
      <ForecastPanel />
    </div>
  );
}

/** Nothing to show yet: says what makes a graph. */
function NoWays() {
  const t = useTexts();
  return (
    <div className="decisions-empty">
      <h2>{t('decisionView.empty.title')}</h2>
      <p>{t('decisionView.empty.text')}</p>
      <ol>
        {(['fork', 'branches', 'numbers'] as const).map((step) => (
          <li key={step}>{t(`decisionView.empty.${step}`)}</li>
        ))}
      </ol>
      <Button look="primary" icon="map" onClick={() => showView('map')}>
        {t('views.toMap')}
      </Button>
    </div>
  );
}

/** There are ways, but nobody on them: one click puts customers on the first card. */
function NoEntries() {
  const t = useTexts();
  const { settled } = useModel();
  const readOnly = useEditor((state) => state.readOnly);
  const filtered = useEditor((state) => state.decisions.persona !== null);
  const first = firstCardOf(settled.graph);
  const title = first ? settled.graph.map.elements[first]?.title : undefined;
  if (filtered) return <p className="decisions-note">{t('decisionView.noneOfPersona')}</p>;
  return (
    <div className="decisions-note">
      <p>{t('decisionView.noEntries')}</p>
      {first && !readOnly && (
        <Button small look="primary" icon="users" onClick={() => startAt(first)}>
          {t('decisionView.startAt', { title: title || t('decisions.untitled') })}
        </Button>
      )}
    </div>
  );
}
