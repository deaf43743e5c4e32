import type { OpenDataset } from '../../../shared/api/calls';
import { applyPlan } from '../../../shared/metrics/apply-plan';
import type { DataPlan } from '../../../shared/metrics/planned';
import { call } from '../../app/machine';
import { editor } from '../../store/editor';
import { change } from '../../store/history';
import { texts } from '../../store/texts';
import { tell } from '../../store/toasts';
import { closeDialog } from '../close';

interface Finished {
  plan: DataPlan;
  opened: OpenDataset;
  /** The source that is refreshed; null: a new one. */
  source: string | null;
  /** Of the open data file. */
  dataset: string;
}

/** Puts the planned values onto the map as one step, shows them, and remembers where the file lies. */
export async function finishImport({ plan, opened, source, dataset }: Finished): Promise<void> {
  const t = texts();
  const file = { name: opened.name, hash: opened.facts.hash, importedAt: new Date().toISOString() };
  const applied = change(t('steps.importNumbers'), (draft) => applyPlan(draft, plan, file, source));
  if (applied) {
    const { map } = editor.getState();
    // Where the file lies is a convenience for the next time; that it can't be kept is no fault of the import.
    await call('datasets.remember', { id: dataset, mapId: map.id, source: applied.source }).catch(() => undefined);
    editor.setState(({ overlay }) => ({ overlay: { ...overlay, metrics: applied.metrics.slice(0, 1), period: null } }));
    const points = plan.values.reduce((sum, { points: list }) => sum + list.length, 0);
    tell('good', t('importer.done', { count: points, name: opened.name }));
  }
  closeDialog();
}
