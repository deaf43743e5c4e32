import type { Translate } from '../language/translator';
import { columnName } from './column-name';
import { formulaErrorText } from './formula/formula-texts';
import type { DataPlan, PlanNote, PlanQuestion } from './planned';

/** What has to be settled before an import, as a question to whoever sits there. */
export function questionText(question: PlanQuestion, columns: readonly string[], t: Translate): string {
  const named = (index: number) => columnName({ index, name: columns[index] ?? '' }, t);
  switch (question.question) {
    case 'metric-columns':
      return t('dataPlan.questions.metric-columns', { metric: question.metric });
    case 'same-role':
      return t('dataPlan.questions.same-role', { role: t(`importer.roles.${question.role}`) });
    case 'column-gone':
      return t('dataPlan.questions.column-gone', { column: question.column });
    case 'formula':
      return t('dataPlan.questions.formula', {
        metric: question.metric,
        message: formulaErrorText(question.error, t),
      });
    case 'decimal':
    case 'date-order':
      return t(`dataPlan.questions.${question.question}`, { column: named(question.column) });
    case 'too-many-names':
    case 'too-many-segments':
      return t(`dataPlan.questions.${question.question}`, {
        column: named(question.column),
        count: question.count,
        most: question.most,
      });
    case 'too-many-points':
      return t('dataPlan.questions.too-many-points', { count: question.count, most: question.most });
    default:
      return t(`dataPlan.questions.${question.question}`);
  }
}

/** What is worth knowing about an import. */
export function noteText({ note, metric, detail }: PlanNote, plan: DataPlan, t: Translate): string {
  const title = plan.recipe.metrics.find(({ key }) => key === metric)?.title ?? metric ?? '';
  return t(`dataPlan.notes.${note}`, { metric: title, detail, count: Number(detail) || 0 });
}
