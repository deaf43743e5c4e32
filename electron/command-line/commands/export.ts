import { extname } from 'node:path';
import { type Command, Option } from 'commander';
import * as v from 'valibot';
import { normaliseName } from '../../../shared/analysis/normalise-name';
import { MEASURES, type MeasureChoice } from '../../../shared/decisions/chosen-objective';
import { ROUTES, type RouteChoice } from '../../../shared/decisions/shown-route';
import { byOrder } from '../../../shared/document/create';
import { type JourneyMap, periodSchema } from '../../../shared/document/schema';
import { LANGUAGES, type Language, languageFor, type Translate } from '../../../shared/language/translator';
import { MOST_METRICS, type OverlaySettings, overlaySettings } from '../../../shared/metrics/overlay-settings';
import { firstDay, PERIOD_UNITS, type PeriodUnit } from '../../../shared/metrics/periods';
import {
  EXPORT_VIEWS,
  type ExportRequest,
  exportRequest,
  PAGE_SIZES,
  type PageSize,
} from '../../../shared/scene/export-request';
import { nodeFileSystem } from '../../services/files/file-system';
import { saveAtomically } from '../../services/files/save';
import { complaint, readMapAt } from '../map-file';
import { type CommandContext, inFolder, Trouble } from '../terminal';
import { numberBetween } from '../values';
import { localDay } from './check';

type WayWish = 'persona' | 'outcome' | 'route' | 'measure' | 'periods' | 'from' | 'seed';

interface ExportOptions {
  to: string;
  page: PageSize;
  portrait?: boolean;
  tile?: number;
  overlap: number;
  margin: number;
  scale: number;
  legend: boolean;
  titleBlock: boolean;
  marks: boolean;
  transparent: boolean;
  metric?: string[];
  period?: string;
  unit?: PeriodUnit;
  tint: OverlaySettings['tint'];
  evidence: boolean;
  measuredFeelings: boolean;
  theme: 'light' | 'dark';
  language?: Language;
  select?: string[];
  view: ExportRequest['view'];
  scenario?: string;
  persona?: string;
  outcome?: string;
  route?: RouteChoice;
  measure: MeasureChoice;
  periods: number;
  from: string;
  seed: number;
}

/** `periplo export MAP --to OUT`: the same bytes that the editor exports for the same wishes. */
export function addExport(program: Command, { terminal, t }: CommandContext): void {
  const say = (key: 'to' | 'view' | 'scenario' | WayWish | 'page' | 'theme' | 'language' | 'unit' | 'tint') =>
    t(`commandLine.export.${key}`);
  program
    .command('export')
    .description(t('commandLine.export.about'))
    .argument('<map>', t('commandLine.export.map'))
    .requiredOption('--to <out>', say('to'))
    .addOption(new Option('--view <view>', say('view')).choices(EXPORT_VIEWS).default('map'))
    .option('--scenario <name>', say('scenario'))
    .option('--persona <name>', say('persona'))
    .option('--outcome <name>', say('outcome'))
    .addOption(new Option('--route <route>', say('route')).choices(ROUTES))
    .addOption(new Option('--measure <measure>', say('measure')).choices(MEASURES).default('customers'))
    .option('--periods <n>', say('periods'), numberBetween(t, 0, 120, true), 6)
    .option('--from <day>', say('from'), (value: string) => dayGiven(t, value), localDay(new Date()))
    .option('--seed <n>', say('seed'), numberBetween(t, 0, 4_294_967_295, true), 1)
    .addOption(new Option('--page <size>', say('page')).choices(PAGE_SIZES).default('fit'))
    .option('--landscape', t('commandLine.export.landscape'))
    .addOption(new Option('--portrait', t('commandLine.export.portrait')).conflicts('landscape'))
    .option('--tile <pages>', t('commandLine.export.tile'), numberBetween(t, 1, 12, true))
    .option('--overlap <mm>', t('commandLine.export.overlap'), numberBetween(t, 0, 50), 10)
    .option('--margin <mm>', t('commandLine.export.margin'), numberBetween(t, 0, 100), 10)
    .option('--scale <factor>', t('commandLine.export.scale'), numberBetween(t, 0.1, 4), 2)
    .option('--no-legend', t('commandLine.export.noLegend'))
    .option('--no-title-block', t('commandLine.export.noTitleBlock'))
    .option('--no-marks', t('commandLine.export.noMarks'))
    .option('--transparent', t('commandLine.export.transparent'), false)
    .option('--metric <names...>', t('commandLine.export.metric'))
    .option('--period <period>', t('commandLine.export.period'))
    .addOption(new Option('--unit <unit>', say('unit')).choices(PERIOD_UNITS))
    .addOption(new Option('--tint <tint>', say('tint')).choices(['none', 'target', 'quantile']).default('target'))
    .option('--evidence', t('commandLine.export.evidence'), false)
    .option('--measured-feelings', t('commandLine.export.measuredFeelings'), false)
    .addOption(new Option('--theme <theme>', say('theme')).choices(['light', 'dark']).default('light'))
    .addOption(new Option('--language <language>', say('language')).choices(LANGUAGES))
    .option('--select <ids...>', t('commandLine.export.select'))
    .action(async (file: string, options: ExportOptions) => {
      const path = inFolder(terminal, file);
      const out = inFolder(terminal, options.to);
      const format = formatOf(t, options.to);
      const result = await readMapAt(path);
      if (result.status !== 'ok') throw new Trouble(complaint(t, path, result));
      const request = requestFor(t, result.map, format, options);
      // Drawing needs a native module: the other commands do without it.
      const { makeExport } = await import('../../services/export/make-export');
      const made = await makeExport(result.map, request);
      const written = await saveAtomically(nodeFileSystem, out, made.bytes);
      const size = Math.max(1, Math.round(made.bytes.length / 1024));
      terminal.out(`${t('commandLine.export.done', { path: written, count: made.pages, size })}\n`);
      for (const what of ['substituted', 'missing'] as const) {
        const characters = made[what].join(' ');
        if (characters) terminal.error(`${t(`commandLine.export.${what}`, { characters })}\n`);
      }
    });
}

