import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeMap } from '../../../shared/document/write';
import { ideaMap } from '../../../test/fixtures/idea-map';
import { runCommandLine } from '../program';

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'periplo-ideas-')));
  writeFileSync(join(folder, 'a.journey.json'), writeMap(ideaMap()));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function ideas(...args: string[]) {
  let said = '';
  const say = (text: string) => {
    said += text;
  };
  const environment = { LANG: 'en_GB.UTF-8', PERIPLO_DATA: join(folder, 'data') };
  const code = await runCommandLine(['ideas', 'a.journey.json', ...args], {
    out: say,
    error: say,
    folder,
    environment,
  });
  return { code, said };
}
const made = (name: string) => readFileSync(join(folder, name), 'utf8');

test('the ending chooses: content plan, briefs or calendar', async () => {
  expect(await ideas('--to', 'plan.csv', '--language', 'es')).toEqual({
    code: 0,
    said: `Escrito ${join(folder, 'plan.csv')}: 3 ideas\n`,
  });
  expect(made('plan.csv')).toMatch(/^\ufeffEtapa,Tipo,.*\r\n/);
  expect((await ideas('--to', 'briefs.MD')).code).toBe(0);
  expect(made('briefs.MD')).toContain('## calculator');
  expect((await ideas('--to', 'dates.ics')).code).toBe(0);
  const calendar = new ICAL.Component(ICAL.parse(made('dates.ics')));
  expect(calendar.getAllSubcomponents('vevent')).toHaveLength(2);
});

test('another ending, or no map, is told with what to do', async () => {
  expect(await ideas('--to', 'plan.xlsx')).toMatchObject({
    code: 1,
    said: expect.stringContaining('.csv, .md or .ics'),
  });
  writeFileSync(join(folder, 'a.journey.json'), '{}');
  expect(await ideas('--to', 'plan.csv')).toMatchObject({ code: 1, said: expect.stringContaining('a.journey.json') });
});
