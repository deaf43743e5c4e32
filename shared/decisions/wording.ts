import type { Connection, JourneyMap } from '../document/schema';
import { formatMoney, formatShare } from '../language/format';
import type { Language, Translate } from '../language/translator';
import { formatNumber } from '../metrics/format';
import type { FlowFault } from './faults';
import type { FlowGraph } from './flow-graph';
import type { Objective } from './objective';
import type { ObservedShare } from './observed';

/** What is wrong, and what to do about it. */
export function flowFaultText(fault: FlowFault, map: JourneyMap, t: Translate): { message: string; advice: string } {
  const title = titleOf(map, fault.element ?? map.connections[fault.connection ?? '']?.from ?? '', t);
  const cards = t('decisions.cards', { count: fault.elements?.length ?? 0 });
  const values = { title, cards, ...fault.values };
  return {
    message: t(`decisions.faults.${fault.id}.message`, values),
    advice: t(`decisions.faults.${fault.id}.advice`, values),
  };
}

/** The title of an element, or that it has none. */
export function titleOf(map: JourneyMap, element: string, t: Translate): string {
  const found = Object.hasOwn(map.elements, element) ? map.elements[element] : undefined;
  return found?.title.trim() || t('decisions.untitled');
}

/** What a branch is called: its label, else its condition, else where it leads. */
export function branchName(map: JourneyMap, { label, condition, to }: Connection, t: Translate): string {
  return label.trim() || condition.trim() || titleOf(map, to, t);
}

/** `orders`, `boxes for “Subscribes”`: what an objective counts. */
export function objectiveName(map: JourneyMap, objective: Objective, t: Translate): string {
  if (objective.of === 'value') return t('decisions.everything');
  const outcome = titleOf(map, objective.outcome, t);
  if (objective.of === 'customers') return t('decisions.quoted', { text: outcome });
  const element = map.elements[objective.outcome];
  const unit = element?.kind === 'outcome' ? element.unitName.trim() : '';
  return t('decisions.units', { unit: unit || t('decisions.someUnits'), outcome });
}

/** A change with its sign and as many digits as matter: `+80`, `−0.4`, `+€1,200`. */
function signedAmount(value: number, objective: Objective, language: Language): string {
  const sign = value < 0 ? '−' : '+';
  const size = Math.abs(value);
  const decimals = size >= 10 || size === 0 ? 0 : size >= 1 ? 1 : 2;
  const rounded = Number(size.toFixed(decimals));
  const text =
    objective.of === 'value' && objective.currency !== ''
      ? formatMoney(rounded, objective.currency, language)
      : formatNumber(rounded, decimals, language);
  return `${sign}${text}`;
}

/** `+1 point here = +80 “Subscribes” a month`. `perPoint` as in BranchEffect. */
export function effectText(
  perPoint: number,
  objective: Objective,
  { map, unit }: Pick<FlowGraph, 'map' | 'unit'>,
  t: Translate,
  language: Language,
): string {
  const what = objectiveName(map, objective, t);
  if (Math.abs(perPoint) < 0.005) return t('decisions.noEffect', { what });
  const amount = signedAmount(perPoint, objective, language);
  return t('decisions.effect', { amount, what, per: t(`decisions.per.${unit}`) });
}

/** `+1 pt → +80`. */
export function effectShortText(perPoint: number, objective: Objective, t: Translate, language: Language): string {
  return t('decisions.effectShort', { amount: signedAmount(perPoint, objective, language) });
}

/** Where the prediction lies against what was seen: `95 % interval of “yes”: 47.3%–48.7%. The prediction lies outside it.` */
export function observedText(branch: string, observed: ObservedShare, t: Translate, language: Language): string {
  if (!observed.interval) return t('decisions.observed.noInterval');
  const { low, high } = observed.interval;
  const interval = t('decisions.observed.interval', {
    branch,
    low: formatShare(low, language),
    high: formatShare(high, language),
  });
  return `${interval} ${t(observed.inside ? 'decisions.observed.inside' : 'decisions.observed.outside')}`;
}
