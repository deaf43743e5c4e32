import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decode, encode } from '@msgpack/msgpack';
import type { EventName, Events, StartInfo } from '../../shared/api/calls';
import { appFolder } from '../services/app-folder';
import { answer, createHandlers, type Handlers, isCallName, type Log } from '../services/handlers';
import { ONLY_WINDOW } from '../services/locks/pages';
import { PAGE_HEADERS, readPageFile } from '../services/page-files';
import type { Services } from '../services/services';
import { bodyLimit, readBody } from './body';
import { createEventStreams, type EventStreams } from './event-streams';
import { browserPort } from './port';
import { isOwnRequest } from './request-check';
import { createSession, type Session } from './session';

/** Milliseconds that running requests, a save among them, get to end. */
const CLOSING_TIME = 5000;

export interface BrowserHostOptions {
  services: Services;
  version: string;
  locale: string;
  /** What to show first. */
  open: StartInfo['open'];
  /** 0: any that is free. */
  port: number;
  /** The built page; default: the one beside the program. */
  pageFolder?: string;
  /** Said to somebody who comes without the start address. */
  refusal: string;
  log: Log;
}

export interface BrowserHost {
  /** `http://127.0.0.1:port/`; works in the browser that has opened the start address. */
  address: string;
  /** With the token that is worth one use. */
  startAddress: string;
  send<Name extends EventName>(event: Name, value: Events[Name]): void;
  close(): Promise<void>;
}

interface Context {
  options: BrowserHostOptions;
  handlers: Handlers;
  session: Session;
  streams: EventStreams;
  pageFolder: string;
  port: number;
}

/**
 * Serves the app to a browser on this machine, and to nobody else: it listens on 127.0.0.1 only, a cookie that only the
 * one-time start address gives opens it, and every request must name this server as its host and its origin.
 * Rejects with the system's error where it can't listen (`EADDRINUSE`, `EACCES`).
 */
export async function startBrowserHost(options: BrowserHostOptions): Promise<BrowserHost> {
  const { services, version, locale, open } = options;
  const streams = createEventStreams(services.pages);
  const handlers = createHandlers(services, browserPort({ version, locale, open }, streams.sendTo));
  let context: Context | null = null;
  const server = createServer((request, response) => {
    if (!context) return response.destroy();
    return respond(context, request, response).catch((error: unknown) => {
      options.log(`${request.method} ${request.url}`, error);
      if (!response.headersSent) refuse(response, 500, 'Error');
      else response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port: options.port, exclusive: true }, () => {
      server.off('error', reject);
      resolve();
    });
  });
  let pageFolder: string;
  try {
    pageFolder = options.pageFolder ?? appFolder('renderer');
  } catch (error) {
    server.close();
    throw error;
  }
  const { port } = server.address() as AddressInfo;
  const session = createSession(port);
  context = { options, handlers, session, streams, pageFolder, port };
  const address = `http://127.0.0.1:${port}/`;
  return {
    address,
    startAddress: `${address}?token=${session.token}`,
    send: streams.send,
    close: () =>
      new Promise((resolve) => {
        streams.close();
        const impatience = setTimeout(() => server.closeAllConnections(), CLOSING_TIME);
        server.close(() => {
          clearTimeout(impatience);
          resolve();
        });
      }),
  };
}

async function respond(context: Context, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = '', headers } = request;
  if (!isOwnRequest(method, headers, context.port)) return refuse(response, 403, 'Forbidden');
  const [path = '', query = ''] = (request.url ?? '').split('?', 2);
  const parameters = new URLSearchParams(query);
  const token = parameters.get('token');
  if (path === '/' && method === 'GET' && token !== null) return enter(context, request, response, token);
  if (!context.session.knows(headers.cookie)) return refuse(response, 403, context.options.refusal);
  if (path === '/api/events') {
    if (method !== 'GET') return refuse(response, 405, 'Method not allowed');
    return context.streams.add(response, windowNamed(parameters.get('window')));
  }
  if (path.startsWith('/api/')) return call(context, request, response, path.slice('/api/'.length));
  if (method !== 'GET' && method !== 'HEAD') return refuse(response, 405, 'Method not allowed');
  const file = await readPageFile(context.options.services.fs, context.pageFolder, path);
  if (!file) return refuse(response, 404, 'Not found');
  response.writeHead(200, { ...file.headers, 'Content-Length': file.bytes.length });
  response.end(method === 'HEAD' ? undefined : file.bytes);
}

/** The start address: its token becomes a cookie, and the address that stays in the bar has no secret in it. */
function enter({ session, options }: Context, request: IncomingMessage, response: ServerResponse, token: string): void {
  const cookie = session.redeem(token);
  if (!cookie && !session.knows(request.headers.cookie)) {
    refuse(response, 403, options.refusal);
    return;
  }
  response.writeHead(303, {
    ...PAGE_HEADERS,
    'Cache-Control': 'no-store',
    ...(cookie && { 'Set-Cookie': cookie }),
    Location: '/',
  });
  response.end();
}

async function call(context: Context, request: IncomingMessage, response: ServerResponse, name: string): Promise<void> {
  if (request.method !== 'POST') return refuse(response, 405, 'Method not allowed');
  if (!isCallName(name)) return refuse(response, 404, 'Not found');
  // No form can send this type, so no page elsewhere can without being asked first.
  if (request.headers['content-type'] !== 'application/msgpack') return refuse(response, 415, 'Unsupported type');
  const body = await readBody(request, bodyLimit(name));
  if (!body) {
    response.setHeader('Connection', 'close');
    return refuse(response, 413, 'Too large');
  }
  let argument: unknown;
  try {
    argument = decode(body);
  } catch {
    return refuse(response, 400, 'Not MessagePack');
  }
  const answered = await answer(context.handlers, name, argument, context.options.log, windowOf(request));
  const bytes = encode(answered, { ignoreUndefined: true });
  response.writeHead(200, {
    ...PAGE_HEADERS,
    'Content-Type': 'application/msgpack',
    'Content-Length': bytes.length,
    'Cache-Control': 'no-store',
  });
  response.end(bytes);
}

const windowOf = ({ headers }: IncomingMessage) => windowNamed(headers['x-periplo-window']);

/** The name that a page gives itself, to be told apart from other pages in the same browser. */
const windowNamed = (name: unknown) => (typeof name === 'string' && /^[\w-]{1,64}$/.test(name) ? name : ONLY_WINDOW);

function refuse(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    ...PAGE_HEADERS,
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
  });
  response.end(`${text}\n`);
}
