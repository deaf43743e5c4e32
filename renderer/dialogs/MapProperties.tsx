import { useId } from 'react';
import type { JourneyMap } from '../../shared/document/schema';
import { formatDay } from '../../shared/language/format';
import { useEditor } from '../store/editor';
import { change, endMerge } from '../store/history';
import { useLanguage, useTexts } from '../store/texts';
import { Dialog } from '../ui/Dialog';
import { Segmented } from '../ui/Segmented';
import { Select } from '../ui/Select';
import { closeDialog } from './close';
import { Setting } from './Setting';
import { useFocus } from './use-focus';

/** Languages offered for a map; one that a file brings is kept. */
const MAP_LANGUAGES = ['en', 'es', 'ca', 'eu', 'gl', 'pt', 'fr', 'it', 'de'];

/** What holds for the map as a whole. */
export function MapProperties() {
  const t = useTexts();
  const language = useLanguage();
  const id = useId();
  const map = useEditor((state) => state.map);
  const file = useEditor((state) => state.file);
  const readOnly = useEditor((state) => state.readOnly);
  const title = useFocus<HTMLInputElement>();

  const set = (values: Partial<JourneyMap>, merge?: string) =>
    change(
      t('steps.properties'),
      (draft) => void Object.assign(draft, values),
      merge ? { merge: `field:${merge}:map` } : {},
    );
  const close = () => {
    endMerge();
    closeDialog();
  };
  const languages = MAP_LANGUAGES.includes(map.language) ? MAP_LANGUAGES : [map.language, ...MAP_LANGUAGES];
  const facts = [
    file?.name ?? t('files.notSavedYet'),
    t('files.version', { revision: map.revision }),
    map.revisedOn && formatDay(map.revisedOn, language),
    t('dialogs.properties.elements', { count: Object.keys(map.elements).length }),
  ];

  return (
    <Dialog title={t('dialogs.properties.title')} width={540} onClose={close}>
      {readOnly && <p className="dialog-note warning">{t('files.readOnly')}</p>}
      <fieldset className="plain-fieldset" disabled={readOnly}>
        <label className="label" htmlFor={`${id}-title`}>
          {t('dialogs.properties.mapTitle')}
        </label>
        <input
          id={`${id}-title`}
          ref={title}
          className="input"
          value={map.title}
          placeholder={t('files.untitled')}
          onChange={(event) => set({ title: event.target.value }, 'title')}
          onBlur={endMerge}
        />
        <label className="label spaced" htmlFor={`${id}-description`}>
          {t('dialogs.properties.description')}
        </label>
        <textarea
          id={`${id}-description`}
          className="input"
          rows={4}
          value={map.description}
          onChange={(event) => set({ description: event.target.value }, 'description')}
          onBlur={endMerge}
        />
        <div className="dialog-section">
          <Setting label={t('dialogs.properties.perspective')} hint={t('dialogs.properties.perspectiveHint')}>
            <Segmented
              label={t('dialogs.properties.perspective')}
              value={map.perspective}
              options={[
                { value: 'as-is', text: t('options.perspective.as-is') },
                { value: 'to-be', text: t('options.perspective.to-be') },
              ]}
              onChange={(perspective) => set({ perspective })}
            />
          </Setting>
          <Setting
            label={t('dialogs.properties.language')}
            hint={t('dialogs.properties.languageHint')}
            id={`${id}-language`}
          >
            <Select
              id={`${id}-language`}
              value={map.language}
              options={languages.map((tag) => ({ value: tag, text: languageName(tag, language) }))}
              onChange={(tag) => set({ language: tag })}
            />
          </Setting>
        </div>
      </fieldset>
      <p className="dialog-facts">{facts.filter(Boolean).join(' · ')}</p>
    </Dialog>
  );
}

function languageName(tag: string, language: string): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? tag;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
