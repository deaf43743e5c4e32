import { Popover } from 'radix-ui';
import { useDeferredValue, useMemo, useState } from 'react';
import type { JourneyMap } from '../../../shared/document/schema';
import { findWarnings, type WarningSign, warningText } from '../../../shared/metrics/warnings';
import { editor, useEditor } from '../../store/editor';
import { setOverlay } from '../../store/overlay';
import { useLanguage, useTexts } from '../../store/texts';
import { Icon } from '../../ui/Icon';
import { today } from '../../ui/today';
import { showOnMap } from '../common/show-element';

/** More would only make the list slow; the first ones are the gravest. */
const MOST_SHOWN = 100;

/** What the latest numbers warn of; each sign leads to its card, with its metric over the map. */
export function Warnings() {
  const t = useTexts();
  // Signs can wait until the letter just typed is on the screen.
  const map = useDeferredValue(useEditor((state) => state.map));
  const { metrics, measurements, sources } = map;
  const signs = useMemo(
    () => withoutRepeats(findWarnings({ metrics, measurements, sources }, today())),
    [metrics, measurements, sources],
  );
  const [open, setOpen] = useState(false);
  const count = signs.length;
  return (
    <li>
      <Popover.Root open={open} onOpenChange={setOpen}>
        <Popover.Trigger asChild>
          <button type="button" className="left-row overlay-row warnings-row">
            <Icon name="triangle-alert" size={15} />
            <span className="left-name">{t('overlay.warnings.title')}</span>
            {count > 0 && <span className="chip danger left-count">{count}</span>}
          </button>
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Content
            className="menu hint-list"
            side="right"
            align="start"
            sideOffset={10}
            collisionPadding={8}
            aria-label={t('overlay.warnings.title')}
          >
            <h2 className="section-title menu-title">{t('overlay.warnings.count', { count })}</h2>
            {count === 0 && <p className="warnings-none">{t('overlay.warnings.none')}</p>}
            <ul>
              {signs.slice(0, MOST_SHOWN).map((sign) => (
                <li key={`${sign.id} ${sign.measurement}`}>
                  <WarningRow sign={sign} map={map} onDone={() => setOpen(false)} />
                </li>
              ))}
            </ul>
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
    </li>
  );
}

/** A file that nobody refreshed makes all its values old: that is one thing to do, not one for each card. */
function withoutRepeats(signs: readonly WarningSign[]): WarningSign[] {
  const stale = new Set<string>();
  return signs.filter(({ id, metric }) => {
    if (id !== 'stale') return true;
    const isFirst = !stale.has(metric);
    stale.add(metric);
    return isFirst;
  });
}

const ICONS = { threshold: 'triangle-alert', drop: 'arrow-down', spike: 'arrow-up', stale: 'clock' } as const;

function WarningRow({ sign, map, onDone }: { sign: WarningSign; map: JourneyMap; onDone: () => void }) {
  const language = useLanguage();
  const { message, advice } = warningText(sign, map, language);
  const go = () => {
    onDone();
    const { metrics } = editor.getState().overlay;
    setOverlay({ metrics: metrics.includes(sign.metric) ? metrics : [sign.metric], period: null });
    const id = sign.connection ?? sign.element;
    if (id !== null) showOnMap(id);
  };
  return (
    <button type="button" className="hint-row warning-row" data-sign={sign.changeIs} onClick={go}>
      <Icon name={ICONS[sign.id]} size={15} />
      <span>
        <strong>{message}</strong>
        <small>{advice}</small>
      </span>
    </button>
  );
}
