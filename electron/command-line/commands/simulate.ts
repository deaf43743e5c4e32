import { type Command, Option } from 'commander';
import { normaliseName } from '../../../shared/analysis/normalise-name';
import { type FlowGraph, flowGraphOf } from '../../../shared/decisions/flow-graph';
import { forecastOf } from '../../../shared/decisions/forecast';
import { forecastCsv } from '../../../shared/decisions/forecast-csv';
import { type Sensitivity, sensitivityOf } from '../../../shared/decisions/sensitivity';
import { solveFlow } from '../../../shared/decisions/solve';
import { comingPeriods, DAYS, type EntryUnit, nextPeriod } from '../../../shared/decisions/units-of-time';
import { byOrder } from '../../../shared/document/create';
import type { JourneyMap, Scenario } from '../../../shared/document/schema';
import type { Translate } from '../../../shared/language/translator';
import { type Period, suggestUnit } from '../../../shared/metrics/periods';
import { readWholeMap } from '../map-file';
import { simulationJson, simulationText } from '../simulation-report';
import { type CommandContext, inFolder, Trouble } from '../terminal';
import { numberBetween } from '../values';
import { localDay } from './check';
import { type GivenEntry, readEntry, withEntries } from './simulate-entries';

interface SimulateOptions {
  entry: GivenEntry[];
  scenario?: string;
  periods: number;
  from?: string;
  seed: number;
  runs: number;
  json: boolean;
  csv?: boolean;
}

/** `periplo simulate MAP`: what follows from the forks of a map, exactly and with the bands of simulated runs. */
export function addSimulate(program: Command, { terminal, t, language }: CommandContext): void {
  program
    .command('simulate')
    .description(t('commandLine.simulate.about'))
    .argument('<map>', t('commandLine.simulate.map'))
    .option('--entry <id=n>', t('commandLine.simulate.entry'), readEntry(t), [])
    .option('--scenario <name>', t('commandLine.simulate.scenario'))
    .option('--periods <n>', t('commandLine.simulate.periods'), numberBetween(t, 1, 120, true), 6)
    .option('--from <period>', t('commandLine.simulate.from'))
    .option('--seed <n>', t('commandLine.simulate.seed'), numberBetween(t, 0, 4_294_967_295, true), 1)
    .option('--runs <n>', t('commandLine.simulate.runs'), numberBetween(t, 1, 1_000_000, true), 10_000)
    .option('--json', t('commandLine.simulate.json'), false)
    .addOption(new Option('--csv', t('commandLine.simulate.csv')).conflicts('json'))
    .action(async (file: string, options: SimulateOptions) => {
      const path = inFolder(terminal, file);
      const map = withEntries(await readWholeMap(t, path, 1), options.entry, t);
      const scenario = options.scenario === undefined ? null : scenarioNamed(map, options.scenario, t);
      const graph = flowGraphOf(map, { scenario });
      if (graph.nodes.length === 0) throw new Trouble(t('commandLine.simulate.noFlows'));
      if (graph.entries.length === 0) throw new Trouble(noEntries(graph, t));
      const periods = periodsFrom(options, graph.unit, t);
      const forecast = forecastOf(graph, periods, options);
      if (options.csv) return terminal.out(forecastCsv(forecast, map, t));
      const solution = solveFlow(graph);
      const sensitivity = solution.outcomes.map(
        ({ element }): Sensitivity => sensitivityOf(graph, { of: 'customers', outcome: element }, { swings: 0 }),
      );
      const report = { file: path, map, scenario, solution, forecast, sensitivity, seed: options.seed };
      terminal.out(options.json ? simulationJson(report, t) : simulationText(report, t, language));
    });
}

/** By id, or by title without regard to case and accents. */
function scenarioNamed(map: JourneyMap, name: string, t: Translate): Scenario {
  const scenarios = byOrder(Object.values(map.scenarios));
  const wanted = normaliseName(name);
  const found =
    scenarios.find(({ id }) => id === name) ?? scenarios.find(({ title }) => normaliseName(title) === wanted);
  if (found) return found;
  if (scenarios.length === 0) throw new Trouble(t('commandLine.simulate.noScenarios'));
  const names = scenarios.map(({ id, title }) => title.trim() || id).join(', ');
  throw new Trouble(t('commandLine.simulate.noScenario', { name, names }));
}

/** The first elements of the flow: those that no way leads to. */
function noEntries({ nodes, ways, map }: FlowGraph, t: Translate): string {
  const reached = new Set(ways.map(({ to }) => to));
  const starts = nodes.filter((node, index) => !reached.has(index) && node.ways.length > 0).slice(0, 8);
  const names = starts.map(({ id }) => `  ${id}  ${map.elements[id]?.title ?? ''}`.trimEnd());
  return [t('commandLine.simulate.noEntries'), ...names].join('\n');
}

function periodsFrom({ periods, from }: SimulateOptions, unit: EntryUnit, t: Translate): Period[] {
  if (from === undefined) return comingPeriods(localDay(new Date()), unit, periods);
  const given = suggestUnit([from]);
  if (given === null || !(given in DAYS) || !/\d$/.test(from))
    throw new Trouble(t('commandLine.simulate.badPeriod', { from }));
  const found = [from];
  while (found.length < periods) found.push(nextPeriod(found.at(-1) ?? from));
  return found;
}
