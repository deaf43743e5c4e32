import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decode, encode } from '@msgpack/msgpack';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Answer, StartInfo } from '../../shared/api/calls';
import { mapFromModel } from '../../shared/document/templates';
import { writeMap } from '../../shared/document/write';
import { createServices } from '../services/services';
import { type BrowserHost, startBrowserHost } from './server';

interface Reply {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

let root: string;
let folder: string;
let host: BrowserHost;
let port: number;
let log: string[];

beforeEach(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'periplo-browser-')));
  folder = join(root, 'maps');
  mkdirSync(folder);
  mkdirSync(join(root, 'page', 'assets'), { recursive: true });
  writeFileSync(join(root, 'page', 'index.html'), '<!doctype html><title>Periplo</title>');
  writeFileSync(join(root, 'page', 'assets', 'index-a1B2c3D4.js'), 'export {};');
  writeFileSync(join(root, 'page', 'run.sh'), 'no page file');
  writeFileSync(join(root, 'secret.json'), '{"secret":true}');
  symlinkSync(join(root, 'secret.json'), join(root, 'page', 'link.json'));
  log = [];
  const services = createServices(join(root, 'data'));
  await services.grants.grantFolder(folder);
  host = await startBrowserHost({
    services,
    version: '1.2.3',
    locale: 'es-ES',
    open: { type: 'sample' },
    port: 0,
    pageFolder: join(root, 'page'),
    refusal: 'Start again',
    log: (message, error) => log.push(`${message} ${error}`),
  });
  port = Number(new URL(host.address).port);
});
afterEach(async () => {
  await host.close();
  rmSync(root, { recursive: true, force: true });
});

/** Sends exactly these headers and this path, which fetch would tidy up. */
function send(method: string, path: string, headers: Record<string, string> = {}, body?: Uint8Array): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sending = request(
      { host: '127.0.0.1', port, method, path, headers: { Host: `127.0.0.1:${port}`, ...headers } },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
        );
      },
    );
    sending.on('error', reject);
    sending.end(body);
  });
}

async function enter(): Promise<string> {
  const { pathname, search } = new URL(host.startAddress);
  const { status, headers } = await send('GET', `${pathname}${search}`);
  expect(status).toBe(303);
  return headers['set-cookie']?.[0]?.split(';')[0] ?? '';
}

const own = (cookie: string) => ({
  Cookie: cookie,
  Origin: `http://127.0.0.1:${port}`,
  'Content-Type': 'application/msgpack',
});
const post = (name: string, argument: unknown, headers: Record<string, string>) =>
  send('POST', `/api/${name}`, headers, encode(argument));
async function call(cookie: string, name: string, argument: unknown): Promise<Answer<unknown>> {
  const { status, body } = await post(name, argument, own(cookie));
  expect(status).toBe(200);
  return decode(body) as Answer<unknown>;
}

