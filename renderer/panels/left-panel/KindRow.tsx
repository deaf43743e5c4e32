import { memo } from 'react';
import type { ElementKind } from '../../../shared/document/schema';
import { KINDS } from '../../../shared/kinds/registry';
import { runCommand } from '../../app/run';
import { useEditor } from '../../store/editor';
import { useTexts } from '../../store/texts';
import { Icon } from '../../ui/Icon';
import { useDragToMap } from './drag-to-map';

/** A kind that can be dragged onto the map; a click puts one where it belongs. */
export const KindRow = memo(function KindRow({ kind }: { kind: ElementKind }) {
  const t = useTexts();
  const readOnly = useEditor((state) => state.readOnly);
  const drag = useDragToMap(kind);
  const { icon, tone, key } = KINDS[kind];
  const hint = t('panels.left.addHint', { key: key.toUpperCase() });
  return (
    <li>
      <button
        type="button"
        className="left-row kind-row"
        title={hint}
        aria-keyshortcuts={key}
        disabled={readOnly}
        onPointerDown={drag.start}
        onClick={() => {
          if (!drag.wasDragged()) runCommand(`add:${kind}`);
        }}
      >
        <span
          className="kind-icon"
          style={{ color: `var(--tone-${tone}-strong)`, background: `var(--tone-${tone}-soft)` }}
        >
          <Icon name={icon} size={14} />
        </span>
        <span className="left-name">{t(`kinds.${kind}.one`)}</span>
        <kbd>{key.toUpperCase()}</kbd>
      </button>
    </li>
  );
});
