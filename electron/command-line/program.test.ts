import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createElement, emptyMap } from '../../shared/document/create';
import { readMap } from '../../shared/document/read';
import { mapFromModel } from '../../shared/document/templates';
import { writeMap } from '../../shared/document/write';
import { VERSION } from '../services/version';
import { runCommandLine } from './program';
import { localeOf } from './terminal';

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'periplo-command-')));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function periplo(line: string | string[], language = 'en_GB.UTF-8') {
  let out = '';
  let error = '';
  const argv = typeof line === 'string' ? line.split(' ').filter(Boolean) : line;
  const code = await runCommandLine(argv, {
    out: (text) => (out += text),
    error: (text) => (error += text),
    folder,
    environment: { LANG: language, PERIPLO_DATA: join(folder, 'data') },
  });
  expect(`${out}${error}`).not.toMatch(/\n\s+at .*:\d+/);
  return { code, out, error };
}

const file = (name: string) => join(folder, name);
const save = (name: string, text: string) => writeFileSync(file(name), text);

describe('help and version', () => {
  it('are everywhere, in the system’s language', async () => {
    for (const command of ['', 'new', 'check', 'export', 'versions', 'simulate', 'serve']) {
      const help = await periplo(`${command} --help`);
      expect(help, command).toMatchObject({ code: 0, error: '' });
      expect(help.out).toContain('Usage: periplo');
      expect((await periplo(`${command} --version`)).out).toBe(`${VERSION}\n`);
      expect((await periplo(`${command} --help`, 'es_ES.UTF-8')).out).toContain('Uso: periplo');
    }
    expect((await periplo('')).out).toContain('Commands:');
  });

  it('follow what POSIX says of languages', () => {
    expect(localeOf({ LC_ALL: 'es_MX.UTF-8', LANG: 'en_US' })).toBe('es-MX');
    expect(localeOf({ LC_MESSAGES: 'ca_ES@valencia', LANG: 'es_ES' })).toBe('ca-ES');
    expect(localeOf({ LANG: 'C.UTF-8' })).toBe('en');
  });
});

describe('wrong use', () => {
  const cases: [string, string][] = [
    ['nonsense', 'no command “nonsense”'],
    ['new', 'missing: out'],
    ['new a --wrong', 'no option “--wrong”'],
    ['new a --template circles', '“circles” does not fit --template'],
    ['new a b', 'more arguments'],
    ['export a.journey.json', '--to <out>'],
    ['export a --to b.pdf --scale 9', 'a number from 0.1 to 4'],
    ['export a --to b.pdf --tile 1.5', 'a number from 1 to 12'],
    ['export a --to b.pdf --page B5', 'fit, A4, A3'],
    ['export a --to', 'needs a value'],
    ['export a --to b.pdf --portrait --landscape', 'exclude each other'],
    ['serve --port 70000', 'a number from 0 to 65535'],
  ];
  for (const [line, words] of cases) {
    it(`says what to do: ${line}`, async () => {
      const { code, out, error } = await periplo(line);
      expect(code).toBe(1);
      expect(out).toBe('');
      expect(error).toContain(words);
      expect(error).toContain('--help');
      expect((await periplo(line, 'es_ES')).error).not.toBe(error);
    });
  }
});

describe('new', () => {
  it('makes a map with the stages of a model, and never replaces a file', async () => {
    const made = await periplo([
      'new',
      'clinica',
      '--template',
      'six-stages',
      '--language',
      'es',
      '--title',
      'Clínica',
    ]);
    expect(made).toEqual({ code: 0, out: `Se ha creado ${file('clinica.journey.json')}\n`, error: '' });
    const text = readFileSync(file('clinica.journey.json'), 'utf8');
    const result = readMap(text);
    expect(result).toMatchObject({ status: 'ok', map: { title: 'Clínica', language: 'es' } });
    expect(text).toContain('Conocimiento');
    const again = await periplo('new clinica.journey.json');
    expect(again.code).toBe(1);
    expect(again.error).toContain('already something named “clinica.journey.json”');
    expect(readFileSync(file('clinica.journey.json'), 'utf8')).toBe(text);
    expect((await periplo('new no/such/folder/x')).error).toContain('can’t find');
  });
});

describe('check', () => {
  it('is content with a map; hints count with --strict only', async () => {
    save('a.journey.json', writeMap(mapFromModel('three-phases', 'en', 'A')));
    const checked = await periplo('check a.journey.json');
    expect(checked).toMatchObject({ code: 0, error: '' });
    expect(checked.out).toContain('is a valid map: 3 elements, 0 connections');
    expect((await periplo('check a.journey.json --strict')).code).toBe(1);
  });

  it('lists hints with what to do, and as JSON with the ids', async () => {
    const map = emptyMap({ title: 'A' });
    const pain = createElement('pain-point', { title: 'Too slow', order: 'a0' });
    map.elements[pain.id] = pain;
    save('a.journey.json', writeMap(map));
    expect((await periplo('check a.journey.json')).out).toContain('“Too slow” has no answer yet');
    const { code, out } = await periplo('check a.journey.json --json --strict');
    expect(code).toBe(1);
    const report = JSON.parse(out);
    expect(report).toMatchObject({ valid: true, elements: 1, ids: [{ id: pain.id, kind: 'pain-point' }] });
    expect(report.hints).toContainEqual(expect.objectContaining({ id: 'pain-point-unanswered', element: pain.id }));
  });

  it('says of everything else what it is, with exit code 2', async () => {
    const good = writeMap(mapFromModel('blank', 'en'));
    save('json.json', '{"a":1}');
    save('text.json', 'hello');
    save('conflict.json', `<<<<<<< HEAD\n${good}=======\n${good}>>>>>>> theirs\n`);
    save('new.json', good.replace('"formatVersion": 1', '"formatVersion": 99'));
    save('damaged.json', good.replace('"perspective": "as-is"', '"perspective": "sideways"'));
    save('deep.json', '['.repeat(100_000));
    writeFileSync(file('latin.json'), Buffer.from([0x7b, 0xf1, 0x7d]));
    const cases: [string, string][] = [
      ['json.json', 'not a journey map'],
      ['text.json', 'not a JSON file'],
      ['conflict.json', 'git could not merge'],
      ['new.json', 'format 99'],
      ['damaged.json', 'damaged at “perspective”'],
      ['deep.json', '64 levels'],
      ['latin.json', 'UTF-8'],
      ['missing.json', 'can’t find “missing.json”'],
      ['.', 'something else'],
    ];
    for (const [name, words] of cases) {
      const { code, out, error } = await periplo(`check ${name}`);
      expect(code, name).toBe(2);
      expect(out, name).toBe('');
      expect(error, name).toContain(words);
    }
    const { code, out } = await periplo('check damaged.json --json');
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ valid: false, status: 'damaged' });
  });
});

