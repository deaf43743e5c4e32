import type { Language, Translate } from '../language/translator';
import { formatNumber } from './format';
import type { ImportPlan, PlanNote, PlanQuestion, RefusedRow } from './import-plan';
import type { TableFault, TableProblem } from './read-table';

/** Longer cells are cut where a sentence quotes them. */
const LONGEST_QUOTE = 40;

/** One sentence for a file that can't be read as a table, with what to do next. */
export function tableFaultText(fault: TableFault, t: Translate, language: Language): string {
  const most = 'most' in fault ? (fault.reason === 'too-large' ? fault.most / (1024 * 1024) : fault.most) : 0;
  return t(`metrics.tableFaults.${fault.reason}`, { most: formatNumber(most, 0, language) });
}

/** What is the matter with a line of a table. */
export function tableProblemText(problem: TableProblem, t: Translate): string {
  return t(`metrics.tableProblems.${problem.reason}`);
}

/** Why a row does not enter the map, quoting its cell. */
export function refusalText(row: RefusedRow, t: Translate): string {
  const characters = [...row.cell.trim()];
  const cell =
    characters.length > LONGEST_QUOTE ? `${characters.slice(0, LONGEST_QUOTE - 1).join('')}…` : characters.join('');
  return t(`metrics.refusals.${row.reason}`, { cell });
}

/** What has to be settled before an import. */
export function questionText(question: PlanQuestion, t: Translate): string {
  return t(`metrics.questions.${question.question}`);
}

/** What is worth knowing about a plan. */
export function noteText(note: PlanNote, plan: Pick<ImportPlan, 'currencySign'>, t: Translate): string {
  return t(`metrics.notes.${note}`, { sign: plan.currencySign ?? '' });
}
