import type { MetricRow } from '../../../shared/metrics/metric-rows';
import { filterRows, metricRows, sortRows } from '../../../shared/metrics/metric-rows';
import { rememberLast } from '../../panels/common/remember';
import { editor } from '../../store/editor';
import type { EditorState, MetricsView } from '../../store/state';
import { today } from '../../ui/today';

/** All that is measured on the map; the same list until the map changes. */
export const selectRows = (() => {
  const rows = rememberLast((map: EditorState['map']) => metricRows(map, today()));
  return (state: EditorState): readonly MetricRow[] => rows(state.map);
})();

/** What the table shows: filtered and in its order. */
export const selectShownRows = (() => {
  let last: { rows: readonly MetricRow[]; view: MetricsView; shown: readonly MetricRow[] } | null = null;
  return (state: EditorState): readonly MetricRow[] => {
    const rows = selectRows(state);
    const view = state.metricsView;
    if (last?.rows !== rows || last.view !== view) {
      const shown = sortRows(filterRows(rows, view.filter), state.map, view.by, view.descending);
      last = { rows, view, shown };
    }
    return last.shown;
  };
})();

/** The chosen line; where none is, or it is gone, the first one shown. */
export function selectRow(state: EditorState): MetricRow | null {
  const rows = selectRows(state);
  return rows.find(({ id }) => id === state.metricsView.row) ?? selectShownRows(state)[0] ?? null;
}

export const setView = (values: Partial<MetricsView>): void =>
  editor.setState(({ metricsView }) => ({ metricsView: { ...metricsView, ...values } }));
