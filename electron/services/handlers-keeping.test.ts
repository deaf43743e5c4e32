import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Answer, CallName, Calls } from '../../shared/api/calls';
import { FaultError } from '../../shared/api/faults';
import { mapFromModel } from '../../shared/document/templates';
import { writeMap } from '../../shared/document/write';
import { answer, createHandlers, type Handlers } from './handlers';
import type { HostPort } from './host-port';
import { createServices } from './services';

let root: string;
let folder: string;
let handlers: Handlers;
let sent: { window: string; event: string; value: unknown }[];

const map = (title: string) => writeMap(mapFromModel('three-phases', 'es', title));
const nothing = async () => null;
const port: HostPort = {
  info: { host: 'desktop', version: '1.2.3', platform: 'linux', locale: 'es', nativeDialogs: true, canPrint: true },
  open: { type: 'nothing' },
  send: (window, event, value) => sent.push({ window, event, value }),
  setTitle: () => undefined,
  close: () => undefined,
  chooseFile: nothing,
  chooseTarget: nothing,
  print: async () => undefined,
  openLink: async () => undefined,
};

/** A program of its own on the same data folder. */
async function startProgram(): Promise<Handlers> {
  const services = createServices(join(root, 'data'));
  await services.grants.grantFolder(folder);
  return createHandlers(services, port);
}

beforeEach(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'periplo-keeping-')));
  folder = join(root, 'maps');
  mkdirSync(folder);
  sent = [];
  handlers = await startProgram();
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

async function ask<Name extends CallName>(
  name: Name,
  argument: Calls[Name]['takes'],
  window?: string,
): Promise<Answer<Calls[Name]['gives']>> {
  return (await answer(handlers, name, argument, () => undefined, window)) as Answer<Calls[Name]['gives']>;
}
async function get<Name extends CallName>(
  name: Name,
  argument: Calls[Name]['takes'],
  window?: string,
): Promise<Calls[Name]['gives']> {
  const given = await ask(name, argument, window);
  if (!given.ok) throw new FaultError(given.fault);
  return given.value;
}

describe('two windows on one file', () => {
  it('have one writer; the second is told, and can take over', async () => {
    const path = join(folder, 'a.journey.json');
    const { hash } = await get('maps.write', { path, text: map('start'), expectedHash: null });
    expect(await get('maps.lock', { path }, 'left')).toEqual({ status: 'yours' });
    expect(await get('maps.lock', { path }, 'right')).toMatchObject({ status: 'taken', by: { host: 'desktop' } });
    const write = { path, text: map('right'), expectedHash: hash };
    expect(await ask('maps.write', write, 'right')).toMatchObject({ ok: false, fault: { code: 'in-use', path } });
    expect(await ask('maps.write', { ...write, expectedHash: null }, 'right')).toMatchObject({ ok: false });
    expect(readFileSync(path, 'utf8')).toContain('start');
    await get('maps.takeOver', { path }, 'right');
    expect(sent).toMatchObject([{ window: 'left', event: 'map.takenOver', value: { path } }]);
    await get('maps.write', write, 'right');
    expect(await ask('maps.write', { ...write, text: map('left') }, 'left')).toMatchObject({
      fault: { code: 'in-use' },
    });
    await get('maps.release', { path }, 'right');
    expect(await get('maps.lock', { path }, 'left')).toEqual({ status: 'yours' });
    await get('app.start', {}, 'left');
    expect(await get('maps.lock', { path }, 'right')).toEqual({ status: 'yours' });
  });

  it('hear of each other’s saves and of others’, not of their own', async () => {
    const path = join(folder, 'a.journey.json');
    const { hash } = await get('maps.write', { path, text: map('start'), expectedHash: null });
    for (const window of ['left', 'right']) await get('maps.watch', { path, hash }, window);
    const saved = await get('maps.write', { path, text: map('mine'), expectedHash: hash }, 'left');
    const ofRight = { window: 'right', event: 'map.changedOutside', value: { path, hash: saved.hash } };
    await expect.poll(() => sent, { timeout: 5000 }).toEqual([ofRight]);
    rmSync(path);
    await expect
      .poll(() => sent.slice(1).map(({ window, event }) => `${window} ${event}`), { timeout: 5000 })
      .toEqual(['left map.gone', 'right map.gone']);
    for (const window of ['left', 'right']) await get('maps.release', { path }, window);
  });
});

