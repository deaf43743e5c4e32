import { useMemo } from 'react';
import { stagesOf } from '../../shared/document/create';
import { mapFromModel, type StageModel } from '../../shared/document/templates';
import { CHEVRON_HEIGHT, chevronFigure } from '../../shared/figures/chevron';
import type { Primitive } from '../../shared/figures/primitives';
import type { Language } from '../../shared/language/translator';
import { usePicture } from '../store/picture';
import { FigureShapes } from '../ui/Figure';

/** The width that the row of arrows has, in map units; the last one's tip reaches beyond its column. */
const ROW_WIDTH = 640;
const TIP = 12;
const NO_PICTURES = {};

/** A stage model in small: its stages as arrows, and their names below, since at this size none fits into an arrow. */
export function StagePreview({ model, language }: { model: StageModel; language: Language }) {
  const { context } = usePicture();
  const { primitives, names } = useMemo(() => {
    const stages = stagesOf(mapFromModel(model, language));
    const width = ROW_WIDTH / Math.max(stages.length, 1);
    const arrows = stages.map((stage, index): Primitive => {
      const { primitives: shapes } = chevronFigure(
        { title: '', placeholder: '', width, colour: stage.colour },
        context,
      );
      return { type: 'group', x: index * width, y: 0, children: shapes.filter((shape) => shape.type === 'path') };
    });
    return { primitives: arrows, names: stages.map((stage) => stage.title).join(' · ') };
  }, [model, language, context]);
  const size = `0 0 ${ROW_WIDTH + TIP} ${CHEVRON_HEIGHT}`;
  return (
    <span className="new-map-preview">
      {primitives.length > 0 ? (
        <svg viewBox={size} preserveAspectRatio="none" aria-hidden="true">
          <FigureShapes primitives={primitives} pictures={NO_PICTURES} />
        </svg>
      ) : (
        <span className="new-map-blank" aria-hidden="true" />
      )}
      {names && <span className="new-map-stages">{names}</span>}
    </span>
  );
}