describe('getting in', () => {
  it('takes the start address, once; from then on the cookie, also after a reload', async () => {
    const { pathname, search } = new URL(host.startAddress);
    const first = await send('GET', `${pathname}${search}`);
    expect(first.status).toBe(303);
    expect(first.headers.location).toBe('/');
    const cookie = first.headers['set-cookie']?.[0] ?? '';
    expect(cookie).toMatch(/^periplo-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    const again = await send('GET', `${pathname}${search}`);
    expect(again.status).toBe(403);
    expect(again.headers['set-cookie']).toBeUndefined();
    expect(again.body.toString()).toBe('Start again\n');
    const pair = cookie.split(';')[0] ?? '';
    for (let reload = 0; reload < 3; reload++) {
      const { status, body } = await send('GET', '/', { Cookie: pair });
      expect(status).toBe(200);
      expect(body.toString()).toContain('<title>Periplo</title>');
    }
    // Whoever is in may follow the old address again.
    expect((await send('GET', `${pathname}${search}`, { Cookie: pair })).status).toBe(303);
  });

  it('fails without the token or with another, which does not use up the right one', async () => {
    for (const path of [
      '/',
      '/?token=',
      '/?token=x',
      `/?token=${'A'.repeat(43)}`,
      '/index.html',
      '/assets/index-a1B2c3D4.js',
      '/api/events',
    ]) {
      expect((await send('GET', path)).status, path).toBe(403);
    }
    const { search } = new URL(host.startAddress);
    expect((await send('HEAD', `/${search}`)).status).toBe(403);
    expect(await enter()).not.toBe('');
  });

  it('fails with a made-up cookie', async () => {
    const cookie = await enter();
    const [name] = cookie.split('=');
    for (const wrong of [`${name}=`, `${name}=x`, `other=${cookie.split('=')[1]}`, `${cookie}x`, `x${cookie}`]) {
      expect((await send('GET', '/', { Cookie: wrong })).status, wrong).toBe(403);
    }
    expect((await send('GET', '/', { Cookie: `a=b; ${cookie}; c=d` })).status).toBe(200);
  });

  it('is possible from this machine’s own address only', async () => {
    const { networkInterfaces } = await import('node:os');
    const others = Object.values(networkInterfaces())
      .flat()
      .filter((one) => one?.family === 'IPv4' && !one.internal);
    for (const other of others) {
      const outcome = await new Promise((resolve) => {
        const socket = connect(port, other?.address);
        socket.on('connect', () => resolve('connected'));
        socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code));
      });
      expect(outcome).toBe('ECONNREFUSED');
    }
    expect(new URL(host.address).hostname).toBe('127.0.0.1');
  });
});

describe('pages elsewhere', () => {
  it('are told by the host they think they talk to', async () => {
    const cookie = await enter();
    for (const name of [
      'evil.com',
      `evil.com:${port}`,
      `127.evil.com:${port}`,
      `127.0.0.1.evil.com:${port}`,
      `localhost:${port}`,
      '127.0.0.1',
      `127.0.0.1:${port + 1}`,
      `127.0.0.1:${port}0`,
      `127.0.0.1:${port}.evil.com`,
      `[::1]:${port}`,
    ]) {
      expect((await send('GET', '/', { Cookie: cookie, Host: name })).status, name).toBe(403);
      expect((await post('recents.list', {}, { ...own(cookie), Host: name })).status, name).toBe(403);
    }
  });

  it('are told by their origin', async () => {
    const cookie = await enter();
    const { Origin, ...withoutOrigin } = own(cookie);
    for (const origin of [
      'http://evil.com',
      'http://127.evil.com',
      `http://127.evil.com:${port}`,
      'null',
      '',
      `https://127.0.0.1:${port}`,
      'http://127.0.0.1',
      `http://127.0.0.1:${port + 1}`,
      `http://localhost:${port}`,
      `${Origin}/`,
      `${Origin}, http://evil.com`,
    ]) {
      expect((await post('recents.list', {}, { ...withoutOrigin, Origin: origin })).status, origin).toBe(403);
      expect((await send('GET', '/', { Cookie: cookie, Origin: origin })).status, origin).toBe(403);
      expect((await send('GET', '/api/events', { Cookie: cookie, Origin: origin })).status, origin).toBe(403);
    }
    expect((await post('recents.list', {}, withoutOrigin)).status).toBe(403);
    expect((await post('recents.list', {}, own(cookie))).status).toBe(200);
  });

  it('can neither embed nor fetch, even where a browser would send the cookie', async () => {
    const cookie = await enter();
    for (const site of ['cross-site', 'same-site']) {
      for (const [mode, dest] of [
        ['no-cors', 'script'],
        ['no-cors', 'image'],
        ['cors', 'empty'],
        ['navigate', 'iframe'],
      ]) {
        const headers = {
          Cookie: cookie,
          'Sec-Fetch-Site': site,
          'Sec-Fetch-Mode': mode ?? '',
          'Sec-Fetch-Dest': dest ?? '',
        };
        expect((await send('GET', '/', headers)).status, `${site} ${mode} ${dest}`).toBe(403);
      }
    }
  });

  it('can’t send a form', async () => {
    const cookie = await enter();
    for (const type of [
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      'text/plain',
      'application/json',
      '',
    ]) {
      expect((await post('recents.list', {}, { ...own(cookie), 'Content-Type': type })).status, type).toBe(415);
    }
  });
});

