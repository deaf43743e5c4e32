import { memo, useRef } from 'react';
import type { Group } from '../../../shared/figures/primitives';
import type { DecisionItem } from '../../../shared/scene/decisions/decision-scene';
import { FigureShapes } from '../../ui/Figure';

interface FlowItemsProps {
  items: readonly DecisionItem[];
  selection: readonly string[];
  /** The item that Tab comes to; arrows lead on from there. */
  tabStop: string | null;
  nameOf: (item: DecisionItem) => string;
  onSelect: (item: DecisionItem, add: boolean) => void;
}

const NO_PICTURES = {};
const keyOf = ({ what, id }: Pick<DecisionItem, 'what' | 'id'>) => `${what} ${id}`;

/** What is on the picture. Only what looks different from before is drawn anew. */
export function FlowItems({ items, selection, tabStop, nameOf, onSelect }: FlowItemsProps) {
  const memory = useRef(new Map<string, { looks: string; group: Group }>());
  const next = new Map<string, { looks: string; group: Group }>();
  const selected = new Set(selection);
  const drawn = items.map((item) => {
    const key = keyOf(item);
    const looks = JSON.stringify(item.group);
    const known = memory.current.get(key);
    const kept = known?.looks === looks ? known : { looks, group: item.group };
    next.set(key, kept);
    return (
      <FlowItem
        key={key}
        item={item}
        group={kept.group}
        name={item.what === 'band' ? '' : nameOf(item)}
        selected={selected.has(item.id)}
        isDiamond={item.shape === 'diamond'}
        isTabStop={tabStop === key}
        onSelect={onSelect}
      />
    );
  });
  memory.current = next;
  return drawn;
}

/** The ring around what is selected. */
function Halo({ item: { box, what }, isDiamond }: { item: DecisionItem; isDiamond: boolean }) {
  const { x, y, width, height } = box;
  if (isDiamond) {
    const d = `M${x + width / 2} ${y - 5}L${x + width + 8} ${y + height / 2}L${x + width / 2} ${y + height + 5}L${x - 8} ${y + height / 2}Z`;
    return <path className="flow-halo" d={d} />;
  }
  const round = what === 'pill' ? 16 : 12;
  return <rect className="flow-halo" x={x - 4} y={y - 4} width={width + 8} height={height + 8} rx={round} />;
}

interface FlowItemProps {
  item: DecisionItem;
  group: Group;
  name: string;
  selected: boolean;
  isDiamond: boolean;
  isTabStop: boolean;
  onSelect: FlowItemsProps['onSelect'];
}

const FlowItem = memo(
  function FlowItem({ item, group, name, selected, isDiamond, isTabStop, onSelect }: FlowItemProps) {
    const { what, box, d, width = 0 } = item;
    const press = (event: React.PointerEvent) => {
      if (event.button === 0) onSelect(item, event.shiftKey || event.ctrlKey || event.metaKey);
    };
    const shape = (
      <g transform={`translate(${group.x} ${group.y})`} opacity={group.opacity}>
        <FigureShapes primitives={group.children} pictures={NO_PICTURES} />
      </g>
    );
    if (what === 'band') {
      return (
        <g
          className={`flow-band${selected ? ' selected' : ''}`}
          data-item={keyOf(item)}
          data-width={width}
          onPointerDown={press}
        >
          <path d={d} className="flow-grasp" strokeWidth={Math.max(width, 14)} />
          {selected && <path d={d} className="flow-halo-line" strokeWidth={width + 5} />}
          {shape}
        </g>
      );
    }
    return (
      <g>
        {selected && <Halo item={item} isDiamond={isDiamond} />}
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group in a drawing takes no focus */}
        <g aria-hidden="true">{shape}</g>
        {/* Above the drawing and without a text of its own: its name says more than what is drawn. */}
        {/* biome-ignore lint/a11y/useSemanticElements: a button can't stand in a drawing */}
        <rect
          className={`flow-item ${what}`}
          data-item={keyOf(item)}
          x={box.x}
          y={box.y}
          width={box.width}
          height={box.height}
          rx={what === 'pill' ? 12 : 9}
          role="button"
          tabIndex={isTabStop ? 0 : -1}
          aria-label={name}
          aria-pressed={selected}
          onPointerDown={press}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' && event.key !== ' ') return;
            event.preventDefault();
            onSelect(item, event.shiftKey);
          }}
        />
      </g>
    );
  },
  (a, b) =>
    a.group === b.group &&
    a.name === b.name &&
    a.selected === b.selected &&
    a.isTabStop === b.isTabStop &&
    a.item.d === b.item.d &&
    a.item.width === b.item.width &&
    a.item.box.x === b.item.box.x &&
    a.item.box.y === b.item.box.y &&
    a.item.box.width === b.item.box.width &&
    a.item.box.height === b.item.box.height,
);
