import { contextBridge, ipcRenderer } from 'electron';
import { type Bridge, CALL_NAMES, EVENT_NAMES } from '../shared/api/bridge';

const call = Object.fromEntries(
  CALL_NAMES.map((name) => [name, (argument: unknown) => ipcRenderer.invoke(name, argument)]),
) as unknown as Bridge['call'];

const on = Object.fromEntries(
  EVENT_NAMES.map((name) => [
    name,
    (listener: (value: unknown) => void) => {
      // The event itself stays here: it would lead the page to ipcRenderer.
      const receive = (_event: unknown, value: unknown) => listener(value);
      ipcRenderer.on(name, receive);
      return () => {
        ipcRenderer.off(name, receive);
      };
    },
  ]),
) as unknown as Bridge['on'];

contextBridge.exposeInMainWorld('periplo', { call, on } satisfies Bridge);
