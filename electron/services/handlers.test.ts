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
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CALL_NAMES } from '../../shared/api/bridge';
import type { Answer, CallName, Calls, StartInfo } from '../../shared/api/calls';
import { FaultError } from '../../shared/api/faults';
import { defaultPreferences } from '../../shared/api/preferences';
import { readMap } from '../../shared/document/read';
import { mapFromModel } from '../../shared/document/templates';
import { writeMap } from '../../shared/document/write';
import { nodeFileSystem } from './files/file-system';
import { sha256 } from './files/hash';
import { answer, createHandlers, type Handlers } from './handlers';
import type { HostPort } from './host-port';
import { createServices, type Services } from './services';

let root: string;
let folder: string;
let services: Services;
let handlers: Handlers;
let log: string[];
let done: string[];

const map = (title: string) => writeMap(mapFromModel('three-phases', 'es', title));

function portFor(open: StartInfo['open'], chosen: string | null = null): HostPort {
  return {
    info: {
      host: 'desktop',
      version: '1.2.3',
      platform: 'linux',
      locale: 'es-ES',
      nativeDialogs: true,
      canPrint: true,
    },
    open,
    send: (window, event) => done.push(`${window} ${event}`),
    setTitle: ({ title }) => done.push(`title ${title}`),
    close: () => done.push('close'),
    chooseFile: async () => chosen,
    chooseTarget: async () => chosen,
    print: async (pdf) => {
      done.push(`print ${pdf.length}`);
    },
    openLink: async (url) => {
      done.push(`link ${url}`);
    },
  };
}

beforeEach(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'periplo-handlers-')));
  folder = join(root, 'maps');
  mkdirSync(folder);
  log = [];
  done = [];
  services = createServices(join(root, 'data'));
  await services.grants.grantFolder(folder);
  handlers = createHandlers(services, portFor({ type: 'nothing' }));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

async function ask<Name extends CallName>(
  name: Name,
  argument: Calls[Name]['takes'],
): Promise<Answer<Calls[Name]['gives']>> {
  const given = await answer(handlers, name, argument, (message, error) => log.push(`${message} ${error}`));
  return given as Answer<Calls[Name]['gives']>;
}
async function get<Name extends CallName>(name: Name, argument: Calls[Name]['takes']): Promise<Calls[Name]['gives']> {
  const given = await ask(name, argument);
  if (!given.ok) throw new FaultError(given.fault);
  return given.value;
}

describe('arguments', () => {
  const wrong: unknown[] = [
    undefined,
    null,
    7,
    'text',
    [],
    { surplus: 1 },
    { path: 7 },
    { path: '' },
    { path: 'a\0b' },
  ];
  for (const name of CALL_NAMES) {
    it(`of ${name} are checked before anything is done`, async () => {
      for (const argument of wrong) {
        const given = await answer(handlers, name, argument, (message) => log.push(message));
        expect(given, JSON.stringify(argument)).toMatchObject({ ok: false, fault: { code: 'invalid-request' } });
      }
      expect(done).toEqual([]);
      expect(log).toEqual([]);
      expect(readdirSync(folder)).toEqual([]);
    });
  }

  it('of calls that do not exist are not even looked at', async () => {
    for (const name of ['nothing', 'toString', '__proto__', 'constructor', 'maps.read ']) {
      expect(await answer(handlers, name, {}, () => undefined)).toEqual({
        ok: false,
        fault: { code: 'invalid-request' },
      });
    }
  });
});

describe('what nobody foresaw', () => {
  it('goes to the log, and only its code to the page', async () => {
    const broken: Handlers = { ...handlers, 'recents.list': () => Promise.reject(new TypeError('secret /home/ana')) };
    const given = await answer(broken, 'recents.list', {}, (message, error) => log.push(`${message} ${error}`));
    expect(given).toEqual({ ok: false, fault: { code: 'unexpected' } });
    expect(log).toEqual(['recents.list TypeError: secret /home/ana']);
  });
});

