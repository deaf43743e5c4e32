import { createMeasurement, createMetric, orderAfter } from '../document/create';
import { createId } from '../document/ids';
import type { JourneyMap, Measurement, Metric } from '../document/schema';
import { comparePeriods, unitOf } from './periods';
import type { DataPlan, PlannedValues } from './planned';
import { type Recipe, type RecipeMetric, recipeOf, type Target } from './recipe';

export interface ImportedFile {
  /** Without its folder. */
  name: string;
  /** SHA-256 of the bytes, lower-case hex. */
  hash: string;
  /** ISO 8601 with a zone. */
  importedAt: string;
}

/** The latest import of a file of that name into this map; null: there was none. */
export function earlierSource(map: JourneyMap, fileName: string): string | null {
  const [latest] = Object.values(map.sources)
    .filter(({ name }) => name === fileName)
    .sort((a, b) => (a.importedAt < b.importedAt ? 1 : -1));
  return latest?.id ?? null;
}

/**
 * Puts planned values into a draft of the map: as new metrics, or into those that the recipe names. Where the metric is
 * the source's own, what the file no longer has goes, but for periods before its first: of those it says nothing. Targets,
 * warning lines, and what somebody has changed of a metric by hand since then stay; so do other measurements where a
 * metric is not the source's own. `source` null: a new one. Answers the ids of the source and of its metrics. Throws where
 * the plan has open questions or no values: nothing is changed then.
 */
export function applyPlan(
  draft: JourneyMap,
  plan: DataPlan,
  file: ImportedFile,
  source: string | null = null,
): { source: string; metrics: string[] } {
  if (plan.questions.length > 0) throw new Error('The import has open questions');
  if (plan.values.length === 0) throw new Error('The import holds no values');
  const before = source === null ? undefined : draft.sources[source];
  const sourceId = before?.id ?? createId();
  const stored = before ? recipeOf(before) : null;
  const ids = new Map<string, string>();
  for (const metric of plan.recipe.metrics) {
    const values = plan.values.filter((one) => one.metric === metric.key);
    if (values.length === 0) continue;
    const id = idOf(draft, metric, sourceId) ?? createId();
    const known = draft.metrics[id];
    ids.set(metric.key, id);
    for (const one of newPoints(draft, values, id, sourceId)) putPoints(draft, id, one);
    if (known) updateMetric(known, metric, stored?.metrics.find(({ key }) => key === metric.key) ?? null);
    const made = known ?? newMetric(draft, id, metric);
    made.source ??= sourceId;
    draft.metrics[id] = made;
  }
  draft.sources[sourceId] = {
    ...before,
    id: sourceId,
    name: file.name,
    hash: file.hash,
    importedAt: file.importedAt,
    rows: plan.rowsRead,
    recipe: withIds(plan.recipe, ids),
  };
  return { source: sourceId, metrics: [...ids.values()] };
}

const withIds = (recipe: Recipe, ids: ReadonlyMap<string, string>): Recipe => ({
  ...recipe,
  metrics: recipe.metrics.map((metric) => ({ ...metric, id: ids.get(metric.key) ?? metric.id })),
});

/** The metric that a metric of a recipe fills: the one it names, or the one that the source made of it before. */
function idOf(map: JourneyMap, { id, key }: RecipeMetric, sourceId: string | null): string | null {
  const source = sourceId === null ? undefined : map.sources[sourceId];
  return id ?? (source && recipeOf(source)?.metrics.find((metric) => metric.key === key)?.id) ?? null;
}

const newMetric = (draft: JourneyMap, id: string, metric: RecipeMetric): Metric => {
  const { key: _key, id: _id, percentScale: _scale, ...fields } = metric;
  return createMetric({ id, ...fields, order: orderAfter(Object.values(draft.metrics)) });
};

/** What values depend on follows the recipe; the rest only where the recipe was changed since it was last applied. */
function updateMetric(metric: Metric, recipe: RecipeMetric, stored: RecipeMetric | null): void {
  const { unit, aggregation, formula, catalogue } = recipe;
  Object.assign(metric, { unit, aggregation, formula, catalogue });
  const isChanged = (field: 'title' | 'currency' | 'decimals' | 'direction') =>
    stored !== null && recipe[field] !== stored[field];
  if (isChanged('title')) metric.title = recipe.title;
  if (isChanged('currency') || metric.currency === '') metric.currency = recipe.currency;
  if (isChanged('decimals')) metric.decimals = recipe.decimals;
  if (isChanged('direction')) metric.direction = recipe.direction;
  if (recipe.target !== null && recipe.target !== stored?.target) metric.target = recipe.target;
}

type Place = Pick<Measurement, 'element' | 'connection' | 'segment' | 'persona'>;
type Points = Measurement['points'];

const placeOf = ({ target, segment, persona }: PlannedValues): Place => ({
  element: target.type === 'element' ? target.id : null,
  connection: target.type === 'connection' ? target.id : null,
  segment,
  persona,
});

