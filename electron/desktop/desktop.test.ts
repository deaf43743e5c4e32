import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CALL_NAMES } from '../../shared/api/bridge';
import type { Answer } from '../../shared/api/calls';
import { COMMANDS } from '../../shared/commands/table';
import { createTranslator } from '../../shared/language/translator';
import { nodeFileSystem } from '../services/files/file-system';
import { createHandlers } from '../services/handlers';
import { createServices } from '../services/services';
import { chooseTarget, withEnding } from './dialogs';
import { menuTemplate } from './menu';
import { isOwnFrame, receiveCalls } from './messages';
import { isOwnAddress } from './origin';
import { pageResponse } from './page-protocol';
import { openFromArguments } from './start-arguments';
import { onScreens, readPlace } from './window-place';
import { confinePages, denyPermissions, webPreferences } from './window-policy';

const FOREIGN = [
  'https://periplo/',
  'app://evil/',
  'app://periplo.evil/',
  'app://periplo@evil/',
  'app://evil@periplo/',
  'app://periplo:8080/',
  'app:periplo',
  'file:///app/periplo/index.html',
  'about:blank',
  'null',
  '',
];

let root: string;
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'periplo-desktop-')));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('the app’s own address', () => {
  it('is told exactly', () => {
    for (const address of ['app://periplo/', 'app://periplo/index.html', 'app://periplo/assets/a.js?x#y']) {
      expect(isOwnAddress(address), address).toBe(true);
    }
    for (const address of FOREIGN) expect(isOwnAddress(address), address).toBe(false);
  });

  it('counts in the top frame only', () => {
    const top = { url: 'app://periplo/index.html', parent: null };
    expect(isOwnFrame(top)).toBe(true);
    expect(isOwnFrame(null)).toBe(false);
    expect(isOwnFrame({ ...top, parent: top as Electron.WebFrameMain })).toBe(false);
    for (const url of FOREIGN) expect(isOwnFrame({ url, parent: null }), url).toBe(false);
  });
});

describe('messages', () => {
  type Handler = (event: Electron.IpcMainInvokeEvent, argument: unknown) => Promise<Answer<unknown>>;

  it('are heard on the channels of calls only, and from our own page only', async () => {
    const channels = new Map<string, Handler>();
    const ipcMain = { handle: (name: string, handler: Handler) => channels.set(name, handler) };
    const heard: string[] = [];
    const log: string[] = [];
    const port = {
      info: { host: 'desktop', version: '1', platform: 'linux', locale: 'en', nativeDialogs: true, canPrint: true },
      open: { type: 'nothing' },
      send: () => undefined,
      setTitle: () => undefined,
      close: () => undefined,
      chooseFile: async () => null,
      chooseTarget: async () => null,
      print: async () => undefined,
      openLink: async () => undefined,
    } as const;
    const handlers = createHandlers(createServices(join(root, 'data')), port);
    receiveCalls(
      ipcMain as unknown as Electron.IpcMain,
      handlers,
      (message) => log.push(message),
      (name) => heard.push(name),
    );
    expect([...channels.keys()].sort()).toEqual([...CALL_NAMES].sort());

    const from = (url: string | null) =>
      ({ senderFrame: url === null ? null : { url, parent: null } }) as unknown as Electron.IpcMainInvokeEvent;
    const list = channels.get('recents.list')!;
    for (const url of [...FOREIGN, null]) {
      expect(await list(from(url), {})).toEqual({ ok: false, fault: { code: 'invalid-request' } });
    }
    expect(heard).toEqual([]);
    expect(log).toHaveLength(FOREIGN.length + 1);
    expect(await list(from('app://periplo/index.html'), {})).toEqual({ ok: true, value: [] });
    expect(await list(from('app://periplo/index.html'), { surplus: 1 })).toMatchObject({ ok: false });
    expect(heard).toEqual(['recents.list', 'recents.list']);
  });
});

