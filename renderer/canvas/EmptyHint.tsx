import { useEditor } from '../store/editor';
import { useTexts } from '../store/texts';

/** What to do with a map that has nothing in it. */
export function EmptyHint() {
  const t = useTexts();
  const isEmpty = useEditor((state) => Object.keys(state.map.elements).length === 0);
  if (!isEmpty) return null;
  return (
    <div className="empty-hint">
      <strong>{t('canvas.emptyTitle')}</strong>
      <p>{t('canvas.emptyText')}</p>
    </div>
  );
}
