import type { Connection } from '../../../../shared/document/schema';
import { endMerge } from '../../../store/history';
import { useTexts } from '../../../store/texts';
import { Button, IconButton } from '../../../ui/Button';
import { Segmented } from '../../../ui/Segmented';
import { Select } from '../../../ui/Select';
import { connectionEdit } from './connection-edit';

type Rule = NonNullable<Connection['rule']>;
type Term = Rule['terms'][number];

const ABOUT = ['profile', 'history', 'place', 'preference', 'behaviour'] as const satisfies readonly Term['about'][];
const IS = [
  'is',
  'is-not',
  'contains',
  'at-least',
  'at-most',
  'more-than',
  'less-than',
  'present',
  'absent',
] as const satisfies readonly Term['is'][];
const NEW: Term = { about: 'profile', subject: '', is: 'is', value: '' };
const hasValue = ({ is }: Term) => is !== 'present' && is !== 'absent';

/** If … then: who takes the branch, as terms joined by and, or by or. */
export function RuleEditor({ connection }: { connection: Connection }) {
  const t = useTexts();
  const label = t('decisionView.rule.title');
  const edit = connectionEdit(connection.id, 'rule', label);
  const rule: Rule = connection.rule ?? { join: 'and', terms: [] };
  const put = (terms: Term[], type = false) => {
    const next = terms.length === 0 ? null : { ...rule, terms };
    if (type) edit.type(next);
    else edit.set(next);
  };
  const replace = (at: number, values: Partial<Term>, type = false) =>
    put(
      rule.terms.map((term, index) => (index === at ? { ...term, ...values } : term)),
      type,
    );
  return (
    <section className="rule" aria-label={label}>
      <div className="rule-head">
        <h3 className="decision-fields-title">{label}</h3>
        {rule.terms.length > 1 && (
          <Segmented
            label={t('decisionView.rule.join')}
            value={rule.join}
            options={(['and', 'or'] as const).map((value) => ({ value, text: t(`decisionView.rule.${value}`) }))}
            onChange={(join) => edit.set({ ...rule, join })}
          />
        )}
      </div>
      {rule.terms.map((term, index) => {
        const number = index + 1;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a term is told by its place and nothing else
          <div className="rule-term" key={index}>
            <Select
              label={t('decisionView.rule.about', { number })}
              value={term.about}
              options={ABOUT.map((value) => ({ value, text: t(`decisions.table.about.${value}`) }))}
              onChange={(about) => replace(index, { about })}
            />
            <input
              className="input"
              aria-label={t('decisionView.rule.subject', { number })}
              placeholder={t(`decisionView.rule.example.${term.about}`)}
              value={term.subject}
              maxLength={500}
              onChange={(event) => replace(index, { subject: event.target.value }, true)}
              onBlur={endMerge}
            />
            <Select
              label={t('decisionView.rule.is', { number })}
              value={term.is}
              options={IS.map((value) => ({ value, text: t(`decisionView.rule.operators.${value}`) }))}
              onChange={(is) => replace(index, { is })}
            />
            {hasValue(term) ? (
              <input
                className="input"
                aria-label={t('decisionView.rule.value', { number })}
                value={term.value}
                maxLength={500}
                onChange={(event) => replace(index, { value: event.target.value }, true)}
                onBlur={endMerge}
              />
            ) : (
              <span />
            )}
            <IconButton
              small
              icon="x"
              label={t('decisionView.rule.remove', { number })}
              onClick={() => put(rule.terms.filter((_, at) => at !== index))}
            />
          </div>
        );
      })}
      <Button small icon="plus" onClick={() => put([...rule.terms, NEW])}>
        {t('decisionView.rule.add')}
      </Button>
    </section>
  );
}