describe('windows', () => {
  it('give a page nothing of the machine', () => {
    expect(webPreferences('/preload.cjs')).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      allowRunningInsecureContent: false,
    });
  });

  it('let no page go elsewhere, open a window, embed one, or use a device', () => {
    type Listener = (...args: unknown[]) => void;
    const onContents = new Map<string, Listener>();
    let openHandler: () => unknown = () => 'not set';
    const contents = {
      on: (name: string, listener: Listener) => onContents.set(name, listener),
      setWindowOpenHandler: (handler: () => unknown) => {
        openHandler = handler;
      },
    };
    const granted = new Map<string, (...args: never[]) => unknown>();
    const keep = (name: string) => (decide: (...args: never[]) => unknown) => granted.set(name, decide);
    confinePages({
      app: { on: (_name: string, listener: Listener) => listener({}, contents) },
    } as unknown as Parameters<typeof confinePages>[0]);
    denyPermissions({
      session: {
        defaultSession: {
          setPermissionRequestHandler: keep('request'),
          setPermissionCheckHandler: keep('check'),
          setDevicePermissionHandler: keep('device'),
        },
      },
    } as unknown as Parameters<typeof denyPermissions>[0]);

    const isStopped = (name: string, details: object) => {
      let stopped = false;
      onContents.get(name)?.({ ...details, preventDefault: () => (stopped = true) });
      return stopped;
    };
    for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
      for (const url of FOREIGN) expect(isStopped(name, { url, isMainFrame: true }), `${name} ${url}`).toBe(true);
      expect(isStopped(name, { url: 'app://periplo/index.html', isMainFrame: true })).toBe(false);
      expect(isStopped(name, { url: 'app://periplo/index.html', isMainFrame: false })).toBe(true);
    }
    expect(isStopped('will-attach-webview', {})).toBe(true);
    expect(openHandler()).toEqual({ action: 'deny' });

    const check = granted.get('check') as unknown as (contents: null, permission: string, origin: string) => boolean;
    for (const permission of [
      'media',
      'geolocation',
      'notifications',
      'clipboard-read',
      'openExternal',
      'fileSystem',
      'usb',
    ]) {
      expect(check(null, permission, 'app://periplo/'), permission).toBe(false);
    }
    expect(check(null, 'clipboard-sanitized-write', 'app://periplo/')).toBe(true);
    expect(check(null, 'clipboard-sanitized-write', 'https://evil.com/')).toBe(false);
    let answer: boolean | null = null;
    const request = granted.get('request') as unknown as (...args: unknown[]) => void;
    request(null, 'media', (given: boolean) => (answer = given), { requestingUrl: 'app://periplo/' });
    expect(answer).toBe(false);
    expect((granted.get('device') as unknown as () => boolean)()).toBe(false);
  });

  it('come back where they were, if there is still a screen', () => {
    const place = { x: 2000, y: 100, width: 1200, height: 800, maximised: false };
    const screens = [
      { x: 0, y: 0, width: 1920, height: 1080 },
      { x: 1920, y: 0, width: 1920, height: 1080 },
    ];
    expect(onScreens(place, screens)).toEqual(place);
    expect(onScreens(place, screens.slice(0, 1))).toEqual({ width: 1200, height: 800, maximised: false });
    expect(onScreens({ ...place, x: 0, y: -500 }, screens)).not.toHaveProperty('x');
    for (const spoilt of [
      null,
      'x',
      {},
      { width: -1, height: 3, maximised: true },
      { ...place, x: Number.NaN },
      { ...place, width: 1e9 },
    ]) {
      expect(readPlace(spoilt)).toEqual({ width: 1440, height: 900, maximised: false });
    }
    expect(readPlace(place)).toEqual(place);
  });
});

describe('app://', () => {
  it('serves the built page with its policy, and nothing else', async () => {
    mkdirSync(join(root, 'page'));
    writeFileSync(join(root, 'page', 'index.html'), '<!doctype html>');
    writeFileSync(join(root, 'secret.js'), 'secret');
    symlinkSync(join(root, 'secret.js'), join(root, 'page', 'link.js'));
    const get = (url: string, method = 'GET') => pageResponse(nodeFileSystem, join(root, 'page'), { url, method });
    const page = await get('app://periplo/');
    expect(page.status).toBe(200);
    expect(await page.text()).toBe('<!doctype html>');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    for (const path of [
      '../secret.js',
      '%2e%2e/secret.js',
      '..%2fsecret.js',
      '..%5csecret.js',
      'link.js',
      'no.js',
      '%00',
      '%',
    ]) {
      const { status } = await get(`app://periplo/${path}`);
      expect(status, path).toBe(404);
    }
    for (const url of FOREIGN) expect((await get(url)).status, url).toBe(403);
    expect((await get('app://periplo/', 'POST')).status).toBe(405);
  });
});

