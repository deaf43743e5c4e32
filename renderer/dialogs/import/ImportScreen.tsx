import { useDeferredValue, useMemo, useState } from 'react';
import { applyImport, earlierImport } from '../../../shared/metrics/apply-import';
import type { Encoding } from '../../../shared/metrics/encoding';
import { type ImportChoices, rememberedChoices, suggestChoices } from '../../../shared/metrics/import-choices';
import { planImport } from '../../../shared/metrics/import-plan';
import { tableFaultText } from '../../../shared/metrics/import-texts';
import { readTable, type Table } from '../../../shared/metrics/read-table';
import type { Delimiter } from '../../../shared/metrics/split-cells';
import { canvas } from '../../app/canvas-port';
import { editor, useEditor } from '../../store/editor';
import { change } from '../../store/history';
import { useLanguage, useTexts } from '../../store/texts';
import { tell } from '../../store/toasts';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Icon } from '../../ui/Icon';
import { closeDialog } from '../close';
import { useFocus } from '../use-focus';
import { ImportColumns } from './ImportColumns';
import { ImportFileBar } from './ImportFileBar';
import { ImportMetric } from './ImportMetric';
import { ImportResult } from './ImportResult';
import { ImportTable } from './ImportTable';
import { type NumbersFile, sha256 } from './import-file';

/** One table: how it is read, what its columns mean, and what would come of it. */
export function ImportScreen({ file }: { file: NumbersFile }) {
  const t = useTexts();
  const language = useLanguage();
  const map = useEditor((state) => state.map);
  const [encoding, setEncoding] = useState<Encoding | null>(null);
  const [delimiter, setDelimiter] = useState<Delimiter | null>(null);
  const [edited, setEdited] = useState<{ table: Table; choices: ImportChoices } | null>(null);
  const [applying, setApplying] = useState(false);
  const first = useFocus<HTMLDivElement>();

  const result = useMemo(() => readTable(file.bytes, { encoding, delimiter }), [file, encoding, delimiter]);
  const table = result.status === 'ok' ? result.table : null;
  const suggested = useMemo(
    () => table && (rememberedChoices(table, map, file.name) ?? suggestChoices(table, map)),
    [table, map, file.name],
  );
  // Choices name columns by their place: read in another way, the table has other columns.
  const choices = edited && edited.table === table ? edited.choices : suggested;
  // A plan of a large table takes a while; typing goes on meanwhile.
  const planned = useDeferredValue(choices);
  const plan = useMemo(() => table && planned && planImport(table, planned, map), [table, planned, map]);
  const valueColumn = plan?.recipe?.valueColumn;
  const earlier = valueColumn === undefined ? null : earlierImport(map, file.name, valueColumn);
  const ready = plan?.recipe != null && plan.values.length > 0 && planned === choices;

  const set = (values: Partial<ImportChoices>) => {
    if (table && choices) setEdited({ table, choices: { ...choices, ...values } });
  };
  const apply = async () => {
    if (!plan || !ready) return;
    setApplying(true);
    const imported = { name: file.name, hash: await sha256(file.bytes), importedAt: new Date().toISOString() };
    const metric = change(t('steps.importNumbers'), (draft) => applyImport(draft, plan, imported));
    closeDialog();
    if (metric === undefined) return;
    editor.setState({ overlay: metric });
    canvas().fit();
    tell(
      'good',
      t('dialogs.import.done', {
        count: plan.values.length,
        title: plan.choices.metric.title || t('metrics.untitled'),
      }),
    );
  };

  return (
    <Dialog
      title={t('dialogs.import.title')}
      width={1140}
      onClose={closeDialog}
      foot={
        <>
          <span className="push import-promise">{t('dialogs.import.promise')}</span>
          <Button onClick={closeDialog}>{t('ui.cancel')}</Button>
          <Button look="primary" disabled={!ready || applying} onClick={() => void apply()}>
            {t('dialogs.import.import')}
          </Button>
        </>
      }
    >
      <ImportFileBar
        file={file}
        table={table}
        encoding={encoding ?? table?.encoding ?? null}
        delimiter={delimiter ?? table?.delimiter ?? null}
        onEncoding={setEncoding}
        onDelimiter={setDelimiter}
      />
      {result.status === 'fault' && (
        <p className="dialog-note danger import-fault" role="alert">
          <Icon name="circle-alert" size={15} />
          {tableFaultText(result.fault, t, language)}
        </p>
      )}
      {table && choices && plan && (
        <div className="import">
          <div className="import-form" ref={first}>
            <ImportColumns table={table} choices={choices} onChange={set} />
            <ImportMetric choices={choices} plan={plan} onChange={set} />
          </div>
          <div className="import-right">
            <ImportTable table={table} choices={choices} />
            <ImportResult
              table={table}
              plan={plan}
              map={map}
              replaces={earlier ? file.name : null}
              assignments={choices.assignments}
              onAssign={(assignments) => set({ assignments })}
            />
          </div>
        </div>
      )}
    </Dialog>
  );
}