describe('maps', () => {
  it('are saved, read back with their hash, and remembered', async () => {
    const path = join(folder, 'clínica.journey.json');
    const text = map('Clínica');
    const saved = await get('maps.write', { path, text, expectedHash: null });
    expect(saved).toEqual({ path, name: 'clínica.journey.json', hash: sha256(Buffer.from(text)) });
    const read = await get('maps.read', { path });
    expect(read).toEqual({ ...saved, text, writable: true });
    expect(await get('recents.list', {})).toMatchObject([{ path, name: 'clínica.journey.json', title: 'Clínica' }]);
    expect(await get('recents.remove', { path })).toEqual([]);
  });

  it('changed or removed by somebody else are not overwritten', async () => {
    const path = join(folder, 'a.journey.json');
    const { hash } = await get('maps.write', { path, text: map('mine'), expectedHash: null });
    writeFileSync(path, map('theirs'));
    const again = { path, text: map('mine again'), expectedHash: hash };
    expect(await ask('maps.write', again)).toMatchObject({ ok: false, fault: { code: 'changed-outside', path } });
    expect(readFileSync(path, 'utf8')).toContain('theirs');
    rmSync(path);
    expect(await ask('maps.write', again)).toMatchObject({
      ok: false,
      fault: { code: 'changed-outside', detail: 'deleted' },
    });
    expect(readdirSync(folder)).toEqual([]);
    await get('maps.write', { ...again, expectedHash: null });
    expect(readFileSync(path, 'utf8')).toContain('mine again');
  });

  it('saved twice because an answer got lost are no conflict', async () => {
    const path = join(folder, 'a.journey.json');
    const { hash } = await get('maps.write', { path, text: map('one'), expectedHash: null });
    const text = map('two');
    const both = await Promise.all([1, 2].map(() => get('maps.write', { path, text, expectedHash: hash })));
    expect(both.map((saved) => saved.hash)).toEqual([sha256(Buffer.from(text)), sha256(Buffer.from(text))]);
  });

  it('written at once by two windows end as one of them, and the other hears of it', async () => {
    const path = join(folder, 'a.journey.json');
    const { hash } = await get('maps.write', { path, text: map('start'), expectedHash: null });
    const given = await Promise.all(
      ['left', 'right'].map((title) => ask('maps.write', { path, text: map(title), expectedHash: hash })),
    );
    expect(given.filter((one) => one.ok)).toHaveLength(1);
    expect(given.find((one) => !one.ok)).toMatchObject({ fault: { code: 'changed-outside' } });
  });

  it('that could not be opened again are never written', async () => {
    const path = join(folder, 'a.journey.json');
    const before = map('good');
    writeFileSync(path, before);
    for (const text of ['', '{}', 'not json', map('x').replace('"formatVersion": 1', '"formatVersion": 99'), '[[[[']) {
      const given = await ask('maps.write', { path, text, expectedHash: null });
      expect(given, text.slice(0, 20)).toMatchObject({ ok: false, fault: { code: 'invalid-map', path } });
    }
    expect(readFileSync(path, 'utf8')).toBe(before);
  });

  it('only ever become files that are maps by name', async () => {
    for (const name of ['.bashrc', 'a.html', 'json', '.json']) {
      const given = await ask('maps.write', { path: join(folder, name), text: map('x'), expectedHash: null });
      expect(given, name).toMatchObject({ ok: false, fault: { code: 'invalid-name' } });
    }
    expect(readdirSync(folder)).toEqual([]);
  });

  it('that are no UTF-8, no file or too large get a plain answer', async () => {
    writeFileSync(join(folder, 'latin.journey.json'), Buffer.from([0x7b, 0xf1, 0x7d]));
    expect(await ask('maps.read', { path: join(folder, 'latin.journey.json') })).toMatchObject({
      fault: { code: 'invalid-map' },
    });
    expect(await ask('maps.read', { path: folder })).toMatchObject({ fault: { code: 'not-a-file' } });
    expect(await ask('maps.read', { path: join(folder, 'no.journey.json') })).toMatchObject({
      fault: { code: 'not-found' },
    });
    writeFileSync(join(folder, 'big.journey.json'), Buffer.alloc(50 * 1024 * 1024 + 1, 32));
    expect(await ask('maps.read', { path: join(folder, 'big.journey.json') })).toMatchObject({
      fault: { code: 'too-large', detail: '50' },
    });
  });

  it('outside the granted folders are neither read nor written', async () => {
    const outside = join(root, 'secret.journey.json');
    writeFileSync(outside, map('secret'));
    symlinkSync(outside, join(folder, 'link.journey.json'));
    for (const path of [
      outside,
      join(folder, '..', 'secret.journey.json'),
      join(folder, 'link.journey.json'),
      '/etc/passwd',
    ]) {
      expect(await ask('maps.read', { path }), path).toMatchObject({ fault: { code: 'outside-granted-folder' } });
      expect(await ask('maps.write', { path, text: map('x'), expectedHash: null })).toMatchObject({
        fault: { code: 'outside-granted-folder' },
      });
      expect(await ask('files.read', { path })).toMatchObject({ fault: { code: 'outside-granted-folder' } });
    }
    expect(readFileSync(outside, 'utf8')).toContain('secret');
  });
});

