import { useDeferredValue, useMemo, useState } from 'react';
import { canDraw, pictureSize } from '../../../shared/scene/picture-size';
import { explain } from '../../app/machine';
import { printRequest } from '../../app/print';
import { editor, useEditor } from '../../store/editor';
import { useTexts } from '../../store/texts';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Icon } from '../../ui/Icon';
import { closeDialog } from '../close';
import { useFocus } from '../use-focus';
import { downloadExport, makeFile, saveExport } from './deliver';
import './export.css';
import { ExportOptionsForm } from './ExportOptionsForm';
import { ExportPreview } from './ExportPreview';
import { type ExportOptions, initialOptions, rememberOptions, requestOf, selectedForExport, waysOf } from './request';
import { usePages } from './use-pages';

/** Makes a PDF, PNG or SVG of the map; what the preview shows is what the file will hold. */
export function Export({ selection }: { selection: readonly string[] | null }) {
  const t = useTexts();
  const map = useEditor((state) => state.map);
  const marked = useEditor((state) => state.selection);
  const emotionCurve = useEditor((state) => state.preferences.emotionCurve);
  const overlay = useEditor((state) => state.overlay);
  const plainLines = useEditor((state) => !state.preferences.flowWidths);
  const decisions = useEditor((state) => state.decisions);
  const nativeDialogs = useEditor((state) => state.start?.nativeDialogs ?? false);
  const [options, setOptions] = useState(() => initialOptions(editor.getState(), selection));
  const main = useFocus<HTMLButtonElement>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  const elements = useMemo(() => selectedForExport(map, selection ?? marked), [map, selection, marked]);
  const request = useMemo(
    () => requestOf(options, elements, { emotionCurve, overlay, plainLines, ways: waysOf(decisions) }),
    [options, elements, emotionCurve, overlay, plainLines, decisions],
  );
  // Typing and clicking stay quick on a large map: the preview follows when there is time.
  const shown = useDeferredValue(request);
  const laidOut = usePages(map, shown);
  const [first] = laidOut.pages;
  const tooLarge = shown.format === 'png' && first !== undefined && !canDraw(pictureSize(first, shown.scale));

  const set = (values: Partial<ExportOptions>) => {
    const next = { ...options, ...values };
    setOptions(next);
    setError(null);
    rememberOptions(next);
  };
  const deliver = async (how: 'save' | 'download') => {
    setBusy(true);
    setError(null);
    try {
      const file = await makeFile(request);
      if (how === 'download') downloadExport(file);
      else await saveExport(file, request.format);
    } catch (cause) {
      setError(explain(cause));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog
      title={t('dialogs.export.title')}
      width={1120}
      onClose={closeDialog}
      foot={
        <>
          <Button className="push" icon="printer" disabled={busy} onClick={() => void printRequest(request)}>
            {t('dialogs.export.print')}
          </Button>
          {busy && (
            <span className="export-progress" role="status">
              <progress aria-label={t('dialogs.export.busy')} />
              {t('dialogs.export.busy')}
            </span>
          )}
          <Button onClick={closeDialog}>{t('ui.cancel')}</Button>
          {!nativeDialogs && (
            <Button icon="download" disabled={busy || tooLarge} onClick={() => void deliver('download')}>
              {t('dialogs.export.download')}
            </Button>
          )}
          <Button ref={main} look="primary" disabled={busy || tooLarge} onClick={() => void deliver('save')}>
            {nativeDialogs ? t('dialogs.export.export') : t('dialogs.export.saveTo')}
          </Button>
        </>
      }
    >
      <div className="export">
        <ExportOptionsForm options={options} map={map} selected={elements.length} onChange={set} />
        <div className="export-right">
          <ExportPreview
            laidOut={laidOut}
            request={shown}
            pictures={map.pictures}
            stale={shown !== request}
            onScale={(scale) => set({ scale })}
          />
          {error && (
            <p className="dialog-note danger" role="alert">
              <Icon name="circle-alert" size={15} />
              {error}
            </p>
          )}
        </div>
      </div>
    </Dialog>
  );
}