function formatOf(t: Translate, name: string): ExportRequest['format'] {
  const format = (['pdf', 'png', 'svg'] as const).find((one) => extname(name).toLowerCase() === `.${one}`);
  if (format) return format;
  throw new Trouble(t('commandLine.badValue', { value: name, name: '--to', allowed: t('commandLine.export.formats') }));
}

function requestFor(
  t: Translate,
  map: JourneyMap,
  format: ExportRequest['format'],
  options: ExportOptions,
): ExportRequest {
  const missing = options.select?.find((id) => !Object.hasOwn(map.elements, id));
  if (missing) throw new Trouble(t('commandLine.export.noElement', { id: missing }));
  return exportRequest({
    format,
    view: options.view,
    scenario: options.scenario === undefined ? null : scenarioNamed(t, map, options.scenario),
    ways: {
      persona: options.persona === undefined ? null : elementNamed(t, map, 'persona', options.persona),
      outcome: options.outcome === undefined ? null : elementNamed(t, map, 'outcome', options.outcome),
      route: options.route ?? null,
      measure: options.measure,
      forecast: options.periods > 0 ? { today: options.from, periods: options.periods, seed: options.seed } : null,
    },
    selection: options.select ?? null,
    page: options.page,
    landscape: !options.portrait,
    tilesAcross: options.tile ?? null,
    overlap: options.overlap,
    marks: options.marks,
    margin: options.margin,
    scale: options.scale,
    background: !options.transparent,
    titleBlock: options.titleBlock,
    legend: options.legend,
    overlay: overlayFor(t, map, options),
    theme: options.theme,
    language: options.language ?? languageFor(map.language),
  });
}

function overlayFor(t: Translate, map: JourneyMap, options: ExportOptions): OverlaySettings {
  const { period = null } = options;
  if (period !== null && !v.is(periodSchema, period))
    throw new Trouble(
      t('commandLine.badValue', {
        value: period,
        name: '--period',
        allowed: '2026, 2026-Q4, 2026-11, 2026-W47, 2026-11-16',
      }),
    );
  return overlaySettings({
    metrics: [...new Set(options.metric?.map((name) => metricNamed(t, map, name)))].slice(0, MOST_METRICS),
    period,
    unit: options.unit ?? null,
    tint: options.tint,
    evidence: options.evidence,
    measuredEmotion: options.measuredFeelings,
  });
}

function metricNamed(t: Translate, map: JourneyMap, name: string): string {
  const metrics = byOrder(Object.values(map.metrics));
  const found =
    metrics.find(({ id }) => id === name) ?? metrics.find(({ title }) => normaliseName(title) === normaliseName(name));
  if (found) return found.id;
  if (metrics.length === 0) throw new Trouble(t('commandLine.export.noMetrics'));
  const names = metrics.map(({ id, title }) => title || id).join(', ');
  throw new Trouble(t('commandLine.export.noMetric', { name, metrics: names }));
}

function scenarioNamed(t: Translate, map: JourneyMap, name: string): string {
  const scenarios = byOrder(Object.values(map.scenarios));
  const found =
    scenarios.find(({ id }) => id === name) ??
    scenarios.find(({ title }) => normaliseName(title) === normaliseName(name));
  if (found) return found.id;
  const names = scenarios.map(({ id, title }) => title || id).join(', ') || '–';
  throw new Trouble(t('commandLine.export.noScenario', { name, scenarios: names }));
}

/** A persona or an outcome, by id or by title without regard to case and accents. */
function elementNamed(t: Translate, map: JourneyMap, kind: 'persona' | 'outcome', name: string): string {
  const all = Object.values(map.elements).filter((element) => element.kind === kind);
  const found =
    all.find(({ id }) => id === name) ?? all.find(({ title }) => normaliseName(title) === normaliseName(name));
  if (found) return found.id;
  const names = all.map(({ id, title }) => title || id).join(', ') || '–';
  throw new Trouble(t('commandLine.export.noSuch', { name, kind: t(`kinds.${kind}.one`), names }));
}

function dayGiven(t: Translate, value: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(value) && firstDay(value) !== null) return value;
  throw new Trouble(t('commandLine.badValue', { value, name: '--from', allowed: '2026-11-16' }));
}
