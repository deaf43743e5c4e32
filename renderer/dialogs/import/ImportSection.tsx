import type { ReactNode } from 'react';

/** A part of the result that opens on demand. */
export function ImportSection({ title, open, children }: { title: string; open?: boolean; children: ReactNode }) {
  return (
    <details className="import-section" open={open}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}
