import type { JourneyMap } from '../../../shared/document/schema';
import { planDifference } from '../../../shared/metrics/apply-plan';
import { columnName } from '../../../shared/metrics/column-name';
import type { DatasetFacts } from '../../../shared/metrics/dataset';
import { formatNumber } from '../../../shared/metrics/format';
import { noteText, questionText } from '../../../shared/metrics/plan-texts';
import type { DataPlan } from '../../../shared/metrics/planned';
import type { Recipe } from '../../../shared/metrics/recipe';
import { useLanguage, useTexts } from '../../store/texts';
import { Icon } from '../../ui/Icon';
import { ImportChanges } from './ImportChanges';
import { ImportNames } from './ImportNames';
import { ImportSection } from './ImportSection';

/** Nobody reads further down; the counts are whole. */
const MOST_LISTED = 200;

interface ImportResultProps {
  plan: DataPlan;
  facts: DatasetFacts;
  map: JourneyMap;
  /** The source that is refreshed; null: a new one. */
  source: string | null;
  stale: boolean;
  recipe: Recipe;
  onChange: (recipe: Recipe) => void;
}

/** What an import would do: names, values, changes, and all that would be left out, with the reason. */
export function ImportResult({ plan, facts, map, source, stale, recipe, onChange }: ImportResultProps) {
  const t = useTexts();
  const language = useLanguage();
  const number = (value: number) => formatNumber(value, 0, language);
  if (plan.questions.length > 0) {
    return (
      <section className="import-result" aria-live="polite" aria-busy={stale}>
        {plan.questions.map((question) => (
          <p key={JSON.stringify(question)} className="dialog-note warning">
            <Icon name="circle-question-mark" size={15} />
            {questionText(question, plan.columns, t)}
          </p>
        ))}
      </section>
    );
  }
  const names = plan.matchedCount + plan.ambiguousCount + plan.unmatchedCount;
  const points = plan.values.reduce((sum, values) => sum + values.points.length, 0);
  const isComplete = plan.matchedCount === names;
  return (
    <section className="import-result" aria-label={t('dialogs.import.result')} aria-busy={stale}>
      <p className="import-sum" role="status">
        <span className={isComplete ? 'chip good' : 'chip warning'}>
          <Icon name={isComplete ? 'circle-check' : 'triangle-alert'} size={13} />
          {t('dialogs.import.matched', { matched: number(plan.matchedCount), names: number(names) })}
        </span>
        <span>{t('dialogs.import.values', { count: points, number: number(points) })}</span>
        <span>
          {t('importer.rowsUsed', { used: number(plan.rowsUsed), rows: number(plan.rowsRead), count: plan.rowsRead })}
        </span>
        {plan.rowsWithoutValue > 0 && (
          <span>
            {t('dialogs.import.withoutValue', { count: plan.rowsWithoutValue, number: number(plan.rowsWithoutValue) })}
          </span>
        )}
      </p>
      {plan.notes.map((note) => (
        <p key={`${note.note} ${note.metric}`} className="dialog-note">
          <Icon name="info" size={15} />
          {noteText(note, plan, t)}
        </p>
      ))}
      {source && <ImportChanges difference={planDifference(map, plan, source)} map={map} />}
      <ImportNames plan={plan} map={map} recipe={recipe} onChange={onChange} />
      <Lines
        title={t('dialogs.import.refused', { count: plan.rowsRefused, number: number(plan.rowsRefused) })}
        lines={plan.refused.slice(0, MOST_LISTED).map(({ line, reason, cell, column }) => {
          const where = column === null ? '' : columnName({ index: column, name: plan.columns[column] ?? '' }, t);
          return { line, text: t(`dataPlan.refusals.${reason}`), detail: [where, cell].filter(Boolean).join(': ') };
        })}
        more={plan.rowsRefused - MOST_LISTED}
      />
      <Lines
        title={t('dialogs.import.problems', { count: facts.problemCount, number: number(facts.problemCount) })}
        lines={facts.problems
          .slice(0, MOST_LISTED)
          .map(({ line, reason }) => ({ line, text: t(`metrics.tableProblems.${reason}`), detail: '' }))}
        more={facts.problemCount - MOST_LISTED}
      />
      <Lines
        title={t('importer.withoutResult', { count: plan.withoutResultCount })}
        lines={plan.withoutResult.slice(0, MOST_LISTED).map(({ metric, period, reason }) => ({
          line: null,
          text: t(`importer.noResult.${reason}`),
          detail: [plan.recipe.metrics.find(({ key }) => key === metric)?.title ?? metric, period]
            .filter(Boolean)
            .join(', '),
        }))}
        more={plan.withoutResultCount - MOST_LISTED}
      />
    </section>
  );
}

interface Line {
  line: number | null;
  text: string;
  detail: string;
}

function Lines({ title, lines, more }: { title: string; lines: readonly Line[]; more: number }) {
  const t = useTexts();
  if (lines.length === 0) return null;
  return (
    <ImportSection title={title}>
      <ul className="import-lines">
        {lines.map(({ line, text, detail }, index) => (
          // A line can be at fault twice for the same reason.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={`${line} ${index}`}>
            {line !== null && <span>{t('dialogs.import.lineNumber', { line })}</span>} {text}
            {detail && <code>{detail}</code>}
          </li>
        ))}
        {more > 0 && <li className="import-more">{t('dialogs.import.more', { count: more })}</li>}
      </ul>
    </ImportSection>
  );
}
