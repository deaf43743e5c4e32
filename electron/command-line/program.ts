import { Command, CommanderError, type Option } from 'commander';
import { createTranslator, type Translate } from '../../shared/language/translator';
import { VERSION } from '../services/version';
import { addCheck } from './commands/check';
import { addDiff } from './commands/diff';
import { addExport } from './commands/export';
import { addIdeas } from './commands/ideas';
import { addImport } from './commands/import';
import { addMerge } from './commands/merge';
import { addNew } from './commands/new';
import { addServe } from './commands/serve';
import { addSimulate } from './commands/simulate';
import { addVersions } from './commands/versions';
import { type CommandContext, languageOf, sentenceFor, type Terminal, Trouble } from './terminal';

/** Commands whose exit code 1 is an answer, so that trouble has to be another one. */
const TWO_IS_TROUBLE = new Set(['check', 'diff', 'merge']);

/** Runs one command line, without the program's name. Answers the exit code; never rejects. */
export async function runCommandLine(argv: readonly string[], terminal: Terminal): Promise<number> {
  const language = languageOf(argv, terminal.environment);
  const t = createTranslator(language);
  let exitCode = 0;
  const finish = (code: number) => {
    exitCode = code;
  };
  const program = buildProgram({ terminal, t, language, finish });
  try {
    if (argv.length === 0) terminal.out(program.helpInformation());
    else await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    const isWrongUse = error instanceof CommanderError;
    const message = isWrongUse ? wrongUse(t, error) : sentenceFor(t, error);
    terminal.error(`${t('commandLine.error', { message })}\n`);
    if (isWrongUse) terminal.error(`${t('commandLine.helpHint', { command: commandIn(program, argv) })}\n`);
    return error instanceof Trouble ? error.exitCode : TWO_IS_TROUBLE.has(argv[0] ?? '') ? 2 : 1;
  }
}

function buildProgram(context: CommandContext): Command {
  const { terminal, t } = context;
  const program = new Command('periplo')
    .description(t('commandLine.about'))
    .version(VERSION, '-V, --version', t('commandLine.version'))
    .helpCommand(false);
  for (const add of [
    addNew,
    addCheck,
    addExport,
    addIdeas,
    addImport,
    addVersions,
    addDiff,
    addMerge,
    addSimulate,
    addServe,
  ])
    add(program, context);
  const titles: Record<string, string> = {
    'Usage:': t('commandLine.usage'),
    'Arguments:': t('commandLine.arguments'),
    'Options:': t('commandLine.optionsTitle'),
    'Commands:': t('commandLine.commandsTitle'),
  };
  for (const command of [program, ...program.commands]) {
    command
      .helpOption('-h, --help', t('commandLine.help'))
      .configureHelp({
        styleTitle: (title) => titles[title] ?? title,
        optionDescription: (option) => describe(t, option),
      })
      // What is wrong is said once, in the user's language, by runCommandLine.
      .configureOutput({ writeOut: terminal.out, writeErr: () => undefined })
      .exitOverride();
    if (command !== program) command.version(VERSION, '-V, --version', t('commandLine.version'));
  }
  return program;
}

/** What an option is for, what it takes, and what it is when it is left out. */
function describe(t: Translate, { description, argChoices, defaultValue }: Option): string {
  const hasDefault = typeof defaultValue === 'number' || (typeof defaultValue === 'string' && defaultValue !== '');
  const extra = [
    ...(argChoices ? [argChoices.join(', ')] : []),
    ...(hasDefault ? [t('commandLine.defaultValue', { value: defaultValue })] : []),
  ];
  return extra.length > 0 ? `${description} (${extra.join('; ')})` : description;
}

const commandIn = (program: Command, argv: readonly string[]) => {
  const command = program.commands.find((one) => one.name() === argv[0]);
  return command ? `periplo ${command.name()}` : 'periplo';
};

function wrongUse(t: Translate, error: CommanderError): string {
  const name = /'([^']+)'/.exec(error.message)?.[1] ?? '';
  switch (error.code) {
    case 'commander.unknownCommand':
      return t('commandLine.unknownCommand', { name });
    case 'commander.unknownOption':
      return t('commandLine.unknownOption', { name });
    case 'commander.missingArgument':
      return t('commandLine.missingArgument', { name });
    case 'commander.missingMandatoryOptionValue':
      return t('commandLine.missingOption', { name });
    case 'commander.optionMissingArgument':
      return t('commandLine.missingValue', { name });
    case 'commander.excessArguments':
      return t('commandLine.excessArguments');
    case 'commander.conflictingOption':
      return t('commandLine.conflict', { name, other: /'[^']+'.*'([^']+)'/s.exec(error.message)?.[1] ?? '' });
    case 'commander.invalidArgument':
      return invalidValue(t, error.message);
    default:
      return t('commandLine.wrongUse');
  }
}

/** Commander: `error: option '--page <size>' argument 'B5' is invalid. Allowed choices are A4, A3.` */
function invalidValue(t: Translate, message: string): string {
  const [, name = '', value = '', rest = ''] = /'([^']+)' argument '([^']*)' is invalid\. ?(.*)$/s.exec(message) ?? [];
  const allowed = rest.replace(/^Allowed choices are /, '').replace(/\.$/, '');
  return t('commandLine.badValue', { value, name, allowed });
}
