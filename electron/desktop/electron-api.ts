/** The parts of Electron that the desktop host uses; handed in, so that all logic runs without the runtime too. */
export type ElectronApi = Pick<
  typeof import('electron'),
  'app' | 'BrowserWindow' | 'dialog' | 'ipcMain' | 'Menu' | 'nativeTheme' | 'protocol' | 'screen' | 'session' | 'shell'
>;

export type AppWindow = Electron.BrowserWindow;
