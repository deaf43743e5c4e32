import type { Metric } from '../document/schema';
import { aggregateRows, type Point, sumOf } from './aggregate';
import { catalogueMeasure } from './catalogue/catalogue';
import { hasParts, partsOf } from './coarsen';

/** Why the values of a stage's cards can't be put together. Texts: `overlay.stage.refused`. */
export type AcrossRefusal = 'median' | 'distinct' | 'levels' | 'needs-parts' | 'needs-counts' | 'same-people';

/** How the values of a stage's cards were put together. Texts: `overlay.stage`. */
export type AcrossRule = 'sum' | 'least' | 'most' | 'pooled';

export type AcrossCards =
  | { status: 'ok'; rule: AcrossRule; points: Point[] }
  | { status: 'refused'; reason: AcrossRefusal };

/**
 * The values of several cards as those of their stage: totals added up, rates and means by all their cases together
 * (Σ numerators ÷ Σ denominators), never as a mean of means. Only for periods in which every one of the cards has a
 * value: a missing one would look like a drop. What would come out wrong is refused: different people, medians and
 * levels do not add up.
 */
export function acrossCards(
  cards: readonly (readonly Point[])[],
  metric: Pick<Metric, 'aggregation' | 'catalogue'>,
): AcrossCards {
  const rule = ruleFor(cards, metric);
  if (typeof rule === 'string') return { status: 'refused', reason: rule };
  const [first = [], ...others] = cards;
  const byPeriod = others.map((points) => new Map(points.map((point) => [point.period, point])));
  const made: Point[] = [];
  for (const point of first) {
    const group = [point, ...byPeriod.flatMap((points) => points.get(point.period) ?? [])];
    const together = group.length === cards.length ? rule.combine(group) : null;
    if (together) made.push({ period: point.period, ...together });
  }
  return { status: 'ok', rule: rule.name, points: made };
}

interface Rule {
  name: AcrossRule;
  combine: (group: readonly Point[]) => Omit<Point, 'period'> | null;
}

function ruleFor(
  cards: readonly (readonly Point[])[],
  { aggregation, catalogue }: Pick<Metric, 'aggregation' | 'catalogue'>,
): Rule | AcrossRefusal {
  const allHaveParts = cards.every((points) => points.every(hasParts));
  switch (aggregation) {
    case 'sum':
    case 'count':
      return { name: 'sum', combine: (group) => combined(group, 'sum') };
    case 'min':
      return { name: 'least', combine: (group) => combined(group, 'min') };
    case 'max':
      return { name: 'most', combine: (group) => combined(group, 'max') };
    case 'median':
    case 'distinct':
      return aggregation;
    case 'last':
      return 'levels';
    case 'mean':
    case 'weighted-mean':
    case 'csat':
      return allHaveParts ? { name: 'pooled', combine: (group) => pooled(group, 1) } : 'needs-counts';
    case 'nps':
      return allHaveParts ? { name: 'pooled', combine: (group) => pooled(group, 100) } : 'needs-counts';
    case 'ratio':
      if (catalogueMeasure(catalogue)?.ratio?.overTime === 'never') return 'same-people';
      return allHaveParts ? { name: 'pooled', combine: (group) => pooled(group, 1) } : 'needs-parts';
  }
}

function pooled(group: readonly Point[], scale: number): Omit<Point, 'period'> | null {
  const result = aggregateRows(
    group.map((point) => partsOf(point, scale)),
    'ratio',
  );
  if (result.status === 'none') return null;
  const { numerator = 0, denominator = 0, value } = result;
  return { value: scale * value, ...answersOf(group), numerator, denominator };
}

function combined(group: readonly Point[], rule: 'sum' | 'min' | 'max'): Omit<Point, 'period'> | null {
  const result = aggregateRows(group, rule);
  return result.status === 'none' ? null : { value: result.value, ...answersOf(group) };
}

/** Answers add up, if every card tells its own. */
function answersOf(group: readonly Point[]): { n?: number } {
  return group.every(({ n }) => n !== undefined) ? { n: sumOf(group.map(({ n }) => n ?? 0)) } : {};
}
