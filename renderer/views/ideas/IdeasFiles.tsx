import { DropdownMenu } from 'radix-ui';
import type { FilePurpose } from '../../../shared/api/calls';
import { undatedOf } from '../../../shared/ideas/board';
import { ideaBrief, ideaBriefs } from '../../../shared/ideas/brief';
import { calendarOf } from '../../../shared/ideas/calendar';
import { csvOf, htmlTableOf, tsvOf } from '../../../shared/ideas/plan-csv';
import { planTable } from '../../../shared/ideas/plan-rows';
import { saveFile } from '../../dialogs/save-file';
import { editor, useEditor } from '../../store/editor';
import { languageOf } from '../../store/picture';
import { selectedElements } from '../../store/selection';
import { texts, useTexts } from '../../store/texts';
import { tell } from '../../store/toasts';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { selectShown } from './model';

/** What leaves the view: what the filters show, as files or to paste elsewhere. */
export function IdeasFiles() {
  const t = useTexts();
  const one = useEditor(selectedIdea);
  const entries = [
    { icon: 'file-spreadsheet', text: t('ideas.files.csv'), run: saveCsv },
    { icon: 'file', text: t('ideas.files.briefs'), run: saveBriefs },
    ...(one ? [{ icon: 'file', text: t('ideas.files.brief'), run: saveBrief } as const] : []),
    { icon: 'clock', text: t('ideas.files.calendar'), run: saveCalendar },
    { icon: 'copy', text: t('ideas.files.copy'), run: copyTable },
  ] as const;
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <Button icon="download">{t('ideas.files.open')}</Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={6} collisionPadding={8}>
          {entries.map(({ icon, text, run }) => (
            <DropdownMenu.Item key={text} className="menu-item" onSelect={() => void run()}>
              <Icon name={icon} size={15} />
              {text}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function selectedIdea(state: ReturnType<typeof editor.getState>): string | null {
  const [element, ...more] = selectedElements(state);
  return more.length === 0 && element?.kind === 'content-idea' ? element.id : null;
}

function shownNow() {
  const state = editor.getState();
  const { grid, rows, ideas } = selectShown(state);
  return { map: state.map, grid, rows, ideas, t: texts(), language: languageOf(state) };
}

function saveCsv(): Promise<void> {
  const { map, rows, t } = shownNow();
  return save('csv', t('ideas.files.planName'), `\ufeff${csvOf(planTable(map, rows, t))}`, 'text/csv');
}

function saveBriefs(): Promise<void> {
  const { map, grid, ideas, t, language } = shownNow();
  return save('md', t('ideas.files.briefsName'), ideaBriefs(map, grid, ideas, t, language), 'text/markdown');
}

async function saveBrief(): Promise<void> {
  const { map, grid, t, language } = shownNow();
  const id = selectedIdea(editor.getState());
  if (id === null) return;
  const title = map.elements[id]?.title.trim() || t('kinds.content-idea.one');
  await save('md', title, ideaBrief(map, grid, id, t, language), 'text/markdown');
}

async function saveCalendar(): Promise<void> {
  const { map, grid, ideas, t } = shownNow();
  if (undatedOf(ideas).length === ideas.length) {
    tell('info', t('ideas.files.noDates'));
    return;
  }
  await save('ics', t('ideas.files.calendarName'), calendarOf(map, { ...grid, ideas }, Date.now(), t), 'text/calendar');
}

async function copyTable(): Promise<void> {
  const { map, rows, t } = shownNow();
  const table = planTable(map, rows, t);
  const blob = (text: string, type: string) => new Blob([text], { type });
  try {
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/plain': blob(tsvOf(table), 'text/plain'),
        'text/html': blob(htmlTableOf(table), 'text/html'),
      }),
    ]);
    tell('good', t('ideas.files.copied', { count: table.length - 1 }));
  } catch {
    tell('danger', t('canvas.clipboardRefused'));
  }
}

function save(purpose: Extract<FilePurpose, 'csv' | 'md' | 'ics'>, what: string, text: string, type: string) {
  const title = editor.getState().map.title.trim() || texts()('files.untitled');
  return saveFile({ purpose, name: `${title} – ${what}.${purpose}`, bytes: new TextEncoder().encode(text), type });
}
