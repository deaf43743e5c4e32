import type { ElementOf } from '../../../shared/document/schema';
import { initialsOf } from '../../../shared/figures/portrait';
import { useEditor } from '../../store/editor';
import './avatar.css';

/** A persona's picture, or the initials of the name. Decorative: the name stands beside it. */
export function Avatar({ persona, strong }: { persona: ElementOf<'persona'>; strong: boolean }) {
  const picture = useEditor((state) => (persona.picture ? state.map.pictures[persona.picture] : undefined));
  if (picture) return <img className="avatar" src={`data:${picture.type};base64,${picture.data}`} alt="" />;
  return (
    <span className={strong ? 'avatar strong' : 'avatar'} aria-hidden="true">
      {initialsOf(persona.title) || '?'}
    </span>
  );
}