describe('export', () => {
  beforeEach(() => save('a.journey.json', writeMap(mapFromModel('three-phases', 'es', 'Recorrido'))));

  it('draws a PDF, a PNG and an SVG, twice the same bytes', async () => {
    for (const [name, start] of [
      ['out.pdf', '%PDF-'],
      ['out.png', '\x89PNG'],
      ['out.svg', '<'],
    ] as const) {
      const first = await periplo(`export a.journey.json --to ${name}`);
      expect(first.code, first.error).toBe(0);
      expect(first.out).toMatch(new RegExp(`^Wrote .*${name}: 1 page, \\d+ kB\n$`));
      const bytes = readFileSync(file(name));
      expect(bytes.toString('latin1').startsWith(start), name).toBe(true);
      await periplo(`export a.journey.json --to ${name}`);
      expect(readFileSync(file(name)).equals(bytes), name).toBe(true);
    }
  });

  it('refuses what the map has not, and other formats', async () => {
    const cases: [string[], string][] = [
      [['--to', 'out.gif'], '.pdf, .png or .svg'],
      [['--to', 'out.svg', '--metric', 'CTR'], 'no metrics'],
      [['--to', 'out.svg', '--select', 'nobody'], 'the id nobody'],
      [['--to', 'no/folder/out.svg'], 'can’t find'],
    ];
    for (const [options, words] of cases) {
      const { code, error } = await periplo(['export', 'a.journey.json', ...options]);
      expect(code).toBe(1);
      expect(error).toContain(words);
    }
    save('broken.journey.json', '{');
    expect((await periplo('export broken.journey.json --to out.svg')).error).toContain('not a JSON file');
    expect(readdirSync(folder).sort()).toEqual(['a.journey.json', 'broken.journey.json']);
  });
});

describe('versions', () => {
  it('lists what was kept, the latest first, and what can’t be used', async () => {
    const { createVersions } = await import('../services/versions/versions');
    const { nodeFileSystem } = await import('../services/files/file-system');
    save('a.journey.json', writeMap(mapFromModel('blank', 'en', 'A')));
    expect((await periplo('versions a.journey.json')).out).toBe('There are no versions of a.journey.json yet.\n');
    let now = Date.parse('2026-11-21T12:00:00Z');
    const versions = createVersions(nodeFileSystem, () => now);
    const about = { path: file('a.journey.json'), note: null, author: 'Ana' };
    const text = (title: string) => writeMap(mapFromModel('blank', 'en', title));
    const first = await versions.add({ ...about, text: text('1'), label: 'Workshop', changes: 1, automatic: false });
    now += 1000;
    await versions.add({ ...about, author: '', text: text('2'), label: null, changes: 12, automatic: true });
    const listed = await periplo('versions a.journey.json');
    expect(listed).toMatchObject({ code: 0, error: '' });
    expect(listed.out).toMatch(
      /^2 versions in a.journey.json:\n {2}0002 .*no name · 12 changes\n {8}automatic\n {2}0001 .*Ana · 1 change\n {8}Workshop\n$/,
    );
    expect((await periplo('versions a.journey.json', 'es_ES')).out).toContain('Ana · 1 cambio\n');
    writeFileSync(first.path, '{}');
    rmSync(file('a.journey.json'));
    const damaged = await periplo('versions a.journey.json');
    expect(damaged.out).toContain('1 version in');
    expect(damaged.error).toBe(`Skipped, because it was changed after it was kept: ${first.path}\n`);
    const { out } = await periplo('versions a.journey.json --json');
    expect(JSON.parse(out)).toMatchObject({
      file: file('a.journey.json'),
      versions: [{ number: 2, automatic: true }],
      damaged: [{ number: 1, reason: 'changed' }],
    });
    expect(await periplo('versions no.journey.json')).toMatchObject({ code: 1, out: '' });
  });
});

describe('serve', () => {
  it('says in one line why it can’t', async () => {
    const { createServer } = await import('node:net');
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as { port: number };
    const { code, error } = await periplo(`serve . --no-open --port ${port}`);
    await new Promise((resolve) => other.close(resolve));
    expect(code).toBe(1);
    expect(error).toBe(
      `periplo: Port ${port} is in use by another program. Choose another with --port, or leave it out.\n`,
    );
    expect((await periplo('serve no-such-folder --no-open')).error).toContain('can’t find “no-such-folder”');
  });
});
