import type { OwnTemplate } from '../../shared/api/calls';
import { OwnActions } from '../panels/library/OwnActions';
import { useTexts } from '../store/texts';

/** Whole maps that the user kept, to start from, to rename, to remove. */
export function OwnChoices({
  name,
  templates,
  chosen,
  onChoose,
}: {
  /** Of the radio buttons, which those of other choices share. */
  name: string;
  templates: readonly OwnTemplate[];
  chosen: string | null;
  onChoose: (template: OwnTemplate) => void;
}) {
  const t = useTexts();
  return (
    <fieldset className="plain-fieldset new-map-templates">
      <legend className="section-title">{t('library.templates.own')}</legend>
      {templates.map((template) => (
        <div key={template.id} className="new-map-own">
          <label className="new-map-model">
            <input
              type="radio"
              className="visually-hidden"
              name={name}
              value={template.id}
              checked={template.id === chosen}
              onChange={() => onChoose(template)}
            />
            <span className="new-map-name">
              <strong>{template.title}</strong>
              <span>{t('library.templates.about', { stages: template.stages, cards: template.cards })}</span>
            </span>
          </label>
          <OwnActions template={template} />
        </div>
      ))}
    </fieldset>
  );
}
