import type { Command } from 'commander';
import { findHints, hintText } from '../../../shared/analysis/hints';
import type { ReadResult } from '../../../shared/document/read';
import type { JourneyMap } from '../../../shared/document/schema';
import type { Language, Translate } from '../../../shared/language/translator';
import { complaint, readMapAt } from '../map-file';
import { type CommandContext, inFolder, Trouble } from '../terminal';

const INVALID = 2;
const HINTS = 1;

/** `periplo check MAP`: whether a file is a whole map, and what is unfinished in it. */
export function addCheck(program: Command, { terminal, t, language, finish }: CommandContext): void {
  program
    .command('check')
    .description(t('commandLine.check.about'))
    .argument('<map>', t('commandLine.check.map'))
    .option('--strict', t('commandLine.check.strict'), false)
    .option('--json', t('commandLine.check.json'), false)
    .action(async (file: string, options: { strict: boolean; json: boolean }) => {
      const path = inFolder(terminal, file);
      const result = await readMapAt(path);
      if (result.status !== 'ok') {
        const message = complaint(t, path, result);
        if (!options.json) throw new Trouble(message, INVALID);
        terminal.out(json({ file: path, valid: false, status: result.status, message, hints: [] }));
        return finish(INVALID);
      }
      const hints = describedHints(result.map, t, language);
      terminal.out(options.json ? json(report(path, result, hints)) : lines(t, path, result, hints));
      finish(options.strict && hints.length > 0 ? HINTS : 0);
    });
}

type DescribedHint = ReturnType<typeof describedHints>[number];

function describedHints(map: JourneyMap, t: Translate, language: Language) {
  return findHints(map, localDay(new Date())).map(({ id, element, connection, ...hint }) => ({
    id,
    element,
    connection,
    ...hintText({ id, element, connection, ...hint }, map, t, language),
  }));
}

/** The calendar day where the user is, `YYYY-MM-DD`. */
export function localDay(now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

const counts = (map: JourneyMap) => ({
  elements: Object.keys(map.elements).length,
  connections: Object.keys(map.connections).length,
});

function lines(t: Translate, path: string, result: ReadResult & { status: 'ok' }, hints: DescribedHint[]): string {
  const out = [t('commandLine.check.valid', { path, ...counts(result.map) })];
  if (result.migratedFrom !== null) out.push(t('commandLine.check.migrated', { version: result.migratedFrom }));
  out.push(hints.length > 0 ? t('commandLine.check.hints', { count: hints.length }) : t('commandLine.check.noHints'));
  for (const { message, advice } of hints) out.push(`  ${message}. ${advice}`);
  return `${out.join('\n')}\n`;
}

/** What `--json` prints; its keys are the same in every language. */
function report(path: string, { status, map, migratedFrom }: ReadResult & { status: 'ok' }, hints: DescribedHint[]) {
  const ids = Object.values(map.elements).map(({ id, kind, title }) => ({ id, kind, title }));
  return { file: path, valid: true, status, migratedFrom, title: map.title, ...counts(map), hints, ids };
}
