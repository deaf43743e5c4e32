import { useId } from 'react';
import { METRIC_AGGREGATIONS, METRIC_UNITS } from '../../../shared/document/schema';
import type { Translate } from '../../../shared/language/translator';
import type { Description } from '../../../shared/metrics/described';
import { formulaErrorText } from '../../../shared/metrics/formula/formula-texts';
import type { DataPlan } from '../../../shared/metrics/planned';
import type { Recipe, RecipeMetric } from '../../../shared/metrics/recipe';
import { withMetric, withOwnMetric, withoutMetric } from '../../../shared/metrics/recipe-edits';
import { useTexts } from '../../store/texts';
import { Button, IconButton } from '../../ui/Button';
import { Select } from '../../ui/Select';
import { TargetField } from './TargetField';

const DIRECTIONS = ['higher', 'lower', 'none'] as const;

interface ImportMetricsProps {
  description: Description;
  recipe: Recipe;
  plan: DataPlan | null;
  onChange: (recipe: Recipe) => void;
}

/** What the numbers mean: name, unit, how several rows make one value, which way is better, target. */
export function ImportMetrics({ description, recipe, plan, onChange }: ImportMetricsProps) {
  const t = useTexts();
  const numeric = description.columns.find(({ numbers, name }) => numbers > 0 && name !== '');
  return (
    <section>
      <h3 className="section-title">{t('importer.metrics', { count: recipe.metrics.length })}</h3>
      {recipe.metrics.map((metric) => (
        <MetricFields
          key={metric.key}
          metric={metric}
          open={recipe.metrics.length === 1}
          asksScale={plan?.notes.some(({ note, metric: of }) => note === 'percent-scale' && of === metric.key) ?? false}
          fault={formulaFault(plan, metric.key, t)}
          onChange={(values) => onChange(withMetric(recipe, metric.key, values))}
          onRemove={recipe.metrics.length > 1 ? () => onChange(withoutMetric(recipe, metric.key)) : null}
        />
      ))}
      {numeric && (
        <Button
          small
          icon="plus"
          onClick={() => onChange(withOwnMetric(recipe, t('importer.ownMetric'), numeric.name))}
        >
          {t('importer.addOwn')}
        </Button>
      )}
    </section>
  );
}

function formulaFault(plan: DataPlan | null, key: string, t: Translate): string | null {
  const asked = plan?.questions.find((question) => question.question === 'formula' && question.metric === key);
  return asked?.question === 'formula' ? formulaErrorText(asked.error, t) : null;
}

interface MetricFieldsProps {
  metric: RecipeMetric;
  open: boolean;
  asksScale: boolean;
  fault: string | null;
  onChange: (values: Partial<RecipeMetric>) => void;
  onRemove: (() => void) | null;
}

function MetricFields({ metric, open, asksScale, fault, onChange, onRemove }: MetricFieldsProps) {
  const t = useTexts();
  const id = useId();
  const name = metric.title || t('metrics.untitled');
  return (
    <details className="import-metric" open={open || fault !== null || undefined}>
      <summary>
        <span>{name}</span>
        <span className="chip">{t(`metricsView.aggregations.${metric.aggregation}`)}</span>
        {onRemove && (
          <IconButton small icon="x" label={t('importer.leaveMetric', { metric: name })} onClick={onRemove} />
        )}
      </summary>
      <div className="import-field">
        <label className="label" htmlFor={`${id}-title`}>
          {t('dialogs.import.metricName')}
        </label>
        <input
          id={`${id}-title`}
          className="input"
          value={metric.title}
          placeholder={t('metrics.untitled')}
          onChange={(event) => onChange({ title: event.target.value })}
        />
      </div>
      {metric.formula !== '' && (
        <div className="import-field">
          <label className="label" htmlFor={`${id}-formula`}>
            {t('importer.formula')}
          </label>
          <input
            id={`${id}-formula`}
            className="input import-formula"
            spellCheck={false}
            value={metric.formula}
            aria-invalid={fault !== null}
            aria-describedby={fault ? `${id}-fault` : undefined}
            // An empty formula would be none at all.
            onChange={(event) => onChange({ formula: event.target.value || ' ' })}
          />
          {fault && (
            <p className="field-problem" id={`${id}-fault`} role="alert">
              {fault}
            </p>
          )}
        </div>
      )}
      <div className="import-pair">
        <div className="import-field">
          <label className="label" htmlFor={`${id}-unit`}>
            {t('dialogs.import.unit')}
          </label>
          <Select
            id={`${id}-unit`}
            value={metric.unit}
            options={METRIC_UNITS.map((unit) => ({ value: unit, text: t(`metrics.units.${unit}`) }))}
            onChange={(unit) => onChange({ unit })}
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
              onChange={(event) => onChange({ currency: event.target.value.toUpperCase() })}
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
              options={['0', '1', '2', '3', '4', '5', '6'].map((value) => ({ value, text: value }))}
              onChange={(value) => onChange({ decimals: Number(value) })}
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
            value={metric.percentScale}
            options={(['points', 'fractions'] as const).map((scale) => ({
              value: scale,
              text: t(`metrics.percentScales.${scale}`),
            }))}
            onChange={(percentScale) => onChange({ percentScale })}
          />
        </div>
      )}
      {metric.formula === '' && (
        <div className="import-field">
          <label className="label" htmlFor={`${id}-aggregation`}>
            {t('dialogs.import.aggregation')}
          </label>
          <Select
            id={`${id}-aggregation`}
            value={metric.aggregation}
            options={METRIC_AGGREGATIONS.map((how) => ({ value: how, text: t(`metricsView.aggregations.${how}`) }))}
            onChange={(aggregation) => onChange({ aggregation })}
          />
        </div>
      )}
      <div className="import-pair">
        <div className="import-field">
          <label className="label" htmlFor={`${id}-direction`}>
            {t('dialogs.import.direction')}
          </label>
          <Select
            id={`${id}-direction`}
            value={metric.direction}
            options={DIRECTIONS.map((value) => ({ value, text: t(`metricsView.directions.${value}`) }))}
            onChange={(direction) => onChange({ direction })}
          />
        </div>
        <TargetField metric={metric} onChange={(target) => onChange({ target })} />
      </div>
    </details>
  );
}
