import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, dialog, ipcMain, Menu, nativeTheme, protocol, screen, session, shell } from 'electron';
import { startDesktop } from './desktop/start';
import { appFolder } from './services/app-folder';
import { dataFolder } from './services/data-folder';
import { createServices } from './services/services';
import { VERSION } from './services/version';

const data = dataFolder();
// What Chromium keeps for itself stays apart from what belongs to the user.
const own = join(data, 'desktop');
mkdirSync(own, { recursive: true });
app.setPath('userData', own);

startDesktop(
  { app, BrowserWindow, dialog, ipcMain, Menu, nativeTheme, protocol, screen, session, shell },
  {
    services: createServices(data),
    dataFolder: data,
    version: VERSION,
    pageFolder: appFolder('renderer'),
    preload: fileURLToPath(new URL('./preload.cjs', import.meta.url)),
    argv: process.argv.slice(app.isPackaged ? 1 : 2),
    folder: process.cwd(),
    log: (message, error) => console.error(message, error ?? ''),
  },
).catch((error: unknown) => {
  console.error(error);
  dialog.showErrorBox('Periplo', error instanceof Error ? error.message : String(error));
  app.exit(1);
});
