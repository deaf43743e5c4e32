import { Popover } from 'radix-ui';
import { useDeferredValue, useMemo, useState } from 'react';
import { findHints, type Hint, hintText } from '../../../shared/analysis/hints';
import type { JourneyMap } from '../../../shared/document/schema';
import { KINDS } from '../../../shared/kinds/registry';
import { runCommand } from '../../app/run';
import { useEditor } from '../../store/editor';
import { useLanguage, useTexts } from '../../store/texts';
import { Icon } from '../../ui/Icon';
import { today } from '../../ui/today';
import { showOnMap } from '../common/show-element';

/** More would only make the list slow; the first ones are the gravest. */
const MOST_SHOWN = 100;

/** What is unfinished in the map; each hint leads to its card. */
export function Hints() {
  const t = useTexts();
  const language = useLanguage();
  // Hints can wait until the letter just typed is on the screen.
  const map = useDeferredValue(useEditor((state) => state.map));
  const hints = useMemo(() => findHints(map, today()), [map]);
  const [open, setOpen] = useState(false);
  const [first] = hints;
  if (!first) return null;
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <button type="button" className="chip warning status-hints">
          <Icon name="list-checks" size={13} />
          <span data-any-length>
            {t('panels.status.hints', { count: hints.length, first: hintText(first, map, t, language).message })}
          </span>
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="menu hint-list"
          side="top"
          align="start"
          sideOffset={8}
          collisionPadding={8}
          aria-label={t('panels.status.hintsTitle')}
        >
          <h2 className="section-title menu-title">{t('panels.status.hintsTitle')}</h2>
          <ul>
            {hints.slice(0, MOST_SHOWN).map((hint) => (
              <li key={`${hint.id} ${hint.element} ${hint.connection}`}>
                <HintRow hint={hint} map={map} onDone={() => setOpen(false)} />
              </li>
            ))}
          </ul>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function HintRow({ hint, map, onDone }: { hint: Hint; map: JourneyMap; onDone: () => void }) {
  const t = useTexts();
  const language = useLanguage();
  const { message, advice } = hintText(hint, map, t, language);
  const kind = hint.element === null ? null : map.elements[hint.element]?.kind;
  const id = hint.connection ?? hint.element;
  const go = () => {
    onDone();
    if (id) showOnMap(id);
    else if (hint.id === 'no-persona') runCommand('add:persona');
    else runCommand('add:stage');
  };
  return (
    <button type="button" className="hint-row" onClick={go}>
      <Icon name={kind ? KINDS[kind].icon : 'map'} size={15} />
      <span>
        <strong>{message}</strong>
        <small>{advice}</small>
      </span>
    </button>
  );
}
