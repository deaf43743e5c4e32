import { Popover } from 'radix-ui';
import { metricNotes } from '../../../shared/scene/overlay-notes';
import type { OverlayScene } from '../../../shared/scene/overlay-scene';
import { useEditor } from '../../store/editor';
import { useLanguage, useTexts } from '../../store/texts';
import { IconButton } from '../../ui/Button';

/** Where the numbers come from and what they are judged by: the same words as in the legend of an export. */
export function OverlayNotes({ overlay }: { overlay: OverlayScene }) {
  const t = useTexts();
  const name = t('overlay.legend.name');
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <IconButton small icon="info" label={name} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="menu overlay-notes"
          side="top"
          align="end"
          sideOffset={8}
          collisionPadding={8}
          aria-label={name}
        >
          <Notes overlay={overlay} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Notes({ overlay }: { overlay: OverlayScene }) {
  const t = useTexts();
  const language = useLanguage();
  const map = useEditor((state) => state.map);
  return (
    <>
      <h2 className="section-title">{t('overlay.legend.name')}</h2>
      {metricNotes(map, overlay, language).map((notes) => (
        <section key={notes.id}>
          <h3>{notes.title}</h3>
          <ul>
            {[notes.groups, notes.period, notes.target, notes.warning, notes.compare, notes.source, ...notes.remarks]
              .filter((note) => note)
              .map((note) => (
                <li key={note}>{note}</li>
              ))}
          </ul>
        </section>
      ))}
      <p>{t('overlay.legend.few')}</p>
    </>
  );
}