describe('files of the page', () => {
  it('come with their types, a strict policy and the right age', async () => {
    const cookie = await enter();
    const page = await send('GET', '/', { Cookie: cookie });
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.headers['cache-control']).toBe('no-cache');
    expect(page.headers['x-content-type-options']).toBe('nosniff');
    expect(page.headers['referrer-policy']).toBe('no-referrer');
    const policy = page.headers['content-security-policy'] as string;
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'none'",
    ]) {
      expect(policy.split('; ')).toContain(rule);
    }
    expect(policy).not.toContain('unsafe');
    const script = await send('GET', '/assets/index-a1B2c3D4.js', { Cookie: cookie });
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(script.headers['cache-control']).toContain('immutable');
    expect((await send('HEAD', '/', { Cookie: cookie })).body).toHaveLength(0);
  });

  it('let the page add styles by a nonce that is new each time', async () => {
    const cookie = await enter();
    writeFileSync(join(root, 'page', 'index.html'), '<meta property="csp-nonce" nonce="PERIPLO-STYLE-NONCE">');
    const nonces = new Set<string>();
    for (let time = 0; time < 3; time++) {
      const { headers, body } = await send('GET', '/', { Cookie: cookie });
      const nonce = /nonce="([\w-]{22})"/.exec(body.toString())?.[1] ?? '';
      expect(headers['content-security-policy']).toContain(`style-src 'self' 'nonce-${nonce}';`);
      expect(headers['content-security-policy']).toContain("script-src 'self';");
      expect(Number(headers['content-length'])).toBe(body.length);
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(3);
  });

  it('are all there is: no way leads out of their folder', async () => {
    const cookie = await enter();
    for (const path of [
      '/../secret.json',
      '/%2e%2e/secret.json',
      '/..%2fsecret.json',
      '/%252e%252e/secret.json',
      '/..\\secret.json',
      '/%5c..%5csecret.json',
      '/assets/../../secret.json',
      `/${join(root, 'secret.json')}`,
      '//secret.json',
      '/link.json',
      '/run.sh',
      '/assets',
      '/assets/',
      '/.git/config',
      '/index.html%00.js',
      '/%',
      '/api',
      'http://evil.com/secret.json',
    ]) {
      const { status, body } = await send('GET', path, { Cookie: cookie });
      expect([403, 404], path).toContain(status);
      expect(body.toString()).not.toContain('secret');
    }
    expect(log).toEqual([]);
  });
});

