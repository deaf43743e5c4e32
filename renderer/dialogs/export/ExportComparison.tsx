import { useDeferredValue, useId, useMemo, useState } from 'react';
import type { Comparison } from '../../../shared/comparison/changes';
import { countsText } from '../../../shared/comparison/markdown';
import { comparisonPages } from '../../../shared/scene/comparison/comparison-pages';
import { type ComparisonRequest, comparisonRequest } from '../../../shared/scene/comparison/comparison-request';
import { exportRequest, PAGE_SIZES } from '../../../shared/scene/export-request';
import { canDraw, pictureSize } from '../../../shared/scene/picture-size';
import { explain } from '../../app/machine';
import { comparisonOf, metricOfComparison, shownComparisonOf } from '../../store/comparison';
import { editor, useEditor } from '../../store/editor';
import { measureText } from '../../store/measure';
import { languageOf } from '../../store/picture';
import { useTexts } from '../../store/texts';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Icon } from '../../ui/Icon';
import { Segmented } from '../../ui/Segmented';
import { Select } from '../../ui/Select';
import { Switch } from '../../ui/Switch';
import { sideInfo } from '../../views/compare/side-text';
import { closeDialog } from '../close';
import { useFocus } from '../use-focus';
import { downloadExport, makeComparisonFile, saveExport } from './deliver';
import './export.css';
import { ExportPreview } from './ExportPreview';

const FORMATS = ['pdf', 'png', 'svg', 'md'] as const;

type Wishes = Pick<ComparisonRequest, 'format' | 'page' | 'landscape' | 'scale' | 'theme' | 'list'>;
/** As it was used last in this session. */
let remembered: Wishes = { format: 'pdf', page: 'A3', landscape: true, scale: 2, theme: 'light', list: true };

/** Makes a file of the comparison that is in sight, with the changes that it shows. */
export function ExportComparison() {
  const comparison = useEditor(comparisonOf);
  return comparison ? <Form comparison={comparison} /> : null;
}

function Form({ comparison }: { comparison: Comparison }) {
  const t = useTexts();
  const nativeDialogs = useEditor((state) => state.start?.nativeDialogs ?? false);
  const shownChanges = useEditor(shownComparisonOf);
  const main = useFocus<HTMLButtonElement>();
  const [wishes, setWishes] = useState(remembered);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [sides] = useState(() => {
    const { comparing } = editor.getState();
    const before = sideInfo(comparing?.before ?? { from: 'now' }, comparison.before, t);
    return { before, after: sideInfo(comparing?.after ?? { from: 'now' }, comparison.after, t) };
  });
  const request = useMemo(() => requestFor(wishes, comparison), [wishes, comparison]);
  // On a large map the preview follows when there is time.
  const shown = useDeferredValue(request);
  const laidOut = useMemo(() => comparisonPages(comparison, sides, shown, measureText()), [comparison, sides, shown]);
  const [first] = laidOut.pages;
  const tooLarge = shown.format === 'png' && first !== undefined && !canDraw(pictureSize(first, shown.scale));
  const pictures = useMemo(() => ({ ...comparison.before.pictures, ...comparison.after.pictures }), [comparison]);

  const set = (values: Partial<Wishes>) => {
    remembered = { ...wishes, ...values };
    setWishes(remembered);
    setError(null);
  };
  const deliver = async (how: 'save' | 'download') => {
    setBusy(true);
    setError(null);
    try {
      const file = await makeComparisonFile(sides, request);
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
      title={t('compare.exportTitle')}
      width={1120}
      onClose={closeDialog}
      foot={
        <>
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
        <Options wishes={wishes} onChange={set} counts={shownChanges ? countsText(shownChanges, t) : ''} />
        <div className="export-right">
          {shown.format === 'md' ? (
            <p className="export-hint">{t('compare.formats.md')}</p>
          ) : (
            <ExportPreview
              laidOut={laidOut}
              request={exportRequest({ format: shown.format, scale: shown.scale })}
              pictures={pictures}
              stale={shown !== request}
              onScale={(scale) => set({ scale })}
            />
          )}
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

function requestFor(wishes: Wishes, comparison: Comparison): ComparisonRequest {
  const state = editor.getState();
  const { types, minor } = state.comparing ?? {};
  return comparisonRequest({
    ...wishes,
    ...(types && { types: [...types] }),
    ...(minor !== undefined && { minor }),
    metric: metricOfComparison(state, comparison),
    emotionCurve: state.preferences.emotionCurve,
    language: languageOf(state),
  });
}

const SCALES = [1, 1.5, 2, 3, 4];

function Options({
  wishes,
  onChange,
  counts,
}: {
  wishes: Wishes;
  onChange: (values: Partial<Wishes>) => void;
  counts: string;
}) {
  const t = useTexts();
  const id = useId();
  const { format, page, scale } = wishes;
  const scales = SCALES.includes(scale) ? SCALES : [scale, ...SCALES].sort((a, b) => a - b);
  return (
    <div className="export-options">
      <section>
        <Segmented
          label={t('dialogs.export.format')}
          value={format}
          options={FORMATS.map((value) => ({ value, text: value === 'md' ? 'Markdown' : value.toUpperCase() }))}
          onChange={(value) => onChange({ format: value })}
        />
        <p className="export-hint">{t(`compare.formats.${format}`)}</p>
        <p className="export-hint">{t('compare.onlyShown', { what: counts })}</p>
      </section>
      {format !== 'md' && (
        <section>
          {format === 'pdf' && (
            <div className="export-row">
              <label htmlFor={`${id}-page`}>{t('dialogs.export.size')}</label>
              <Select
                id={`${id}-page`}
                value={page}
                options={PAGE_SIZES.map((value) => ({
                  value,
                  text: value === 'fit' ? t('dialogs.export.fit') : value,
                }))}
                onChange={(value) => onChange({ page: value })}
              />
            </div>
          )}
          {format === 'pdf' && page !== 'fit' && (
            <div className="export-row">
              <span>{t('dialogs.export.orientation')}</span>
              <Segmented
                label={t('dialogs.export.orientation')}
                value={wishes.landscape ? 'landscape' : 'portrait'}
                options={(['landscape', 'portrait'] as const).map((value) => ({
                  value,
                  text: t(`dialogs.export.${value}`),
                }))}
                onChange={(value) => onChange({ landscape: value === 'landscape' })}
              />
            </div>
          )}
          {format === 'png' && (
            <div className="export-row">
              <label htmlFor={`${id}-scale`}>{t('dialogs.export.scale')}</label>
              <Select
                id={`${id}-scale`}
                value={String(scale)}
                options={scales.map((value) => ({ value: String(value), text: `${value}×` }))}
                onChange={(value) => onChange({ scale: Number(value) })}
              />
            </div>
          )}
          <div className="export-row">
            <span>{t('dialogs.export.theme')}</span>
            <Segmented
              label={t('dialogs.export.theme')}
              value={wishes.theme}
              options={(['light', 'dark'] as const).map((value) => ({ value, text: t(`dialogs.themes.${value}`) }))}
              onChange={(theme) => onChange({ theme })}
            />
          </div>
          <div className="export-row">
            <label htmlFor={`${id}-list`}>{t('compare.list')}</label>
            <Switch
              id={`${id}-list`}
              label={t('compare.list')}
              checked={wishes.list}
              onChange={(list) => onChange({ list })}
            />
          </div>
          {format === 'pdf' && page !== 'fit' && wishes.list && <p className="export-hint">{t('compare.listHint')}</p>}
        </section>
      )}
    </div>
  );
}
