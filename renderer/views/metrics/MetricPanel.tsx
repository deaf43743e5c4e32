import { deleteMeasurement, setMetric } from '../../../shared/commands/metrics';
import { METRIC_AGGREGATIONS, METRIC_UNITS, type Metric } from '../../../shared/document/schema';
import { catalogueMeasure, measureExplanation, measureFormulaText } from '../../../shared/metrics/catalogue/catalogue';
import { isThresholdBeyondTarget } from '../../../shared/metrics/thresholds';
import { Section } from '../../panels/common/Section';
import { showOnMap } from '../../panels/common/show-element';
import { Field } from '../../panels/inspector/controls/Field';
import { NumberInput } from '../../panels/inspector/controls/NumberInput';
import { LineInput } from '../../panels/inspector/controls/TextInputs';
import type { FieldEdit } from '../../panels/inspector/use-field';
import { editor, useEditor } from '../../store/editor';
import { change, endMerge } from '../../store/history';
import { texts, useTexts } from '../../store/texts';
import { Button } from '../../ui/Button';
import { Select } from '../../ui/Select';
import { LevelInput } from './LevelInput';
import { MetricValues } from './MetricValues';
import { selectRow } from './rows';
import { subjectTitle } from './subject-title';

/** The chosen metric: what it is, when it is good, and its values. */
export function MetricPanel() {
  const t = useTexts();
  const row = useEditor(selectRow);
  const readOnly = useEditor((state) => state.readOnly);
  if (!row) {
    return (
      <div className="metric-panel-head">
        <h2>{t('metricsView.panel.none')}</h2>
        <p>{t('metricsView.panel.noneHint')}</p>
      </div>
    );
  }
  const { metric, subject } = row;
  const place = subjectTitle(subject, t);
  const name = metric.title || t('metrics.untitled');
  const remove = () =>
    change(texts()('metricsView.steps.remove'), (draft) => deleteMeasurement(draft, row.measurement.id));
  return (
    <>
      <div className="metric-panel-head">
        <h2>{name}</h2>
        <p>{row.segment ? `${place} · ${row.segment}` : place}</p>
        <div className="metric-panel-actions">
          {subject.type !== 'map' && (
            <Button small icon="map" onClick={() => showOnMap(subject.id)}>
              {t('metricsView.panel.showOnMap')}
            </Button>
          )}
        </div>
      </div>
      <fieldset className="metric-panel-fields" disabled={readOnly}>
        <Section title={t('metricsView.panel.targets')}>
          <Field label={t('metricsView.panel.targetHere')}>
            <LevelInput row={row} level="target" label={t('metricsView.targetOf', { metric: name, subject: place })} />
          </Field>
          <Field label={t('metricsView.panel.warningHere')}>
            <LevelInput
              row={row}
              level="warning"
              label={t('metricsView.warningOf', { metric: name, subject: place })}
            />
          </Field>
          <LevelOfMetric metric={metric} level="target" label={t('metricsView.panel.targetAll')} />
          <LevelOfMetric metric={metric} level="warning" label={t('metricsView.panel.warningAll')} />
          {isThresholdBeyondTarget(row.thresholds) && <p className="field-problem">{t('metricsView.panel.beyond')}</p>}
        </Section>
        <Section title={t('metricsView.panel.values')}>
          <MetricValues row={row} />
          <div className="metric-panel-actions">
            <Button
              small
              icon="hash"
              onClick={() => editor.setState({ dialog: { name: 'calculator', measurement: row.measurement.id } })}
            >
              {t('metricsView.panel.calculate')}
            </Button>
            <Button small icon="trash-2" look="danger" onClick={remove}>
              {t('metricsView.panel.delete')}
            </Button>
          </div>
        </Section>
        <Definition metric={metric} />
      </fieldset>
    </>
  );
}

function Definition({ metric }: { metric: Metric }) {
  const t = useTexts();
  const measure = catalogueMeasure(metric.catalogue);
  const edit = useMetricEdit(metric.id);
  const formula = measure && measureFormulaText(measure, t);
  return (
    <Section title={t('metricsView.panel.definition')}>
      {measure && <p className="metric-panel-formula">{measureExplanation(measure, t)}</p>}
      {formula && <p className="metric-panel-formula">= {formula}</p>}
      <LineInput label={t('metricsView.panel.title')} value={metric.title} edit={edit('title')} />
      <Choice
        label={t('metricsView.panel.unit')}
        value={metric.unit}
        options={METRIC_UNITS.map((value) => ({ value, text: t(`metrics.units.${value}`) }))}
        onChange={edit('unit').set}
      />
      {metric.unit === 'currency' && (
        <LineInput label={t('metricsView.panel.currency')} value={metric.currency} edit={edit('currency')} />
      )}
      <NumberInput
        label={t('metricsView.panel.decimals')}
        value={metric.decimals}
        edit={whole(edit('decimals'))}
        min={0}
        max={6}
        required
      />
      <Choice
        label={t('metricsView.panel.direction')}
        value={metric.direction}
        options={(['higher', 'lower', 'none'] as const).map((value) => ({
          value,
          text: t(`metricsView.directions.${value}`),
        }))}
        onChange={edit('direction').set}
      />
      <Choice
        label={t('metricsView.panel.aggregation')}
        value={metric.aggregation}
        options={METRIC_AGGREGATIONS.map((value) => ({ value, text: t(`metricsView.aggregations.${value}`) }))}
        onChange={edit('aggregation').set}
      />
      <Choice
        label={t('metricsView.panel.compareWith')}
        value={metric.compareWith}
        options={(['previous', 'year', 'baseline'] as const).map((value) => ({
          value,
          text: t(`metricsView.compareWith.${value}`),
        }))}
        onChange={edit('compareWith').set}
      />
      {metric.compareWith === 'baseline' && (
        <NumberInput
          label={t('metricsView.panel.baseline')}
          value={metric.baseline}
          percent={metric.unit === 'percent'}
          edit={edit('baseline')}
        />
      )}
      {metric.formula !== '' && (
        <Field label={t('metricsView.panel.formula')} look="stacked">
          <code>{metric.formula}</code>
        </Field>
      )}
    </Section>
  );
}

function LevelOfMetric({ metric, level, label }: { metric: Metric; level: 'target' | 'warning'; label: string }) {
  const edit = useMetricEdit(metric.id);
  return <NumberInput label={label} value={metric[level]} percent={metric.unit === 'percent'} edit={edit(level)} />;
}

function Choice<Value extends string>(props: {
  label: string;
  value: Value;
  options: readonly { value: Value; text: string }[];
  onChange: (value: unknown) => void;
}) {
  const { label, ...rest } = props;
  return (
    <Field label={label}>
      <Select label={label} {...rest} />
    </Field>
  );
}

/** Changes to a field of a metric: at once, or letter by letter as one step. */
function useMetricEdit(id: string) {
  return (name: keyof Metric): FieldEdit => {
    const set = (value: unknown, merge?: string) =>
      change(
        texts()('metricsView.steps.define'),
        (draft) => setMetric(draft, id, { [name]: value }),
        merge === undefined ? {} : { merge },
      );
    return { set: (value) => set(value), type: (value) => set(value, `field:${name}:${id}`), end: endMerge };
  };
}

const whole = (edit: FieldEdit): FieldEdit => ({
  ...edit,
  type: (value) => edit.type(typeof value === 'number' ? Math.round(value) : value),
});
