import { type Command, Option } from 'commander';
import { compareMaps, filterComparison } from '../../../shared/comparison/difference';
import { countsText } from '../../../shared/comparison/markdown';
import { type MergeResult, mergeMaps, settleAll } from '../../../shared/comparison/merge';
import { conflictTexts, repairText } from '../../../shared/comparison/merge-texts';
import type { MergeSide } from '../../../shared/comparison/three-way';
import { encodeUtf8 } from '../../../shared/document/runtime';
import { writeMap } from '../../../shared/document/write';
import type { Language, Translate } from '../../../shared/language/translator';
import { nodeFileSystem } from '../../services/files/file-system';
import { saveAtomically } from '../../services/files/save';
import { emptyLike, readMapOrEmpty, readWholeMap } from '../map-file';
import { type CommandContext, inFolder } from '../terminal';

const CONFLICTS = 1;
const TROUBLE = 2;

/** `periplo merge BASE OURS THEIRS --output OUT`: a three-way merge; also git's merge driver. Writes a valid map or nothing. */
export function addMerge(program: Command, { terminal, t, language, finish }: CommandContext): void {
  program
    .command('merge')
    .description(t('commandLine.merge.about'))
    .argument('<base>', t('commandLine.merge.base'))
    .argument('<ours>', t('commandLine.merge.ours'))
    .argument('<theirs>', t('commandLine.merge.theirs'))
    .requiredOption('--output <out>', t('commandLine.merge.output'))
    .addOption(new Option('--take <side>', t('commandLine.merge.take')).choices(['ours', 'theirs']))
    .addHelpText('after', `\n${t('commandLine.merge.gitHelp')}`)
    .action(async (base: string, ours: string, theirs: string, options: { output: string; take?: MergeSide }) => {
      const read = (file: string) => readWholeMap(t, inFolder(terminal, file), TROUBLE);
      const own = await read(ours);
      const other = await read(theirs);
      const start = (await readMapOrEmpty(t, inFolder(terminal, base), TROUBLE)) ?? emptyLike(own);
      const merged = mergeMaps(start, own, other);
      const result = options.take ? settleAll(merged, options.take) : merged;
      const path = inFolder(terminal, options.output);
      const written = await saveAtomically(nodeFileSystem, path, encodeUtf8(writeMap(result.map)));
      const changed = filterComparison(compareMaps(own, result.map, { related: true }), {});
      terminal.out(`${t('commandLine.merge.done', { path: written, what: countsText(changed, t) })}\n`);
      const news = report(result, t, language);
      if (news) terminal.error(news);
      finish(result.conflicts.length > 0 ? CONFLICTS : 0);
    });
}

/** What had to be mended, and what is left to decide. */
function report(result: MergeResult, t: Translate, language: Language): string {
  const out = result.repairs.map((repair) => repairText(repair, result, t, language));
  const { conflicts } = result;
  if (conflicts.length > 0) out.push(t('commandLine.merge.conflicts', { count: conflicts.length }));
  for (const conflict of conflicts) {
    const { subject, reason, ours, theirs } = conflictTexts(conflict, result, t, language);
    out.push(
      `  ${subject}. ${reason}.`,
      `    ${t('commandLine.merge.oursSide', { text: ours })}`,
      `    ${t('commandLine.merge.theirsSide', { text: theirs })}`,
    );
  }
  if (conflicts.length > 0) out.push(t('commandLine.merge.settle'));
  return out.map((line) => `${line}\n`).join('');
}
