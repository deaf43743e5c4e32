import './host/style-nonce';
import './ui/fonts.css';
import './ui/ui.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { startUp } from './app/start';
import { editor } from './store/editor';
import { themeOf } from './store/picture';
import { applyTheme } from './ui/apply-theme';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root.');

startUp().then(
  () => {
    applyTheme(themeOf(editor.getState()));
    createRoot(root).render(
      <StrictMode>
        <App />
      </StrictMode>,
    );
  },
  (error: unknown) => {
    // Before the app runs there is nothing but plain text to tell with.
    root.textContent = `Periplo could not start: ${error instanceof Error ? error.message : String(error)}. Close this page and start Periplo again.`;
  },
);
