import type { JourneyMap } from '../../../shared/document/schema';
import { formatNumber } from '../../../shared/metrics/format';
import type { ImportChoices } from '../../../shared/metrics/import-choices';
import type { ImportPlan } from '../../../shared/metrics/import-plan';
import { noteText, questionText, refusalText, tableProblemText } from '../../../shared/metrics/import-texts';
import type { Table } from '../../../shared/metrics/read-table';
import { useLanguage, useTexts } from '../../store/texts';
import { Icon } from '../../ui/Icon';
import { ImportNames } from './ImportNames';
import { ImportSection } from './ImportSection';

/** Nobody reads further down; the counts are whole. */
const MOST_LISTED = 50;

interface ImportResultProps {
  table: Table;
  plan: ImportPlan;
  map: JourneyMap;
  /** The file whose earlier values these replace. */
  replaces: string | null;
  assignments: ImportChoices['assignments'];
  onAssign: (assignments: ImportChoices['assignments']) => void;
}

/** What an import would do: names, values, and all that would be left out, with the reason. */
export function ImportResult({ table, plan, map, replaces, assignments, onAssign }: ImportResultProps) {
  const t = useTexts();
  const language = useLanguage();
  const number = (value: number) => formatNumber(value, 0, language);
  if (plan.questions.length > 0) {
    return (
      <section className="import-result" aria-live="polite">
        {plan.questions.map((question) => (
          <p key={question.question} className="dialog-note warning">
            <Icon name="circle-question-mark" size={15} />
            {questionText(question, t)}
          </p>
        ))}
      </section>
    );
  }
  const names = plan.matched.length + plan.ambiguous.length + plan.unmatched.length;
  const points = plan.values.reduce((sum, values) => sum + values.points.length, 0);
  const complete = plan.matched.length === names;
  const notes = [
    ...plan.notes.map((note) => noteText(note, plan, t)),
    ...(replaces === null ? [] : [t('metrics.replaces', { name: replaces })]),
  ];

  return (
    <section className="import-result" aria-label={t('dialogs.import.result')}>
      <p className="import-sum" role="status">
        <span className={complete ? 'chip good' : 'chip warning'}>
          <Icon name={complete ? 'circle-check' : 'triangle-alert'} size={13} />
          {t('dialogs.import.matched', { matched: number(plan.matched.length), names: number(names) })}
        </span>
        <span>{t('dialogs.import.values', { count: points, number: number(points) })}</span>
        {plan.rowsWithoutValue > 0 && (
          <span>
            {t('dialogs.import.withoutValue', { count: plan.rowsWithoutValue, number: number(plan.rowsWithoutValue) })}
          </span>
        )}
      </p>
      {notes.map((note) => (
        <p key={note} className="dialog-note">
          <Icon name="info" size={15} />
          {note}
        </p>
      ))}
      <ImportNames plan={plan} map={map} assignments={assignments} onAssign={onAssign} />
      <Lines
        title={t('dialogs.import.refused', { count: plan.refusedRows.length, number: number(plan.refusedRows.length) })}
        lines={plan.refusedRows.slice(0, MOST_LISTED).map((row) => ({ line: row.line, text: refusalText(row, t) }))}
        more={plan.refusedRows.length - MOST_LISTED}
      />
      <Lines
        title={t('dialogs.import.problems', { count: table.problems.length, number: number(table.problems.length) })}
        lines={table.problems
          .slice(0, MOST_LISTED)
          .map((problem) => ({ line: problem.line, text: tableProblemText(problem, t) }))}
        more={table.problems.length - MOST_LISTED}
      />
    </section>
  );
}

function Lines({
  title,
  lines,
  more,
}: {
  title: string;
  lines: readonly { line: number; text: string }[];
  more: number;
}) {
  const t = useTexts();
  if (lines.length === 0) return null;
  return (
    <ImportSection title={title}>
      <ul className="import-lines">
        {lines.map(({ line, text }, index) => (
          // A line can be at fault twice for the same reason.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={`${line} ${index}`}>
            <span>{t('dialogs.import.lineNumber', { line })}</span> {text}
          </li>
        ))}
        {more > 0 && <li className="import-more">{t('dialogs.import.more', { count: more })}</li>}
      </ul>
    </ImportSection>
  );
}
