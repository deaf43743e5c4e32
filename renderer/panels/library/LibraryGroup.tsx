import { type ReactNode, useId, useState } from 'react';
import { Icon } from '../../ui/Icon';

/** Entries that belong together; they can be folded away, and a search unfolds them. */
export function LibraryGroup({
  name,
  count,
  searching,
  action,
  children,
}: {
  name: string;
  count: number;
  searching: boolean;
  action?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  const [folded, setFolded] = useState(false);
  const open = searching || !folded;
  return (
    <section className="library-group" aria-labelledby={id}>
      <div className="library-group-head">
        <h3>
          <button
            type="button"
            id={id}
            className="library-fold section-title"
            aria-expanded={open}
            onClick={() => setFolded(!folded)}
          >
            <Icon name={open ? 'chevron-down' : 'chevron-right'} size={13} />
            {name}
            <span className="library-count">{count}</span>
          </button>
        </h3>
        {action}
      </div>
      {open && <ul className="left-list">{children}</ul>}
    </section>
  );
}
