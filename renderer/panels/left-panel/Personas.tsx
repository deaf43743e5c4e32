import { memo } from 'react';
import type { ElementOf } from '../../../shared/document/schema';
import { runCommand } from '../../app/run';
import { editor, useEditor } from '../../store/editor';
import { pictureOf } from '../../store/picture';
import { useTexts } from '../../store/texts';
import { IconButton } from '../../ui/Button';
import { Avatar } from '../common/Avatar';
import { selectPersonas } from '../common/map-facts';
import { Section } from '../common/Section';
import { showOnMap } from '../common/show-element';

/** Whose journey the map shows. */
export function Personas() {
  const t = useTexts();
  const personas = useEditor(selectPersonas);
  const readOnly = useEditor((state) => state.readOnly);
  return (
    <Section
      title={t('panels.left.personas')}
      action={
        <IconButton
          small
          icon="plus"
          label={t('panels.left.addPersona')}
          disabled={readOnly}
          onClick={() => runCommand('add:persona')}
        />
      }
    >
      {personas.length === 0 && <p className="left-empty">{t('panels.left.noPersonas')}</p>}
      <ul className="left-list">
        {personas.map((persona) => (
          <PersonaRow key={persona.id} persona={persona} />
        ))}
      </ul>
    </Section>
  );
}

const PersonaRow = memo(function PersonaRow({ persona }: { persona: ElementOf<'persona'> }) {
  const t = useTexts();
  const selected = useEditor((state) => state.selection.includes(persona.id));
  const only = useEditor((state) => state.filter.personas.includes(persona.id));
  const value = useEditor((state) => pictureOf(state).overlay.personas.get(persona.id)?.[0]);
  const name = persona.title || t('kinds.persona.one');
  const toggleFilter = () =>
    editor.setState(({ filter }) => ({
      filter: {
        ...filter,
        personas: only ? filter.personas.filter((id) => id !== persona.id) : [...filter.personas, persona.id],
      },
    }));
  return (
    <li className="persona-row">
      <button
        type="button"
        className="left-row"
        aria-pressed={selected}
        title={persona.role}
        onClick={() => showOnMap(persona.id)}
      >
        <Avatar persona={persona} strong={selected || only} />
        <span className="left-name">{name}</span>
        {value && (
          <span className="persona-value" title={`${value.label}: ${value.value}`}>
            <span className="visually-hidden">{value.label}: </span>
            {value.value}
          </span>
        )}
      </button>
      <IconButton
        small
        icon="funnel"
        label={t('panels.left.onlyPersona', { name })}
        aria-pressed={only}
        onClick={toggleFilter}
      />
    </li>
  );
});
