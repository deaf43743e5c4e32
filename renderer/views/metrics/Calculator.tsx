import { useId, useState } from 'react';
import { setPoint } from '../../../shared/commands/metrics';
import type { Point } from '../../../shared/document/schema';
import {
  CALCULATOR_IDS,
  type CalculatorId,
  type CalculatorInput,
  calculate,
  calculatorInputs,
  calculatorMeasure,
} from '../../../shared/metrics/calculators';
import { catalogueMeasure, measureFormulaText } from '../../../shared/metrics/catalogue/catalogue';
import { formatValue } from '../../../shared/metrics/format';
import { closeDialog } from '../../dialogs/close';
import { Field, Problem } from '../../panels/inspector/controls/Field';
import { parseTyped } from '../../panels/inspector/typed-number';
import { useEditor } from '../../store/editor';
import { change } from '../../store/history';
import { texts, useLanguage, useTexts } from '../../store/texts';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Select } from '../../ui/Select';
import { today } from '../../ui/today';
import { readPeriod } from './read-period';
import './metrics-view.css';

/** Works a metric out from numbers typed in by hand, with its formula in sight, and puts it into a period. */
export function Calculator({ measurement }: { measurement: string }) {
  const t = useTexts();
  const language = useLanguage();
  const metric = useEditor((state) => state.map.metrics[state.map.measurements[measurement]?.metric ?? '']);
  const [id, setId] = useState<CalculatorId>(
    () => catalogueMeasure(metric?.catalogue ?? null)?.calculator ?? 'conversion-rate',
  );
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [period, setPeriod] = useState(() => today().slice(0, 7));
  const periodId = useId();
  if (!metric) return null;
  const inputs = calculatorInputs(id);
  const parsed = new Map(inputs.map((input) => [input.id, read(input, typed[input.id] ?? '', language, t)]));
  const values = Object.fromEntries(
    inputs.map(({ id: name }) => {
      const one = parsed.get(name);
      return [name, one && 'value' in one ? one.value : null];
    }),
  );
  const result = calculate(id, values);
  const wanted = readPeriod(period);
  const put = () => {
    if (result.status !== 'value' || wanted === null) return;
    const { status: _, ...point } = result;
    const made: Point = { period: wanted, ...point };
    change(texts()('metricsView.steps.value'), (draft) => setPoint(draft, measurement, made));
    closeDialog();
  };
  const measure = catalogueMeasure(calculatorMeasure(id));
  const formula = measure && measureFormulaText(measure, t);
  const problemOf = (input: CalculatorInput): string | null => {
    const text = typed[input.id] ?? '';
    const one = parsed.get(input.id);
    if (text !== '' && one && 'problem' in one) return one.problem;
    if (result.status !== 'invalid') return null;
    const found = result.faults.find((fault) => fault.input === input.id);
    // An empty field is not wrong yet.
    if (!found || (found.fault === 'missing' && text === '')) return null;
    const than = found.than ? t(inputName(found.than)) : '';
    return t(`calculators.faults.${found.fault}`, { than, least: input.least, most: input.most ?? '' });
  };
  return (
    <Dialog
      title={t('metricsView.calculator.title')}
      width={460}
      onClose={closeDialog}
      foot={
        <>
          <output className="metric-result">
            {result.status === 'value'
              ? formatValue(result.value, metric, language)
              : t('metricsView.calculator.incomplete')}
          </output>
          <Button look="primary" disabled={result.status !== 'value' || wanted === null} onClick={put}>
            {t('metricsView.calculator.put')}
          </Button>
        </>
      }
    >
      <div className="metric-add">
        <Field label={t('metricsView.calculator.what')} look="stacked">
          <Select<CalculatorId>
            label={t('metricsView.calculator.what')}
            value={id}
            options={CALCULATOR_IDS.map((value) => ({ value, text: t(`calculators.titles.${value}`) }))}
            onChange={setId}
          />
        </Field>
        {formula && <p className="metric-panel-formula">= {formula}</p>}
        {inputs.map((input) => (
          <CalculatorField
            key={`${id} ${input.id}`}
            input={input}
            text={typed[input.id] ?? ''}
            problem={problemOf(input)}
            onType={(text) => setTyped((now) => ({ ...now, [input.id]: text }))}
          />
        ))}
        <Field label={t('metricsView.panel.period')} htmlFor={periodId}>
          <input
            id={periodId}
            className="input"
            value={period}
            aria-invalid={wanted === null}
            title={t('metricsView.panel.periodHint')}
            onChange={(event) => setPeriod(event.target.value)}
          />
          <Problem id={`${periodId}-problem`} text={wanted === null ? t('metricsView.panel.badPeriod') : null} />
        </Field>
      </div>
    </Dialog>
  );
}

const inputName = (input: string) => `calculators.inputs.${input}` as Parameters<ReturnType<typeof useTexts>>[0];

function CalculatorField(props: {
  input: CalculatorInput;
  text: string;
  problem: string | null;
  onType: (text: string) => void;
}) {
  const { input, text, problem, onType } = props;
  const t = useTexts();
  const id = useId();
  return (
    <Field label={t(inputName(input.id))} htmlFor={id}>
      <input
        id={id}
        className="input"
        inputMode="decimal"
        value={text}
        placeholder={
          input.initial === undefined ? undefined : `${input.initial * (input.unit === 'share' ? 100 : 1)} %`
        }
        aria-invalid={problem !== null}
        aria-describedby={problem ? `${id}-problem` : undefined}
        onChange={(event) => onType(event.target.value)}
      />
      <Problem id={`${id}-problem`} text={problem} />
    </Field>
  );
}

const read = (
  input: CalculatorInput,
  text: string,
  language: ReturnType<typeof useLanguage>,
  t: ReturnType<typeof useTexts>,
) => parseTyped(text, language, t, { percent: input.unit === 'share' });
