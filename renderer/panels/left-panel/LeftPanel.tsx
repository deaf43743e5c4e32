import { ELEMENT_KINDS } from '../../../shared/document/schema';
import { useTexts } from '../../store/texts';
import { Section } from '../common/Section';
import { KindRow } from './KindRow';
import { OverlayOptions } from './OverlayOptions';
import { Overlays } from './Overlays';
import { Personas } from './Personas';
import './left-panel.css';

/** At the left: what can be added to the map, which numbers lie over it, whose journey it is. */
export function LeftPanel() {
  const t = useTexts();
  return (
    <div className="left-panel">
      <Section title={t('panels.left.add')}>
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
