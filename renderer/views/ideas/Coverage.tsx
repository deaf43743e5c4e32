import { type KeyboardEvent, useMemo } from 'react';
import {
  COVERAGES,
  type CoverageCell,
  type CoverageHead,
  type CoverageId,
  type Coverage as CoverageTable,
  coverageOf,
} from '../../../shared/ideas/coverage';
import type { Translate } from '../../../shared/language/translator';
import { useEditor } from '../../store/editor';
import { select } from '../../store/selection';
import { useTexts } from '../../store/texts';
import { Icon } from '../../ui/Icon';
import { Select } from '../../ui/Select';
import { Switch } from '../../ui/Switch';
import { fill } from './edits';
import { setIdeas } from './model';
import { cellAt, useRoving } from './roving';

/** Where the map has content and touchpoints, and where it has gaps: one click fills them. */
export function Coverage() {
  const t = useTexts();
  const map = useEditor((state) => state.map);
  const chosen = useEditor((state) => state.ideas.coverage);
  const usual = useEditor((state) => state.ideas.usual);
  const canHaveUsual = chosen === 'stage-format' || chosen === 'stage-channel' || chosen === 'phase-touchpoint';
  const table = useMemo(() => {
    const list = chosen === 'stage-format' ? t('suggestions.formats') : t('suggestions.channels');
    return coverageOf(map, chosen, usual ? list.split(', ') : []);
  }, [map, chosen, usual, t]);
  return (
    <div className="ideas-scroll ideas-coverage">
      <header>
        <span className="ideas-coverage-choice">
          <Select
            label={t('ideas.coverage.choose')}
            value={chosen}
            options={COVERAGES.map((value) => ({ value, text: t(`ideas.coverage.titles.${value}`) }))}
            onChange={(coverage: CoverageId) => setIdeas({ coverage })}
          />
        </span>
        {table.gaps > 0 && <span className="chip warning">{t('ideas.counts.gaps', { count: table.gaps })}</span>}
        {canHaveUsual && (
          <span className="ideas-usual">
            <label htmlFor="ideas-usual">{t('ideas.coverage.usual')}</label>
            <Switch
              id="ideas-usual"
              label={t('ideas.coverage.usual')}
              checked={usual}
              onChange={(next) => setIdeas({ usual: next })}
            />
          </span>
        )}
      </header>
      <p className="ideas-hint">{t(`ideas.coverage.hints.${chosen}`)}</p>
      {table.rows.length === 0 || table.columns.length === 0 ? (
        <p className="ideas-nothing">{t('ideas.coverage.none')}</p>
      ) : (
        <Matrix table={table} />
      )}
    </div>
  );
}

function Matrix({ table }: { table: CoverageTable }) {
  const t = useTexts();
  const readOnly = useEditor((state) => state.readOnly);
  const { root, focusLater } = useRoving<HTMLTableElement>();
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (!(event.target instanceof HTMLElement) || !root.current || !/^(Arrow|Home$|End$)/.test(event.key)) return;
    cellAt(root.current, event.target, event.key, event.ctrlKey || event.metaKey, 'tbody tr')?.focus();
    event.preventDefault();
  };
  const choose = (cell: CoverageCell, row: CoverageHead, column: CoverageHead, key: string) => {
    if (cell.cards.length > 0) select(cell.cards);
    else if (!readOnly) {
      focusLater({ id: key });
      fill(cell.missing, titleFor(table.id, row, column, t));
    }
  };
  return (
    <table ref={root} className="ideas-matrix" aria-label={t(`ideas.coverage.titles.${table.id}`)} onKeyDown={press}>
      <thead>
        <tr>
          <th scope="col">{t(`ideas.coverage.corner.${table.id}`)}</th>
          {table.columns.map((column) => (
            <th key={column.key} scope="col">
              {headText(column, t)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, y) => (
          <tr key={row.key}>
            <th scope="row">{headText(row, t)}</th>
            {table.columns.map((column, x) => {
              const cell = table.cells[y]?.[x];
              if (!cell) return null;
              const key = `${row.key}/${column.key}`;
              const count = cell.cards.length;
              const values = { row: headText(row, t), column: headText(column, t) };
              const name =
                count > 0
                  ? t('ideas.coverage.filled', { ...values, count: t('ideas.counts.cards', { count }) })
                  : t('ideas.coverage.gap', values);
              return (
                <td key={column.key}>
                  <button
                    type="button"
                    data-cell
                    data-id={key}
                    data-column={String(x)}
                    tabIndex={-1}
                    className={count > 0 ? 'ideas-count' : 'ideas-count gap'}
                    data-depth={count === 0 ? undefined : Math.min(count, 3)}
                    aria-label={name}
                    title={name}
                    onClick={() => choose(cell, row, column, key)}
                  >
                    {count > 0 ? count : <Icon name="plus" size={12} />}
                  </button>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function headText({ key, title }: CoverageHead, t: Translate): string {
  if (title !== null) return title.trim() || t('ideas.grid.untitled');
  return key === 'proactive' || key === 'reactive'
    ? t(`options.initiative.${key}`)
    : t(`options.phase.${key as 'before'}`);
}

/** What a card that fills a gap is called, until somebody knows better. */
function titleFor(id: CoverageId, row: CoverageHead, column: CoverageHead, t: Translate): string {
  if (id === 'stage-format') return t('ideas.coverage.newIdea', { format: row.key });
  if (id === 'initiative') return t('ideas.coverage.newTouchpoint', { name: headText(row, t) });
  if (id === 'phase-touchpoint') return t('ideas.coverage.newTouchpoint', { name: row.key });
  return t('ideas.coverage.newFor', {
    name: id === 'persona-stage' ? headText(row, t) : `${row.key}, ${headText(column, t)}`,
  });
}
