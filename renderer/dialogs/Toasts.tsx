import { useEditor } from '../store/editor';
import type { Toast } from '../store/state';
import { useTexts } from '../store/texts';
import { dismiss } from '../store/toasts';
import { Icon } from '../ui/Icon';

const ICONS = { info: 'info', good: 'circle-check', danger: 'circle-alert' } as const;

/** What the app has to say; failures are read out at once. */
export function Toasts() {
  const toasts = useEditor((state) => state.toasts);
  return (
    // A live region is left readable while a dialog hides the rest of the page from screen readers.
    <div className="toasts" aria-live="polite">
      {toasts.map((toast) => (
        <ToastNote key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function ToastNote({ toast: { id, tone, text, action } }: { toast: Toast }) {
  const t = useTexts();
  const act = () => {
    dismiss(id);
    action?.run();
  };
  return (
    <div className={`toast ${tone}`} role={tone === 'danger' ? 'alert' : 'status'}>
      <Icon name={ICONS[tone]} className="toast-icon" />
      <span className="toast-text">{text}</span>
      {action && (
        <button type="button" onClick={act}>
          {action.label}
        </button>
      )}
      <button type="button" className="close" aria-label={t('dialogs.toasts.close')} onClick={() => dismiss(id)}>
        <Icon name="x" size={14} />
      </button>
    </div>
  );
}
