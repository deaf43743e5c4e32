/**
 * What goes between the test's process, which holds the pages, and the process in which the real main code runs. Node
 * carries it with the same structured clone that Electron uses.
 */
export interface FromMain {
  'window.open': {
    takes: { id: number; width: number; height: number; preload: string; permissions: string[] };
    gives: null;
  };
  'window.load': { takes: { id: number; url: string }; gives: null };
  'window.send': { takes: { id: number; channel: string; args: unknown[] }; gives: null };
  'window.title': { takes: { id: number; title: string }; gives: null };
  'window.edit': { takes: { id: number; action: 'cut' | 'copy' | 'paste' }; gives: null };
  'window.destroy': { takes: { id: number }; gives: null };
  'dialog.open': { takes: { options: unknown }; gives: string | null };
  'dialog.save': { takes: { options: unknown }; gives: string | null };
  'dialog.message': { takes: { message: string; buttons: string[] }; gives: number };
  'shell.openExternal': { takes: { url: string }; gives: null };
  'shell.openPath': { takes: { path: string }; gives: null };
}

export interface ToMain {
  'page.request': {
    takes: { url: string; method: string };
    gives: { status: number; headers: Record<string, string>; body: Uint8Array };
  };
  'page.invoke': { takes: { id: number; channel: string; args: unknown[]; url: string }; gives: unknown };
  /** Whether the page may go there. */
  'page.navigate': { takes: { id: number; url: string }; gives: boolean };
  'page.loading': { takes: { id: number }; gives: null };
  /** Whether the page may open that in a window of its own. */
  'page.popup': { takes: { id: number; url: string }; gives: boolean };
  'page.gone': { takes: { id: number }; gives: null };
  'user.closeWindow': { takes: { id: number }; gives: null };
  'user.quit': { takes: Record<string, never>; gives: null };
  'user.openFile': { takes: { path: string }; gives: null };
  'user.startAgain': { takes: { argv: string[]; folder: string }; gives: null };
  'user.setDark': { takes: { dark: boolean }; gives: null };
  'menu.read': { takes: Record<string, never>; gives: MenuEntry[] };
  'menu.click': { takes: { id: string }; gives: null };
}

export interface MenuEntry {
  id: string | null;
  label: string | null;
  role: string | null;
  accelerator: string | null;
  entries: MenuEntry[];
}

type Calls = { [name: string]: { takes: unknown; gives: unknown } };
type CallsOf<C> = { [Name in keyof C]: { takes: unknown; gives: unknown } };

export type Answers<C extends CallsOf<C>> = {
  [Name in keyof C]: (argument: C[Name]['takes']) => C[Name]['gives'] | Promise<C[Name]['gives']>;
};

interface Port {
  send(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
}

type Message =
  | { type: 'call'; id: number; name: string; argument: unknown }
  | { type: 'answer'; id: number; ok: true; value: unknown }
  | { type: 'answer'; id: number; ok: false; error: string };

export interface Line<Theirs extends CallsOf<Theirs>> {
  ask<Name extends keyof Theirs & string>(name: Name, argument: Theirs[Name]['takes']): Promise<Theirs[Name]['gives']>;
  /** Rejects whatever still waits for an answer. */
  cut(): void;
}

/** Calls in both directions over one pipe. */
export function openLine<Mine extends CallsOf<Mine>, Theirs extends CallsOf<Theirs>>(
  port: Port,
  answers: Answers<Mine>,
): Line<Theirs> {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let last = 0;
  const reply = async ({ id, name, argument }: Message & { type: 'call' }) => {
    try {
      const value = await (answers as Answers<Calls>)[name]?.(argument);
      port.send({ type: 'answer', id, ok: true, value });
    } catch (error) {
      port.send({ type: 'answer', id, ok: false, error: error instanceof Error ? error.message : String(error) });
    }
  };
  port.onMessage((raw) => {
    const message = raw as Message;
    if (message.type === 'call') {
      void reply(message);
      return;
    }
    const asker = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.ok) asker?.resolve(message.value);
    else asker?.reject(new Error(message.error));
  });
  return {
    ask: (name, argument) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
        port.send({ type: 'call', id, name, argument });
      }),
    cut() {
      for (const asker of waiting.values()) asker.reject(new Error('the main process has ended'));
      waiting.clear();
    },
  };
}
