import type { Page } from '@playwright/test';

/** A running Periplo, whatever host it stands on. */
export interface RunningHost {
  page: Page;
  kind: 'browser' | 'desktop';
  /** The folder of the user's maps. */
  folder: string;
  /** Says which file the next dialog of the system will answer with, where the host uses the system's. */
  answerSave(path: string): void;
  answerOpen(path: string): void;
  /** Errors of the page and requests that would have left the machine: there must be none. */
  problems: string[];
  /** The user closes the window. */
  pressClose(): Promise<void>;
  /** What the program printed. */
  output(): string;
  close(): Promise<void>;
  /** Ends the program without a word, as a crash does; only where the host's process can be told from the window's. */
  kill?(): Promise<void>;
}
