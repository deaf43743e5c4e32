import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deleteElements } from '../../../shared/commands/cards';
import { connect } from '../../../shared/commands/connections';
import { readMap } from '../../../shared/document/read';
import type { JourneyMap } from '../../../shared/document/schema';
import { writeMap } from '../../../shared/document/write';
import { smallMap } from '../../../test/fixtures/small-map';
import { runCommandLine } from '../program';

let folder: string;
let start: JourneyMap;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'periplo-diff-')));
  start = smallMap();
  save('base', () => undefined);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function save(name: string, edit: (map: JourneyMap) => unknown) {
  const map = JSON.parse(JSON.stringify(start)) as JourneyMap;
  edit(map);
  writeFileSync(join(folder, name), writeMap(map));
}

function opened(name: string): JourneyMap {
  const result = readMap(readFileSync(join(folder, name)));
  if (result.status !== 'ok') throw new Error(JSON.stringify(result));
  return result.map;
}

async function periplo(line: string, language = 'en_GB.UTF-8') {
  let [out, error] = ['', ''];
  const code = await runCommandLine(line.split(' '), {
    out: (text) => (out += text),
    error: (text) => (error += text),
    folder,
    environment: { LANG: language },
  });
  return { code, out, error };
}

describe('diff', () => {
  test('0 where there is no difference, 1 where there is one, said in the user’s language', async () => {
    save('same', () => undefined);
    expect(await periplo('diff base same')).toEqual({ code: 0, out: 'No differences\n', error: '' });
    save('edited', (map) => Object.assign(map.elements.cost!, { severity: 4, stage: 'use' }));
    expect(await periplo('diff base edited')).toEqual({
      code: 1,
      out: '≠→ Pain point “Shipping cost”\n    Moved from Buy to Use\n    Severity not said → 4\n1 changed, 1 moved\n',
      error: '',
    });
    expect((await periplo('diff base edited', 'es_ES.UTF-8')).out).toContain('Pasa de Buy a Use');
  });

  test('--output draws the comparison into a file of that kind', async () => {
    save('edited', (map) => Object.assign(map.elements.cost!, { severity: 4 }));
    const starts = { pdf: '%PDF-', png: '\x89PNG', svg: '<svg', md: '# What has changed' } as const;
    for (const [format, start] of Object.entries(starts)) {
      const { code, out } = await periplo(`diff base edited --output made.${format} --page A4`);
      expect([code, out]).toEqual([1, expect.stringContaining(`made.${format}`)]);
      expect(readFileSync(join(folder, `made.${format}`), 'latin1').slice(0, start.length + 60)).toContain(start);
    }
    const same = await periplo('diff base base --output same.md', 'es_ES.UTF-8');
    expect([same.code, readFileSync(join(folder, 'same.md'), 'utf8')]).toEqual([
      0,
      expect.stringContaining('Sin diferencias'),
    ]);
    const wrong = await periplo('diff base edited --output made.docx');
    expect([wrong.code, wrong.error]).toEqual([2, expect.stringContaining('.pdf, .png, .svg or .md')]);
    expect((await periplo('diff base nowhere --output x.pdf')).code).toBe(2);
  });

  test('small things are counted, and listed with --all', async () => {
    save('shifted', (map) => Object.assign(map.elements.cost!, { x: 99 }));
    const brief = await periplo('diff base shifted');
    expect(brief).toMatchObject({ code: 1, out: '1 small change more; --all lists it.\n' });
    expect((await periplo('diff base shifted --all')).out).toContain('Shifted within its cell');
  });

  test('as JSON with all there is, as Markdown for people', async () => {
    save('edited', (map) => {
      Object.assign(map.elements.cost!, { severity: 4 });
      delete map.connections.clicks;
    });
    const { code, out } = await periplo('diff base edited --json');
    expect(code).toBe(1);
    const report = JSON.parse(out);
    expect(report).toMatchObject({ related: true, counts: { changed: 1, removed: 1, all: 2 } });
    expect(report.changes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          id: 'elements/cost',
          fields: [{ name: 'severity', before: null, after: 4, type: 'changed', minor: false }],
          text: { subject: 'Pain point “Shipping cost”', lines: ['Severity not said → 4'] },
        }),
        expect.objectContaining({ id: 'connections/clicks', types: ['removed'], before: start.connections.clicks }),
      ]),
    );
    expect((await periplo('diff base edited --markdown')).out).toContain('# What has changed in “Small shop”');
  });

  test('2 for trouble of any kind', async () => {
    writeFileSync(join(folder, 'broken'), '{');
    for (const [line, words] of [
      ['diff base', 'Name two map files'],
      ['diff base base base', 'Name two map files'],
      ['diff', 'missing: files'],
      ['diff base nothing', 'can’t find'],
      ['diff base broken', 'not a JSON file'],
      ['diff base base --wrong', 'no option'],
    ] as const) {
      const { code, out, error } = await periplo(line);
      expect([code, out], line).toEqual([2, '']);
      expect(error, line).toContain(words);
    }
  });

  test('--help says how git uses it', async () => {
    expect((await periplo('diff --help')).out).toContain('git config diff.periplo.command "periplo diff --git"');
    expect((await periplo('merge --help', 'es_ES')).out).toContain('merge.periplo.driver');
  });
});

