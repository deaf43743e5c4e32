import { useId } from 'react';
import { AGGREGATIONS, type ImportChoices, type MetricChoices } from '../../../shared/metrics/import-choices';
import type { ImportPlan } from '../../../shared/metrics/import-plan';
import { useTexts } from '../../store/texts';
import { Select } from '../../ui/Select';
import { TargetField } from './TargetField';

const UNITS = ['number', 'percent', 'currency'] as const;
const DIRECTIONS = ['higher', 'lower', 'none'] as const;
const DECIMALS = ['0', '1', '2', '3'] as const;

interface ImportMetricProps {
  choices: ImportChoices;
  plan: ImportPlan;
  onChange: (values: Partial<ImportChoices>) => void;
}

/** What the numbers mean: their name, unit, which way is better, and the target. */
export function ImportMetric({ choices, plan, onChange }: ImportMetricProps) {
  const t = useTexts();
  const id = useId();
  const { metric } = choices;
  const set = (values: Partial<MetricChoices>) => onChange({ metric: { ...metric, ...values } });
  const merges = plan.values.some(({ points }) => points.some(({ rows }) => rows > 1));
  const asksScale = metric.unit === 'percent' && plan.notes.includes('percent-scale');

  return (
    <section>
      <h3 className="section-title">{t('dialogs.import.metricTitle')}</h3>
      <div className="import-field">
        <label className="label" htmlFor={`${id}-title`}>
          {t('dialogs.import.metricName')}
        </label>
        <input
          id={`${id}-title`}
          className="input"
          value={metric.title}
          placeholder={t('metrics.untitled')}
          onChange={(event) => set({ title: event.target.value })}
        />
      </div>
      <div className="import-pair">
        <div className="import-field">
          <label className="label" htmlFor={`${id}-unit`}>
            {t('dialogs.import.unit')}
          </label>
          <Select
            id={`${id}-unit`}
            value={metric.unit}
            options={UNITS.map((unit) => ({ value: unit, text: t(`metrics.units.${unit}`) }))}
            onChange={(unit) => set({ unit })}
          />
        </div>
        {metric.unit === 'currency' ? (
          <div className="import-field">
            <label className="label" htmlFor={`${id}-currency`}>
              {t('dialogs.import.currency')}
            </label>
            <input
              id={`${id}-currency`}
              className="input"
              value={metric.currency}
              maxLength={3}
              placeholder="EUR"
              autoCapitalize="characters"
              onChange={(event) => set({ currency: event.target.value.toUpperCase() })}
            />
          </div>
        ) : (
          <div className="import-field">
            <label className="label" htmlFor={`${id}-decimals`}>
              {t('dialogs.import.decimals')}
            </label>
            <Select
              id={`${id}-decimals`}
              value={String(metric.decimals)}
              options={[...new Set([...DECIMALS, String(metric.decimals)])].map((value) => ({ value, text: value }))}
              onChange={(value) => set({ decimals: Number(value) })}
            />
          </div>
        )}
      </div>
      {asksScale && (
        <div className="import-field">
          <label className="label" htmlFor={`${id}-scale`}>
            {t('dialogs.import.percentScale')}
          </label>
          <Select
            id={`${id}-scale`}
            value={choices.percentScale}
            options={(['points', 'fractions'] as const).map((scale) => ({
              value: scale,
              text: t(`metrics.percentScales.${scale}`),
            }))}
            onChange={(percentScale) => onChange({ percentScale })}
          />
        </div>
      )}
      <div className="import-field">
        <label className="label" htmlFor={`${id}-direction`}>
          {t('dialogs.import.direction')}
        </label>
        <Select
          id={`${id}-direction`}
          value={metric.direction}
          options={DIRECTIONS.map((direction) => ({ value: direction, text: t(`metrics.directions.${direction}`) }))}
          onChange={(direction) => set({ direction })}
        />
      </div>
      <TargetField metric={metric} onChange={(target) => set({ target })} />
      {(merges || choices.aggregation === 'last') && (
        <div className="import-field">
          <label className="label" htmlFor={`${id}-aggregation`}>
            {t('dialogs.import.aggregation')}
          </label>
          <Select
            id={`${id}-aggregation`}
            value={choices.aggregation}
            options={AGGREGATIONS.map((how) => ({ value: how, text: t(`metrics.aggregations.${how}`) }))}
            onChange={(aggregation) => onChange({ aggregation })}
          />
        </div>
      )}
    </section>
  );
}
