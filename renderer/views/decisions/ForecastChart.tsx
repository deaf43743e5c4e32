import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { lineChart } from '../../../shared/figures/chart';
import type { Size } from '../../../shared/figures/primitives';
import { formatMoney } from '../../../shared/language/format';
import { periodLabel } from '../../../shared/metrics/periods';
import { formatCustomers } from '../../../shared/scene/decisions/amounts';
import { useEditor } from '../../store/editor';
import { figureContextOf } from '../../store/picture';
import { useTexts } from '../../store/texts';
import { FigureShapes } from '../../ui/Figure';
import { lineOf } from './forecast-lines';
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
  const list = useMemo(() => {
    const line = objective && lineOf(forecast, objective);
    const isEmpty = forecast.entering.every((customers) => customers === 0);
    if (!line || isEmpty || size.width === 0) return null;
    const { theme, language } = context;
    const seen = observed && objective ? lineOf(observed, objective) : null;
    const money = objective.of === 'value' ? objective.currency : '';
    const format = (value: number) =>
      money ? formatMoney(Math.round(value), money, language) : formatCustomers(Math.round(value), language);
    const values = line.values.map(({ expected, band }) => band?.median ?? expected);
    const last = (of: readonly number[]) => format(of.at(-1) ?? 0);
    const seenValues = seen?.values.map(({ expected }) => expected) ?? [];
    return lineChart(
      {
        ...size,
        labels: forecast.periods.map((period, index) =>
          periodLabel(period, language, { year: index === 0 || period.endsWith('-01') }),
        ),
        series: [
          {
            name: t('decisionView.forecast.predicted', { value: last(values) }),
            values,
            colour: theme.accent,
            band: line.values.map(({ band }) => band && { low: band.low, high: band.high }),
          },
          ...(seen
            ? [
                {
                  name: t('decisionView.forecast.asSeen', { value: last(seenValues) }),
                  values: seenValues,
                  colour: theme.danger,
                  dashed: true,
                },
              ]
            : []),
        ],
        format,
      },
      context,
    );
  }, [forecast, observed, objective, size, context, t]);
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
