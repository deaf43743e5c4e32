import { extname } from 'node:path';
import { type Command, Option } from 'commander';
import type { JourneyMap } from '../../../shared/document/schema';
import { ideaBriefs } from '../../../shared/ideas/brief';
import { calendarOf } from '../../../shared/ideas/calendar';
import { ideaGrid } from '../../../shared/ideas/grid';
import { csvOf } from '../../../shared/ideas/plan-csv';
import { planTable } from '../../../shared/ideas/plan-rows';
import { createTranslator, LANGUAGES, type Language, languageFor } from '../../../shared/language/translator';
import { nodeFileSystem } from '../../services/files/file-system';
import { saveAtomically } from '../../services/files/save';
import { readWholeMap } from '../map-file';
import { type CommandContext, inFolder, Trouble } from '../terminal';

interface IdeasOptions {
  to: string;
  language?: Language;
}

const FORMATS = ['.csv', '.md', '.ics'] as const;

/** `periplo ideas MAP --to OUT`: the same content plan, briefs and calendar that the editor's view of ideas saves. */
export function addIdeas(program: Command, { terminal, t }: CommandContext): void {
  program
    .command('ideas')
    .description(t('ideas.commandLine.about'))
    .argument('<map>', t('ideas.commandLine.map'))
    .requiredOption('--to <out>', t('ideas.commandLine.to'))
    .addOption(new Option('--language <language>', t('ideas.commandLine.language')).choices(LANGUAGES))
    .action(async (file: string, { to, language }: IdeasOptions) => {
      const format = FORMATS.find((one) => extname(to).toLowerCase() === one);
      if (!format) {
        const allowed = t('ideas.commandLine.formats');
        throw new Trouble(t('commandLine.badValue', { value: to, name: '--to', allowed }));
      }
      const map = await readWholeMap(t, inFolder(terminal, file), 1);
      const text = textOf(map, format, language ?? languageFor(map.language));
      const written = await saveAtomically(nodeFileSystem, inFolder(terminal, to), new TextEncoder().encode(text));
      terminal.out(`${t('ideas.commandLine.done', { path: written, count: ideaGrid(map).ideas.length })}\n`);
    });
}

function textOf(map: JourneyMap, format: (typeof FORMATS)[number], language: Language): string {
  const grid = ideaGrid(map);
  const t = createTranslator(language);
  switch (format) {
    case '.csv':
      // Spreadsheets take UTF-8 for what it is only with this mark.
      return `\ufeff${csvOf(planTable(map, grid.rows, t))}`;
    case '.md':
      return ideaBriefs(map, grid, grid.ideas, t, language);
    case '.ics':
      return calendarOf(map, grid, Date.now(), t);
  }
}
