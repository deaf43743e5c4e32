import { useId, useRef } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { readProbability } from '../../../../shared/decisions/typed-probability';
import { byOrder } from '../../../../shared/document/create';
import type { Connection } from '../../../../shared/document/schema';
import { formatShare } from '../../../../shared/language/format';
import { useEditor } from '../../../store/editor';
import { endMerge } from '../../../store/history';
import { useLanguage, useTexts } from '../../../store/texts';
import { Segmented } from '../../../ui/Segmented';
import { Select } from '../../../ui/Select';
import { connectionsAt } from '../../common/map-facts';
import { Field, Problem } from '../controls/Field';
import { NumberInput } from '../controls/NumberInput';
import { typedText } from '../typed-number';
import { useDraft } from '../use-draft';
import { connectionEdit, putConnection } from './connection-edit';
import './decision-fields.css';
import { RuleEditor } from './RuleEditor';

/** What a team says of a branch: how many take it, how sure that is, how many did, and who they are. */
export function BranchFields({ connection }: { connection: Connection }) {
  const t = useTexts();
  return (
    <>
      <ShareField connection={connection} />
      <BranchSum from={connection.from} />
      <GuessFields connection={connection} />
      <h3 className="decision-fields-title">{t('decisionView.branchFields.observed')}</h3>
      <ObservedFields connection={connection} />
      <RuleEditor connection={connection} />
    </>
  );
}

/** `62`, `1 in 5`, `3:2`, `124 of 200`. */
function ShareField({ connection }: { connection: Connection }) {
  const t = useTexts();
  const language = useLanguage();
  const id = useId();
  const typed = useRef<Connection['guess']>(null);
  const { probability } = connection;
  const label = t('panels.connection.probability');
  const draft = useDraft<number | null>({
    value: probability,
    shown: probability === null ? '' : typedText(Math.round(probability * 1e8) / 1e6, language),
    parse: (text) => {
      const read = readProbability(text);
      typed.current = read.type === 'probability' ? read.guess : null;
      if (read.type === 'empty') return { value: null };
      return read.type === 'probability'
        ? { value: read.probability }
        : { problem: t(`decisionView.branchFields.refused.${read.reason}`) };
    },
    onChange: (share) => {
      const guess = typed.current;
      putConnection(
        connection.id,
        label,
        { probability: share, ...(guess && { guess }) },
        `field:probability:${connection.id}`,
      );
    },
    onEnd: endMerge,
  });
  return (
    <Field label={label} htmlFor={id}>
      <span className="number-input">
        <input
          id={id}
          className="input"
          autoComplete="off"
          aria-label={t('panels.connection.percent')}
          title={t('decisionView.branchFields.shareHint')}
          placeholder="—"
          value={draft.text}
          aria-invalid={draft.problem !== null}
          aria-describedby={draft.problem ? `${id}-problem` : undefined}
          onChange={(event) => draft.type(event.target.value)}
          onBlur={draft.leave}
        />
        <span className="field-unit" aria-hidden="true">
          %
        </span>
      </span>
      <Problem id={`${id}-problem`} text={draft.problem} />
    </Field>
  );
}

/** What the branches of a fork make together, and what that leaves. */
function BranchSum({ from }: { from: string }) {
  const t = useTexts();
  const language = useLanguage();
  const siblings = useEditor((state) => connectionsAt(state.map, from));
  const known = siblings.filter((other) => other.from === from && other.type === 'flow' && other.probability !== null);
  if (known.length === 0) return null;
  const sum = known.reduce((total, other) => total + (other.probability ?? 0), 0);
  // The last bits of a sum of fractions are noise.
  const rest = Math.round((1 - sum) * 10_000) / 10_000;
  return (
    <p className={rest < 0 ? 'branch-sum danger' : 'branch-sum'} role="status">
      <span>{t('panels.connection.branches', { sum: formatShare(sum, language) })}</span>
      {rest !== 0 && (
        <span>
          {t(rest < 0 ? 'panels.connection.tooMuch' : 'panels.connection.left', {
            share: formatShare(Math.abs(rest), language),
          })}
        </span>
      )}
    </p>
  );
}

