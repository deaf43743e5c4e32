import type { ReactNode } from 'react';

/** A row of a form: what it is called on the left, its control on the right. */
export function Setting({
  label,
  hint,
  id,
  children,
}: {
  label: string;
  hint?: string;
  id?: string;
  children: ReactNode;
}) {
  const name = id ? <label htmlFor={id}>{label}</label> : <span>{label}</span>;
  return (
    <div className="setting">
      <div className="setting-name">
        {name}
        {hint && <p>{hint}</p>}
      </div>
      <div className="setting-control">{children}</div>
    </div>
  );
}