describe('the menu', () => {
  const template = (platform: string, chosen: string[] = []) =>
    menuTemplate({
      commands: COMMANDS,
      t: createTranslator('es'),
      platform,
      developer: false,
      choose: (id) => chosen.push(id),
    });
  const flat = (items: Electron.MenuItemConstructorOptions[]): Electron.MenuItemConstructorOptions[] =>
    items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);

  it('holds every command once, named, and says which was chosen', () => {
    for (const platform of ['linux', 'win32', 'darwin']) {
      const chosen: string[] = [];
      const items = flat(template(platform, chosen));
      for (const { id } of COMMANDS) {
        const found = items.filter((item) => item.id === id);
        expect(found, id).toHaveLength(1);
        expect(found[0]?.label).toBeTruthy();
        (found[0]!.click as () => void)();
      }
      expect(chosen).toEqual(COMMANDS.map(({ id }) => id));
    }
  });

  it('takes no key away from the page, on a Mac none that types', () => {
    for (const item of flat(template('linux'))) if (item.accelerator) expect(item.registerAccelerator).toBe(false);
    const mac = flat(template('darwin'));
    for (const item of mac) if (item.accelerator) expect(String(item.accelerator)).toMatch(/CmdOrCtrl|Alt/);
    for (const role of ['copy', 'paste', 'undo'] as const) expect(mac.some((item) => item.role === role)).toBe(true);
  });
});

describe('dialogs', () => {
  it('add the ending that a purpose asks for', () => {
    expect(withEnding('/a/map', 'map')).toBe('/a/map.journey.json');
    expect(withEnding('/a/map.json', 'map')).toBe('/a/map.journey.json');
    expect(withEnding('/a/Map.Journey.JSON', 'map')).toBe('/a/Map.Journey.JSON');
    expect(withEnding('/a/v1.2', 'pdf')).toBe('/a/v1.2.pdf');
    expect(withEnding('/a/x.PNG', 'png')).toBe('/a/x.PNG');
    expect(withEnding('/a/x.jpeg', 'picture')).toBe('/a/x.jpeg');
  });

  it('ask again where the ending leads to another file that is there', async () => {
    const path = join(root, 'map');
    const asked: string[] = [];
    const choose = (response: number) =>
      chooseTarget(
        {
          dialog: {
            showSaveDialog: async () => ({ canceled: false, filePath: path }),
            showMessageBox: async (_window: unknown, { message }: { message: string }) => {
              asked.push(message);
              return { response };
            },
          } as unknown as Electron.Dialog,
          fs: nodeFileSystem,
          t: createTranslator('en'),
          window: {} as Electron.BrowserWindow,
          folder: root,
        },
        'map',
        'map.journey.json',
      );
    expect(await choose(1)).toBe(`${path}.journey.json`);
    expect(asked).toEqual([]);
    writeFileSync(`${path}.journey.json`, 'x');
    expect(await choose(1)).toBeNull();
    expect(await choose(0)).toBe(`${path}.journey.json`);
    expect(asked).toEqual([
      '“map.journey.json” exists already. Replace it?',
      '“map.journey.json” exists already. Replace it?',
    ]);
    expect(existsSync(path)).toBe(false);
  });
});

describe('what the program is started with', () => {
  it('is a map, the sample, or nothing, whatever switches a launcher adds', () => {
    expect(openFromArguments(['--no-sandbox', 'maps/a.journey.json'], '/home/ana')).toEqual({
      type: 'file',
      path: '/home/ana/maps/a.journey.json',
    });
    expect(openFromArguments(['--sample'], '/')).toEqual({ type: 'sample' });
    expect(openFromArguments(['--inspect', 'notes.txt'], '/')).toEqual({ type: 'nothing' });
  });
});
