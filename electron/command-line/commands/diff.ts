import type { Command } from 'commander';
import type { Change, Comparison } from '../../../shared/comparison/changes';
import { compareMaps, countChanges, filterComparison } from '../../../shared/comparison/difference';
import { comparisonMarkdown, countsText } from '../../../shared/comparison/markdown';
import { changeTexts, SIGNS } from '../../../shared/comparison/texts';
import type { Language, Translate } from '../../../shared/language/translator';
import { emptyLike, readMapOrEmpty } from '../map-file';
import { type CommandContext, inFolder, sentenceFor, Trouble } from '../terminal';

const DIFFERENT = 1;
const TROUBLE = 2;

interface DiffOptions {
  json: boolean;
  markdown: boolean;
  all: boolean;
  git: boolean;
}

/** `periplo diff A B`: what is different between two maps, in words. Also git's external diff, with --git. */
export function addDiff(program: Command, context: CommandContext): void {
  const { terminal, t, finish } = context;
  program
    .command('diff')
    .description(t('commandLine.diff.about'))
    .usage(t('commandLine.diff.usage'))
    .argument('<files...>', t('commandLine.diff.files'))
    .option('--json', t('commandLine.diff.json'), false)
    .option('--markdown', t('commandLine.diff.markdown'), false)
    .option('--all', t('commandLine.diff.all'), false)
    .option('--git', t('commandLine.diff.git'), false)
    .addHelpText('after', `\n${t('commandLine.diff.gitHelp')}`)
    .action(async (files: string[], options: DiffOptions) => {
      if (options.git) return diffForGit(files, options, context);
      const [before, after] = files;
      if (before === undefined || after === undefined || files.length > 2) {
        throw new Trouble(t('commandLine.diff.twoFiles'), TROUBLE);
      }
      const { text, different } = await difference(before, after, options, context);
      terminal.out(text);
      finish(different ? DIFFERENT : 0);
    });
}

/**
 * Git gives path, old file, old hash, old mode, new file, new hash, new mode; the path alone where it is not merged.
 * Any exit code but 0 would end the whole `git diff`, so a file that is no map only says so.
 */
async function diffForGit(files: string[], options: DiffOptions, context: CommandContext): Promise<void> {
  const { terminal, t } = context;
  const [path = '', before, , , after] = files;
  if (before === undefined || after === undefined) {
    terminal.out(`${t('commandLine.diff.unmerged', { path })}\n`);
    return;
  }
  terminal.out(`${t('commandLine.diff.gitFile', { path })}\n`);
  try {
    terminal.out((await difference(before, after, options, context)).text);
  } catch (error) {
    terminal.out(`${sentenceFor(t, error)}\n`);
  }
}

async function difference(
  before: string,
  after: string,
  options: DiffOptions,
  { terminal, t, language }: CommandContext,
): Promise<{ text: string; different: boolean }> {
  const [old, now] = [
    await readOrNothing(t, inFolder(terminal, before)),
    await readOrNothing(t, inFolder(terminal, after)),
  ];
  // A file that was added or deleted as a whole is compared with a map of nothing.
  const given = old ?? now;
  if (!given) return { text: `${t('comparison.same')}\n`, different: false };
  const comparison = compareMaps(old ?? emptyLike(given), now ?? emptyLike(given));
  const shown = filterComparison(comparison, { minor: options.all });
  const different = comparison.changes.length > 0;
  if (options.json) return { text: json(comparison, before, after, t, language), different };
  if (options.markdown) return { text: comparisonMarkdown(shown, t, language), different };
  return { text: lines(comparison, shown, t, language), different };
}

/** Git names the file that is not there on one side /dev/null (on Windows also nul). */
const readOrNothing = (t: Translate, path: string) =>
  /^(\/dev\/null|.*[\\/]nul)$/i.test(path) ? null : readMapOrEmpty(t, path, TROUBLE);

function lines(comparison: Comparison, shown: Comparison, t: Translate, language: Language): string {
  const out = comparison.related ? [] : [t('commandLine.diff.unrelated')];
  for (const change of shown.changes) {
    const { subject, lines: said } = changeTexts(change, comparison, t, language);
    out.push(`${signsOf(change)} ${subject}`, ...said.map((line) => `    ${line}`));
  }
  const hidden = comparison.changes.length - shown.changes.length;
  if (shown.changes.length > 0 || hidden === 0) out.push(countsText(shown, t));
  if (hidden > 0) out.push(t('commandLine.diff.minor', { count: hidden }));
  return `${out.join('\n')}\n`;
}

const signsOf = (change: Change) => change.types.map((type) => SIGNS[type]).join('');

/** What `--json` prints: all changes, the minor ones marked; its keys are the same in every language. */
function json(comparison: Comparison, before: string, after: string, t: Translate, language: Language): string {
  const side = (file: string, { title, revision }: Comparison['before']) => ({ file, title, revision });
  const report = {
    before: side(before, comparison.before),
    after: side(after, comparison.after),
    related: comparison.related,
    counts: countChanges(comparison),
    changes: comparison.changes.map(({ before: old, after: now, ...change }) => ({
      ...change,
      // A picture's bytes are of no use to a reader.
      ...(change.collection !== 'pictures' &&
        (old === null || now === null) && { [old ? 'before' : 'after']: old ?? now }),
      text: changeTexts({ before: old, after: now, ...change }, comparison, t, language),
    })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
