import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CallName, Calls } from '../../../shared/api/calls';
import { outlineOf } from '../../../shared/metrics/map-outline';
import { bundleProcess } from '../../../test/fixtures/bundled-process';
import { demoMap, pointsIn } from '../../../test/fixtures/planned-file';
import { answer, createHandlers, type Handlers } from '../handlers';
import type { HostPort } from '../host-port';
import { createServices, type Services } from '../services';
import { createWindowDatasets } from './window-datasets';

let bundled: Awaited<ReturnType<typeof bundleProcess>>;
beforeAll(async () => {
  bundled = await bundleProcess('electron/services/datasets/dataset.process.ts');
}, 120_000);
afterAll(() => bundled.remove());

let root: string;
let services: Services;
let handlers: Handlers;
let events: { window: string; name: string; value: unknown }[];
const outline = outlineOf(demoMap());

function start(host: 'desktop' | 'browser' = 'browser'): void {
  services = createServices(join(root, 'data'));
  services.datasets = createWindowDatasets(services.pages, { entry: bundled.entry });
  const port: HostPort = {
    info: { host, version: '0', platform: 'linux', locale: 'en', nativeDialogs: false, canPrint: false },
    open: { type: 'nothing' },
    send: (window, name, value) => void events.push({ window, name, value }),
    setTitle: () => undefined,
    close: () => undefined,
    chooseFile: async () => null,
    chooseTarget: async () => null,
    print: async () => undefined,
    openLink: async () => undefined,
  };
  handlers = createHandlers(services, port);
}

beforeEach(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'periplo-window-')));
  mkdirSync(join(root, 'files'));
  events = [];
  start();
  await services.grants.grantFolder(join(root, 'files'));
});
afterEach(async () => {
  for (const window of ['one', 'two']) services.pages.start(window);
  rmSync(root, { recursive: true, force: true });
});

async function call<Name extends CallName>(name: Name, argument: Calls[Name]['takes'], window = 'one') {
  const given = await answer(handlers, name, argument, () => undefined, window);
  if (!given.ok) return { fault: given.fault.code };
  return { value: given.value as Calls[Name]['gives'] };
}

const put = (name: string, text: string) => {
  const path = join(root, 'files', name);
  writeFileSync(path, text);
  return path;
};

describe('a data file in a window', () => {
  it('is opened, described, planned, and found again by the next start of the program', async () => {
    const path = put('numbers.csv', 'Card;Orders\nLanding;1,5\nCart;2\n');
    const opened = await call('datasets.open', { id: 'a', file: { path }, options: {} });
    expect(opened.value).toMatchObject({ name: 'numbers.csv', facts: { format: 'csv', rows: 3, delimiter: ';' } });
    expect((await call('datasets.rows', { id: 'a', from: 1, count: 1 })).value).toEqual([
      { line: 2, cells: ['Landing', '1,5'] },
    ]);
    const described = await call('datasets.describe', { id: 'a', outline });
    const recipe = described.value!.suggestion;
    const plan = await call('datasets.plan', { id: 'a', recipe, outline });
    expect(pointsIn(plan.value!)).toEqual({ 'landing Orders': 1.5, 'cart Orders': 2 });
    await call('datasets.remember', { id: 'a', mapId: 'm', source: 's' });
    start();
    expect(await call('datasets.place', { mapId: 'm', source: 's' })).toEqual({ value: null });
    await services.grants.grantFolder(join(root, 'files'));
    expect((await call('datasets.place', { mapId: 'm', source: 's' })).value).toEqual({ path, name: 'numbers.csv' });
    expect((await call('datasets.place', { mapId: 'm', source: 'other' })).value).toBeNull();
    start('desktop');
    expect((await call('datasets.place', { mapId: 'm', source: 's' })).value).toEqual({ path, name: 'numbers.csv' });
    rmSync(path);
    expect((await call('datasets.place', { mapId: 'm', source: 's' })).value).toBeNull();
  });

  it('may come as bytes, which have no place', async () => {
    const file = { name: 'dropped.csv', bytes: Buffer.from('Card,Orders\nLanding,3\n') };
    expect((await call('datasets.open', { id: 'b', file, options: {} })).value).toMatchObject({ name: 'dropped.csv' });
    await call('datasets.remember', { id: 'b', mapId: 'm', source: 's' });
    expect((await call('datasets.place', { mapId: 'm', source: 's' })).value).toBeNull();
    expect(await call('datasets.close', { id: 'b' })).toEqual({ value: null });
    expect(await call('datasets.rows', { id: 'b', from: 0, count: 1 })).toEqual({ fault: 'cancelled' });
  });

  it('is nobody else’s, and ends with its page', async () => {
    const path = put('numbers.csv', 'Card,Orders\nLanding,3\n');
    await call('datasets.open', { id: 'a', file: { path }, options: {} });
    expect(await call('datasets.rows', { id: 'a', from: 0, count: 1 }, 'two')).toEqual({ fault: 'cancelled' });
    services.pages.start('one');
    expect(await call('datasets.rows', { id: 'a', from: 0, count: 1 })).toEqual({ fault: 'cancelled' });
  });

  it('is refused outside of what was granted, and with arguments of another shape', async () => {
    writeFileSync(join(root, 'secret.csv'), 'a,b\n1,2\n');
    const outside = { path: join(root, 'secret.csv') };
    expect(await call('datasets.open', { id: 'a', file: outside, options: {} })).toEqual({
      fault: 'outside-granted-folder',
    });
    const empty = { name: 'x.csv', bytes: new Uint8Array() };
    expect(await call('datasets.open', { id: 'a', file: empty, options: {} })).toEqual({ fault: 'data-empty' });
    expect(await call('datasets.open', { id: '../a', file: empty, options: {} })).toEqual({ fault: 'invalid-request' });
  });

  it('that is given up while it is read is closed', async () => {
    const path = put('large.csv', `Card,Orders\n${'Landing,3\n'.repeat(500_000)}`);
    const opening = call('datasets.open', { id: 'a', file: { path }, options: {} });
    await new Promise((resolve) => setTimeout(resolve, 50));
    await call('datasets.cancel', { id: 'a' });
    expect(await opening).toEqual({ fault: 'cancelled' });
    expect(await call('datasets.rows', { id: 'a', from: 0, count: 1 })).toEqual({ fault: 'cancelled' });
  });
});
