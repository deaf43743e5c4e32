import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STAGE_MODELS } from '../../shared/document/templates';
import { LANGUAGES } from '../../shared/language/translator';
import { TEMPLATE_IDS } from '../../shared/templates/registry';
import { runCommandLine } from './program';

let folder: string;
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'periplo-new-')));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function periplo(line: string, language = 'en_GB.UTF-8') {
  let out = '';
  let error = '';
  const code = await runCommandLine(line.split(' '), {
    out: (text) => (out += text),
    error: (text) => (error += text),
    folder,
    environment: { LANG: language, PERIPLO_DATA: join(folder, 'data') },
  });
  return { code, out, error };
}

describe('periplo new', () => {
  it.each(LANGUAGES.flatMap((language) => TEMPLATE_IDS.map((id) => [id, language] as const)))(
    'makes %s in %s, which has nothing left to do',
    async (id, language) => {
      const name = `${id}.${language}`;
      expect(await periplo(`new ${name} --template ${id} --language ${language}`)).toMatchObject({
        code: 0,
        error: '',
      });
      const checked = await periplo(`check ${name}.journey.json --strict`, language === 'es' ? 'es_ES' : 'en_GB');
      expect(checked.out.split('\n').slice(2).join('')).toBe('');
      expect(checked.code).toBe(0);
    },
  );

  it('lists what there is, in the language of the terminal or of the map', async () => {
    const { code, out } = await periplo('new --list');
    expect(code).toBe(0);
    for (const name of [...STAGE_MODELS, ...TEMPLATE_IDS]) expect(out).toMatch(new RegExp(`^ {2}${name} +\\S`, 'm'));
    expect(out).toContain('Software subscription');
    expect((await periplo('new --list', 'es_ES')).out).toContain('Suscripción de software');
    expect((await periplo('new --list --language es')).out).toContain('Suscripción de software');
  });
});
