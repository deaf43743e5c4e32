import type { ReactNode } from 'react';
import { stagesOf } from '../../../shared/document/create';
import type { JourneyMap } from '../../../shared/document/schema';
import type { RowGroup } from '../../../shared/ideas/filter';
import type { AnswerLine, GridRow } from '../../../shared/ideas/grid';
import type { Translate } from '../../../shared/language/translator';
import { useEditor } from '../../store/editor';
import { useTexts } from '../../store/texts';
import { Button } from '../../ui/Button';
import { CardEditor } from './CardEditor';
import { GridLine } from './GridLine';
import { selectShown } from './model';
import { Part } from './Part';
import { type Carry, type Editing, type GridActions, useGrid } from './use-grid';

/** Stage by stage: what hurts, how it is answered, and the content that tells it. */
export function Grid() {
  const t = useTexts();
  const { groups, rows } = useEditor(selectShown);
  const by = useEditor((state) => state.ideas.group);
  const inOrder = useEditor((state) => state.ideas.order === 'stage');
  const map = useEditor((state) => state.map);
  const { root, editing, carry, actions, press, setEditing } = useGrid();
  const byStage = by === 'stage' && inOrder;
  const shown = new Set(groups.map(({ key }) => key));
  const isFiltered = useEditor((state) => state.ideas.filter.stage !== null);
  // A stage without a row has a place to begin, too.
  const empty = byStage && !isFiltered ? stagesOf(map).filter(({ id }) => !shown.has(id)) : [];
  const all: RowGroup[] = byStage
    ? inStageOrder(map, [...groups, ...empty.map(({ id }) => ({ key: id, rows: [] }))])
    : [...groups];
  return (
    <Part className="ideas-scroll ideas-grid-box">
      <p className="visually-hidden" role="status">
        {carry && t('ideas.grid.carrying', { title: carry.title || t('ideas.grid.untitled') })}
      </p>
      <Part
        role="grid"
        className="ideas-grid"
        aria-label={t('ideas.grid.name')}
        ref={root}
        onKeyDown={press}
        tabIndex={-1}
      >
        <Part role="row" className="ideas-head">
          {(['stage', 'need', 'answer', 'ideas'] as const).map((column) => (
            <Part key={column} role="columnheader" className="section-title">
              {t(`ideas.grid.${column}`)}
            </Part>
          ))}
        </Part>
        {all.map((group) => (
          <Group
            key={group.key ?? ''}
            title={byStage || (by === 'stage' && !inOrder) ? null : groupTitle(map, by, group.key, t)}
          >
            {group.rows.map((row, index) => (
              <Row
                key={row.need?.id ?? `loose ${row.lines[0]?.answer?.id ?? row.lines[0]?.ideas[0]?.id}`}
                row={row}
                group={group.key ?? ''}
                showStage={!byStage || index === 0}
                editing={editing}
                carry={carry}
                actions={actions}
              />
            ))}
            {byStage && (
              <AddNeed
                stage={group.key}
                editing={editing}
                isOnly={group.rows.length === 0}
                actions={actions}
                onStart={setEditing}
                map={map}
              />
            )}
          </Group>
        ))}
      </Part>
      {rows.length === 0 && !byStage && <p className="ideas-nothing">{t('ideas.grid.nothingFound')}</p>}
    </Part>
  );
}

function inStageOrder(map: JourneyMap, groups: RowGroup[]): RowGroup[] {
  const places = new Map<string | null, number>(stagesOf(map).map(({ id }, index) => [id, index]));
  const at = ({ key }: RowGroup) => places.get(key) ?? places.size;
  return groups.sort((a, b) => at(a) - at(b));
}

function groupTitle(map: JourneyMap, by: string, key: string | null, t: Translate): string {
  if (key === null) return t('ideas.grid.notSaid');
  if (by === 'persona') return map.elements[key]?.title.trim() || t('kinds.persona.one');
  if (by === 'severity') return t('ideas.grid.severityGroup', { value: key });
  if (by === 'status') return t(`options.status.${key as 'idea'}`);
  return key;
}

function Group({ title, children }: { title: string | null; children: ReactNode }) {
  return (
    <>
      {title !== null && (
        <Part role="row" className="ideas-group">
          <Part role="rowheader">{title}</Part>
        </Part>
      )}
      {children}
    </>
  );
}

interface RowProps {
  row: GridRow;
  group: string;
  showStage: boolean;
  editing: Editing | null;
  carry: Carry | null;
  actions: GridActions;
}

function Row({ row, group, showStage, editing, carry, actions }: RowProps) {
  const keyOf = ({ answer, ideas }: AnswerLine) =>
    `${group}/${row.need?.id ?? `loose-${answer?.id ?? ideas[0]?.id}`}/${answer?.id ?? ''}`;
  return (
    <Part role="rowgroup" className="ideas-row">
      {row.lines.map((line, index) => {
        const key = keyOf(line);
        return (
          <GridLine
            key={key}
            id={key}
            row={row}
            line={line}
            isFirst={index === 0}
            isLast={index === row.lines.length - 1}
            showStage={showStage}
            editing={editing?.line === key ? editing : null}
            isTarget={carry?.line === key}
            actions={actions}
          />
        );
      })}
    </Part>
  );
}

/** At the end of each stage: one more pain point. */
function AddNeed({
  stage,
  editing,
  isOnly,
  actions,
  onStart,
  map,
}: {
  stage: string | null;
  editing: Editing | null;
  isOnly: boolean;
  actions: GridActions;
  onStart: (editing: Editing) => void;
  map: JourneyMap;
}) {
  const t = useTexts();
  const readOnly = useEditor((state) => state.readOnly);
  const line = `need:${stage ?? ''}`;
  const title = stage === null ? t('ideas.grid.noStage') : map.elements[stage]?.title.trim() || t('kinds.stage.one');
  const isTyping = editing?.line === line;
  if (readOnly && !isOnly) return null;
  return (
    <Part
      role="row"
      className={isOnly ? 'ideas-line more first' : 'ideas-line more'}
      data-line={line}
      data-serves=""
      data-stage={stage ?? ''}
    >
      <Part role="rowheader" className="ideas-stage">
        <span className={isOnly ? undefined : 'visually-hidden'}>{title}</span>
      </Part>
      <Part role="gridcell" className="ideas-need">
        {isTyping ? (
          <CardEditor
            kind="pain-point"
            element={null}
            onSave={(values) => actions.create('pain-point', stage, values)}
            onCancel={() => actions.stop(null)}
          />
        ) : (
          <Button
            small
            look="quiet"
            icon="plus"
            className="ideas-more"
            data-cell
            data-column="need"
            data-add="pain-point"
            data-id={line}
            tabIndex={-1}
            disabled={readOnly}
            aria-label={t('ideas.grid.addNeedIn', { stage: title })}
            onClick={() => onStart({ line, id: null, making: 'pain-point' })}
          >
            {t('ideas.grid.addNeed')}
          </Button>
        )}
      </Part>
    </Part>
  );
}
