import { useId } from 'react';
import type { JourneyMap } from '../../../shared/document/schema';
import { metricsWithValues } from '../../../shared/metrics/overlay';
import { type OverlaySettings, showsAnything } from '../../../shared/metrics/overlay-settings';
import { metricNotes } from '../../../shared/scene/overlay-notes';
import { overlayScene } from '../../../shared/scene/overlay-scene';
import { useEditor } from '../../store/editor';
import { useLanguage, useTexts } from '../../store/texts';
import { Select } from '../../ui/Select';
import { ExportRow } from './ExportRow';
import { type ExportOptions, overlayOf } from './request';

interface ExportNumbersProps {
  map: JourneyMap;
  options: ExportOptions;
  onChange: (values: Partial<ExportOptions>) => void;
}

/** Which numbers lie over the exported map, and in words what that means. */
export function ExportNumbers({ map, options, onChange }: ExportNumbersProps) {
  const t = useTexts();
  const id = useId();
  const overlay = useEditor((state) => state.overlay);
  const metrics = metricsWithValues(map);
  const { numbers } = options;
  if (metrics.length === 0 && !showsAnything(overlay)) return null;
  return (
    <>
      <ExportRow label={t('overlay.exported.numbers')} id={id}>
        <Select
          id={id}
          value={typeof numbers === 'object' ? `metric:${numbers.metric}` : numbers}
          options={[
            { value: 'screen', text: t('overlay.exported.asOnScreen') },
            ...metrics.map((metric) => ({
              value: `metric:${metric.id}`,
              text: t('overlay.exported.only', { metric: metric.title || t('metrics.untitled') }),
            })),
            { value: 'none', text: t('overlay.exported.none') },
          ]}
          onChange={(value) =>
            onChange({
              numbers: value === 'screen' || value === 'none' ? value : { metric: value.slice('metric:'.length) },
            })
          }
        />
      </ExportRow>
      <Summary map={map} settings={overlayOf(numbers, overlay)} />
    </>
  );
}

/** `Conversion rate · Week of 16 Nov 2026 · By target · stages`. */
function Summary({ map, settings }: { map: JourneyMap; settings: OverlaySettings }) {
  const t = useTexts();
  const language = useLanguage();
  const scene = overlayScene(map, settings, language);
  const notes = metricNotes(map, scene, language);
  const [first] = notes;
  const parts = [
    notes.map(({ title }) => title).join(', '),
    first?.groups,
    first?.period,
    first && t(`overlay.options.tints.${settings.tint}`),
    scene.heads.size > 0 && t('overlay.exported.stages'),
    scene.connections.size > 0 && t('overlay.exported.connections'),
    settings.measuredEmotion && t('overlay.exported.emotion'),
    settings.evidence && t('overlay.exported.evidence'),
  ].filter(Boolean);
  return <p className="export-hint">{parts.length === 0 ? t('overlay.exported.nothing') : parts.join(' · ')}</p>;
}
