import { filterRows, groupRows, ideaChoices, type RowGroup, sortGridRows } from '../../../shared/ideas/filter';
import { type GridRow, type Idea, type IdeaGrid, ideaGrid } from '../../../shared/ideas/grid';
import { rememberLast } from '../../panels/common/remember';
import { editor } from '../../store/editor';
import type { EditorState, IdeasState } from '../../store/state';

/** The ideas of the map; the same object until the map changes. */
export const selectGrid = (() => {
  const grid = rememberLast((map: EditorState['map']) => ideaGrid(map));
  return (state: Pick<EditorState, 'map'>): IdeaGrid => grid(state.map);
})();

export const selectChoices = (() => {
  const choices = rememberLast((grid: IdeaGrid) => ideaChoices(grid));
  return (state: EditorState) => choices(selectGrid(state));
})();

interface Shown {
  grid: IdeaGrid;
  filter: IdeasState['filter'];
  order: IdeasState['order'];
  group: IdeasState['group'];
  rows: readonly GridRow[];
  groups: readonly RowGroup[];
  /** Each idea that is shown, once. */
  ideas: readonly Idea[];
}

/** What the filters leave, in its order; the same object until something of it changes. */
export const selectShown = (() => {
  let last: Shown | null = null;
  return (state: EditorState): Shown => {
    const grid = selectGrid(state);
    const { filter, order, group } = state.ideas;
    if (last?.grid === grid && last.filter === filter && last.order === order && last.group === group) return last;
    const rows = sortGridRows(filterRows(grid.rows, filter), order);
    const ids = new Set(rows.flatMap(({ lines }) => lines.flatMap((line) => line.ideas.map(({ id }) => id))));
    // Sorted by what hurts most the stages would be torn apart, and each come again and again.
    const isTorn = group === 'stage' && order !== 'stage';
    const groups = isTorn ? [{ key: null, rows }] : groupRows(state.map, rows, group);
    last = { grid, filter, order, group, rows, groups, ideas: grid.ideas.filter(({ id }) => ids.has(id)) };
    return last;
  };
})();

export const setIdeas = (values: Partial<IdeasState>): void =>
  editor.setState(({ ideas }) => ({ ideas: { ...ideas, ...values } }));

export const setFilter = (values: Partial<IdeasState['filter']>): void =>
  editor.setState(({ ideas }) => ({ ideas: { ...ideas, filter: { ...ideas.filter, ...values } } }));
