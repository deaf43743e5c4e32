import type { Connection, ElementKind } from '../../../shared/document/schema';
import { formatShare } from '../../../shared/language/format';
import { useEditor } from '../../store/editor';
import { select } from '../../store/selection';
import { useLanguage, useTexts } from '../../store/texts';
import { Icon } from '../../ui/Icon';
import { connectionsAt, nameOf } from '../common/map-facts';
import { Section } from '../common/Section';
import { showOnMap } from '../common/show-element';

/** Where one comes to an element from, and where one goes on to. */
export function Connections({ id }: { id: string }) {
  const t = useTexts();
  const connections = useEditor((state) => connectionsAt(state.map, id));
  if (connections.length === 0) return null;
  const sorted = [...connections].sort((a, b) => Number(a.from === id) - Number(b.from === id));
  return (
    <Section title={t('panels.inspector.connections')}>
      <ul className="connection-list">
        {sorted.map((connection) => (
          <ConnectionRow key={connection.id} connection={connection} id={id} />
        ))}
      </ul>
    </Section>
  );
}

function ConnectionRow({ connection, id }: { connection: Connection; id: string }) {
  const t = useTexts();
  const language = useLanguage();
  const leaves = connection.from === id;
  const other = leaves ? connection.to : connection.from;
  const kindName = (kind: ElementKind) => t(`kinds.${kind}.one`);
  const name = useEditor((state) => nameOf(state.map, other, kindName));
  const here = useEditor((state) => nameOf(state.map, id, kindName));
  const share = connection.probability === null ? '' : formatShare(connection.probability, language);
  const facts = [connection.label, share].filter(Boolean).join(' ');
  const direction = t(leaves ? 'panels.inspector.to' : 'panels.inspector.from');
  return (
    <li className="connection-row">
      <span className="field-label">{direction}</span>
      <button
        type="button"
        className="connection-end"
        title={name}
        aria-label={`${direction}: ${name}`}
        onClick={() => showOnMap(other)}
      >
        {name}
      </button>
      <button
        type="button"
        className="chip"
        aria-label={[
          t('panels.inspector.selectConnection', leaves ? { from: here, to: name } : { from: name, to: here }),
          facts,
        ]
          .filter(Boolean)
          .join(', ')}
        onClick={() => select([connection.id])}
      >
        {connection.label && <span className="connection-label">{connection.label}</span>} {share}
        <Icon name={connection.type === 'relation' ? 'link' : leaves ? 'arrow-right' : 'arrow-left'} size={12} />
      </button>
    </li>
  );
}