describe('opening', () => {
  it('never writes beside the map, and drafts of it lie elsewhere', async () => {
    const path = join(folder, 'a.journey.json');
    // As some other program would write it: Periplo itself would write it otherwise.
    writeFileSync(path, `\uFEFF${JSON.stringify(JSON.parse(map('As it came')), null, 7)}`);
    const before = { bytes: readFileSync(path), ...statSync(path, { bigint: true }) };
    await get('app.start', {});
    const { hash, text } = await get('maps.read', { path });
    await get('maps.lock', { path });
    await get('maps.watch', { path, hash });
    await get('versions.list', { path });
    await get('folders.list', { path: folder });
    const { id } = await get('drafts.write', { path, mapId: 'm1', text, baseHash: hash });
    await get('drafts.read', { id });
    await get('maps.release', { path });
    expect(readdirSync(folder)).toEqual(['a.journey.json']);
    const after = { bytes: readFileSync(path), ...statSync(path, { bigint: true }) };
    expect({ ...after, atimeMs: 0, atimeNs: 0, atime: 0 }).toEqual({ ...before, atimeMs: 0, atimeNs: 0, atime: 0 });
    expect(readdirSync(join(root, 'data', 'drafts'))).toEqual([`${id}.draft`]);
  });
});

describe('drafts', () => {
  it('are kept until exactly their text is saved, and offered to the page after a crash', async () => {
    const path = join(folder, 'a.journey.json');
    const { hash } = await get('maps.write', { path, text: map('start'), expectedHash: null });
    const text = map('edited');
    const { id } = await get('drafts.write', { path, mapId: 'm1', text, baseHash: hash }, 'left');
    await get('maps.write', { path, text: map('other'), expectedHash: hash }, 'left');
    expect(await get('drafts.list', {}, 'right')).toEqual({ drafts: [], damaged: [] });
    await get('app.start', {}, 'left');
    const { drafts } = await get('drafts.list', {}, 'left');
    expect(drafts).toMatchObject([{ id, path, title: 'edited', file: 'changed' }]);
    expect((await get('drafts.read', { id })).text).toBe(text);
    await get('maps.write', { path, text, expectedHash: null }, 'left');
    expect(await get('drafts.list', {}, 'left')).toEqual({ drafts: [], damaged: [] });
    expect(readdirSync(join(root, 'data', 'drafts'))).toEqual([]);
  });

  it('that can’t be kept say so, and the map is saved all the same', async () => {
    writeFileSync(join(root, 'data'), 'a file where the folder should be');
    const draft = { path: null, mapId: 'm1', text: map('x'), baseHash: null };
    expect(await ask('drafts.write', draft)).toMatchObject({ ok: false });
    await get('maps.write', { path: join(folder, 'a.journey.json'), text: map('A'), expectedHash: null });
  });
});

describe('versions', () => {
  it('begin with what the file held before the first save, which comes back byte for byte', async () => {
    const path = join(folder, 'a.journey.json');
    const before = `${map('As it came')}\n`;
    writeFileSync(path, before);
    const { hash } = await get('maps.read', { path });
    const keep = { path, firstLabel: 'Before', label: 'Other' };
    expect(readdirSync(folder)).toEqual(['a.journey.json']);
    const first = await get('versions.keepFile', keep);
    const text = map('Edited');
    await get('maps.write', { path, text, expectedHash: hash });
    const version = { path, text, label: null, note: null, author: '', changes: 1, automatic: true };
    expect((await get('versions.add', version)).number).toBe(1);
    expect(await get('versions.keepFile', keep)).toBeNull();
    expect((await get('versions.list', { path })).versions.map(({ number }) => number)).toEqual([1, 0]);
    expect((await get('versions.read', { path, id: first?.id ?? '' })).text).toBe(before);
  });

  it('are kept, listed and read, inside what was granted', async () => {
    const path = join(folder, 'a.journey.json');
    const request = { path, text: map('A'), label: 'First', note: null, author: 'Ana', changes: 2, automatic: false };
    const version = await get('versions.add', request);
    expect(await get('versions.list', { path })).toEqual({ versions: [version], damaged: [] });
    expect(await get('versions.read', { path, id: version.id })).toEqual({ version, text: request.text });
    expect(await get('maps.read', { path: version.path })).toMatchObject({ text: request.text });
    const outside = join(root, 'secret.journey.json');
    for (const given of [
      await ask('versions.add', { ...request, path: outside }),
      await ask('versions.keepFile', { path: outside, firstLabel: 'First', label: 'Other' }),
      await ask('versions.list', { path: outside }),
      await ask('versions.read', { path: outside, id: version.id }),
    ]) {
      expect(given).toMatchObject({ ok: false, fault: { code: 'outside-granted-folder' } });
    }
    expect(await ask('versions.read', { path, id: '../a' })).toMatchObject({ ok: false, fault: { code: 'not-found' } });
    expect(readdirSync(root).sort()).toEqual(['data', 'maps']);
  });
});
