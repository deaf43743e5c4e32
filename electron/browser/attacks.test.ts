import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { decode, encode } from '@msgpack/msgpack';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CALL_NAMES } from '../../shared/api/bridge';
import type { Answer } from '../../shared/api/calls';
import { writeMap } from '../../shared/document/write';
import {
  type Attack,
  oversizeArguments,
  pathAttacks,
  rightArguments,
  wrongArguments,
} from '../../test/fixtures/hostile-arguments';
import { smallMap } from '../../test/fixtures/small-map';
import { createServices } from '../services/services';
import { bodyLimit } from './body';
import { type BrowserHost, startBrowserHost } from './server';

const SECRET = 'only for my eyes';
const text = writeMap(smallMap());

let root: string;
let folder: string;
let host: BrowserHost;
let port: number;
let cookie: string;
let log: string[];

beforeEach(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'periplo-attacks-')));
  folder = join(root, 'maps');
  for (const name of ['maps', 'page', 'private']) mkdirSync(join(root, name));
  writeFileSync(join(root, 'page', 'index.html'), '<!doctype html>');
  for (const name of ['secret.journey.json', 'secret.csv', 'secret.png'])
    writeFileSync(join(root, 'private', name), SECRET);
  writeFileSync(join(folder, 'map.journey.json'), text);
  symlinkSync(join(root, 'private'), join(folder, 'link'));
  symlinkSync(join(root, 'private', 'secret.journey.json'), join(folder, 'link.journey.json'));
  symlinkSync(join(root, 'private', 'new.journey.json'), join(folder, 'dangling.journey.json'));
  log = [];
  const services = createServices(join(root, 'data'));
  await services.grants.grantFolder(folder);
  host = await startBrowserHost({
    services,
    version: '1',
    locale: 'en',
    open: { type: 'nothing' },
    port: 0,
    pageFolder: join(root, 'page'),
    refusal: 'Start again',
    log: (message, error) => log.push(`${message} ${error}`),
  });
  port = Number(new URL(host.address).port);
  const entered = await send('GET', new URL(host.startAddress).search.replace(/^/, '/'), {});
  cookie = entered.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
});
afterEach(async () => {
  await host.close();
  rmSync(root, { recursive: true, force: true });
});

