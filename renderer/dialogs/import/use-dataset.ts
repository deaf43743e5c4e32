import { useCallback, useEffect, useRef, useState } from 'react';
import type { Calls, OpenDataset } from '../../../shared/api/calls';
import { FaultError } from '../../../shared/api/faults';
import { createId } from '../../../shared/document/ids';
import type { DatasetOptions } from '../../../shared/metrics/dataset';
import type { Description } from '../../../shared/metrics/described';
import { outlineOf } from '../../../shared/metrics/map-outline';
import type { DataPlan } from '../../../shared/metrics/planned';
import type { Recipe } from '../../../shared/metrics/recipe';
import { call, explain, listen } from '../../app/machine';
import { editor } from '../../store/editor';
import type { NumbersFile } from '../../store/state';

export type RawRow = Calls['datasets.rows']['gives'][number];

export interface Dataset {
  /** How far the reading is, 0 to 1; null: nothing is under way. */
  progress: number | null;
  /** Why the file can't be read. */
  fault: string | null;
  opened: OpenDataset | null;
  /** The first rows as they stand in the file. */
  rows: readonly RawRow[];
  description: Description | null;
  recipe: Recipe | null;
  /** What an import by the recipe would do. Null while it is worked out for the first time. */
  plan: DataPlan | null;
  /** The plan is of an older recipe: a newer one is on its way. */
  stale: boolean;
}

/** Titles above the names of the columns, and enough rows to see what is what. */
const FIRST_ROWS = 40;

const NOTHING: Dataset = {
  progress: 0,
  fault: null,
  opened: null,
  rows: [],
  description: null,
  recipe: null,
  plan: null,
  stale: false,
};

/** The recipe to begin with, once it is known what the file holds. */
export type FirstRecipe = (description: Description, file: OpenDataset) => Recipe;

/** A data file that is read in a process of its own for as long as the dialog is open. */
export function useDataset(file: NumbersFile, options: DatasetOptions, first: FirstRecipe) {
  const [dataset, setDataset] = useState(NOTHING);
  const id = useRef('');
  const wanted = useRef<Recipe | null>(null);
  const busy = useRef(false);
  const start = useRef(first);
  start.current = first;
  const update = useCallback((values: Partial<Dataset>) => setDataset((now) => ({ ...now, ...values })), []);

  const plan = useCallback(
    async (recipe: Recipe) => {
      wanted.current = recipe;
      update({ recipe, stale: true });
      if (busy.current) {
        // The answer to an older question is of no use any more.
        void call('datasets.cancel', { id: id.current }).catch(() => undefined);
        return;
      }
      busy.current = true;
      for (let next: Recipe | null = recipe; next; next = wanted.current === next ? null : wanted.current) {
        try {
          const made = await call('datasets.plan', { id: id.current, recipe: next, outline: outline() });
          if (wanted.current === next) update({ plan: made, stale: false, fault: null, progress: null });
        } catch (error) {
          if (wanted.current === next) update({ stale: false, fault: explain(error), progress: null });
        }
      }
      busy.current = false;
    },
    [update],
  );

  const { encoding = null, delimiter = null, sheet = null } = options;
  useEffect(() => {
    const own = createId();
    id.current = own;
    wanted.current = null;
    setDataset(NOTHING);
    const still = () => id.current === own;
    const stop = listen('datasets.progress', (event) => {
      if (event.id === own && still()) update({ progress: event.share });
    });
    const open = async () => {
      try {
        const source = 'bytes' in file ? { name: file.name, bytes: file.bytes } : { path: file.path };
        const opened = await call('datasets.open', { id: own, file: source, options: { encoding, delimiter, sheet } });
        if (!still()) return;
        const rows = await call('datasets.rows', { id: own, from: 0, count: FIRST_ROWS });
        if (!still()) return;
        update({ opened, rows });
        const description = await call('datasets.describe', { id: own, outline: outline() });
        if (!still()) return;
        update({ description });
        await plan(start.current(description, opened));
      } catch (error) {
        const isCancelled = error instanceof FaultError && error.fault.code === 'cancelled';
        if (still() && !isCancelled) update({ fault: explain(error), progress: null });
      }
    };
    void open();
    return () => {
      stop();
      id.current = '';
      void call('datasets.close', { id: own }).catch(() => undefined);
    };
  }, [file, encoding, delimiter, sheet, plan, update]);

  /** Reads the names of the columns from other lines. */
  const setHeader = useCallback(
    async (header: Recipe['header']) => {
      try {
        const description = await call('datasets.describe', { id: id.current, outline: outline(), header });
        update({ description });
        await plan(description.suggestion);
      } catch (error) {
        update({ fault: explain(error) });
      }
    },
    [plan, update],
  );
  return { ...dataset, id, setRecipe: plan, setHeader };
}

const outline = () => outlineOf(editor.getState().map);
