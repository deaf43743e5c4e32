import { basename } from 'node:path';
import type { Command } from 'commander';
import * as v from 'valibot';
import { LIMITS } from '../../../shared/document/limits';
import { decode, encodeUtf8 } from '../../../shared/document/runtime';
import type { Source } from '../../../shared/document/schema';
import { writeMap } from '../../../shared/document/write';
import type { Translate } from '../../../shared/language/translator';
import { applyPlan, earlierSource } from '../../../shared/metrics/apply-plan';
import type { Description } from '../../../shared/metrics/described';
import { outlineOf } from '../../../shared/metrics/map-outline';
import { type Recipe, recipeOf, recipeSchema } from '../../../shared/metrics/recipe';
import { fitsTable } from '../../../shared/metrics/recipe-edits';
import { openDataset } from '../../services/datasets/datasets';
import { nodeFileSystem } from '../../services/files/file-system';
import { saveAtomically } from '../../services/files/save';
import { readLimited } from '../../services/maps';
import { planJson, planText, type ReportInput } from '../import-report';
import { readWholeMap } from '../map-file';
import { type CommandContext, inFolder, Trouble } from '../terminal';

interface ImportOptions {
  data: string;
  recipe?: string;
  output?: string;
  dryRun: boolean;
  json: boolean;
  writeRecipe?: string;
}

/** `periplo import MAP --data FILE`: the same numbers that the editor imports by the same recipe. */
export function addImport(program: Command, context: CommandContext): void {
  const { t } = context;
  program
    .command('import')
    .description(t('importCommand.about'))
    .argument('<map>', t('importCommand.map'))
    .requiredOption('--data <file>', t('importCommand.data'))
    .option('--recipe <file>', t('importCommand.recipe'))
    .option('--output <out>', t('importCommand.output'))
    .option('--dry-run', t('importCommand.dryRun'), false)
    .option('--json', t('importCommand.json'), false)
    .option('--write-recipe <file>', t('importCommand.writeRecipe'))
    .action((file: string, options: ImportOptions) => importData(context, file, options));
}

async function importData(
  { terminal, t, language, finish }: CommandContext,
  file: string,
  options: ImportOptions,
): Promise<void> {
  if (!options.dryRun && !options.output && !options.writeRecipe) throw new Trouble(t('importCommand.needsOutput'));
  const map = await readWholeMap(t, inFolder(terminal, file), 1);
  const path = inFolder(terminal, options.data);
  const given = options.recipe === undefined ? null : await readRecipe(t, inFolder(terminal, options.recipe));
  const { encoding = null, delimiter = null, sheet = null } = given ?? {};
  const dataset = await openDataset({ path }, { encoding, delimiter, sheet }, terminal.datasets);
  try {
    const outline = outlineOf(map);
    const name = basename(path);
    const source = earlierSource(map, name);
    const recipe =
      given ??
      firstRecipe(await dataset.ask('describe', { outline }), source === null ? undefined : map.sources[source]);
    const plan = await dataset.ask('plan', { recipe, outline });
    const report: ReportInput = { plan, map, source, t, language };
    if (options.writeRecipe !== undefined) {
      const text = `${JSON.stringify(plan.recipe, null, 2)}\n`;
      const written = await saveAtomically(nodeFileSystem, inFolder(terminal, options.writeRecipe), encodeUtf8(text));
      if (!options.json) terminal.error(`${t('importCommand.wroteRecipe', { path: written })}\n`);
    }
    const isOpen = plan.questions.length > 0;
    if (options.json) terminal.out(`${JSON.stringify(planJson(report), null, 2)}\n`);
    else if (isOpen) terminal.error(planText(report));
    else terminal.out(planText(report));
    if (isOpen) return finish(1);
    if (options.dryRun || options.output === undefined) return;
    if (plan.values.length === 0) throw new Trouble(t('importCommand.nothing', { name }));
    applyPlan(map, plan, { name, hash: dataset.facts.hash, importedAt: new Date().toISOString() }, source);
    const out = inFolder(terminal, options.output);
    const written = await saveAtomically(nodeFileSystem, out, encodeUtf8(writeMap(map)));
    const count = plan.values.reduce((sum, { points }) => sum + points.length, 0);
    if (!options.json) terminal.out(`${t('importCommand.done', { path: written, count })}\n`);
  } finally {
    await dataset.close();
  }
}

/** As in the editor: what the last import of this file was done by, where it still fits, else what suits. */
function firstRecipe(description: Description, source: Source | undefined): Recipe {
  const kept = source ? recipeOf(source) : null;
  return kept && fitsTable(kept, description.columns)
    ? { ...kept, header: description.header }
    : description.suggestion;
}

async function readRecipe(t: Translate, path: string): Promise<Recipe> {
  const bytes = await readLimited(nodeFileSystem, path, LIMITS.fileBytes);
  const refuse = (place: string): never => {
    throw new Trouble(t('importCommand.badRecipe', { path, place }));
  };
  let value: unknown;
  try {
    value = JSON.parse(decode(bytes));
  } catch {
    return refuse('JSON');
  }
  const read = v.safeParse(recipeSchema, value);
  return read.success ? read.output : refuse(v.getDotPath(read.issues[0]) ?? 'JSON');
}
