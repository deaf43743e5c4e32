import type { JourneyMap } from '../document/schema';
import { NO_VALUE } from '../figures/badge-strip';
import type { ShownMetric } from '../metrics/shown-metric';

/** What was measured on a connection. */
export interface ConnectionValue {
  /** `1,240`; of several metrics one after the other. */
  text: string;
  /** How thick the line is drawn, in map units; null: as always, since nothing was counted. */
  width: number | null;
  uncertain: boolean;
}

/** The thickest line, and the one of a way that nobody took. */
export const LINE_WIDTHS = { least: 1.4, most: 7 };

/**
 * What is measured on connections; of several parts of the customers one after the other, in their order. Counts make
 * the line thick, those of the first part: the square root, so that small ones can still be told apart; the largest
 * count of all periods is the thickest line.
 */
export function connectionValues(map: JourneyMap, shown: readonly ShownMetric[]): Map<string, ConnectionValue> {
  const values = new Map<string, ConnectionValue>();
  for (const { metric, overlays } of shown) {
    const first = overlays[0]?.overlay;
    const most = first && isCount(metric.unit, metric.aggregation) ? mostOf(first.connections.values()) : 0;
    const ids = new Set(overlays.flatMap(({ overlay }) => [...overlay.connections.keys()]));
    for (const id of ids) {
      if (!map.connections[id]) continue;
      const known = values.get(id);
      const all = overlays.map(({ overlay }) => overlay.connections.get(id));
      const text = all.map((value) => value?.shortValue ?? NO_VALUE).join(' / ');
      const amount = first?.connections.get(id)?.amount;
      const width = amount !== undefined && most > 0 ? widthOf(amount / most) : null;
      values.set(id, {
        text: known ? `${known.text} · ${text}` : text,
        width: known?.width ?? width,
        uncertain: (known?.uncertain ?? false) || all.some((value) => value?.uncertain || value?.incomplete),
      });
    }
  }
  return values;
}

/** The metric whose counts make the lines thick, and the count of the thickest; null: none does. */
export function widthScale(shown: readonly ShownMetric[]): { shown: ShownMetric; most: number } | null {
  for (const one of shown) {
    const overlay = one.overlays[0]?.overlay;
    if (!overlay || overlay.connections.size === 0 || !isCount(one.metric.unit, one.metric.aggregation)) continue;
    const most = mostOf(overlay.connections.values());
    if (most > 0) return { shown: one, most };
  }
  return null;
}

const isCount = (unit: string, aggregation: string) =>
  unit === 'number' && (aggregation === 'sum' || aggregation === 'count' || aggregation === 'distinct');

/** The frame of a value holds all periods, so the scale is the same in each. */
const mostOf = (values: Iterable<{ frame: { most: number } }>) =>
  [...values].reduce((most, { frame }) => Math.max(most, frame.most), 0);

const widthOf = (share: number) =>
  Math.round((LINE_WIDTHS.least + (LINE_WIDTHS.most - LINE_WIDTHS.least) * Math.sqrt(Math.max(share, 0))) * 10) / 10;
