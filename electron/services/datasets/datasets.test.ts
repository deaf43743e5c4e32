import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DatasetOptions } from '../../../shared/metrics/dataset';
import { bundleProcess } from '../../../test/fixtures/bundled-process';
import { type OpenSettings, openDataset } from './datasets';

let bundled: Awaited<ReturnType<typeof bundleProcess>>;
beforeAll(async () => {
  bundled = await bundleProcess('electron/services/datasets/dataset.process.ts');
}, 60_000);
afterAll(() => bundled.remove());

const open = (text: string | Uint8Array, options: DatasetOptions = {}, settings: OpenSettings = {}) =>
  openDataset({ bytes: typeof text === 'string' ? Buffer.from(text) : text, name: 'export.csv' }, options, {
    entry: bundled.entry,
    ...settings,
  });

describe('a data file', () => {
  it('is read', async () => {
    const dataset = await open('Report\n\ncard;value\n"Land;ing";1,5\n"two\nlines";2\nlast;3\n');
    expect(dataset.facts).toMatchObject({ format: 'csv' });
    console.log(JSON.stringify(dataset.facts), await dataset.ask('rows', { from: 0, count: 10 }));
    await dataset.close();
    const json = await open(
      '[{"a":{"b":1},"__proto__":12345678901234567890.10},\n{"c":[1, 2,{"x":null}],"a":{"b":"x\\ny"}}]',
    );
    console.log(JSON.stringify(json.facts), await json.ask('rows', { from: 0, count: 10 }));
    await json.close();
  });
});