describe('the start', () => {
  it('opens the last map again, unless the user does not want that, or it is gone', async () => {
    const path = join(folder, 'a.journey.json');
    await services.recents.add(path, 'A');
    expect((await get('app.start', {})).open).toEqual({ type: 'nothing' });
    writeFileSync(path, map('A'));
    expect((await get('app.start', {})).open).toEqual({ type: 'file', path });
    await get('preferences.write', { preferences: { ...defaultPreferences(), reopen: false } });
    expect((await get('app.start', {})).open).toEqual({ type: 'nothing' });
  });

  it('of a page that was reloaded comes back to the map it had', async () => {
    handlers = createHandlers(services, portFor({ type: 'sample' }));
    expect((await get('app.start', {})).open).toEqual({ type: 'sample' });
    const path = join(folder, 'mine.journey.json');
    await get('maps.write', { path, text: map('mine'), expectedHash: null });
    expect((await get('app.start', {})).open).toEqual({ type: 'file', path });
  });

  it('names only recent maps that can be reached', async () => {
    writeFileSync(join(root, 'outside.journey.json'), map('outside'));
    await services.recents.add(join(root, 'outside.journey.json'), 'outside');
    await services.recents.add(join(folder, 'inside.journey.json'), 'inside');
    expect((await get('app.start', {})).recents.map(({ title }) => title)).toEqual(['inside']);
  });
});

describe('preferences and recent maps', () => {
  it('survive a new process', async () => {
    const values = { ...defaultPreferences(), language: 'es', theme: 'dark', userName: 'Ana' } as const;
    await get('preferences.write', { preferences: values });
    await services.recents.add(join(folder, 'a.journey.json'), 'A');
    const later = createServices(join(root, 'data'));
    expect(await later.preferences.read()).toEqual(values);
    expect(await later.recents.list()).toMatchObject([{ title: 'A' }]);
  });

  it('that are spoilt fall back to their defaults, each by itself', async () => {
    mkdirSync(join(root, 'data'));
    const good = { path: '/a.journey.json', title: 'A', openedAt: '2026-11-21T10:00:00.000Z' };
    const spoilt: [string, string][] = [
      ['', ''],
      ['{"language"', '{"x"'],
      ['\0\0\0\0', '\0'],
      ['[]', '{}'],
      ['null', 'null'],
    ];
    for (const [preferences, recents] of spoilt) {
      writeFileSync(join(root, 'data', 'preferences.json'), preferences);
      writeFileSync(join(root, 'data', 'recent-maps.json'), recents);
      expect(await services.preferences.read()).toEqual(defaultPreferences());
      expect(await services.recents.list()).toEqual([]);
    }
    writeFileSync(join(root, 'data', 'preferences.json'), '{"language":"klingon","theme":"dark","snap":"yes"}');
    writeFileSync(join(root, 'data', 'recent-maps.json'), JSON.stringify([7, null, { path: '' }, good]));
    expect(await services.preferences.read()).toEqual({ ...defaultPreferences(), theme: 'dark' });
    expect(await services.recents.list()).toEqual([{ ...good, name: 'a.journey.json' }]);
  });

  it('that can’t be written do not keep a map from being saved', async () => {
    writeFileSync(join(root, 'data'), 'a file where the folder should be');
    await get('maps.write', { path: join(folder, 'a.journey.json'), text: map('A'), expectedHash: null });
    expect(await ask('preferences.write', { preferences: defaultPreferences() })).toMatchObject({ ok: false });
  });

  it('keep the order and no more than twenty, also when many come at once', async () => {
    await Promise.all(
      Array.from({ length: 25 }, (_, index) => services.recents.add(`/maps/${index}.journey.json`, `${index}`)),
    );
    await services.recents.add('/maps/20.journey.json', 'again');
    const titles = (await services.recents.list()).map(({ title }) => title);
    expect(titles.slice(0, 3)).toEqual(['again', '24', '23']);
    expect(titles).toHaveLength(20);
  });
});

describe('the samples', () => {
  it('are whole maps, each with its numbers', async () => {
    for (const language of ['en', 'es'] as const) {
      const { text, csv, csvName } = await get('maps.sample', { language });
      expect(readMap(text)).toMatchObject({ status: 'ok', map: { language } });
      expect(csv.split('\n').length).toBeGreaterThan(12);
      expect(csvName).toMatch(/\.csv$/);
      expect(csv).not.toContain('\ufffd');
      if (language === 'es') expect(csv).toContain('Satisfacción');
    }
  });
});

