import { useShallow } from 'zustand/react/shallow';
import { useEditor } from '../../store/editor';
import { ConnectionFacts } from './ConnectionFacts';
import { ElementFacts } from './ElementFacts';
import { MapFacts } from './MapFacts';
import { SeveralConnections, SeveralElements } from './Several';
import './inspector.css';

/** At the right: all there is to say about what is selected, or about the map. */
export function Inspector() {
  return (
    <div className="inspector">
      <Selected />
    </div>
  );
}

function Selected() {
  const elements = useEditor(useShallow((state) => state.selection.filter((id) => state.map.elements[id])));
  const connections = useEditor(useShallow((state) => state.selection.filter((id) => state.map.connections[id])));
  const key = [...elements, ...connections].join(' ');
  const [element] = elements;
  const [connection] = connections;
  // Each selection has fields of its own, so that nothing typed halfway goes over to the next card.
  if (elements.length > 1) return <SeveralElements key={key} ids={elements} />;
  if (element) return <ElementFacts key={key} ids={elements} id={element} />;
  if (connections.length > 1) return <SeveralConnections key={key} ids={connections} />;
  if (connection) return <ConnectionFacts key={key} id={connection} />;
  return <MapFacts />;
}