const targetOf = ({ element, connection }: Place): Target =>
  element !== null
    ? { type: 'element', id: element }
    : connection !== null
      ? { type: 'connection', id: connection }
      : { type: 'map' };

const placeKey = ({ element, connection, segment, persona }: Place) =>
  JSON.stringify([element, connection, segment, persona]);

/** Points as the file format holds them. */
const pointsOf = ({ points }: PlannedValues): Points => points.map(({ rows: _, ...point }) => point);

interface NewPoints {
  /** Null: a new one. */
  measurement: string | null;
  place: Place;
  target: Target;
  before: Points;
  points: Points;
}

/** The points of a metric everywhere on a map after an import, beside those before it. */
function newPoints(
  map: JourneyMap,
  values: readonly PlannedValues[],
  metric: string | null,
  source: string | null,
): NewPoints[] {
  const filled = metric === null ? undefined : map.metrics[metric];
  const isOwn = filled !== undefined && filled.source !== null && filled.source === source;
  const covered = values.flatMap(({ points }) => points.map(({ period }) => period)).sort(comparePeriods);
  const [first = ''] = covered;
  // Weeks beside months would be counted twice.
  const stays = ({ period }: { period: string }) =>
    !isOwn || (unitOf(period) === unitOf(first) && comparePeriods(period, first) < 0);
  const present = new Map(
    Object.values(map.measurements).flatMap((one) => (filled && one.metric === metric ? [[placeKey(one), one]] : [])),
  );
  const merged = (before: Points, after: Points): Points =>
    [...new Map([...before.filter(stays), ...after].map((point) => [point.period, point])).values()].sort((a, b) =>
      comparePeriods(a.period, b.period),
    );
  const planned = values.map((one) => {
    const place = placeOf(one);
    const known = present.get(placeKey(place));
    const before = known?.points ?? [];
    present.delete(placeKey(place));
    return { measurement: known?.id ?? null, place, before, points: merged(before, pointsOf(one)), target: one.target };
  });
  const others = [...present.values()].map((one) => ({
    measurement: one.id,
    place: one,
    before: one.points,
    points: merged(one.points, []),
    target: targetOf(one),
  }));
  return [...planned, ...others];
}

function putPoints(draft: JourneyMap, metric: string, { measurement, place, points }: NewPoints): void {
  const present = measurement === null ? undefined : draft.measurements[measurement];
  if (!present) {
    const { element, connection, segment, persona } = place;
    const made = createMeasurement({ metric, element, connection, segment, persona, points });
    draft.measurements[made.id] = made;
  } else if (points.length > 0 || present.target !== null || present.warning !== null) {
    // A target that somebody set outlives a week in which the file does not name the card.
    present.points = points;
  } else delete draft.measurements[present.id];
}

/** What becomes of the values of one metric on one thing. */
export interface ValueChange {
  /** As it stands on the map; null: it does not exist yet. */
  metric: Metric | null;
  title: string;
  target: Target;
  segment: string;
  persona: string | null;
  /** How many points are new. */
  added: number;
  changed: { period: string; before: number; after: number }[];
  gone: { period: string; before: number }[];
}

export interface PlanDifference {
  /** Only what changes. */
  changes: ValueChange[];
  /** Points of all metrics that the plan fills. */
  added: number;
  changed: number;
  gone: number;
  unchanged: number;
}

/** What applying a plan will change on a map, before it does. `source`: the one it is applied with, if not the metric's own. */
export function planDifference(map: JourneyMap, plan: DataPlan, source: string | null = null): PlanDifference {
  const difference: PlanDifference = { changes: [], added: 0, changed: 0, gone: 0, unchanged: 0 };
  for (const recipe of plan.recipe.metrics) {
    const values = plan.values.filter((one) => one.metric === recipe.key);
    if (values.length === 0) continue;
    const id = idOf(map, recipe, source);
    const metric = id === null ? null : (map.metrics[id] ?? null);
    const title = metric?.title ?? recipe.title;
    for (const one of newPoints(map, values, id, source ?? metric?.source ?? null)) {
      const { segment, persona } = one.place;
      const change: ValueChange = {
        ...{ metric, title, target: one.target, segment, persona },
        ...{ added: 0, changed: [], gone: [] },
      };
      const before = new Map(one.before.map(({ period, value }) => [period, value]));
      for (const { period, value } of one.points) {
        const was = before.get(period);
        before.delete(period);
        if (was === undefined) change.added++;
        else if (was !== value) change.changed.push({ period, before: was, after: value });
        else difference.unchanged++;
      }
      change.gone = [...before].map(([period, value]) => ({ period, before: value }));
      difference.added += change.added;
      difference.changed += change.changed.length;
      difference.gone += change.gone.length;
      if (change.added + change.changed.length + change.gone.length > 0) difference.changes.push(change);
    }
  }
  return difference;
}