describe('folders', () => {
  it('list what Periplo can use: folders first, then files by name', async () => {
    mkdirSync(join(folder, 'Zeta'));
    mkdirSync(join(folder, '.hidden'));
    for (const name of [
      'b10.journey.json',
      'b9.journey.json',
      'Ábaco.csv',
      'foto.PNG',
      'out.pdf',
      'notes.docx',
      '.x.csv',
    ]) {
      writeFileSync(join(folder, name), 'x');
    }
    symlinkSync('/etc', join(folder, 'etc'));
    const listed = await get('folders.list', { path: null });
    expect(listed).toMatchObject({
      path: folder,
      name: 'maps',
      parent: null,
      granted: [{ path: folder, name: 'maps' }],
    });
    expect(listed.entries.map(({ name, type }) => `${name} ${type}`)).toEqual([
      'Zeta folder',
      'Ábaco.csv data',
      'b9.journey.json map',
      'b10.journey.json map',
      'foto.PNG picture',
      'out.pdf export',
    ]);
    expect((await get('folders.list', { path: join(folder, 'Zeta') })).parent).toBe(folder);
    expect(await ask('folders.list', { path: root })).toMatchObject({ fault: { code: 'outside-granted-folder' } });
  });

  it('are created under names that every system can hold', async () => {
    expect(await get('folders.create', { parent: folder, name: 'Año 2026' })).toMatchObject({
      parent: folder,
      entries: [],
    });
    expect(await ask('folders.create', { parent: folder, name: 'Año 2026' })).toMatchObject({
      fault: { code: 'exists' },
    });
    for (const name of ['..', '.', 'a/b', 'a\\b', 'a\0', 'a:b', 'CON', 'nul.txt', 'end.', 'end ', 'ñ'.repeat(200)]) {
      expect(await ask('folders.create', { parent: folder, name }), name).toMatchObject({
        fault: { code: 'invalid-name' },
      });
    }
    expect(readdirSync(folder)).toEqual(['Año 2026']);
  });
});

describe('exports, links and dialogs', () => {
  it('writes an export, and over a file only when that was agreed', async () => {
    const path = join(folder, 'map.pdf');
    const bytes = new Uint8Array([37, 80, 68, 70]);
    await get('files.write', { path, bytes, overwrite: false });
    expect(await ask('files.write', { path, bytes: new Uint8Array([1]), overwrite: false })).toMatchObject({
      fault: { code: 'exists' },
    });
    expect(new Uint8Array(readFileSync(path))).toEqual(bytes);
    await get('files.write', { path, bytes: new Uint8Array([1]), overwrite: true });
    expect(await get('files.read', { path })).toMatchObject({ name: 'map.pdf' });
    expect(readFileSync(path)).toHaveLength(1);
    for (const name of ['run.sh', '.profile', 'x.desktop', 'x.html']) {
      expect(await ask('files.write', { path: join(folder, name), bytes, overwrite: true })).toMatchObject({
        fault: { code: 'invalid-name' },
      });
    }
  });

  it('opens checked links only', async () => {
    await get('links.open', { url: 'https://example.org' });
    expect(await ask('links.open', { url: 'javascript:alert(1)' })).toMatchObject({ fault: { code: 'refused-link' } });
    expect(done).toEqual(['link https://example.org/']);
  });

  it('grants what the user chose in a dialog, and nothing beside it', async () => {
    const path = join(root, 'elsewhere.journey.json');
    writeFileSync(path, map('elsewhere'));
    writeFileSync(join(root, 'beside.journey.json'), map('beside'));
    expect(await get('dialogs.open', { purpose: 'map' })).toBeNull();
    handlers = createHandlers(services, portFor({ type: 'nothing' }, path));
    expect(await get('dialogs.open', { purpose: 'map' })).toEqual({ path });
    expect((await get('maps.read', { path })).name).toBe('elsewhere.journey.json');
    expect(await ask('maps.read', { path: join(root, 'beside.journey.json') })).toMatchObject({
      fault: { code: 'outside-granted-folder' },
    });
  });

  it('has neither dialogs nor a printer where the host has none', async () => {
    const port = portFor({ type: 'nothing' });
    handlers = createHandlers(services, { ...port, info: { ...port.info, nativeDialogs: false, canPrint: false } });
    expect(await ask('dialogs.open', { purpose: 'map' })).toMatchObject({ fault: { code: 'invalid-request' } });
    expect(await ask('dialogs.save', { purpose: 'map', suggestedName: 'a' })).toMatchObject({
      fault: { code: 'invalid-request' },
    });
    expect(await ask('export.print', { bytes: new Uint8Array(4) })).toMatchObject({
      fault: { code: 'invalid-request' },
    });
    expect(done).toEqual([]);
  });

  it('does not draw what is no map', async () => {
    const request = { format: 'svg' } as Calls['export.make']['takes']['request'];
    expect(await ask('export.make', { text: '{}', request })).toMatchObject({ fault: { code: 'invalid-map' } });
  });

  it('has the file system of the machine by default', () => expect(services.fs).toBe(nodeFileSystem));
});
