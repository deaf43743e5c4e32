import { useEditor } from '../../../store/editor';
import { useTexts } from '../../../store/texts';
import { connectionsAt } from '../../common/map-facts';
import { Section } from '../../common/Section';
import { EntryFields } from './EntryFields';
import { ExitFields } from './ExitFields';

/** Of a card that customers pass: how many start there, and why some leave. */
export function Customers({ id }: { id: string }) {
  const t = useTexts();
  const isOnWay = useEditor(({ map }) => connectionsAt(map, id).some(({ type }) => type === 'flow'));
  const isStart = useEditor(({ map }) => Object.values(map.entries).some(({ element }) => element === id));
  const isEnd = useEditor(({ map }) => map.elements[id]?.kind === 'outcome');
  if (!isOnWay && !isStart) return null;
  return (
    <>
      <Section title={t('decisionView.entry.title')}>
        <EntryFields element={id} />
      </Section>
      {!isEnd && (
        <Section title={t('decisionView.exit.title')}>
          <ExitFields element={id} />
        </Section>
      )}
    </>
  );
}
