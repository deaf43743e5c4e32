import { useState } from 'react';
import { stagesOf } from '../../../shared/document/create';
import { useEditor } from '../../store/editor';
import { useTexts } from '../../store/texts';
import { showView } from '../../store/view';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { Board } from './Board';
import { Calendar } from './Calendar';
import { CardEditor } from './CardEditor';
import { Coverage } from './Coverage';
import { make } from './edits';
import { Grid } from './Grid';
import { IdeasBar } from './IdeasBar';
import { selectGrid } from './model';
import { openPrompts } from './open-prompts';
import './ideas.css';
import './ideas-plan.css';

/** From pain point to answer to content: the map's own cards, as those need them who plan what will be published. */
export function Ideas() {
  const isEmpty = useEditor((state) => selectGrid(state).rows.length === 0);
  const tab = useEditor((state) => state.ideas.tab);
  return (
    <div className="ideas">
      <IdeasBar />
      {isEmpty && tab !== 'coverage' ? <Empty /> : <Tab tab={tab} />}
    </div>
  );
}

function Tab({ tab }: { tab: 'grid' | 'board' | 'calendar' | 'coverage' }) {
  switch (tab) {
    case 'grid':
      return (
        <>
          <Grid />
          <KeysHint />
        </>
      );
    case 'board':
      return <Board />;
    case 'calendar':
      return <Calendar />;
    case 'coverage':
      return <Coverage />;
  }
}

function KeysHint() {
  const t = useTexts();
  return <p className="ideas-keys">{t('ideas.grid.help')}</p>;
}

/** What the view is for, and its first step. */
function Empty() {
  const t = useTexts();
  const readOnly = useEditor((state) => state.readOnly);
  const stage = useEditor((state) => stagesOf(state.map)[0]?.id ?? null);
  const [typing, setTyping] = useState(false);
  return (
    <div className="app-calm ideas-empty">
      <Icon name="lightbulb" size={32} />
      <h2>{t('ideas.empty.title')}</h2>
      <p>{t('ideas.empty.text')}</p>
      <ol>
        {(['pain', 'answer', 'idea'] as const).map((step) => (
          <li key={step} className={step}>
            {t(`ideas.empty.${step}`)}
          </li>
        ))}
      </ol>
      {stage === null ? (
        <>
          <p>{t('ideas.empty.noStages')}</p>
          <Button icon="map" onClick={() => showView('map')}>
            {t('ideas.empty.toMap')}
          </Button>
        </>
      ) : typing ? (
        <CardEditor
          kind="pain-point"
          element={null}
          onSave={(values) => {
            make({ kind: 'pain-point', stage }, values);
            setTyping(false);
          }}
          onCancel={() => setTyping(false)}
        />
      ) : (
        <div className="ideas-empty-start">
          <Button look="primary" icon="plus" disabled={readOnly} onClick={() => setTyping(true)}>
            {t('ideas.empty.start')}
          </Button>
          <Button icon="circle-question-mark" onClick={openPrompts}>
            {t('ideas.empty.prompts')}
          </Button>
        </div>
      )}
    </div>
  );
}
