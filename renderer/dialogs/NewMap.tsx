import { type FormEvent, useId, useState } from 'react';
import { STAGE_MODELS, type StageModel } from '../../shared/document/templates';
import type { Language } from '../../shared/language/translator';
import { newMap, openSample, settleUnsaved } from '../app/files';
import { useLanguage, useTexts } from '../store/texts';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Segmented } from '../ui/Segmented';
import { closeDialog } from './close';
import './new-map.css';
import { StagePreview } from './StagePreview';
import { useFocus } from './use-focus';

/** What a new map starts from. */
export function NewMap() {
  const t = useTexts();
  const id = useId();
  const programLanguage = useLanguage();
  const [model, setModel] = useState<StageModel>('six-stages');
  const [language, setLanguage] = useState<Language>(programLanguage);
  const [title, setTitle] = useState('');
  const titleField = useFocus<HTMLInputElement>();

  const create = (event: FormEvent) => {
    event.preventDefault();
    closeDialog();
    void newMap(model, language, title.trim());
  };
  const sample = async () => {
    closeDialog();
    if (await settleUnsaved()) await openSample(programLanguage);
  };

  return (
    <Dialog
      title={t('dialogs.newMap.title')}
      width={760}
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
                checked={one === model}
                onChange={() => setModel(one)}
              />
              <span className="new-map-name">
                <strong>{t(`stageModels.${one}.title`)}</strong>
                <span>{t(`stageModels.${one}.hint`)}</span>
              </span>
              <StagePreview model={one} language={language} />
            </label>
          ))}
        </fieldset>
      </form>
    </Dialog>
  );
}
