import { useShallow } from 'zustand/react/shallow';
import { orderBetween } from '../../shared/commands/orders';
import { addViewpoint, deleteViewpoint, setViewpoint } from '../../shared/commands/workshop';
import { byOrder } from '../../shared/document/create';
import type { Viewpoint } from '../../shared/document/schema';
import { canvas } from '../app/canvas-port';
import { editor, useEditor } from '../store/editor';
import { change, endMerge } from '../store/history';
import { texts, useTexts } from '../store/texts';
import { Button, IconButton } from '../ui/Button';

/** The parts of the map that were kept to be presented, in their order, with what is said about each. */
export function Viewpoints() {
  const t = useTexts();
  const views = useEditor(useShallow((state) => byOrder(Object.values(state.map.viewpoints))));
  const readOnly = useEditor((state) => state.readOnly);
  const keep = () => {
    const view = canvas().view();
    if (view.width === 0) return;
    const title = texts()('workshop.views.one', { number: views.length + 1 });
    change(texts()('workshop.steps.view'), (draft) => addViewpoint(draft, title, view));
  };
  return (
    <>
      <div className="workshop-tools">
        <Button small icon="plus" disabled={readOnly} onClick={keep}>
          {t('workshop.views.keep')}
        </Button>
      </div>
      {views.length === 0 && <p className="workshop-empty">{t('workshop.views.none')}</p>}
      <ol className="workshop-list">
        {views.map((view, index) => (
          <View key={view.id} view={view} before={views[index - 1]} after={views[index + 1]} readOnly={readOnly} />
        ))}
      </ol>
    </>
  );
}

interface ViewProps {
  view: Viewpoint;
  before: Viewpoint | undefined;
  after: Viewpoint | undefined;
  readOnly: boolean;
}

function View({ view, before, after, readOnly }: ViewProps) {
  const t = useTexts();
  const { id, title, note, x, y, width, height } = view;
  const type = (values: Partial<Viewpoint>, field: string) =>
    change(texts()('workshop.steps.view'), (draft) => setViewpoint(draft, id, values), {
      merge: `field:view.${field}:${id}`,
    });
  /** Before another; null: to the end. */
  const move = (next: string | null) => {
    const others = Object.values(editor.getState().map.viewpoints).filter((one) => one.id !== id);
    change(texts()('workshop.steps.view'), (draft) =>
      setViewpoint(draft, id, {
        order: orderBetween(
          others.map((one) => ({ ...one })),
          next,
        ),
      }),
    );
  };
  const afterNext = () => {
    const all = byOrder(Object.values(editor.getState().map.viewpoints));
    return all[all.findIndex((one) => one.id === id) + 2]?.id ?? null;
  };
  return (
    <li className="workshop-card">
      <div className="workshop-row">
        <input
          className="input bare"
          aria-label={t('workshop.views.title')}
          value={title}
          disabled={readOnly}
          onChange={(event) => type({ title: event.target.value }, 'title')}
          onBlur={endMerge}
        />
        <IconButton
          icon="scan"
          small
          label={t('workshop.views.show')}
          onClick={() => canvas().frame({ x, y, width, height })}
        />
        <IconButton
          icon="arrow-up"
          small
          label={t('workshop.views.earlier')}
          disabled={readOnly || !before}
          onClick={() => before && move(before.id)}
        />
        <IconButton
          icon="arrow-down"
          small
          label={t('workshop.views.later')}
          disabled={readOnly || !after}
          onClick={() => move(afterNext())}
        />
        <IconButton
          icon="trash-2"
          small
          label={t('workshop.views.delete')}
          disabled={readOnly}
          onClick={() => change(texts()('workshop.steps.view'), (draft) => deleteViewpoint(draft, id))}
        />
      </div>
      <textarea
        className="input bare"
        rows={note ? 2 : 1}
        aria-label={t('workshop.views.note')}
        placeholder={t('workshop.views.note')}
        value={note}
        disabled={readOnly}
        onChange={(event) => type({ note: event.target.value }, 'note')}
        onBlur={endMerge}
      />
    </li>
  );
}
