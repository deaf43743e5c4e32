import { useMemo } from 'react';
import { tintColours, tintSign } from '../../../shared/figures/badge-tint';
import type { BadgeTint } from '../../../shared/figures/figure';
import type { Primitive } from '../../../shared/figures/primitives';
import type { Theme } from '../../../shared/figures/theme';
import { GROUPS } from '../../../shared/metrics/tint';
import type { OverlayScene } from '../../../shared/scene/overlay-scene';
import { useEditor } from '../../store/editor';
import { pictureOf } from '../../store/picture';
import { useTexts } from '../../store/texts';
import { FigureShapes } from '../../ui/Figure';
import { OverlayNotes } from './OverlayNotes';
import { PeriodSlider } from './PeriodSlider';

/** What the numbers over the map are: of which period, what their colours mean, where they come from. */
export function OverlayLegend() {
  const overlay = useEditor((state) => pictureOf(state).overlay);
  if (overlay.shown.length === 0) return null;
  return (
    <div className="status-legend">
      <PeriodSlider periods={overlay.periods} period={overlay.period} />
      <Scale overlay={overlay} />
      <OverlayNotes overlay={overlay} />
    </div>
  );
}

const SWATCH = { width: 22, height: 14 };
const SIGN = 10;
const NO_PICTURES = {};
const TARGETS: readonly BadgeTint[] = (['bad', 'near', 'good'] as const).map((status) => ({ by: 'target', status }));
const RANKS: readonly BadgeTint[] = Array.from({ length: GROUPS }, (_, group) => ({
  by: 'rank',
  group,
  groups: GROUPS,
}));

/** The colours of the numbers with their signs, from bad to good. */
function Scale({ overlay }: { overlay: OverlayScene }) {
  const t = useTexts();
  const theme = useEditor((state) => pictureOf(state).context.theme);
  const { tint } = overlay.settings;
  const tints = tint === 'quantile' ? RANKS : TARGETS;
  const primitives = useMemo(() => swatches(tints, theme), [tints, theme]);
  const [first] = overlay.shown;
  const judged = overlay.shown.some((one) =>
    one.overlays.some((each) => [...each.overlay.elements.values()].some(({ status }) => status !== 'none')),
  );
  const ranked = overlay.shown.some((one) => one.overlays.some((each) => each.overlay.values.length > 0));
  if (!first || tint === 'none' || !(tint === 'target' ? judged : ranked)) return null;
  const { direction } = first.metric;
  const [low, high] =
    tint === 'quantile'
      ? direction === 'none'
        ? [t('overlay.legend.ranks.low'), t('overlay.legend.ranks.high')]
        : [t('overlay.legend.ranks.worst'), t('overlay.legend.ranks.best')]
      : [t('exported.offTarget'), t('exported.onTarget')];
  const width = tints.length * SWATCH.width;
  return (
    <span className="status-scale">
      <span>{low}</span>
      <svg width={width} height={SWATCH.height} viewBox={`0 0 ${width} ${SWATCH.height}`} aria-hidden="true">
        <FigureShapes primitives={primitives} pictures={NO_PICTURES} />
      </svg>
      <span>{high}</span>
    </span>
  );
}

function swatches(tints: readonly BadgeTint[], theme: Theme): Primitive[] {
  return tints.flatMap((tint, index): Primitive[] => {
    const x = index * SWATCH.width;
    const sign = tintSign(tint, x + (SWATCH.width - SIGN) / 2, (SWATCH.height - SIGN) / 2, SIGN, theme);
    return [{ type: 'rect', x, y: 0, ...SWATCH, fill: tintColours(tint, theme).soft }, ...sign];
  });
}
