import type { ReactNode } from 'react';
import './field.css';

/**
 * A field with its label: beside a small control, above a large one. `htmlFor` names the control; groups of controls
 * bring a name of their own.
 */
export function Field({
  label,
  htmlFor,
  look = 'beside',
  children,
}: {
  label: string;
  htmlFor?: string;
  /** `wide` leaves a small control its own width, `stacked` gives a large one a line of its own. */
  look?: 'beside' | 'wide' | 'stacked';
  children: ReactNode;
}) {
  return (
    <div className={`field ${look}`}>
      {htmlFor ? (
        <label className="field-label" htmlFor={htmlFor}>
          {label}
        </label>
      ) : (
        <span className="field-label">{label}</span>
      )}
      <div className="field-control">{children}</div>
    </div>
  );
}

/** Why what was typed is not taken. */
export function Problem({ id, text }: { id: string; text: string | null }) {
  if (!text) return null;
  return (
    <p className="field-problem" id={id} role="alert">
      {text}
    </p>
  );
}
