import type { ServerResponse } from 'node:http';
import type { EventName, Events } from '../../shared/api/calls';
import type { Pages } from '../services/locks/pages';

const HEARTBEAT = 20_000;

/** Server-sent events to every open page. */
export interface EventStreams {
  /** `window`: the page that listens, by the name that it gives itself. */
  add(response: ServerResponse, window: string): void;
  send<Name extends EventName>(event: Name, value: Events[Name]): void;
  sendTo<Name extends EventName>(window: string, event: Name, value: Events[Name]): void;
  close(): void;
}

/** @param pages hears which page is there and which one has gone. */
export function createEventStreams(pages: Pick<Pages, 'connected' | 'disconnected'>): EventStreams {
  const open = new Map<ServerResponse, string>();
  const write = (text: string, to: string | null = null) => {
    for (const [response, window] of open) if (to === null || to === window) response.write(text);
  };
  const line = (event: string, value: unknown) => `event: ${event}\ndata: ${JSON.stringify(value)}\n\n`;
  // A line that says nothing keeps sleepy connections open and shows which ones are gone.
  const heartbeat = setInterval(() => write(':\n\n'), HEARTBEAT).unref();
  return {
    add(response, window) {
      response.writeHead(200, {
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'no-store',
        'X-Content-Type-Options': 'nosniff',
      });
      response.write(':\n\n');
      open.set(response, window);
      pages.connected(window);
      response.on('close', () => {
        open.delete(response);
        if (![...open.values()].includes(window)) pages.disconnected(window);
      });
    },
    send: (event, value) => write(line(event, value)),
    sendTo: (window, event, value) => write(line(event, value), window),
    close() {
      clearInterval(heartbeat);
      for (const response of open.keys()) response.end();
    },
  };
}
