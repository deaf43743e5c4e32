import type { Forecast, ForecastLine, ForecastValue } from '../../../shared/decisions/forecast';
import { titleOf } from '../../../shared/decisions/wording';
import { formatMoney } from '../../../shared/language/format';
import { periodLabel } from '../../../shared/metrics/periods';
import { formatCustomers } from '../../../shared/scene/decisions/amounts';
import { useEditor } from '../../store/editor';
import { useLanguage, useTexts } from '../../store/texts';

interface Row {
  key: string;
  name: string;
  about: string;
  line: ForecastLine;
  format: (value: number) => string;
}

/** The months to come in numbers: customers, and what they need of stock or service. */
export function ForecastTable({ forecast }: { forecast: Forecast }) {
  const t = useTexts();
  const language = useLanguage();
  const map = useEditor((state) => state.map);
  const whole = (value: number) => formatCustomers(Math.round(value), language);
  const rows = forecast.outcomes.flatMap(({ element, customers, units, unitName }): Row[] => {
    const name = titleOf(map, element, t);
    const own = { key: element, name, about: t('decisionView.forecast.customers'), line: customers, format: whole };
    if (!units) return [own];
    const about = unitName || t('decisions.someUnits');
    return [own, { key: `${element} units`, name, about, line: units, format: whole }];
  });
  for (const { currency, line } of forecast.value) {
    const format = (value: number) => formatMoney(Math.round(value), currency, language);
    rows.push({ key: `value ${currency}`, name: t('decisions.everything'), about: currency, line, format });
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reached by keyboard
    <section className="forecast-scroll" aria-label={t('decisionView.forecast.tabs.table')} tabIndex={0}>
      <table className="decision-table wide">
        <thead>
          <tr>
            <th scope="col">{t('decisionView.forecast.outcome')}</th>
            <th scope="col">{t('decisionView.forecast.counts')}</th>
            {forecast.periods.map((period) => (
              <th scope="col" key={period} className="number">
                {periodLabel(period, language, { year: true })}
              </th>
            ))}
            <th scope="col" className="number">
              {t('decisionView.forecast.sum')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, about, line, format }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td>{about}</td>
              {line.values.map((value, index) => (
                <Cell key={forecast.periods[index]} value={value} format={format} />
              ))}
              <Cell value={line.total} format={format} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell({ value: { expected, band }, format }: { value: ForecastValue; format: (value: number) => string }) {
  return (
    <td className="number">
      <strong>{format(band?.median ?? expected)}</strong>
      {band && (
        <small>
          {format(band.low)}–{format(band.high)}
        </small>
      )}
    </td>
  );
}
