import { type KeyboardEvent, useState } from 'react';
import type { OwnTemplate } from '../../../shared/api/calls';
import { TEMPLATE_LIMITS } from '../../../shared/api/validation';
import { removeTemplate, renameTemplate } from '../../app/own-templates';
import { useFocus } from '../../dialogs/use-focus';
import { useTexts } from '../../store/texts';
import { IconButton } from '../../ui/Button';
import './own-actions.css';

/** Renames and removes what a user kept. While a name is typed, Enter takes it and Escape leaves the old one. */
export function OwnActions({ template }: { template: OwnTemplate }) {
  const t = useTexts();
  const [naming, setNaming] = useState(false);
  const { title } = template;
  if (naming) return <NameField template={template} onDone={() => setNaming(false)} />;
  return (
    <span className="own-actions">
      <IconButton small icon="pencil" label={t('library.own.rename', { title })} onClick={() => setNaming(true)} />
      <IconButton
        small
        icon="trash-2"
        label={t('library.own.remove', { title })}
        onClick={() => void removeTemplate(template)}
      />
    </span>
  );
}

function NameField({ template, onDone }: { template: OwnTemplate; onDone: () => void }) {
  const t = useTexts();
  const field = useFocus<HTMLInputElement>();
  const [name, setName] = useState(template.title);
  const take = () => {
    const title = name.trim();
    onDone();
    if (title && title !== template.title) void renameTemplate(template, title);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Enter') take();
    else onDone();
  };
  return (
    <input
      ref={field}
      className="input own-name"
      aria-label={t('library.own.newName', { title: template.title })}
      maxLength={TEMPLATE_LIMITS.title}
      value={name}
      onChange={(event) => setName(event.target.value)}
      onKeyDown={press}
      onBlur={take}
    />
  );
}
