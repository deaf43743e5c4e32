import type { Forecast } from '../../decisions/forecast';
import { lineOf } from '../../decisions/forecast-line';
import type { Objective } from '../../decisions/objective';
import { lineChart } from '../../figures/chart';
import type { FigureContext } from '../../figures/figure';
import type { DisplayList, Size } from '../../figures/primitives';
import { formatMoney } from '../../language/format';
import { periodLabel } from '../../metrics/periods';
import { formatCustomers } from './amounts';

/**
 * What is predicted with its band, against what would come if customers went on as they were seen (null: nobody has
 * looked). As large as told, in map units. Null: there is nothing to draw, because nobody enters or nothing is counted.
 */
export function forecastFigure(
  forecast: Forecast,
  observed: Forecast | null,
  objective: Objective,
  size: Size,
  context: FigureContext,
): DisplayList | null {
  const { theme, language, t } = context;
  const line = lineOf(forecast, objective);
  if (!line || forecast.entering.every((customers) => customers === 0)) return null;
  const seen = observed ? lineOf(observed, objective) : null;
  const money = objective.of === 'value' ? objective.currency : '';
  const format = (value: number) =>
    money ? formatMoney(Math.round(value), money, language) : formatCustomers(Math.round(value), language);
  const values = line.values.map(({ expected, band }) => band?.median ?? expected);
  const last = (of: readonly number[]) => format(of.at(-1) ?? 0);
  const seenValues = seen?.values.map(({ expected }) => expected) ?? [];
  const predicted = {
    name: t('decisionView.forecast.predicted', { value: last(values) }),
    values,
    colour: theme.accent,
    band: line.values.map(({ band }) => band && { low: band.low, high: band.high }),
  };
  const asSeen = {
    name: t('decisionView.forecast.asSeen', { value: last(seenValues) }),
    values: seenValues,
    colour: theme.danger,
    dashed: true,
  };
  const labels = forecast.periods.map((period, index) =>
    periodLabel(period, language, { year: index === 0 || period.endsWith('-01') }),
  );
  return lineChart({ ...size, labels, series: seen ? [predicted, asSeen] : [predicted], format }, context);
}