describe('calls', () => {
  it('carry bytes and text both ways', async () => {
    const cookie = await enter();
    const start = (await call(cookie, 'app.start', {})) as { ok: true; value: StartInfo };
    expect(start.value).toMatchObject({
      host: 'browser',
      version: '1.2.3',
      canPrint: false,
      nativeDialogs: false,
      open: { type: 'sample' },
    });
    const path = join(folder, 'niño 🐾.journey.json');
    const text = writeMap(mapFromModel('blank', 'es', 'Niño 🐾'));
    expect(await call(cookie, 'maps.write', { path, text, expectedHash: null })).toMatchObject({ ok: true });
    expect(await call(cookie, 'maps.read', { path })).toMatchObject({ ok: true, value: { text, writable: true } });
    const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => index % 256);
    await call(cookie, 'files.write', { path: join(folder, 'a.png'), bytes, overwrite: false });
    const read = (await call(cookie, 'files.read', { path: join(folder, 'a.png') })) as {
      ok: true;
      value: { bytes: Uint8Array };
    };
    expect(Buffer.compare(read.value.bytes, bytes)).toBe(0);
  });

  it('answer with a fault, never with a stack', async () => {
    const cookie = await enter();
    expect(await call(cookie, 'maps.read', { path: '/etc/passwd' })).toEqual({
      ok: false,
      fault: { code: 'outside-granted-folder', path: '/etc/passwd' },
    });
    expect(await call(cookie, 'maps.read', { path: 7 })).toEqual({
      ok: false,
      fault: { code: 'invalid-request', detail: 'maps.read: path' },
    });
  });

  it('refuse what is no call, no MessagePack, or too much', async () => {
    const cookie = await enter();
    expect((await send('GET', '/api/recents.list', { Cookie: cookie })).status).toBe(405);
    expect((await post('nothing', {}, own(cookie))).status).toBe(404);
    expect((await post('toString', {}, own(cookie))).status).toBe(404);
    expect((await send('POST', '/api/recents.list', own(cookie), new Uint8Array([0xc1]))).status).toBe(400);
    expect((await send('POST', '/', own(cookie))).status).toBe(405);
    const long = await send('POST', '/api/links.open', own(cookie), new Uint8Array(1024 * 1024 + 1));
    expect(long.status).toBe(413);
    const endless = await send(
      'POST',
      '/api/links.open',
      { ...own(cookie), 'Transfer-Encoding': 'chunked' },
      new Uint8Array(3 * 1024 * 1024),
    );
    expect(endless.status).toBe(413);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('pages of one browser', () => {
  it('are told apart: a file is one page’s until it goes', async () => {
    const cookie = await enter();
    const path = join(folder, 'a.journey.json');
    const lock = async (window: string) => {
      const { body } = await post('maps.lock', { path }, { ...own(cookie), 'X-Periplo-Window': window });
      return (decode(body) as { value: { status: string } }).value.status;
    };
    const heard = { left: '', right: '' };
    const listen = (window: 'left' | 'right') =>
      new Promise<() => void>((resolve) => {
        const headers = { Host: `127.0.0.1:${port}`, Cookie: cookie };
        const listening = request(
          { host: '127.0.0.1', port, path: `/api/events?window=${window}`, headers },
          (response) => {
            response.on('error', () => undefined);
            response.on('data', (part: Buffer) => {
              heard[window] += part;
              resolve(() => listening.destroy());
            });
          },
        );
        listening.on('error', () => undefined);
        listening.end();
      });
    const leave = await listen('left');
    await listen('right');
    expect(await lock('left')).toBe('yours');
    expect(await lock('right')).toBe('taken');
    leave();
    await expect.poll(() => lock('right')).toBe('yours');
    await post('maps.takeOver', { path }, { ...own(cookie), 'X-Periplo-Window': 'third' });
    await expect.poll(() => heard.right).toContain(`event: map.takenOver\ndata: {"path":"${path}"`);
    expect(heard.left).not.toContain('map.takenOver');
  });
});

describe('events', () => {
  it('reach every page that listens, until the server ends', async () => {
    const cookie = await enter();
    const heard: string[] = [];
    const ended = new Promise<void>((resolve, reject) => {
      const listening = request(
        { host: '127.0.0.1', port, path: '/api/events', headers: { Host: `127.0.0.1:${port}`, Cookie: cookie } },
        (response) => {
          expect(response.headers['content-type']).toContain('text/event-stream');
          response.on('data', (part: Buffer) => {
            heard.push(part.toString());
            if (heard.length === 1) host.send('theme.changed', { dark: true });
          });
          response.on('end', resolve);
        },
      );
      listening.on('error', reject);
      listening.end();
    });
    await expect.poll(() => heard.join('')).toContain('event: theme.changed\ndata: {"dark":true}\n\n');
    await host.close();
    await ended;
  });
});
