import { useId } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { addEntry, removeEntry, setEntry } from '../../../../shared/commands/decisions';
import { byOrder } from '../../../../shared/document/create';
import type { Entry } from '../../../../shared/document/schema';
import { periodSchema } from '../../../../shared/document/schema';
import { useEditor } from '../../../store/editor';
import { change, endMerge } from '../../../store/history';
import { texts, useLanguage, useTexts } from '../../../store/texts';
import { Button } from '../../../ui/Button';
import { Select } from '../../../ui/Select';
import { Switch } from '../../../ui/Switch';
import { selectPersonas } from '../../common/map-facts';
import { Field, Problem } from '../controls/Field';
import { NumberInput } from '../controls/NumberInput';
import { parseTyped, typedText } from '../typed-number';
import { type Parsed, useDraft } from '../use-draft';
import './decision-fields.css';
import * as v from 'valibot';

const UNITS = ['day', 'week', 'month', 'quarter', 'year'] as const satisfies readonly Entry['unit'][];
const ALL = 'all';

function put(entry: Entry, label: string, values: Partial<Omit<Entry, 'id' | 'order'>>, typing = false): void {
  const merge = typing ? { merge: `field:${Object.keys(values).join()}:${entry.id}` } : {};
  change(texts()('steps.edit', { field: label }), (draft) => setEntry(draft, entry.id, values), merge);
}

/** Customers who start at a card: who, how many, and how that changes over the year. */
export function EntryFields({ element }: { element: string }) {
  const t = useTexts();
  const entries = useEditor(
    useShallow((state) => byOrder(Object.values(state.map.entries).filter((entry) => entry.element === element))),
  );
  return (
    <>
      {entries.map((entry) => (
        <EntryForm key={entry.id} entry={entry} />
      ))}
      <Button small icon="plus" onClick={() => startAt(element)}>
        {t(entries.length === 0 ? 'decisionView.entry.start' : 'decisionView.entry.more')}
      </Button>
    </>
  );
}

/** Customers enter at a card; how many is up to the team. */
export function startAt(element: string, customers = 1000): void {
  change(texts()('decisionView.entry.start'), (draft) => addEntry(draft, element, { customers }));
}

export function EntryForm({ entry }: { entry: Entry }) {
  const t = useTexts();
  const unitId = useId();
  const personaId = useId();
  const personas = useEditor(selectPersonas);
  const label = (name: 'customers' | 'unit' | 'persona' | 'growth' | 'season' | 'series') =>
    t(`decisionView.entry.${name}`);
  return (
    <div className="entry-form">
      <NumberInput
        label={label('customers')}
        value={entry.customers}
        edit={{
          type: (customers) => put(entry, label('customers'), { customers: Number(customers) }, true),
          end: endMerge,
        }}
        min={0}
        required
      />
      <Field label={label('unit')} htmlFor={unitId}>
        <Select
          id={unitId}
          value={entry.unit}
          options={UNITS.map((value) => ({ value, text: t(`decisionView.unit.${value}`) }))}
          onChange={(unit) => put(entry, label('unit'), { unit })}
        />
      </Field>
      {personas.length > 0 && (
        <Field label={label('persona')} htmlFor={personaId}>
          <Select
            id={personaId}
            value={entry.persona ?? ALL}
            options={[
              { value: ALL, text: t('decisionView.allPersonas') },
              ...personas.map(({ id, title }) => ({ value: id, text: title || t('kinds.persona.one') })),
            ]}
            onChange={(persona) => put(entry, label('persona'), { persona: persona === ALL ? null : persona })}
          />
        </Field>
      )}
      <NumberInput
        label={t('decisionView.entry.growthPer', { unit: t(`decisionView.unit.${entry.unit}`) })}
        value={entry.growth}
        edit={{ type: (growth) => put(entry, label('growth'), { growth: Number(growth) }, true), end: endMerge }}
        min={-100}
        max={10_000}
        percent
        required
      />
      <Season entry={entry} />
      <Series entry={entry} />
      <Button
        small
        look="quiet"
        icon="trash-2"
        onClick={() => change(texts()('decisionView.entry.remove'), (draft) => removeEntry(draft, entry.id))}
      >
        {t('decisionView.entry.remove')}
      </Button>
    </div>
  );
}

