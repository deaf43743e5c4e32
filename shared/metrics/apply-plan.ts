import { createMeasurement, createMetric, orderAfter } from '../document/create';
import { createId } from '../document/ids';
import type { JourneyMap, Measurement, Metric, Source } from '../document/schema';
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
 * Puts planned values into a draft of the map: as new metrics, or in place of those that the same source gave before.
 * Targets, warning lines, and what somebody has changed of a metric by hand since then stay; so do measurements typed in
 * by hand where a metric is not the source's own. `source` null: a new one. Answers the ids of the source and of its
 * metrics. Throws where the plan has open questions or no values: nothing is changed then.
 */
export function applyPlan(
  draft: JourneyMap,
  plan: DataPlan,
  file: ImportedFile,
  source: string | null,
): { source: string; metrics: string[] } {
  if (plan.questions.length > 0) throw new Error('The import has open questions');
  if (plan.values.length === 0) throw new Error('The import holds no values');
  const before = source === null ? undefined : draft.sources[source];
  const sourceId = before?.id ?? createId();
  const stored = before ? recipeOf(before) : null;
  const filled = plan.recipe.metrics.filter(({ key }) => plan.values.some(({ metric }) => metric === key));
  const ids = new Map<string, string>();
  for (const metric of filled) {
    const known = metricOf(draft, metric, before);
    const id = known?.id ?? createId();
    ids.set(metric.key, id);
    if (known) updateMetric(known, metric, stored?.metrics.find(({ key }) => key === metric.key) ?? null);
    else draft.metrics[id] = newMetric(draft, id, metric);
    const own = !known || known.source === null || known.source === sourceId;
    const isReplaced = known?.source === sourceId;
    const made = draft.metrics[id];
    if (made && own) made.source = sourceId;
    putValues(
      draft,
      id,
      plan.values.filter((values) => values.metric === metric.key),
      isReplaced,
    );
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

/** The metric of the map that a metric of a recipe fills: the one it names, or the one that the source made of it before. */
function metricOf(map: JourneyMap, { id, key }: RecipeMetric, source: Source | undefined): Metric | undefined {
  if (id !== null && Object.hasOwn(map.metrics, id)) return map.metrics[id];
  const stored = source ? recipeOf(source)?.metrics.find((metric) => metric.key === key) : undefined;
  const earlier = stored?.id ? map.metrics[stored.id] : undefined;
  return earlier && earlier.source === source?.id ? earlier : undefined;
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

const placeOf = ({ target, segment, persona }: PlannedValues): Place => ({
  element: target.type === 'element' ? target.id : null,
  connection: target.type === 'connection' ? target.id : null,
  segment,
  persona,
});

const placeKey = ({ element, connection, segment, persona }: Place) =>
  JSON.stringify([element, connection, segment, persona]);

/** Points as the file format holds them. */
const pointsOf = ({ points }: PlannedValues): Measurement['points'] => points.map(({ rows: _, ...point }) => point);

/** `isReplaced`: what the file no longer has, goes. */
function putValues(draft: JourneyMap, metric: string, values: readonly PlannedValues[], isReplaced: boolean): void {
  const present = new Map(
    Object.values(draft.measurements).flatMap((measurement) =>
      measurement.metric === metric ? [[placeKey(measurement), measurement]] : [],
    ),
  );
  for (const planned of values) {
    const place = placeOf(planned);
    const measurement = present.get(placeKey(place));
    present.delete(placeKey(place));
    const points = pointsOf(planned);
    if (measurement) measurement.points = isReplaced ? points : merged(measurement.points, points);
    else {
      const id = createId();
      draft.measurements[id] = createMeasurement({ id, metric, ...place, points });
    }
  }
  if (!isReplaced) return;
  for (const gone of present.values()) {
    // A target that somebody set outlives a week in which the file does not name the card.
    if (gone.target !== null || gone.warning !== null) gone.points = [];
    else delete draft.measurements[gone.id];
  }
}

function merged(before: Measurement['points'], after: Measurement['points']): Measurement['points'] {
  const points = new Map([...before, ...after].map((point) => [point.period, point]));
  return [...points.values()].sort((a, b) => (a.period < b.period ? -1 : a.period > b.period ? 1 : 0));
}

/** What becomes of the values of one metric on one thing. */
export interface ValueChange {
  /** Of the recipe. */
  metric: string;
  target: Target;
  segment: string;
  persona: string | null;
  /** Periods by what becomes of them. */
  added: string[];
  changed: { period: string; before: number; after: number }[];
  gone: string[];
}

export interface PlanDifference {
  /** Keys of metrics that the map does not have yet. */
  newMetrics: string[];
  /** Only what changes. */
  changes: ValueChange[];
  added: number;
  changed: number;
  gone: number;
  unchanged: number;
}

/** What applying a plan will change on a map, before it does. */
export function planDifference(map: JourneyMap, plan: DataPlan, source: string | null): PlanDifference {
  const before = source === null ? undefined : map.sources[source];
  const difference: PlanDifference = { newMetrics: [], changes: [], added: 0, changed: 0, gone: 0, unchanged: 0 };
  for (const metric of plan.recipe.metrics) {
    const values = plan.values.filter((one) => one.metric === metric.key);
    if (values.length === 0) continue;
    const known = metricOf(map, metric, before);
    if (!known) difference.newMetrics.push(metric.key);
    const isReplaced = known !== undefined && known.source === before?.id;
    const present = new Map(
      Object.values(map.measurements).flatMap((measurement) =>
        measurement.metric === known?.id ? [[placeKey(measurement), measurement]] : [],
      ),
    );
    for (const planned of values) {
      const key = placeKey(placeOf(planned));
      const { target, segment, persona } = planned;
      const points = present.get(key)?.points ?? [];
      present.delete(key);
      addChange(difference, { metric: metric.key, target, segment, persona }, points, planned.points, isReplaced);
    }
    if (!isReplaced) continue;
    for (const { element, connection, segment, persona, points } of present.values()) {
      const target: Target =
        element !== null
          ? { type: 'element', id: element }
          : connection !== null
            ? { type: 'connection', id: connection }
            : { type: 'map' };
      addChange(difference, { metric: metric.key, target, segment, persona }, points, [], true);
    }
  }
  return difference;
}

function addChange(
  difference: PlanDifference,
  about: Pick<ValueChange, 'metric' | 'target' | 'segment' | 'persona'>,
  before: Measurement['points'],
  after: readonly { period: string; value: number }[],
  isReplaced: boolean,
): void {
  const [old, fresh] = [before, after].map((points) => new Map(points.map(({ period, value }) => [period, value])));
  const change: ValueChange = { ...about, added: [], changed: [], gone: [] };
  for (const { period, value } of after) {
    const was = old?.get(period);
    if (was === undefined) change.added.push(period);
    else if (was !== value) change.changed.push({ period, before: was, after: value });
    else difference.unchanged++;
  }
  if (isReplaced) change.gone = before.flatMap(({ period }) => (fresh?.has(period) ? [] : period));
  difference.added += change.added.length;
  difference.changed += change.changed.length;
  difference.gone += change.gone.length;
  if (change.added.length + change.changed.length + change.gone.length > 0) difference.changes.push(change);
}
