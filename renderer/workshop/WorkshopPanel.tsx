import { useEditor } from '../store/editor';
import { useTexts } from '../store/texts';
import { IconButton } from '../ui/Button';
import { Segmented } from '../ui/Segmented';
import { Agreements } from './Agreements';
import { OpenComments } from './OpenComments';
import { SessionTab } from './SessionTab';
import { Viewpoints } from './Viewpoints';
import { setWorkshop } from './workshop-state';
import './workshop-panel.css';

const TABS = ['session', 'agreements', 'comments', 'views'] as const;

/** In the inspector's place: the session and its votes, what was settled, what is to be talked about, what is presented. */
export function WorkshopPanel() {
  const t = useTexts();
  const panel = useEditor((state) => state.workshop.panel);
  return (
    <div className="workshop">
      <div className="workshop-head">
        <h2>{t('workshop.name')}</h2>
        <IconButton icon="x" small label={t('workshop.close')} onClick={() => setWorkshop({ panel: null })} />
      </div>
      <div className="workshop-tabs">
        <Segmented
          label={t('workshop.name')}
          value={panel ?? 'session'}
          options={TABS.map((value) => ({ value, text: t(`workshop.tabs.${value}`) }))}
          onChange={(value) => setWorkshop({ panel: value })}
        />
      </div>
      {panel === 'session' && <SessionTab />}
      {panel === 'agreements' && <Agreements />}
      {panel === 'comments' && <OpenComments />}
      {panel === 'views' && <Viewpoints />}
    </div>
  );
}
