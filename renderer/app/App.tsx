import './app.css';
import { useEffect } from 'react';
import { JourneyCanvas } from '../canvas/JourneyCanvas';
import { Dialogs } from '../dialogs/Dialogs';
import { FilterBar } from '../panels/filter-bar/FilterBar';
import { FindBox } from '../panels/find/FindBox';
import { History } from '../panels/history/History';
import { PreviewBanner } from '../panels/history/PreviewBanner';
import { Inspector } from '../panels/inspector/Inspector';
import { LeftPanel } from '../panels/left-panel/LeftPanel';
import { StatusBar } from '../panels/status-bar/StatusBar';
import { TopBar } from '../panels/top-bar/TopBar';
import { useEditor } from '../store/editor';
import { isUnsaved } from '../store/history';
import { languageOf, themeOf } from '../store/picture';
import { useTexts } from '../store/texts';
import { applyTheme } from '../ui/apply-theme';
import { listenToClipboard } from './clipboard';
import { listenToKeys } from './keyboard';
import { attempt } from './machine';

/** The window: bars and panels around the canvas. */
export function App() {
  const leftPanel = useEditor((state) => state.preferences.leftPanel);
  const rightPanel = useEditor((state) => state.preferences.rightPanel);
  const historyOpen = useEditor((state) => state.historyOpen);
  const filterOpen = useEditor((state) => state.filterOpen);
  const findOpen = useEditor((state) => state.findOpen);
  useEffect(listenToKeys, []);
  useEffect(listenToClipboard, []);
  useAppearance();
  useWindowTitle();
  const t = useTexts();
  return (
    <div className="app">
      <header className="app-top">
        <TopBar />
      </header>
      {leftPanel && (
        <aside className="app-left" aria-label={t('panels.left.name')}>
          <LeftPanel />
        </aside>
      )}
      <main className="app-main">
        <PreviewBanner />
        {filterOpen && <FilterBar />}
        <div className="app-canvas">
          <JourneyCanvas />
          {findOpen && <FindBox />}
        </div>
      </main>
      {(rightPanel || historyOpen) && (
        <aside className="app-right" aria-label={t(historyOpen ? 'history.versions.title' : 'panels.inspector.name')}>
          {historyOpen ? <History /> : <Inspector />}
        </aside>
      )}
      <footer className="app-status">
        <StatusBar />
      </footer>
      <Dialogs />
    </div>
  );
}

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
