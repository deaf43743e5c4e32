import { EventEmitter } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CALL_NAMES } from '../../shared/api/bridge';
import type { Answer } from '../../shared/api/calls';
import { writeMap } from '../../shared/document/write';
import { rightArguments, wrongArguments } from '../../test/fixtures/hostile-arguments';
import { smallMap } from '../../test/fixtures/small-map';
import { PAGE_HEADERS } from '../services/page-files';
import { createServices } from '../services/services';
import type { ElectronApi } from './electron-api';
import { startDesktop } from './start';

/** https://www.electronjs.org/docs/latest/tutorial/security, point by point, for every window that the program opens. */

const root = fileURLToPath(new URL('../..', import.meta.url));
const OWN = 'app://periplo/index.html';
const FOREIGN = [
  'https://evil.com/',
  'http://127.0.0.1/',
  'file:///etc/passwd',
  'app://evil/',
  'app://evil@periplo/',
  'data:text/html,<script>1</script>',
  'javascript:alert(1)',
  'about:blank',
];

type Sender = { url: string; parent: unknown } | null;
type Channel = (event: { senderFrame: Sender }, argument: unknown) => Promise<Answer<unknown>>;
type Contents = EventEmitter & { openHandler: ((details: { url: string }) => { action: string }) | null };

/** What the program asks of Electron, written down: a stand-in without any behaviour of its own. */
function recorder() {
  const record = {
    windows: [] as { options: Electron.BrowserWindowConstructorOptions; loaded: string[]; contents: Contents }[],
    channels: new Map<string, Channel>(),
    schemes: new Map<string, (request: Request) => Promise<Response>>(),
    privileges: [] as Electron.CustomScheme[],
    permissions: new Map<string, (...args: unknown[]) => unknown>(),
    opened: [] as string[],
    log: [] as string[],
  };
  const app = Object.assign(new EventEmitter(), {
    isPackaged: true,
    requestSingleInstanceLock: () => true,
    quit: () => undefined,
    whenReady: async () => undefined,
    getPreferredSystemLanguages: () => ['en'],
    getLocale: () => 'en',
    getPath: () => tmpdir(),
  });
  class BrowserWindow extends EventEmitter {
    readonly webContents = Object.assign(new EventEmitter(), {
      openHandler: null,
      setWindowOpenHandler(handler: Contents['openHandler']) {
        this.openHandler = handler as never;
      },
      send: () => undefined,
    }) as Contents & { setWindowOpenHandler(handler: Contents['openHandler']): void; send(): void };
    readonly loaded: string[] = [];
    constructor(options: Electron.BrowserWindowConstructorOptions) {
      super();
      record.windows.push({ options, loaded: this.loaded, contents: this.webContents });
      app.emit('web-contents-created', {}, this.webContents);
    }
    loadURL = async (url: string) => void this.loaded.push(url);
    isDestroyed = () => false;
    show = () => undefined;
  }
  const keep = (name: string) => (decide: (...args: unknown[]) => unknown) => record.permissions.set(name, decide);
  const electron = {
    app,
    BrowserWindow,
    dialog: {},
    ipcMain: { handle: (name: string, channel: Channel) => record.channels.set(name, channel) },
    Menu: { buildFromTemplate: () => ({}), setApplicationMenu: () => undefined },
    nativeTheme: Object.assign(new EventEmitter(), { shouldUseDarkColors: false }),
    protocol: {
      registerSchemesAsPrivileged: (all: Electron.CustomScheme[]) => record.privileges.push(...all),
      handle: (scheme: string, handler: (request: Request) => Promise<Response>) => record.schemes.set(scheme, handler),
    },
    screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] },
    session: {
      defaultSession: {
        setPermissionRequestHandler: keep('request'),
        setPermissionCheckHandler: keep('check'),
        setDevicePermissionHandler: keep('device'),
      },
    },
    shell: { openExternal: async (url: string) => void record.opened.push(url), openPath: async () => '' },
  };
  return { record, electron: electron as unknown as ElectronApi };
}

