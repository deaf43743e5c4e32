import type { ServerResponse } from 'node:http';
import type { EventName, Events } from '../../shared/api/calls';

const HEARTBEAT = 20_000;

/** Server-sent events to every open page. */
export interface EventStreams {
  add(response: ServerResponse): void;
  send<Name extends EventName>(event: Name, value: Events[Name]): void;
  close(): void;
}

export function createEventStreams(): EventStreams {
  const open = new Set<ServerResponse>();
  const write = (text: string) => {
    for (const response of open) response.write(text);
  };
  // A line that says nothing keeps sleepy connections open and shows which ones are gone.
  const heartbeat = setInterval(() => write(':\n\n'), HEARTBEAT).unref();
  return {
    add(response) {
      response.writeHead(200, {
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'no-store',
        'X-Content-Type-Options': 'nosniff',
      });
      response.write(':\n\n');
      open.add(response);
      response.on('close', () => open.delete(response));
    },
    send: (event, value) => write(`event: ${event}\ndata: ${JSON.stringify(value)}\n\n`),
    close() {
      clearInterval(heartbeat);
      for (const response of open) response.end();
    },
  };
}
