import { useReactFlow, ViewportPortal } from '@xyflow/react';
import { ContextMenu } from 'radix-ui';
import { memo, type PointerEvent } from 'react';
import { addLane, deleteLane, moveLane, setLane } from '../../shared/commands/lanes';
import { lanesOf } from '../../shared/document/create';
import type { Lane } from '../../shared/document/schema';
import { GUTTER, type Row } from '../../shared/scene/layout';
import { editor, useEditor } from '../store/editor';
import { bail, change, endMerge, mark } from '../store/history';
import { usePicture } from '../store/picture';
import { texts, useTexts } from '../store/texts';
import { Icon } from '../ui/Icon';
import { track } from './track';
import { useTyping } from './use-typing';

const step = (recipe: Parameters<typeof change>[1]) => change(texts()('steps.lanes'), recipe);

/** The names of the rows: double click renames, the lower edge resizes, the context menu has the rest. */
export const LaneNames = memo(function LaneNames() {
  const { map, layout } = usePicture();
  const readOnly = useEditor((state) => state.readOnly);
  if (readOnly) return null;
  const lanes = new Map(lanesOf(map).map((lane) => [lane.id, lane]));
  return (
    <ViewportPortal>
      <div className="lane-names">
        {layout.rows.map((row) => {
          const lane = lanes.get(row.id);
          return lane && <LaneName key={row.id} lane={lane} row={row} width={layout.box.width} />;
        })}
      </div>
    </ViewportPortal>
  );
});

function LaneName({ lane, row, width }: { lane: Lane; row: Row; width: number }) {
  const t = useTexts();
  const { getZoom } = useReactFlow();
  const isEditing = useEditor((state) => state.editing?.what === 'lane' && state.editing.id === lane.id);
  const rename = () => editor.setState({ editing: { id: lane.id, what: 'lane' } });
  const pull = (down: PointerEvent<HTMLElement>) => {
    if (down.button !== 0) return;
    const begin = mark();
    const zoom = getZoom();
    track(down, {
      move: (event) => {
        const height = Math.max(48, Math.round(row.height + (event.clientY - down.clientY) / zoom));
        change(texts()('steps.resize'), (draft) => setLane(draft, lane.id, { height }), {
          merge: `lane:${lane.id}:${begin.depth}`,
        });
      },
      end: endMerge,
      giveUp: () => bail(begin),
    });
  };
  return (
    <>
      <ContextMenu.Root>
        <ContextMenu.Trigger asChild>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: all of it can be done by keyboard in the dialog "Rows" */}
          <div
            className="lane-name nodrag nopan"
            style={{ top: row.y, height: row.height, width: GUTTER }}
            onDoubleClick={rename}
            data-lane={lane.id}
          >
            {isEditing && <LaneTitle lane={lane} />}
          </div>
        </ContextMenu.Trigger>
        <LaneMenu lane={lane} rename={rename} />
      </ContextMenu.Root>
      <div
        className="lane-edge nodrag nopan"
        style={{ top: row.y + row.height - 4, width }}
        title={t('canvas.resizeLane', { title: lane.title })}
        onPointerDown={pull}
      />
    </>
  );
}

function LaneTitle({ lane }: { lane: Lane }) {
  const t = useTexts();
  const { field, type, onKeyDown, onBlur } = useTyping<HTMLTextAreaElement>(lane.id);
  return (
    <textarea
      ref={field}
      className="lane-title-editor nowheel"
      aria-label={t('canvas.renameLane')}
      value={lane.title}
      maxLength={200}
      onChange={(event) => type(t('steps.lanes'), (draft) => setLane(draft, lane.id, { title: event.target.value }))}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
    />
  );
}

function LaneMenu({ lane, rename }: { lane: Lane; rename: () => void }) {
  const t = useTexts();
  const neighbours = () => {
    const visible = lanesOf(editor.getState().map).filter((other) => !other.hidden);
    const at = visible.findIndex((other) => other.id === lane.id);
    return {
      above: visible[at - 1]?.id,
      below: visible[at + 1]?.id ?? null,
      afterNext: visible[at + 2]?.id ?? null,
      isLast: at === visible.length - 1,
    };
  };
  const insert = () => {
    const id = step((draft) => addLane(draft, neighbours().below, { title: texts()('lanes.unnamed') })) as
      | string
      | undefined;
    if (id) editor.setState({ editing: { id, what: 'lane' } });
  };
  const items = [
    { icon: 'pencil', text: t('canvas.renameLane'), run: rename },
    { icon: 'plus', text: t('canvas.addLaneBelow'), run: insert },
    {
      icon: 'arrow-up',
      text: t('canvas.moveLaneUp'),
      run: () => neighbours().above && step((draft) => moveLane(draft, lane.id, neighbours().above ?? null)),
    },
    {
      icon: 'arrow-down',
      text: t('canvas.moveLaneDown'),
      run: () => !neighbours().isLast && step((draft) => moveLane(draft, lane.id, neighbours().afterNext)),
    },
    {
      icon: 'eye-off',
      text: t('canvas.hideLane'),
      run: () => step((draft) => setLane(draft, lane.id, { hidden: true })),
    },
    { icon: 'trash-2', text: t('canvas.deleteLane'), run: () => step((draft) => deleteLane(draft, lane.id)) },
    { icon: 'rows-3', text: t('commands.manageLanes'), run: () => editor.setState({ dialog: { name: 'lanes' } }) },
  ] as const;
  return (
    <ContextMenu.Portal>
      <ContextMenu.Content className="menu" onCloseAutoFocus={(event) => event.preventDefault()}>
        {items.map((item) => (
          <ContextMenu.Item key={item.icon} className="menu-item" onSelect={() => void item.run()}>
            <Icon name={item.icon} size={15} />
            {item.text}
          </ContextMenu.Item>
        ))}
      </ContextMenu.Content>
    </ContextMenu.Portal>
  );
}