interface Reply {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

function send(method: string, path: string, headers: Record<string, string>, body?: Uint8Array): Promise<Reply> {
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

const own = () => ({ Cookie: cookie, Origin: `http://127.0.0.1:${port}`, 'Content-Type': 'application/msgpack' });

/** Everything on the disk that an attack could have touched, links as links. */
function disk(): Record<string, string> {
  const found: Record<string, string> = {};
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    found[relative(root, path)] = entry.isFile() ? readFileSync(path, 'utf8') : entry.isSymbolicLink() ? 'link' : '';
  }
  return found;
}

async function attack({ name, argument }: Attack): Promise<Answer<unknown> | number> {
  const { status, body } = await send('POST', `/api/${name}`, own(), encode(argument));
  expect(body.toString()).not.toContain(SECRET);
  expect(body.toString()).not.toMatch(/\.[jt]s:\d+|node_modules/);
  return status === 200 ? (decode(body) as Answer<unknown>) : status;
}

describe('every call over the loopback', () => {
  it('refuses arguments of other types, with keys too much or too few, and lists', async () => {
    const before = disk();
    const attacks = wrongArguments(rightArguments(folder, text));
    expect(new Set(attacks.map(({ name }) => name))).toEqual(new Set(CALL_NAMES));
    const passed: string[] = [];
    for (const one of attacks) {
      const answered = await attack(one);
      // What MessagePack itself can't hold without harm does not even get there.
      const isRefused =
        typeof answered === 'number' ? answered === 400 : !answered.ok && answered.fault.code === 'invalid-request';
      if (!isRefused) passed.push(`${one.name}, ${one.what}: ${JSON.stringify(answered)?.slice(0, 200)}`);
    }
    expect(passed).toEqual([]);
    expect(disk()).toEqual(before);
    expect(log).toEqual([]);
  });

  it('refuses texts beyond its limits', async () => {
    const before = disk();
    const passed: string[] = [];
    for (const one of oversizeArguments(rightArguments(folder, text))) {
      const answered = await attack(one);
      if (typeof answered === 'number' || answered.ok) passed.push(`${one.name}, ${one.what}`);
    }
    expect(passed).toEqual([]);
    expect(disk()).toEqual(before);
  });

  it('leads to nothing outside of the granted folder', async () => {
    const secret = join(root, 'private', 'secret.journey.json');
    const outside = [
      secret,
      join(root, 'private', 'secret.csv'),
      join(root, 'private', 'secret.png'),
      join(root, 'private'),
      root,
      '/',
      '/etc/passwd',
      '/proc/self/environ',
      '/dev/zero',
      `${folder}/../private/secret.journey.json`,
      `${folder}/./../private/secret.png`,
      `${folder}/%2e%2e/private/secret.csv`,
      `${folder}/%252e%252e%252fprivate%252fsecret.csv`,
      `${folder}/..%2fprivate%2fsecret.png`,
      `${folder}\\..\\private\\secret.csv`,
      `${folder}/..\\private/secret.csv`,
      `${folder}/%5c..%5cprivate`,
      `${folder}/link/secret.journey.json`,
      `${folder}/link/new.png`,
      `${folder}/link`,
      `${folder}/link.journey.json`,
      `${folder}/dangling.journey.json`,
      `${folder}x/secret.png`,
      `${folder}/map.journey.json\0.png`,
      `file://${secret}`,
      '../private/secret.csv',
      'secret.png',
      '~/secret.png',
      '\\\\server\\share\\x.png',
      'C:\\Windows\\win.ini',
      '\\\\?\\C:\\x.png',
      '.',
      '',
    ];
    const before = disk();
    // These only say which file is meant: to forget it, to give it back, to show it in a title. They touch no file.
    const named = new Set(['recents.remove', 'maps.release', 'app.setTitle', 'drafts.write']);
    const attacks = pathAttacks(rightArguments(folder, text), outside);
    const passed: string[] = [];
    for (const one of attacks) {
      const answered = await attack(one);
      if (named.has(one.name)) continue;
      const isRefused = typeof answered !== 'number' && !answered.ok && answered.fault.code !== 'unexpected';
      if (!isRefused) passed.push(`${one.name} ${one.what}: ${JSON.stringify(answered).slice(0, 200)}`);
    }
    expect(attacks.length).toBeGreaterThan(outside.length * 12);
    expect(passed).toEqual([]);
    const after = disk();
    // A draft may say what it likes of its file: it lies in the program's own folder.
    for (const name of Object.keys(after)) if (name === 'data' || name.startsWith('data/')) delete after[name];
    expect(after).toEqual(before);
    // Nor does such a draft make its file readable.
    const { body } = await send('POST', '/api/drafts.list', { ...own(), 'X-Periplo-Window': 'other' }, encode({}));
    expect(body.toString()).not.toContain(SECRET);
  });

  it('refuses names that lead elsewhere or that some system keeps for itself', async () => {
    const before = disk();
    for (const name of ['..', '../x', 'a/b', 'a\\b', '.', 'CON', 'nul.txt', 'x\0', 'x ', 'a:b', '%2e%2e/x']) {
      const made = await attack({ name: 'folders.create', what: name, argument: { parent: folder, name } });
      if (name === '%2e%2e/x' || /[/\\]/.test(name)) expect(made, name).toMatchObject({ ok: false });
      expect(made, name).toMatchObject({ ok: false });
      const id = { path: join(folder, 'map.journey.json'), id: name };
      expect(await attack({ name: 'versions.read', what: name, argument: id }), name).toMatchObject({ ok: false });
    }
    for (const name of ['.bashrc', 'x.sh', 'x.journey.json', 'x.html', 'x.png.exe', 'index.js']) {
      const argument = { path: join(folder, name), bytes: new Uint8Array(3), overwrite: true };
      expect(await attack({ name: 'files.write', what: name, argument }), name).toMatchObject({ ok: false });
      const map = { path: join(folder, name), text: '{"format":"other"}', expectedHash: null };
      expect(await attack({ name: 'maps.write', what: name, argument: map }), name).toMatchObject({ ok: false });
    }
    expect(disk()).toEqual(before);
  });

  it('answers nobody without the cookie, under another name, from elsewhere, or by another method', async () => {
    const before = disk();
    const right = rightArguments(folder, text);
    const { Cookie: _, ...noCookie } = own();
    const { Origin: __, ...noOrigin } = own();
    const name = cookie.split('=')[0];
    const wrongHeaders: Record<string, string>[] = [
      noCookie,
      noOrigin,
      ...[`${name}=`, `${name}=${'A'.repeat(43)}`, `${cookie}x`, 'token'].map((value) => ({ ...own(), Cookie: value })),
      ...['evil.com', `127.evil.com:${port}`, `localhost:${port}`, `127.0.0.1:${port + 1}`, '[::1]'].map((Host) => ({
        ...own(),
        Host,
      })),
      ...['http://evil.com', `http://127.evil.com:${port}`, 'null', `https://127.0.0.1:${port}`, 'app://periplo'].map(
        (Origin) => ({ ...own(), Origin }),
      ),
      ...['text/plain', 'application/json', 'multipart/form-data', 'application/msgpack; charset=x', ''].map(
        (type) => ({
          ...own(),
          'Content-Type': type,
        }),
      ),
      { ...own(), 'Sec-Fetch-Site': 'cross-site' },
    ];
    for (const call of CALL_NAMES) {
      for (const headers of wrongHeaders) {
        const { status } = await send('POST', `/api/${call}`, headers, encode(right[call]));
        expect([403, 415], `${call} ${JSON.stringify(headers)}`).toContain(status);
      }
      for (const method of ['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
        const { status } = await send(
          method,
          `/api/${call}`,
          own(),
          method === 'PUT' ? encode(right[call]) : undefined,
        );
        expect(status, `${method} ${call}`).toBe(405);
      }
      for (const path of [
        `/api/${call}/`,
        `/api//${call}`,
        `/api/${call.toUpperCase()}`,
        `/api/%00${call}`,
        `/x/${call}`,
      ]) {
        const { status } = await send('POST', path, own(), encode(right[call]));
        expect([404, 405], path).toContain(status);
      }
      for (const body of [
        new Uint8Array(),
        new Uint8Array([0xc1]),
        new Uint8Array([0xdf, 255, 255, 255, 255]),
        encode(right[call]).subarray(1),
        new Uint8Array(5_000).fill(0x91),
      ]) {
        const answered = await send('POST', `/api/${call}`, own(), body);
        const isRefused =
          answered.status === 400 || (answered.status === 200 && !(decode(answered.body) as Answer<unknown>).ok);
        expect(isRefused, `${call} with ${body.length} bytes`).toBe(true);
      }
      const tooLong = { ...own(), 'Content-Length': String(bodyLimit(call) + 1) };
      expect(await refusedEarly(call, tooLong), call).toBe(413);
    }
    expect(disk()).toEqual(before);
    expect(log).toEqual([]);
  }, 60_000);
});

/** Announces a body and never sends it: whoever waits for all of it waits in vain. */
function refusedEarly(call: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const sending = request({ host: '127.0.0.1', port, method: 'POST', path: `/api/${call}`, headers }, (response) => {
      resolve(response.statusCode ?? 0);
      response.resume();
      sending.destroy();
    });
    sending.on('error', reject);
    sending.flushHeaders();
  });
}