describe('merge', () => {
  test('writes what both did, says it, and ends with 0', async () => {
    save('ours', (map) => Object.assign(map.elements.cost!, { severity: 4 }));
    save('theirs', (map) => Object.assign(map.elements.cost!, { title: 'Too dear' }));
    const { code, out, error } = await periplo('merge base ours theirs --output out');
    expect({ code, out, error }).toEqual({
      code: 0,
      out: `Merged into ${join(folder, 'out')}: 1 changed\n`,
      error: '',
    });
    expect(opened('out').elements.cost).toMatchObject({ severity: 4, title: 'Too dear' });
    expect(opened('ours').elements.cost).toMatchObject({ title: 'Shipping cost' });
  });

  test('conflicts: 1, a list, and a map that holds ours; --take settles them', async () => {
    save('ours', (map) => Object.assign(map.elements.cost!, { severity: 4 }));
    save('theirs', (map) => Object.assign(map.elements.cost!, { severity: 5 }));
    const { code, error } = await periplo('merge base ours theirs --output ours');
    expect(code).toBe(1);
    expect(error).toContain('1 conflict.');
    expect(error).toContain('    ours: 4\n    theirs: 5\n');
    expect(opened('ours').elements.cost).toMatchObject({ severity: 4 });
    expect(await periplo('merge base ours theirs --output out --take theirs')).toMatchObject({ code: 0, error: '' });
    expect(opened('out').elements.cost).toMatchObject({ severity: 5 });
  });

  test('what was mended is said', async () => {
    save('ours', (map) => deleteElements(map, ['unboxing']));
    save('theirs', (map) => connect(map, 'shop', 'unboxing'));
    const { code, error } = await periplo('merge base ours theirs --output out', 'es_ES');
    expect(code).toBe(0);
    expect(error).toBe(
      'Conexión «Web shop» → «Unboxing» no se incluye: una tarjeta de sus extremos se eliminó en el otro lado.\n',
    );
  });

  test('an empty base counts as none; all else that is no map is trouble, and nothing is written', async () => {
    writeFileSync(join(folder, 'empty'), '');
    save('ours', (map) => Object.assign(map.elements.cost!, { severity: 4 }));
    expect((await periplo('merge empty ours ours --output out')).code).toBe(0);
    expect(opened('out')).toEqual(opened('ours'));
    const before = readFileSync(join(folder, 'ours'), 'utf8');
    for (const line of ['merge base ours empty', 'merge base ours nothing', 'merge nothing ours base']) {
      const { code, out, error } = await periplo(`${line} --output ours`);
      expect([code, out], line).toEqual([2, '']);
      expect(error, line).not.toBe('');
    }
    expect((await periplo('merge base ours base')).code).toBe(2);
    expect((await periplo('merge base ours base --output out --take both')).code).toBe(2);
    expect(readFileSync(join(folder, 'ours'), 'utf8')).toBe(before);
  });
});
