import { type FormEvent, lazy, Suspense, useEffect, useId, useState } from 'react';
import type { OwnTemplate } from '../../shared/api/calls';
import { STAGE_MODELS, type StageModel } from '../../shared/document/templates';
import type { Language } from '../../shared/language/translator';
import { newMap, openSample, settleUnsaved, startFrom } from '../app/files';
import { mapFromOwn, readOwnTemplates } from '../app/own-templates';
import { useEditor } from '../store/editor';
import { useLanguage, useTexts } from '../store/texts';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Segmented } from '../ui/Segmented';
import { closeDialog } from './close';
import './new-map.css';
import { OwnChoices } from './OwnChoices';
import { StagePreview } from './StagePreview';
import type { MakeMap } from './TemplateChoices';
import { useFocus } from './use-focus';

// The maps themselves are only there once the dialog is: their texts would delay every start.
const TemplateChoices = lazy(() => import('./TemplateChoices').then((part) => ({ default: part.TemplateChoices })));

type Choice =
  | { from: 'model'; model: StageModel }
  | { from: 'template'; id: string; make: MakeMap }
  | { from: 'own'; template: OwnTemplate };

const NONE: readonly OwnTemplate[] = [];

/** What a new map starts from. */
export function NewMap() {
  const t = useTexts();
  const id = useId();
  const programLanguage = useLanguage();
  const [choice, setChoice] = useState<Choice>({ from: 'model', model: 'six-stages' });
  const all = useEditor((state) => state.ownTemplates?.templates ?? NONE);
  const own = all.filter(({ type }) => type === 'map');
  useEffect(() => void readOwnTemplates(), []);
  const [language, setLanguage] = useState<Language>(programLanguage);
  const [title, setTitle] = useState('');
  const titleField = useFocus<HTMLInputElement>();

  const create = (event: FormEvent) => {
    event.preventDefault();
    closeDialog();
    void start(choice, language, title.trim());
  };
  const sample = async () => {
    closeDialog();
    if (await settleUnsaved()) await openSample(programLanguage);
  };

  return (
    <Dialog
      title={t('dialogs.newMap.title')}
      width={820}
      onClose={closeDialog}
      foot={
        <>
          <button type="button" className="link-button push" onClick={() => void sample()}>
            {t('dialogs.newMap.sample')}
          </button>
          <Button onClick={closeDialog}>{t('ui.cancel')}</Button>
          <Button look="primary" type="submit" form={id}>
            {t('dialogs.newMap.create')}
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={create}>
        <div className="new-map-top">
          <div>
            <label className="label" htmlFor={`${id}-title`}>
              {t('dialogs.newMap.mapTitle')}
            </label>
            <input
              id={`${id}-title`}
              ref={titleField}
              className="input"
              value={title}
              placeholder={t('dialogs.newMap.titleExample')}
              onChange={(event) => setTitle(event.target.value)}
            />
          </div>
          <div>
            <span className="label">{t('dialogs.newMap.language')}</span>
            <Segmented
              label={t('dialogs.newMap.language')}
              value={language}
              options={[
                { value: 'en', text: 'English' },
                { value: 'es', text: 'Español' },
              ]}
              onChange={setLanguage}
            />
          </div>
        </div>
        <fieldset className="plain-fieldset new-map-models">
          <legend className="section-title">{t('dialogs.newMap.models')}</legend>
          {STAGE_MODELS.map((one) => (
            <label key={one} className="new-map-model">
              <input
                type="radio"
                className="visually-hidden"
                name={`${id}-model`}
                value={one}
                checked={choice.from === 'model' && one === choice.model}
                onChange={() => setChoice({ from: 'model', model: one })}
              />
              <span className="new-map-name">
                <strong>{t(`stageModels.${one}.title`)}</strong>
                <span>{t(`stageModels.${one}.hint`)}</span>
              </span>
              <StagePreview model={one} language={language} />
            </label>
          ))}
        </fieldset>
        {own.length > 0 && (
          <OwnChoices
            name={`${id}-model`}
            templates={own}
            chosen={choice.from === 'own' ? choice.template.id : null}
            onChoose={(template) => setChoice({ from: 'own', template })}
          />
        )}
        <Suspense fallback={<div className="new-map-waiting" />}>
          <TemplateChoices
            name={`${id}-model`}
            chosen={choice.from === 'template' ? choice.id : null}
            language={language}
            onChoose={(template, make) => setChoice({ from: 'template', id: template, make })}
          />
        </Suspense>
        <p className="new-map-invented">{t('library.templates.invented')}</p>
      </form>
    </Dialog>
  );
}

async function start(choice: Choice, language: Language, title: string): Promise<void> {
  if (choice.from === 'model') return newMap(choice.model, language, title);
  const map = choice.from === 'own' ? await mapFromOwn(choice.template, title) : choice.make(language, title);
  if (map) await startFrom(map);
}