let folder: string;
let record: ReturnType<typeof recorder>['record'];
beforeEach(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'periplo-security-')));
  for (const name of ['data', 'page', 'maps']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'page', 'index.html'), '<meta property="csp-nonce" nonce="PERIPLO-STYLE-NONCE">');
  writeFileSync(join(folder, 'maps', 'map.journey.json'), writeMap(smallMap()));
  const started = recorder();
  record = started.record;
  await startDesktop(started.electron, {
    services: createServices(join(folder, 'data')),
    dataFolder: join(folder, 'data'),
    version: '1',
    pageFolder: join(folder, 'page'),
    preload: '/preload.cjs',
    argv: [],
    folder,
    log: (message) => record.log.push(message),
  });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const call = (name: string, argument: unknown, sender: Sender = { url: OWN, parent: null }) => {
  const channel = record.channels.get(name);
  if (!channel) throw new Error(`No channel ${name}`);
  return channel({ senderFrame: sender }, argument);
};

/** The program's own sources, without tests. */
const sources = (part: string) =>
  readdirSync(join(root, part), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => ({ name: `${part}/${name}`, text: readFileSync(join(root, part, name), 'utf8') }));
const placesOf = (pattern: RegExp, ...parts: string[]) =>
  parts.flatMap(sources).flatMap(({ name, text }) => (pattern.test(text) ? [name.replaceAll('\\', '/')] : []));

