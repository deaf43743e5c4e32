import type { OwnTemplate } from '../../../shared/api/calls';
import { addOwn } from '../../app/library';
import { useTexts } from '../../store/texts';
import { Icon } from '../../ui/Icon';
import { useDragToMap } from '../left-panel/drag-to-map';
import { OwnActions } from './OwnActions';

/** Cards that the user kept. */
export function OwnRow({
  template,
  stage,
  readOnly,
  onAdded,
}: {
  template: OwnTemplate;
  stage: string | null;
  readOnly: boolean;
  onAdded: () => void;
}) {
  const t = useTexts();
  const drag = useDragToMap('note', { own: template.id });
  const { id, title, cards, stages } = template;
  const facts = [
    ...(stages > 0 ? [t('library.own.stages', { count: stages })] : []),
    ...(cards > 0 ? [t('library.own.cards', { count: cards })] : []),
  ];
  const add = async () => {
    if ((await addOwn(id, stage)).length > 0) onAdded();
  };
  return (
    <li className="library-own">
      <button
        type="button"
        className="left-row kind-row library-entry"
        title={t('library.addHint')}
        disabled={readOnly}
        onPointerDown={drag.start}
        onClick={() => {
          if (!drag.wasDragged()) void add();
        }}
      >
        <span className="kind-icon library-icon own">
          <Icon name="layers" size={14} />
        </span>
        <span className="library-words">
          <span className="library-name">{title}</span>
          <span className="library-facts">{facts.join(', ')}</span>
        </span>
      </button>
      <OwnActions template={template} />
    </li>
  );
}