type Sureness = 'unsaid' | 'range' | 'counts';

/** How sure the team is: between two shares, or as sure as so many cases make it. */
function GuessFields({ connection }: { connection: Connection }) {
  const t = useTexts();
  const { id, guess, probability } = connection;
  const label = t('decisionView.branchFields.guess');
  const edit = connectionEdit(id, 'guess', label);
  const share = probability ?? 0.5;
  const choose = (type: Sureness) => {
    if (type === 'unsaid') edit.set(null);
    else if (type === 'counts') edit.set({ type, hits: Math.round(share * 20), of: 20 });
    else edit.set({ type, low: tidy(Math.max(0, share - 0.1)), high: tidy(Math.min(1, share + 0.1)) });
  };
  return (
    <>
      <Field label={label} look="stacked">
        <Segmented<Sureness>
          label={label}
          value={guess?.type ?? 'unsaid'}
          options={(['unsaid', 'range', 'counts'] as const).map((value) => ({
            value,
            text: t(`decisionView.branchFields.sureness.${value}`),
          }))}
          onChange={choose}
        />
      </Field>
      {guess?.type === 'range' && (
        <div className="decision-fields-pair">
          <NumberInput
            label={t('decisionView.branchFields.low')}
            value={guess.low}
            edit={{ ...edit, type: (low) => edit.type({ ...guess, low }) }}
            min={0}
            max={100}
            percent
            required
          />
          <NumberInput
            label={t('decisionView.branchFields.high')}
            value={guess.high}
            edit={{ ...edit, type: (high) => edit.type({ ...guess, high }) }}
            min={0}
            max={100}
            percent
            required
          />
        </div>
      )}
      {guess?.type === 'counts' && (
        <div className="decision-fields-pair">
          <NumberInput
            label={t('decisionView.branchFields.hits')}
            value={Math.round(guess.hits * 100) / 100}
            edit={{ ...edit, type: (hits) => edit.type({ ...guess, hits }) }}
            min={0}
            required
          />
          <NumberInput
            label={t('decisionView.branchFields.of')}
            value={guess.of}
            edit={{ ...edit, type: (of) => edit.type({ ...guess, of }) }}
            min={0}
            required
          />
        </div>
      )}
    </>
  );
}

const tidy = (share: number) => Math.round(share * 1000) / 1000;
const NO_METRIC = 'none';

/** How many took the branch: counted by hand, or by a metric. */
function ObservedFields({ connection }: { connection: Connection }) {
  const t = useTexts();
  const control = useId();
  const { id, observed, observedMetric } = connection;
  const label = t('decisionView.branchFields.observed');
  const edit = connectionEdit(id, 'observed', label);
  const metrics = useEditor(useShallow((state) => byOrder(Object.values(state.map.metrics))));
  return (
    <>
      <div className="decision-fields-pair">
        <NumberInput
          label={t('decisionView.branchFields.took')}
          value={observed?.count ?? null}
          edit={{ ...edit, type: (count) => edit.type(count === null ? null : { count, of: observed?.of ?? null }) }}
          min={0}
          placeholder="—"
        />
        <NumberInput
          label={t('decisionView.branchFields.stood')}
          value={observed?.of ?? null}
          edit={{ ...edit, type: (of) => observed && edit.type({ ...observed, of }) }}
          min={0}
          placeholder={t('decisionView.branchFields.all')}
        />
      </div>
      {metrics.length > 0 && !observed && (
        <Field label={t('decisionView.branchFields.metric')} htmlFor={control}>
          <Select
            id={control}
            value={observedMetric ?? NO_METRIC}
            options={[
              { value: NO_METRIC, text: '—' },
              ...metrics.map((metric) => ({ value: metric.id, text: metric.title || t('metrics.untitled') })),
            ]}
            onChange={(value) =>
              putConnection(id, t('decisionView.branchFields.metric'), {
                observedMetric: value === NO_METRIC ? null : value,
              })
            }
          />
        </Field>
      )}
    </>
  );
}
