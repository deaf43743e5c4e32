import { basename, extname } from 'node:path';
import { type Command, Option } from 'commander';
import type { Change, Comparison } from '../../../shared/comparison/changes';
import { compareMaps, countChanges, filterComparison } from '../../../shared/comparison/difference';
import { comparisonMarkdown, countsText } from '../../../shared/comparison/markdown';
import { changeTexts, SIGNS } from '../../../shared/comparison/texts';
import type { Language, Translate } from '../../../shared/language/translator';
import { comparisonRequest } from '../../../shared/scene/comparison/comparison-request';
import { PAGE_SIZES, type PageSize } from '../../../shared/scene/export-request';
import { nodeFileSystem } from '../../services/files/file-system';
import { saveAtomically } from '../../services/files/save';
import { emptyLike, readMapOrEmpty, readWholeMap } from '../map-file';
import { type CommandContext, inFolder, sentenceFor, Trouble } from '../terminal';

const DIFFERENT = 1;
const TROUBLE = 2;

const FORMATS = ['pdf', 'png', 'svg', 'md'] as const;

interface DiffOptions {
  output?: string;
  page: PageSize;
  portrait?: boolean;
  theme: 'light' | 'dark';
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
    .option('--output <out>', t('commandLine.diff.output'))
    .addOption(new Option('--page <size>', t('commandLine.export.page')).choices(PAGE_SIZES).default('fit'))
    .option('--portrait', t('commandLine.export.portrait'))
    .addOption(new Option('--theme <theme>', t('commandLine.export.theme')).choices(['light', 'dark']).default('light'))
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
      if (options.output !== undefined) {
        finish((await drawDifference(before, after, options.output, options, context)) ? DIFFERENT : 0);
        return;
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

/** Writes the comparison as a file: the same bytes that the editor exports for the same maps and wishes. */
async function drawDifference(
  before: string,
  after: string,
  out: string,
  options: DiffOptions,
  { terminal, t, language }: CommandContext,
): Promise<boolean> {
  const format = FORMATS.find((one) => extname(out).toLowerCase() === `.${one}`);
  if (!format) {
    const allowed = t('commandLine.diff.formats');
    throw new Trouble(t('commandLine.badValue', { value: out, name: '--output', allowed }), TROUBLE);
  }
  const read = async (file: string) => {
    const map = await readWholeMap(t, inFolder(terminal, file), TROUBLE);
    return { map, name: basename(file), date: map.revisedOn };
  };
  const [old, now] = [await read(before), await read(after)];
  const request = comparisonRequest({
    format,
    minor: options.all,
    page: options.page,
    landscape: !options.portrait,
    theme: options.theme,
    language,
  });
  // Drawing needs a native module: all else does without it.
  const { makeComparison } = await import('../../services/export/make-comparison');
  const made = await makeComparison(old, now, request);
  const path = await saveAtomically(nodeFileSystem, inFolder(terminal, out), made.bytes);
  const size = Math.max(1, Math.round(made.bytes.length / 1024));
  terminal.out(`${t('commandLine.export.done', { path, count: made.pages, size })}\n`);
  return compareMaps(old.map, now.map).changes.length > 0;
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
