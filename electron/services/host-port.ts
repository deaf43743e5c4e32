import type { Calls, EventName, Events, FilePurpose, StartInfo } from '../../shared/api/calls';

/** What only a host can do. The handlers do all the rest, the same for every host. */
export interface HostPort {
  readonly info: Pick<StartInfo, 'host' | 'version' | 'platform' | 'locale' | 'nativeDialogs' | 'canPrint'>;
  /** What the user asked for when starting the program. */
  readonly open: StartInfo['open'];
  /** Tells a window something; one that is gone hears nothing. A window is named as in the calls that come from it. */
  send<Name extends EventName>(window: string, event: Name, value: Events[Name]): void;
  setTitle(title: Calls['app.setTitle']['takes']): void;
  close(): void;
  /** Null: cancelled. What was chosen is granted by the handlers. */
  chooseFile(purpose: FilePurpose): Promise<string | null>;
  /** Null: cancelled. That an existing file goes has been confirmed. */
  chooseTarget(purpose: FilePurpose, suggestedName: string): Promise<string | null>;
  print(pdf: Uint8Array): Promise<void>;
  /** Hands a checked address to the system. */
  openLink(url: string): Promise<void>;
}
