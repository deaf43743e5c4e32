import { createMeasurement, createMetric, orderAfter } from '../document/create';
import { createId } from '../document/ids';
import type { JourneyMap, Metric } from '../document/schema';
import { recipeOf } from './import-choices';
import { type ImportPlan, pointsOf } from './import-plan';

export interface ImportedFile {
  /** Without its folder. */
  name: string;
  /** SHA-256 of the bytes, lower-case hex. */
  hash: string;
  /** ISO 8601 with a zone. */
  importedAt: string;
}

/** The metric that an earlier import of the same column of the same file made; null: there was none. */
export function earlierImport(map: JourneyMap, fileName: string, valueColumn: string): Metric | null {
  for (const metric of Object.values(map.metrics)) {
    const source = metric.source === null ? undefined : map.sources[metric.source];
    if (source?.name === fileName && recipeOf(source)?.valueColumn === valueColumn) return metric;
  }
  return null;
}

/**
 * Puts planned values into a draft of the map: as a new metric, or in place of those that the same column of the same
 * file gave before, whose targets stay. Gives the metric's id. Throws where the plan still has questions or holds no
 * value: nothing is changed then.
 */
export function applyImport(draft: JourneyMap, plan: ImportPlan, file: ImportedFile): string {
  if (!plan.recipe || plan.questions.length > 0) throw new Error('The import has open questions');
  if (plan.values.length === 0) throw new Error('The import holds no values');
  const earlier = earlierImport(draft, file.name, plan.recipe.valueColumn);
  const sourceId = earlier?.source ?? createId();
  draft.sources[sourceId] = {
    id: sourceId,
    name: file.name,
    hash: file.hash,
    importedAt: file.importedAt,
    rows: plan.rowsRead,
    recipe: plan.recipe,
  };
  const { target, ...chosen } = plan.choices.metric;
  const metricId = earlier?.id ?? createId();
  if (earlier) Object.assign(earlier, chosen, { target: target ?? earlier.target });
  else
    draft.metrics[metricId] = createMetric({
      id: metricId,
      ...chosen,
      target,
      source: sourceId,
      order: orderAfter(Object.values(draft.metrics)),
    });

  const present = new Map(
    Object.values(draft.measurements).flatMap((measurement) =>
      measurement.metric === metricId ? [[measurement.element, measurement]] : [],
    ),
  );
  for (const values of plan.values) {
    const measurement = present.get(values.element);
    present.delete(values.element);
    if (measurement) measurement.points = pointsOf(values);
    else {
      const id = createId();
      draft.measurements[id] = createMeasurement({
        id,
        metric: metricId,
        element: values.element,
        points: pointsOf(values),
      });
    }
  }
  for (const gone of present.values()) {
    // A target that somebody set outlives a week in which the file does not name the card.
    if (gone.target !== null) gone.points = [];
    else delete draft.measurements[gone.id];
  }
  return metricId;
}
