import {
  type CustomerGroup,
  groupKey,
  MOST_GROUPS,
  MOST_METRICS,
  type OverlaySettings,
} from '../../shared/metrics/overlay-settings';
import type { Period } from '../../shared/metrics/periods';
import { editor } from './editor';

/** Changes what lies over the map. It is of this window, not of the map: nothing to undo. */
export function setOverlay(values: Partial<OverlaySettings>): void {
  editor.setState(({ overlay }) => ({ overlay: { ...overlay, ...values } }));
}

/** Lays one metric over the map in place of all others; where it is the only one, takes it off. */
export function showMetric(id: string): void {
  const { metrics } = editor.getState().overlay;
  const isOnly = metrics.length === 1 && metrics[0] === id;
  setOverlay({ metrics: isOnly ? [] : [id] });
}

/** Puts a metric beside the others, or takes it away from them. */
export function toggleMetric(id: string): void {
  const { metrics } = editor.getState().overlay;
  if (metrics.includes(id)) setOverlay({ metrics: metrics.filter((other) => other !== id) });
  else setOverlay({ metrics: [...metrics, id].slice(-MOST_METRICS) });
}

/** Shows a part of the customers beside the others, or no longer; with the last one gone, all customers again. */
export function toggleGroup(group: CustomerGroup): void {
  const { groups } = editor.getState().overlay;
  const key = groupKey(group);
  const others = groups.filter((other) => groupKey(other) !== key);
  setOverlay({ groups: others.length < groups.length ? others : [...others, group].slice(-MOST_GROUPS) });
}

/** Shows a period. The latest one is kept as such, so that newer numbers show at once. */
export function showPeriod(period: Period, periods: readonly Period[]): void {
  setOverlay({ period: period === periods.at(-1) ? null : period });
}