/** A factor for each month. */
function Season({ entry }: { entry: Entry }) {
  const t = useTexts();
  const language = useLanguage();
  const months = t('metrics.periods.months').split('|');
  const label = t('decisionView.entry.season');
  const on = entry.season.length === 12;
  return (
    <>
      <Field label={label} look="wide">
        <Switch
          label={label}
          checked={on}
          onChange={(value) => put(entry, label, { season: value ? Array.from({ length: 12 }, () => 1) : [] })}
        />
      </Field>
      {on && (
        <div className="season">
          {months.map((month, index) => (
            <MonthFactor
              key={month}
              name={month}
              value={entry.season[index] ?? 1}
              shown={typedText(entry.season[index] ?? 1, language)}
              onChange={(factor) =>
                put(entry, label, { season: entry.season.map((one, at) => (at === index ? factor : one)) }, true)
              }
            />
          ))}
        </div>
      )}
    </>
  );
}

function MonthFactor({
  name,
  value,
  shown,
  onChange,
}: {
  name: string;
  value: number;
  shown: string;
  onChange: (factor: number) => void;
}) {
  const t = useTexts();
  const language = useLanguage();
  const draft = useDraft<number>({
    value,
    shown,
    parse: (text) => {
      const parsed = parseTyped(text, language, t, { min: 0 });
      if ('problem' in parsed) return parsed;
      return parsed.value === null ? { problem: t('panels.inspector.badNumber') } : { value: parsed.value };
    },
    onChange,
    onEnd: endMerge,
  });
  return (
    <label>
      <span>{name}</span>
      <input
        className="input"
        inputMode="decimal"
        value={draft.text}
        aria-invalid={draft.problem !== null}
        title={draft.problem ?? undefined}
        onChange={(event) => draft.type(event.target.value)}
        onBlur={draft.leave}
      />
    </label>
  );
}

/** Numbers for certain periods, one a line: `2026-12 12000`. */
function Series({ entry }: { entry: Entry }) {
  const t = useTexts();
  const language = useLanguage();
  const id = useId();
  const label = t('decisionView.entry.series');
  const draft = useDraft<Entry['series']>({
    value: entry.series,
    shown: entry.series.map(({ period, customers }) => `${period} ${typedText(customers, language)}`).join('\n'),
    parse: (text) =>
      readSeries(text, (line) => parseTyped(line, language, t, { min: 0 }), t('decisionView.entry.badSeries')),
    onChange: (series) => put(entry, label, { series }, true),
    onEnd: endMerge,
  });
  return (
    <Field label={label} htmlFor={id} look="stacked">
      <textarea
        id={id}
        className="input"
        rows={1}
        placeholder={t('decisionView.entry.seriesHint')}
        value={draft.text}
        aria-invalid={draft.problem !== null}
        aria-describedby={draft.problem ? `${id}-problem` : undefined}
        onChange={(event) => draft.type(event.target.value)}
        onBlur={draft.leave}
      />
      <Problem id={`${id}-problem`} text={draft.problem} />
    </Field>
  );
}

function readSeries(
  text: string,
  read: (text: string) => Parsed<number | null>,
  problem: string,
): Parsed<Entry['series']> {
  const found = new Map<string, number>();
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    const [, period = '', rest = ''] = /^\s*(\S+)[\s:=]+(.+)$/.exec(line) ?? [];
    const parsed = read(rest);
    if (period === '' || !v.is(periodSchema, period) || !('value' in parsed) || parsed.value === null)
      return { problem };
    found.set(period, parsed.value);
  }
  return {
    value: [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([period, customers]) => ({ period, customers })),
  };
}
