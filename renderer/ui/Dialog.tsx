import { Dialog as Radix } from 'radix-ui';
import type { CSSProperties, ReactNode } from 'react';
import { useTexts } from '../store/texts';
import { IconButton } from './Button';

interface DialogProps {
  title: string;
  /** Read out with the title; shown only where it helps. */
  description?: string;
  width?: number;
  onClose: () => void;
  children: ReactNode;
  /** Buttons at the foot. */
  foot?: ReactNode;
}

/** A window over the app. Escape, the cross and a click beside it close it. */
export function Dialog({ title, description, width, onClose, children, foot }: DialogProps) {
  const t = useTexts();
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="dialog-shade" />
        <Radix.Content
          className="dialog"
          onOpenAutoFocus={focusFirstField}
          onInteractOutside={keepOpenForToasts}
          style={{ '--dialog-width': `${width ?? 520}px` } as CSSProperties}
          {...(!description && { 'aria-describedby': undefined })}
        >
          <div className="dialog-head">
            <Radix.Title asChild>
              <h2>{title}</h2>
            </Radix.Title>
            <Radix.Close asChild>
              <IconButton icon="x" label={t('ui.close')} small />
            </Radix.Close>
          </div>
          {description && <Radix.Description className="visually-hidden">{description}</Radix.Description>}
          <div className="dialog-body">{children}</div>
          {foot && <div className="dialog-foot">{foot}</div>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** Whoever opens a dialog wants to fill it in, not to close it; a field that took the focus by itself keeps it. */
function focusFirstField(event: Event): void {
  event.preventDefault();
  const dialog = event.currentTarget;
  if (!(dialog instanceof HTMLElement) || dialog.contains(document.activeElement)) return;
  const wanted = dialog.querySelector<HTMLElement>('.dialog-body :is(input, textarea, select, button):not(:disabled)');
  (wanted ?? dialog.querySelector<HTMLElement>('.dialog-foot .primary') ?? dialog).focus();
}

/** A click on a message lies outside of the dialog, but is not meant to close it. */
function keepOpenForToasts(event: { target: EventTarget | null; preventDefault: () => void }): void {
  if (event.target instanceof Element && event.target.closest('.toasts')) event.preventDefault();
}
