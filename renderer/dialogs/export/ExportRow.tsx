import type { ReactNode } from 'react';

/** A choice with its name. */
export function ExportRow({ label, id, children }: { label: string; id?: string; children: ReactNode }) {
  return (
    <div className="export-row">
      {id ? <label htmlFor={id}>{label}</label> : <span>{label}</span>}
      {children}
    </div>
  );
}
