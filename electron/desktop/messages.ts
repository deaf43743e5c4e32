import { CALL_NAMES } from '../../shared/api/bridge';
import type { Answer, EventName, Events } from '../../shared/api/calls';
import { answer, type Handlers, type Log } from '../services/handlers';
import type { AppWindow, ElectronApi } from './electron-api';
import { isOwnAddress } from './origin';

/** One channel per call; nothing else is listened to. `onCall` hears of every call that came from our own page. */
export function receiveCalls(
  ipcMain: ElectronApi['ipcMain'],
  handlers: Handlers,
  log: Log,
  onCall: (name: string) => void,
): void {
  for (const name of CALL_NAMES) {
    ipcMain.handle(name, async (event, argument: unknown): Promise<Answer<unknown>> => {
      if (!isOwnFrame(event.senderFrame)) {
        log(`${name} from ${event.senderFrame?.url ?? 'a frame that is gone'} refused`);
        return { ok: false, fault: { code: 'invalid-request' } };
      }
      onCall(name);
      return answer(handlers, name, argument, log);
    });
  }
}

/** Only the top frame of our own page; a frame that has navigated away or gone is null or carries another address. */
export function isOwnFrame(frame: Pick<Electron.WebFrameMain, 'url' | 'parent'> | null): boolean {
  return frame !== null && frame.parent === null && isOwnAddress(frame.url);
}

export function sendEvent<Name extends EventName>(window: AppWindow | null, event: Name, value: Events[Name]): void {
  if (window && !window.isDestroyed()) window.webContents.send(event, value);
}
