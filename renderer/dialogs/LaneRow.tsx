import { type PointerEvent, useEffect, useId, useRef, useState } from 'react';
import { deleteLane, setLane } from '../../shared/commands/lanes';
import type { Lane } from '../../shared/document/schema';
import { useEditor } from '../store/editor';
import { change, endMerge } from '../store/history';
import { useTexts } from '../store/texts';
import { Button, IconButton } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { LaneKinds } from './LaneKinds';
import { NumberField } from './NumberField';

/** Heights that make sense to type; a row grows with its cards all the same. */
const LEAST_HEIGHT = 40;
const MOST_HEIGHT = 2000;

interface LaneRowProps {
  lane: Lane;
  readOnly: boolean;
  /** Added just now: its name can be typed at once. */
  isNew: boolean;
  isFirst: boolean;
  isLast: boolean;
  isDragged: boolean;
  marksDrop: boolean;
  marksDropAfter: boolean;
  onGrip: (event: PointerEvent) => void;
  onMove: (by: -1 | 1) => void;
}

export function LaneRow(props: LaneRowProps) {
  const { lane, readOnly, isNew, isFirst, isLast, isDragged, marksDrop, marksDropAfter, onGrip, onMove } = props;
  const t = useTexts();
  const id = useId();
  const cards = useEditor(
    (state) => Object.values(state.map.elements).filter((element) => element.lane === lane.id).length,
  );
  const [asks, setAsks] = useState(false);
  const name = useRef<HTMLInputElement>(null);
  const title = lane.title || t('lanes.unnamed');

  useEffect(() => {
    if (!isNew) return;
    name.current?.focus();
    name.current?.select();
  }, [isNew]);

  const set = (values: Partial<Lane>, merge?: string) =>
    change(
      t('steps.lanes'),
      (draft) => setLane(draft, lane.id, values),
      merge ? { merge: `field:${merge}:${lane.id}` } : {},
    );
  const remove = () => change(t('steps.lanes'), (draft) => deleteLane(draft, lane.id));
  const classes = [
    'lanes-row',
    lane.hidden && 'hidden',
    isDragged && 'dragged',
    marksDrop && 'drop-before',
    marksDropAfter && 'drop-after',
  ];

  return (
    <li className={classes.filter(Boolean).join(' ')}>
      {/* Only a help for the mouse: the buttons beside it do the same. */}
      <span className="lanes-grip" aria-hidden="true" onPointerDown={readOnly ? undefined : onGrip}>
        <Icon name="grip-vertical" />
      </span>
      <div className="lanes-main">
        <input
          ref={name}
          className="lanes-name"
          aria-label={t('dialogs.lanes.name', { title })}
          value={lane.title}
          placeholder={t('lanes.unnamed')}
          readOnly={readOnly}
          onChange={(event) => set({ title: event.target.value }, 'title')}
          onBlur={endMerge}
        />
        <LaneKinds lane={lane} readOnly={readOnly} onChange={(kinds) => set({ kinds })} />
      </div>
      <span className="lanes-count">{lane.role === 'cards' && t('dialogs.lanes.cards', { count: cards })}</span>
      <label className="lanes-height" htmlFor={id} onBlur={endMerge}>
        <span className="visually-hidden">{t('canvas.resizeLane', { title })}</span>
        <span aria-hidden="true">{t('comparison.fields.height')}</span>
        <NumberField
          id={id}
          value={lane.height}
          min={LEAST_HEIGHT}
          max={MOST_HEIGHT}
          disabled={readOnly}
          onChange={(height) => set({ height }, 'height')}
        />
      </label>
      <div className="lanes-buttons">
        <IconButton
          small
          icon="chevron-up"
          label={t('dialogs.lanes.up', { title })}
          disabled={isFirst || readOnly}
          onClick={() => onMove(-1)}
        />
        <IconButton
          small
          icon="chevron-down"
          label={t('dialogs.lanes.down', { title })}
          disabled={isLast || readOnly}
          onClick={() => onMove(1)}
        />
        <IconButton
          small
          icon={lane.hidden ? 'eye-off' : 'eye'}
          label={t(lane.hidden ? 'dialogs.lanes.show' : 'dialogs.lanes.hide', { title })}
          disabled={readOnly}
          onClick={() => set({ hidden: !lane.hidden })}
        />
        <IconButton
          small
          icon="trash-2"
          label={t('dialogs.lanes.delete', { title })}
          disabled={readOnly}
          onClick={() => (cards > 0 ? setAsks(true) : remove())}
        />
      </div>
      {asks && (
        <div className="lanes-ask" role="alert">
          <span>{t('dialogs.lanes.deleteText', { count: cards })}</span>
          <Button small onClick={() => setAsks(false)}>
            {t('ui.cancel')}
          </Button>
          <Button small look="danger" onClick={remove}>
            {t('dialogs.lanes.deleteButton')}
          </Button>
        </div>
      )}
    </li>
  );
}
