import { useMemo, useState } from 'react';
import { earlierSource } from '../../../shared/metrics/apply-plan';
import type { DatasetOptions } from '../../../shared/metrics/dataset';
import { recipeOf } from '../../../shared/metrics/recipe';
import { fitsTable } from '../../../shared/metrics/recipe-edits';
import { editor, useEditor } from '../../store/editor';
import type { NumbersFile } from '../../store/state';
import { useTexts } from '../../store/texts';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Icon } from '../../ui/Icon';
import { closeDialog } from '../close';
import { finishImport } from './finish-import';
import { ImportColumns } from './ImportColumns';
import { ImportFileBar } from './ImportFileBar';
import { ImportMetrics } from './ImportMetrics';
import { ImportResult } from './ImportResult';
import { ImportTable } from './ImportTable';
import { type FirstRecipe, useDataset } from './use-dataset';

/** One file: how it is read, what its columns mean, and what would come of it. */
export function ImportScreen({ file, source }: { file: NumbersFile; source: string | null }) {
  const t = useTexts();
  const map = useEditor((state) => state.map);
  const [options, setOptions] = useState<DatasetOptions>({});
  const dataset = useDataset(file, options, firstRecipe(source));
  const { progress, fault, opened, rows, description, recipe, plan, stale, setRecipe, setHeader } = dataset;
  const earlier = opened ? (source ?? earlierSource(map, opened.name)) : null;
  const kept = useMemo(() => earlier && map.sources[earlier], [map, earlier]);
  const isReady = plan !== null && !stale && plan.questions.length === 0 && plan.values.length > 0;
  const finish = () => {
    if (!plan || !opened || !isReady) return;
    void finishImport({ plan, opened, source: earlier, dataset: dataset.id.current });
  };
  return (
    <Dialog
      title={t(source ? 'importer.refreshTitle' : 'dialogs.import.title')}
      width={1180}
      onClose={closeDialog}
      foot={
        <>
          <span className="push import-promise">{t('dialogs.import.promise')}</span>
          <Button onClick={closeDialog}>{t('ui.cancel')}</Button>
          <Button look="primary" disabled={!isReady} onClick={finish}>
            {t(kept ? 'importer.refresh' : 'dialogs.import.import')}
          </Button>
        </>
      }
    >
      <ImportFileBar
        file={file}
        facts={opened?.facts ?? null}
        header={description?.header ?? null}
        onOptions={(values) => setOptions((now) => ({ ...now, ...values }))}
        onHeader={(header) => void setHeader(header)}
      />
      {progress !== null && !fault && !plan && <Progress share={progress} />}
      {fault && (
        <p className="dialog-note danger import-fault" role="alert">
          <Icon name="circle-alert" size={15} />
          {fault}
        </p>
      )}
      {opened && description && recipe && (
        <div className="import">
          <div className="import-form">
            <ImportColumns description={description} recipe={recipe} plan={plan} onChange={setRecipe} />
            <ImportMetrics description={description} recipe={recipe} plan={plan} onChange={setRecipe} />
          </div>
          <div className="import-right">
            <ImportTable description={description} recipe={recipe} plan={plan} rows={rows} />
            {plan && (
              <ImportResult
                plan={plan}
                facts={opened.facts}
                map={map}
                source={earlier}
                stale={stale}
                recipe={recipe}
                onChange={setRecipe}
              />
            )}
          </div>
        </div>
      )}
    </Dialog>
  );
}

/** The recipe of the same file's last import where it fits, so that a newer file goes in with one click. */
const firstRecipe =
  (source: string | null): FirstRecipe =>
  (description, { name }) => {
    const { map } = editor.getState();
    const id = source ?? earlierSource(map, name);
    const kept = id === null ? undefined : map.sources[id];
    const recipe = kept ? recipeOf(kept) : null;
    return recipe && fitsTable(recipe, description.columns)
      ? { ...recipe, header: description.header }
      : description.suggestion;
  };

function Progress({ share }: { share: number }) {
  const t = useTexts();
  return (
    <div className="import-progress">
      <progress max={1} value={share} aria-label={t('importer.reading')} />
      <span>{t('importer.reading')}</span>
    </div>
  );
}
