import './app.css';
import { useEffect } from 'react';
import { Dialogs } from '../dialogs/Dialogs';
import { History } from '../panels/history/History';
import { StatusBar } from '../panels/status-bar/StatusBar';
import { TopBar } from '../panels/top-bar/TopBar';
import { useEditor } from '../store/editor';
import { isUnsaved } from '../store/history';
import { languageOf, themeOf } from '../store/picture';
import { useTexts } from '../store/texts';
import { applyTheme } from '../ui/apply-theme';
import { MapView } from '../views/map/MapView';
import { type Panel, viewOf } from '../views/registry';
import { PresentedView } from '../workshop/PresentBar';
import { WorkshopPanel } from '../workshop/WorkshopPanel';
import { listenToClipboard } from './clipboard';
import { listenToKeys } from './keyboard';
import { attempt } from './machine';
import { ViewPart } from './ViewPart';

/** The window: bars and panels around the view that was chosen. */
export function App() {
  const id = useEditor((state) => state.view);
  const view = viewOf(id);
  const leftPanel = useEditor((state) => state.preferences.leftPanel);
  const rightPanel = useEditor((state) => state.preferences.rightPanel);
  const presenting = useEditor((state) => state.workshop.presenting !== null);
  const historyOpen = useEditor((state) => state.historyOpen);
  useEffect(listenToKeys, []);
  useEffect(listenToClipboard, []);
  useAppearance();
  useWindowTitle();
  const t = useTexts();
  const left = leftPanel && !presenting && view?.Left;
  const workshop = useEditor((state) => state.workshop.panel !== null && state.view === 'map');
  const right = historyOpen ? HISTORY : workshop ? WORKSHOP : rightPanel && !presenting && view?.Right;
  const isOther = view && view.id !== 'map';
  return (
    <div className={presenting ? 'app presenting' : 'app'}>
      {!presenting && (
        <header className="app-top">
          <TopBar />
        </header>
      )}
      {left && (
        <aside className="app-left" aria-label={t(left.name)}>
          <ViewPart key={id}>
            <left.Body />
          </ViewPart>
        </aside>
      )}
      <main className="app-main">
        <div className="app-view map" inert={isOther}>
          <MapView />
        </div>
        {isOther && (
          <div className="app-view">
            <ViewPart key={id}>
              <view.Main />
            </ViewPart>
            {presenting && <PresentedView title={t(view.label)} />}
          </div>
        )}
      </main>
      {right && (
        <aside className="app-right" aria-label={t(right.name)}>
          <ViewPart key={historyOpen ? 'history' : workshop ? 'workshop' : id}>
            <right.Body />
          </ViewPart>
        </aside>
      )}
      {!presenting && (
        <footer className="app-status">
          <StatusBar Status={view?.Status} />
        </footer>
      )}
      <Dialogs />
    </div>
  );
}

const WORKSHOP: Panel = { name: 'workshop.name', Body: WorkshopPanel };
const HISTORY: Panel = { name: 'history.versions.title', Body: History };

function useAppearance(): void {
  const theme = useEditor(themeOf);
  const language = useEditor(languageOf);
  useEffect(() => applyTheme(theme), [theme]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
}

function useWindowTitle(): void {
  const t = useTexts();
  const title = useEditor((state) => state.map.title);
  const path = useEditor((state) => state.file?.path ?? null);
  const unsaved = useEditor(isUnsaved);
  useEffect(() => {
    const name = title || t('files.untitled');
    document.title = `${unsaved ? '• ' : ''}${name} – Periplo`;
    void attempt('app.setTitle', { title: name, unsaved, path });
  }, [title, path, unsaved, t]);
  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [unsaved]);
}
