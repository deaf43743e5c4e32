import { useState } from 'react';
import { addLane, moveLane } from '../../shared/commands/lanes';
import { lanesOf } from '../../shared/document/create';
import type { Lane } from '../../shared/document/schema';
import { useEditor } from '../store/editor';
import { change, endMerge } from '../store/history';
import { useTexts } from '../store/texts';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { closeDialog } from './close';
import { LaneRow } from './LaneRow';
import './lanes.css';
import { useFocus } from './use-focus';
import { useRowDrag } from './use-row-drag';

/** The rows of the map: their order, names, kinds, and which are shown. Every change is one step of the history. */
export function Lanes() {
  const t = useTexts();
  const map = useEditor((state) => state.map);
  const readOnly = useEditor((state) => state.readOnly);
  const [added, setAdded] = useState<string | null>(null);
  const lanes = lanesOf(map);
  const done = useFocus<HTMLButtonElement>();

  const move = (id: string, before: string | null) => change(t('steps.lanes'), (draft) => moveLane(draft, id, before));
  const { rows, grip, dragged, before } = useRowDrag(
    lanes.map((lane) => lane.id),
    move,
  );
  const moveBy = (lane: Lane, by: -1 | 1) => {
    const at = lanes.indexOf(lane);
    move(lane.id, lanes[by < 0 ? at - 1 : at + 2]?.id ?? null);
  };
  const add = () =>
    setAdded(change(t('steps.lanes'), (draft) => addLane(draft, null, { title: t('lanes.unnamed') })) ?? null);
  const close = () => {
    endMerge();
    closeDialog();
  };

  return (
    <Dialog
      title={t('dialogs.lanes.title')}
      width={780}
      onClose={close}
      foot={
        <>
          <Button className="push" icon="plus" disabled={readOnly} onClick={add}>
            {t('dialogs.lanes.add')}
          </Button>
          <Button ref={done} look="primary" onClick={close}>
            {t('dialogs.done')}
          </Button>
        </>
      }
    >
      <p className="lanes-hint">{t('dialogs.lanes.hint')}</p>
      <ul className="lanes" ref={rows}>
        {lanes.map((lane, index) => (
          <LaneRow
            key={lane.id}
            lane={lane}
            readOnly={readOnly}
            isNew={lane.id === added}
            isFirst={index === 0}
            isLast={index === lanes.length - 1}
            isDragged={lane.id === dragged}
            marksDrop={dragged !== null && lane.id === before}
            marksDropAfter={dragged !== null && before === null && index === lanes.length - 1}
            onGrip={(event) => grip(lane.id, event)}
            onMove={(by) => moveBy(lane, by)}
          />
        ))}
      </ul>
      {lanes.length === 0 && <p className="lanes-empty">{t('dialogs.lanes.none')}</p>}
    </Dialog>
  );
}
