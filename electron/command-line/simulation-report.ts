import type { Forecast, ForecastLine } from '../../shared/decisions/forecast';
import type { BranchEffect, Sensitivity } from '../../shared/decisions/sensitivity';
import type { Solution } from '../../shared/decisions/solve';
import { branchName, effectText, flowFaultText, titleOf } from '../../shared/decisions/wording';
import type { JourneyMap, Scenario } from '../../shared/document/schema';
import { formatMoney, formatShare } from '../../shared/language/format';
import type { Language, Translate } from '../../shared/language/translator';
import { formatNumber } from '../../shared/metrics/format';
import { periodLabel } from '../../shared/metrics/periods';

export interface SimulationReport {
  file: string;
  map: JourneyMap;
  scenario: Scenario | null;
  solution: Solution;
  forecast: Forecast;
  /** One for each outcome. */
  sensitivity: readonly Sensitivity[];
  seed: number;
}

/** How many branches a reader is told of. */
const MOST_EFFECTS = 5;

/** What `--json` prints; its keys are the same in every language, shares are 0–1, numbers per `unit` of time. */
export function simulationJson(
  { file, map, scenario, solution, forecast, sensitivity, seed }: SimulationReport,
  t: Translate,
): string {
  const { graph, visits, reached, flows, circling } = solution;
  const titled = (element: string) => ({ element, title: map.elements[element]?.title ?? '' });
  const report = {
    file,
    title: map.title,
    scenario: scenario && { id: scenario.id, title: scenario.title },
    unit: graph.unit,
    customers: solution.customers,
    steps: solution.steps,
    outcomes: solution.outcomes.map(({ node: _, element, ...outcome }) => ({ ...titled(element), ...outcome })),
    exits: solution.exits.map(({ node: _, element, ...exit }) => ({ ...titled(element), ...exit })),
    circling: circling.reduce((sum, value) => sum + value, 0),
    value: solution.value,
    elements: graph.nodes.map(({ id }, node) => ({ ...titled(id), reached: reached[node], visits: visits[node] })),
    connections: graph.ways.map(({ id }, way) => ({ connection: id, share: graph.shares[way], customers: flows[way] })),
    forecast: { seed, ...forecast },
    sensitivity: sensitivity.map(({ objective, forks }) => ({
      outcome: objective.of === 'value' ? null : objective.outcome,
      branches: forks.map(({ connection, element, share, perPoint }) => ({ connection, element, share, perPoint })),
    })),
    faults: solution.faults.map((fault) => ({ ...fault, ...flowFaultText(fault, map, t) })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** The same for people. */
export function simulationText(report: SimulationReport, t: Translate, language: Language): string {
  const { map, scenario, solution, seed, forecast } = report;
  const name = scenario && (scenario.title.trim() || scenario.id);
  const customers = amount(solution.customers, language);
  const lines = [
    [
      map.title.trim() || t('decisions.untitled'),
      ...(name ? [t('commandLine.simulate.underScenario', { name })] : []),
    ].join(' · '),
    t('commandLine.simulate.enter', { customers, per: t(`decisions.per.${solution.graph.unit}`) }),
    '',
    ...table(outcomeRows(report, t, language)),
    '',
    t('commandLine.simulate.forecast', { runs: formatNumber(forecast.runs, 0, language), seed }),
    ...table(forecastRows(report, t, language)),
  ];
  const effects = effectLines(report, t, language);
  if (effects.length > 0) lines.push('', t('commandLine.simulate.moves'), ...effects);
  if (solution.faults.length > 0) lines.push('', t('commandLine.simulate.faults'));
  for (const fault of solution.faults) {
    const { message, advice } = flowFaultText(fault, map, t);
    lines.push(`  ${message}. ${advice}`);
  }
  return `${lines.map(harmless).join('\n')}\n`;
}

/** A title must not speak to the terminal. */
const harmless = (line: string) => line.replace(/\p{Cc}+/gu, ' ').trimEnd();

/** Customers may be fractions once they are averages: as many digits as matter. */
const amount = (value: number, language: Language) =>
  formatNumber(value, value === 0 || Math.abs(value) >= 10 || Number.isInteger(value) ? 0 : 2, language);

function outcomeRows({ map, solution }: SimulationReport, t: Translate, language: Language): string[][] {
  const text = (key: 'outcome' | 'customers' | 'share' | 'value' | 'needed') => t(`commandLine.simulate.${key}`);
  const rows = solution.outcomes.map(({ element, customers, share, value, currency, units, unitName }) => [
    titleOf(map, element, t),
    amount(customers, language),
    formatShare(share, language),
    value === null ? '' : formatMoney(Math.round(value), currency, language),
    units === null ? '' : `${amount(units, language)} ${unitName}`.trim(),
  ]);
  const exits = solution.exits.map(({ element, customers, share }) => [
    t('commandLine.simulate.leaveAt', { title: titleOf(map, element, t) }),
    amount(customers, language),
    formatShare(share, language),
  ]);
  const totals = solution.value.map(({ currency, amount: sum }) => [
    t('commandLine.simulate.together'),
    '',
    '',
    formatMoney(Math.round(sum), currency, language),
  ]);
  const head = [text('outcome'), text('customers'), text('share'), text('value'), text('needed')];
  return [head, ...rows, ...exits, ...(totals.length > 0 ? totals : [])];
}

function forecastRows({ map, forecast }: SimulationReport, t: Translate, language: Language): string[][] {
  const periods = forecast.periods.map((period) => periodLabel(period, language, { year: true }));
  const median = ({ values }: ForecastLine) =>
    values.map(({ expected, band }) => amount(band?.median ?? expected, language));
  const range = ({ total: { expected, band } }: ForecastLine) => {
    const ends = band ? ` (${amount(band.low, language)}–${amount(band.high, language)})` : '';
    return `${amount(band?.median ?? expected, language)}${ends}`;
  };
  const entering = forecast.entering.map((value) => amount(value, language));
  const all = forecast.entering.reduce((sum, value) => sum + value, 0);
  return [
    ['', ...periods, t('commandLine.simulate.together')],
    [t('commandLine.simulate.entering'), ...entering, amount(all, language)],
    ...forecast.outcomes.flatMap(({ element, customers, units, unitName }) => [
      [titleOf(map, element, t), ...median(customers), range(customers)],
      ...(units ? [[`  ${unitName || t('decisions.someUnits')}`, ...median(units), range(units)]] : []),
    ]),
  ];
}

/** The branches that move an outcome most, one that is won where there is any; each fork once. */
function effectLines({ map, solution, sensitivity }: SimulationReport, t: Translate, language: Language): string[] {
  const won = sensitivity.filter(({ objective }) => {
    const outcome = objective.of === 'value' ? undefined : map.elements[objective.outcome];
    return outcome?.kind === 'outcome' && outcome.result === 'won';
  });
  const effects: { objective: Sensitivity['objective']; effect: BranchEffect }[] = (won.length > 0 ? won : sensitivity)
    .flatMap(({ objective, forks }) => forks.map((effect) => ({ objective, effect })))
    .filter(({ effect }) => Math.abs(effect.perPoint) >= 0.005)
    .sort((a, b) => Math.abs(b.effect.perPoint) - Math.abs(a.effect.perPoint));
  const told = new Set<string>();
  return effects.flatMap(({ objective, effect }) => {
    if (told.has(effect.element) || told.size >= MOST_EFFECTS) return [];
    told.add(effect.element);
    const connection = map.connections[effect.connection];
    const branch = connection ? branchName(map, connection, t) : '';
    const text = effectText(effect.perPoint, objective, solution.graph, t, language);
    return [`  ${titleOf(map, effect.element, t)}, ${branch}: ${text}`];
  });
}

/** Columns side by side: the first to the left, numbers to the right. */
function table(rows: readonly string[][]): string[] {
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  '),
  );
}
