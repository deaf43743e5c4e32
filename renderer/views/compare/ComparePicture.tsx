import { useEffect, useMemo, useRef } from 'react';
import { countsText } from '../../../shared/comparison/markdown';
import type { Point } from '../../../shared/figures/primitives';
import type { ComparisonScene } from '../../../shared/scene/comparison/comparison-scene';
import { markChange } from '../../app/comparing';
import { comparisonOf, comparisonSceneOf, shownComparisonOf } from '../../store/comparison';
import { editor, useEditor } from '../../store/editor';
import { figureContextOf } from '../../store/picture';
import { useTexts } from '../../store/texts';
import { comparePicture } from './compare-port';
import { type Painter, scenePainter } from './paint-scene';
import { useViewport } from './use-viewport';
import { holds } from './viewport';

const NOWHERE = { x: 0, y: 0, width: 1, height: 1 };

/** Both maps in one picture: the same figures as in an export, painted on one canvas. */
export function ComparePicture() {
  const t = useTexts();
  const scene = useEditor(comparisonSceneOf);
  const comparison = useEditor(comparisonOf);
  const shown = useEditor(shownComparisonOf);
  const current = useEditor((state) => state.comparing?.current ?? null);
  const { theme } = useEditor(figureContextOf);
  const root = useRef<HTMLElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const painter = useRef<Painter | null>(null);
  const box = useRef(NOWHERE);
  box.current = scene?.box ?? NOWHERE;
  const ring = useMemo(() => {
    const place = current === null ? undefined : scene?.places.get(current);
    return place ? { box: place, colour: theme.selection } : null;
  }, [scene, current, theme]);

  const paint = useRef<Parameters<typeof useViewport>[0]['paint']['current']>(() => {});
  paint.current = (view, size, moving) => painter.current?.paint(view, size, ring, moving);
  const onClick = useRef((point: Point) => {
    const now = comparisonSceneOf(editor.getState());
    if (now) markChange(changeAt(now, point, editor.getState().comparing?.current ?? null));
  });
  const repaint = useViewport({ root, box, paint, onClick });

  useEffect(() => {
    if (!canvas.current || !scene || !comparison) return;
    const pictures = { ...comparison.before.pictures, ...comparison.after.pictures };
    painter.current = scenePainter(canvas.current, scene, pictures, repaint);
    repaint();
  }, [scene, comparison, repaint]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the ring is painted with the picture
  useEffect(repaint, [ring, repaint]);

  useFitToSides();

  return (
    <section
      ref={root}
      className="compare-picture"
      aria-label={t('compare.picture', { what: shown ? countsText(shown, t) : '' })}
      // Moved with Shift and the arrows.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
      tabIndex={0}
    >
      <canvas ref={canvas} />
    </section>
  );
}

/** Other maps are shown as a whole; the same two, swapped, from where one was. */
function useFitToSides(): void {
  const before = useEditor((state) => state.comparing?.before ?? null);
  const after = useEditor((state) => state.comparing?.after ?? null);
  const last = useRef([before, after]);
  useEffect(() => {
    const isNew = ![before, after].every((side) => last.current.includes(side));
    last.current = [before, after];
    if (isNew) comparePicture().fit();
  }, [before, after]);
}

/** The change at a point of the picture, the topmost first; where several are, the one after the current. */
function changeAt(scene: ComparisonScene, point: Point, current: string | null): string | null {
  const found = scene.parts.flatMap((part) => (part.change !== null && holds(part.box, point) ? [part.change] : []));
  const unique = [...new Set(found.reverse())];
  const at = current === null ? -1 : unique.indexOf(current);
  return unique[(at + 1) % Math.max(unique.length, 1)] ?? null;
}
