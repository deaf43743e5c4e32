import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { Size } from '../../../shared/figures/primitives';
import { forecastFigure } from '../../../shared/scene/decisions/forecast-figure';
import { useEditor } from '../../store/editor';
import { figureContextOf } from '../../store/picture';
import { useTexts } from '../../store/texts';
import { FigureShapes } from '../../ui/Figure';
import { objectiveOf } from './model';
import type { ForecastShown } from './use-forecast';

const NO_PICTURES = {};

/** Predicted with its band, against what would come if customers went on as they were seen. */
export function ForecastChart({ shown, name }: { shown: ForecastShown; name: string }) {
  const t = useTexts();
  const root = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  const context = useEditor(figureContextOf);
  const objective = useEditor(useShallow(objectiveOf));
  useLayoutEffect(() => {
    const element = root.current;
    if (!element) return;
    const measure = () => setSize({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const watcher = new ResizeObserver(measure);
    watcher.observe(element);
    return () => watcher.disconnect();
  }, []);

  const { forecast, observed } = shown;
  const list = useMemo(
    () => (objective && size.width > 0 ? forecastFigure(forecast, observed, objective, size, context) : null),
    [forecast, observed, objective, size, context],
  );
  const label = t('decisionView.forecast.chart', { name });
  return (
    <div className="forecast-chart" ref={root}>
      {list ? (
        <svg width={size.width} height={size.height} role="img" aria-label={label} data-runs={shown.done}>
          <FigureShapes primitives={list.primitives} pictures={NO_PICTURES} />
        </svg>
      ) : (
        <p className="forecast-none">
          {t(objective ? 'decisionView.forecast.nobody' : 'decisionView.forecast.noOutcome')}
        </p>
      )}
    </div>
  );
}
