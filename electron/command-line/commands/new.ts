import { type Command, Option } from 'commander';
import { FaultError } from '../../../shared/api/faults';
import { encodeUtf8 } from '../../../shared/document/runtime';
import { mapFromModel, STAGE_MODELS, type StageModel } from '../../../shared/document/templates';
import { writeMap } from '../../../shared/document/write';
import { LANGUAGES, type Language } from '../../../shared/language/translator';
import { nodeFileSystem } from '../../services/files/file-system';
import { isMapName } from '../../services/files/names';
import { saveAtomically } from '../../services/files/save';
import { type CommandContext, inFolder } from '../terminal';

interface NewOptions {
  template: StageModel;
  language?: Language;
  title: string;
}

/** `periplo new OUT`: a map with the rows and stages of a model. Never replaces a file. */
export function addNew(program: Command, { terminal, t, language }: CommandContext): void {
  program
    .command('new')
    .description(t('commandLine.new.about'))
    .argument('<out>', t('commandLine.new.out'))
    .addOption(new Option('--template <model>', t('commandLine.new.template')).choices(STAGE_MODELS).default('blank'))
    .addOption(new Option('--language <language>', t('commandLine.new.language')).choices(LANGUAGES))
    .option('--title <title>', t('commandLine.new.title'), '')
    .action(async (out: string, options: NewOptions) => {
      const path = inFolder(terminal, isMapName(out) ? out : `${out}.journey.json`);
      const map = mapFromModel(options.template, options.language ?? language, options.title);
      const written = await saveAtomically(nodeFileSystem, path, encodeUtf8(writeMap(map)), {
        approve: (old) => {
          if (old) throw new FaultError({ code: 'exists', path });
        },
      });
      terminal.out(`${t('commandLine.new.done', { path: written })}\n`);
    });
}
