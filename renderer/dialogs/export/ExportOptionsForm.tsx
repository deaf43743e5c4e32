import { useId } from 'react';
import type { JourneyMap } from '../../../shared/document/schema';
import { EXPORT_VIEWS, PAGE_SIZES } from '../../../shared/scene/export-request';
import { useTexts } from '../../store/texts';
import { Segmented } from '../../ui/Segmented';
import { Select } from '../../ui/Select';
import { Switch } from '../../ui/Switch';
import { NumberField } from '../NumberField';
import { ExportNumbers } from './ExportNumbers';
import { ExportRow as Row } from './ExportRow';
import { canBePoster, type ExportOptions } from './request';

const SCALES = [1, 1.5, 2, 3, 4];

interface ExportOptionsFormProps {
  options: ExportOptions;
  map: JourneyMap;
  /** How many elements are selected. */
  selected: number;
  onChange: (values: Partial<ExportOptions>) => void;
}

export function ExportOptionsForm({ options, map, selected, onChange }: ExportOptionsFormProps) {
  const t = useTexts();
  const id = useId();
  const { format, page } = options;
  const scales = SCALES.includes(options.scale) ? SCALES : [options.scale, ...SCALES].sort((a, b) => a - b);
  const views = EXPORT_VIEWS.filter((view) => view === 'map' || hasContent(map, view));
  const name = (text: 'format' | 'area' | 'orientation' | 'theme' | 'language') => t(`dialogs.export.${text}`);

  return (
    <div className="export-options">
      <section>
        <Segmented
          label={name('format')}
          value={format}
          options={(['pdf', 'png', 'svg'] as const).map((value) => ({ value, text: value.toUpperCase() }))}
          onChange={(value) => onChange({ format: value })}
        />
        <p className="export-hint">{t(`dialogs.export.about.${format}`)}</p>
        {views.length > 1 && (
          <Segmented
            label={t('decisionView.exportView')}
            value={options.view}
            options={views.map((value) => ({ value, text: t(`views.${value}`) }))}
            onChange={(view) => onChange({ view })}
          />
        )}
        {selected > 0 && options.view === 'map' && (
          <Segmented
            label={name('area')}
            value={options.area}
            options={[
              { value: 'map', text: t('dialogs.export.wholeMap') },
              { value: 'selection', text: t('dialogs.export.selection', { count: selected }) },
            ]}
            onChange={(area) => onChange({ area })}
          />
        )}
      </section>

      <section>
        <h3 className="section-title">{t('dialogs.export.page')}</h3>
        <Row label={t('dialogs.export.size')} id={`${id}-page`}>
          <Select
            id={`${id}-page`}
            value={page}
            options={PAGE_SIZES.map((value) => ({ value, text: value === 'fit' ? t('dialogs.export.fit') : value }))}
            onChange={(value) => onChange({ page: value })}
          />
        </Row>
        {page !== 'fit' && (
          <Row label={name('orientation')}>
            <Segmented
              label={name('orientation')}
              value={options.landscape ? 'landscape' : 'portrait'}
              options={[
                { value: 'portrait', text: t('dialogs.export.portrait') },
                { value: 'landscape', text: t('dialogs.export.landscape') },
              ]}
              onChange={(value) => onChange({ landscape: value === 'landscape' })}
            />
          </Row>
        )}
        <Row label={t('dialogs.export.margin')} id={`${id}-margin`}>
          <NumberField
            id={`${id}-margin`}
            value={options.margin}
            min={0}
            max={100}
            unit="mm"
            onChange={(margin) => onChange({ margin })}
          />
        </Row>
        {canBePoster(options) && (
          <Row label={t('dialogs.export.poster')}>
            <Switch
              label={t('dialogs.export.poster')}
              checked={options.poster}
              onChange={(poster) => onChange({ poster })}
            />
          </Row>
        )}
        {canBePoster(options) && options.poster && (
          <>
            <Row label={t('dialogs.export.across')} id={`${id}-across`}>
              <NumberField
                id={`${id}-across`}
                value={options.tilesAcross}
                min={1}
                max={12}
                onChange={(value) => onChange({ tilesAcross: Math.round(value) })}
              />
            </Row>
            <Row label={t('dialogs.export.overlap')} id={`${id}-overlap`}>
              <NumberField
                id={`${id}-overlap`}
                value={options.overlap}
                min={0}
                max={50}
                unit="mm"
                onChange={(overlap) => onChange({ overlap })}
              />
            </Row>
            <Row label={t('dialogs.export.marks')}>
              <Switch
                label={t('dialogs.export.marks')}
                checked={options.marks}
                onChange={(marks) => onChange({ marks })}
              />
            </Row>
          </>
        )}
        {format === 'png' && (
          <Row label={t('dialogs.export.scale')} id={`${id}-scale`}>
            <Select
              id={`${id}-scale`}
              value={String(options.scale)}
              options={scales.map((value) => ({ value: String(value), text: `${value}×` }))}
              onChange={(value) => onChange({ scale: Number(value) })}
            />
          </Row>
        )}
      </section>

      <section>
        <h3 className="section-title">{t('dialogs.export.content')}</h3>
        <Row label={t('dialogs.export.titleBlock')}>
          <Switch
            label={t('dialogs.export.titleBlock')}
            checked={options.titleBlock}
            onChange={(titleBlock) => onChange({ titleBlock })}
          />
        </Row>
        <Row label={t('dialogs.export.legend')}>
          <Switch
            label={t('dialogs.export.legend')}
            checked={options.legend}
            onChange={(legend) => onChange({ legend })}
          />
        </Row>
        <Row label={t('dialogs.export.background')}>
          <Switch
            label={t('dialogs.export.background')}
            checked={options.background}
            onChange={(background) => onChange({ background })}
          />
        </Row>
        <ExportNumbers map={map} options={options} onChange={onChange} />
        <Row label={name('theme')}>
          <Segmented
            label={name('theme')}
            value={options.theme}
            options={[
              { value: 'light', text: t('dialogs.themes.light') },
              { value: 'dark', text: t('dialogs.themes.dark') },
            ]}
            onChange={(theme) => onChange({ theme })}
          />
        </Row>
        <Row label={name('language')}>
          <Segmented
            label={name('language')}
            value={options.language}
            options={[
              { value: 'en', text: 'English' },
              { value: 'es', text: 'Español' },
            ]}
            onChange={(language) => onChange({ language })}
          />
        </Row>
      </section>
    </div>
  );
}

/** Whether there is anything to export of a view that not every map has something for. */
function hasContent(map: JourneyMap, view: 'decisions' | 'metrics'): boolean {
  return view === 'metrics'
    ? Object.keys(map.measurements).length > 0
    : Object.values(map.connections).some(({ type }) => type === 'flow');
}
