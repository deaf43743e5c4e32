import { type Command, CommanderError, Option } from 'commander';
import { FaultError } from '../../../shared/api/faults';
import { encodeUtf8 } from '../../../shared/document/runtime';
import type { JourneyMap } from '../../../shared/document/schema';
import { mapFromModel, STAGE_MODELS, type StageModel } from '../../../shared/document/templates';
import { writeMap } from '../../../shared/document/write';
import { THEMES } from '../../../shared/figures/theme';
import { createTranslator, LANGUAGES, type Language } from '../../../shared/language/translator';
import { mapFromTemplate } from '../../../shared/templates/build';
import { isTemplateId, TEMPLATE_IDS, TEMPLATES, type TemplateId } from '../../../shared/templates/registry';
import { nodeFileSystem } from '../../services/files/file-system';
import { isMapName } from '../../services/files/names';
import { saveAtomically } from '../../services/files/save';
import { type CommandContext, inFolder } from '../terminal';

interface NewOptions {
  template: StageModel | TemplateId;
  language?: Language;
  title: string;
  list: boolean;
}

const NAMES = [...STAGE_MODELS, ...TEMPLATE_IDS];

/** `periplo new OUT`: a map from a stage model or a whole-map template. Never replaces a file. */
export function addNew(program: Command, { terminal, t, language }: CommandContext): void {
  program
    .command('new')
    .description(t('commandLine.new.about'))
    .argument('[out]', t('commandLine.new.out'))
    .addOption(new Option('--template <model>', t('commandLine.new.template')).choices(NAMES).default('blank'))
    .addOption(new Option('--language <language>', t('commandLine.new.language')).choices(LANGUAGES))
    .option('--title <title>', t('commandLine.new.title'), '')
    .option('--list', t('commandLine.new.list'), false)
    .action(async (out: string | undefined, options: NewOptions) => {
      if (options.list) {
        terminal.out(listed(options.language ?? language));
        return;
      }
      if (out === undefined)
        throw new CommanderError(1, 'commander.missingArgument', "missing required argument 'out'");
      const path = inFolder(terminal, isMapName(out) ? out : `${out}.journey.json`);
      const map = await startOf(options.template, options.language ?? language, options.title);
      const written = await saveAtomically(nodeFileSystem, path, encodeUtf8(writeMap(map)), {
        approve: (old) => {
          if (old) throw new FaultError({ code: 'exists', path });
        },
      });
      terminal.out(`${t('commandLine.new.done', { path: written })}\n`);
    });
}

async function startOf(name: StageModel | TemplateId, language: Language, title: string): Promise<JourneyMap> {
  if (!isTemplateId(name)) return mapFromModel(name, language, title);
  // Only a template needs to know how wide its texts are; the native module for that takes a moment to load.
  const { createMeasure } = await import('../../services/export/measure');
  return mapFromTemplate(TEMPLATES[name], language, { measure: createMeasure(), theme: THEMES.light }, title);
}

/** What a map can start from: one line each, its name first. */
function listed(language: Language): string {
  const t = createTranslator(language);
  const width = Math.max(...NAMES.map((name) => name.length)) + 2;
  const line = (name: string, title: string, hint: string) => `  ${name.padEnd(width)}${title}: ${hint}`;
  const at = language === 'es' ? 1 : 0;
  return [
    t('commandLine.new.models'),
    ...STAGE_MODELS.map((name) => line(name, t(`stageModels.${name}.title`), t(`stageModels.${name}.hint`))),
    t('commandLine.new.templates'),
    ...TEMPLATE_IDS.map((name) => line(name, TEMPLATES[name].title[at], TEMPLATES[name].hint[at])),
    '',
  ].join('\n');
}
