import { ELEMENT_KINDS } from '../../../shared/document/schema';
import { runCommand } from '../../app/run';
import { useEditor } from '../../store/editor';
import { useTexts } from '../../store/texts';
import { Button } from '../../ui/Button';
import { Section } from '../common/Section';
import { Library } from '../library/Library';
import { KindRow } from './KindRow';
import { OverlayOptions } from './OverlayOptions';
import { Overlays } from './Overlays';
import { Personas } from './Personas';
import './left-panel.css';

/** At the left: what can be added to the map, which numbers lie over it, whose journey it is. */
export function LeftPanel() {
  const t = useTexts();
  const libraryOpen = useEditor((state) => state.libraryOpen);
  if (libraryOpen) return <Library />;
  return (
    <div className="left-panel">
      <Section
        title={t('panels.left.add')}
        action={
          <Button
            small
            look="quiet"
            className="library-open"
            title={t('library.open')}
            onClick={() => runCommand('openLibrary')}
          >
            {t('library.title')}
          </Button>
        }
      >
        <ul className="left-list">
          {ELEMENT_KINDS.map((kind) => (
            <KindRow key={kind} kind={kind} />
          ))}
        </ul>
      </Section>
      <Section title={t('panels.left.overlay')} action={<OverlayOptions />}>
        <Overlays />
      </Section>
      <Personas />
    </div>
  );
}