describe('Electron’s security list', () => {
  it('holds for every window: there is one place that makes them', () => {
    expect(placesOf(/new (electron\.)?(BrowserWindow|BrowserView|WebContentsView|BaseWindow)\b/, 'electron')).toEqual([
      'electron/desktop/main-window.ts',
    ]);
    expect(record.windows).toHaveLength(1);
  });

  it('1, 18: loads its own page by app:, never file: or anything from a network', () => {
    expect(record.windows.map(({ loaded }) => loaded)).toEqual([[OWN]]);
    expect([...record.schemes.keys()]).toEqual(['app']);
    expect(record.privileges.map(({ scheme }) => scheme)).toEqual(['app']);
    expect(record.privileges[0]?.privileges).toMatchObject({ standard: true, secure: true });
    expect(record.privileges[0]?.privileges).not.toHaveProperty('bypassCSP');
    expect(placesOf(/\.loadFile\(/, 'electron')).toEqual([]);
  });

  it('2, 3, 4, 6, 8, 9, 10, 11: gives pages nothing of Node and weakens nothing of the web', () => {
    for (const { options } of record.windows) {
      const preferences = options.webPreferences ?? {};
      expect(preferences).toMatchObject({
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        contextIsolation: true,
        sandbox: true,
        webSecurity: true,
        allowRunningInsecureContent: false,
        experimentalFeatures: false,
        webviewTag: false,
      });
      for (const name of ['enableBlinkFeatures', 'additionalArguments', 'session', 'partition', 'webgl', 'plugins'])
        expect(preferences, name).not.toHaveProperty(name);
    }
    expect(placesOf(/<webview|allowpopups/i, 'renderer', 'electron')).toEqual([]);
    expect(placesOf(/commandLine\.appendSwitch|enableBlinkFeatures|disable-web-security/, 'electron')).toEqual([]);
  });

  it('5: refuses every permission but those that a page of ours needs', () => {
    const [request, check, device] = ['request', 'check', 'device'].map((name) => record.permissions.get(name));
    const risky = [
      ...[
        'media',
        'geolocation',
        'notifications',
        'midi',
        'midiSysex',
        'pointerLock',
        'openExternal',
        'clipboard-read',
      ],
      ...['display-capture', 'serial', 'usb', 'hid', 'fileSystem', 'storage-access', 'idle-detection', 'unknown'],
    ];
    for (const permission of risky) {
      let given: unknown = 'no answer';
      request?.(null, permission, (answer: boolean) => (given = answer), { requestingUrl: OWN });
      expect(given, permission).toBe(false);
      expect(check?.(null, permission, OWN), permission).toBe(false);
    }
    for (const url of FOREIGN) expect(check?.(null, 'clipboard-sanitized-write', url), url).toBe(false);
    expect(device?.({})).toBe(false);
  });

  it('7: sends a content policy with the page, exactly this one', async () => {
    const answer = await record.schemes.get('app')?.(new Request(OWN));
    const policy = answer?.headers.get('content-security-policy') ?? '';
    expect(policy.replace(/'nonce-[\w-]{22}'/, "'nonce-…'").split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self' 'nonce-…'",
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "connect-src 'self'",
      'frame-src blob:',
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    // The other host sends the same headers with every answer; electron/browser/server.test.ts looks at them.
    expect(PAGE_HEADERS['Content-Security-Policy']).toBe(policy.replace(/ 'nonce-[\w-]{22}'/, ''));
    expect(Object.fromEntries(answer?.headers ?? [])).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
  });

  it('12, 13, 14: pages stay where they are, open nothing and embed nothing', () => {
    for (const { contents } of record.windows) {
      const isStopped = (name: string, details: object) => {
        let stopped = false;
        contents.emit(name, { ...details, preventDefault: () => (stopped = true) });
        return stopped;
      };
      for (const url of FOREIGN) {
        for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect'])
          expect(isStopped(name, { url, isMainFrame: true }), `${name} ${url}`).toBe(true);
        expect(contents.openHandler?.({ url })).toEqual({ action: 'deny' });
      }
      expect(contents.openHandler?.({ url: OWN })).toEqual({ action: 'deny' });
      expect(isStopped('will-attach-webview', {})).toBe(true);
    }
  });

  it('15: hands the system web and mail addresses only, from one place', async () => {
    const refused = [
      ...[
        'javascript:alert(1)',
        'file:///etc/passwd',
        'smb://server/share',
        'data:text/html,x',
        'ms-msdt:/id',
        'vbscript:x',
      ],
      ...[
        'JavaScript:alert(1)',
        ' file:///x',
        'https:\n//evil.com',
        'http://',
        '\\\\server\\share',
        'periplo',
        'tel:1',
        '',
      ],
    ];
    for (const url of refused) expect(await call('links.open', { url }), url).toMatchObject({ ok: false });
    expect(record.opened).toEqual([]);
    await call('links.open', { url: 'https://example.org/a b' });
    await call('links.open', { url: 'mailto:ana@example.org' });
    expect(record.opened).toEqual(['https://example.org/a%20b', 'mailto:ana@example.org']);
    expect(placesOf(/\.openExternal\(/, 'electron')).toEqual(['electron/desktop/start.ts']);
  });

  it('16: names one exact version of Electron', () => {
    const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('17: answers the top frame of its own page on every channel, and nobody else', async () => {
    expect([...record.channels.keys()].sort()).toEqual([...CALL_NAMES].sort());
    const right = rightArguments(join(folder, 'maps'), writeMap(smallMap()));
    const before = readdirSync(folder, { recursive: true });
    const senders: Sender[] = [
      null,
      ...FOREIGN.map((url) => ({ url, parent: null })),
      { url: OWN, parent: { url: OWN } },
    ];
    for (const name of CALL_NAMES) {
      for (const sender of senders)
        expect(await call(name, right[name], sender), `${name} from ${sender?.url}`).toEqual({
          ok: false,
          fault: { code: 'invalid-request' },
        });
    }
    expect(readdirSync(folder, { recursive: true })).toEqual(before);
    expect(record.opened).toEqual([]);
    expect(record.log).toHaveLength(CALL_NAMES.length * senders.length);
  });

  it('17: takes no argument that is not exactly what the call asks for', async () => {
    const right = rightArguments(join(folder, 'maps'), writeMap(smallMap()));
    const before = readdirSync(folder, { recursive: true });
    const passed: string[] = [];
    for (const { name, what, argument } of wrongArguments(right)) {
      const answer = await call(name, structuredCloneOf(argument));
      if (answer.ok || answer.fault.code !== 'invalid-request') passed.push(`${name}, ${what}`);
    }
    expect(passed).toEqual([]);
    expect(readdirSync(folder, { recursive: true })).toEqual(before);
  });

  it('20: shows pages nothing of Electron but the calls and events of ours', () => {
    const preload = readFileSync(join(root, 'electron', 'preload.ts'), 'utf8');
    expect(preload.match(/exposeInMainWorld\(/g)).toHaveLength(1);
    expect(preload).toContain("exposeInMainWorld('periplo', { call, on }");
    expect(preload.match(/ipcRenderer\.\w+/g)).toEqual(['ipcRenderer.invoke', 'ipcRenderer.on', 'ipcRenderer.off']);
    expect(placesOf(/from 'electron'/, 'renderer', 'shared')).toEqual([]);
  });
});

/** As it arrives: what can't be cloned is not sent at all, which is a refusal, too. */
function structuredCloneOf(argument: unknown): unknown {
  try {
    return structuredClone(argument);
  } catch {
    return null;
  }
}
