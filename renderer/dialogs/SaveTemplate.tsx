import { type FormEvent, useId, useState } from 'react';
import { TEMPLATE_LIMITS } from '../../shared/api/validation';
import { keepTemplate } from '../app/own-templates';
import { useEditor } from '../store/editor';
import { selectedElements } from '../store/selection';
import { useTexts } from '../store/texts';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Segmented } from '../ui/Segmented';
import { closeDialog } from './close';
import { useFocus } from './use-focus';

/** Keeps the map, or what is selected in it, to start from later. */
export function SaveTemplate() {
  const t = useTexts();
  const id = useId();
  const mapTitle = useEditor((state) => state.map.title);
  const selected = useEditor((state) => selectedElements(state).length);
  const [type, setType] = useState<'map' | 'cards'>(selected > 0 ? 'cards' : 'map');
  const [typed, setTyped] = useState<string | null>(null);
  const field = useFocus<HTMLInputElement>();
  const name = typed ?? (type === 'map' ? mapTitle : '');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const title = name.trim();
    if (title && (await keepTemplate(type, title))) closeDialog();
  };
  return (
    <Dialog
      title={t('library.save.title')}
      width={460}
      onClose={closeDialog}
      foot={
        <>
          <Button onClick={closeDialog}>{t('ui.cancel')}</Button>
          <Button look="primary" type="submit" form={id} disabled={name.trim() === ''}>
            {t('library.save.button')}
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={(event) => void submit(event)}>
        <label className="label" htmlFor={`${id}-name`}>
          {t('library.save.name')}
        </label>
        <input
          id={`${id}-name`}
          ref={field}
          className="input"
          maxLength={TEMPLATE_LIMITS.title}
          value={name}
          placeholder={t('library.save.example')}
          onChange={(event) => setTyped(event.target.value)}
        />
        {selected > 0 && (
          <>
            <span className="label spaced">{t('library.save.what')}</span>
            <Segmented
              label={t('library.save.what')}
              value={type}
              options={[
                { value: 'cards', text: t('library.save.cards') },
                { value: 'map', text: t('library.save.map') },
              ]}
              onChange={setType}
            />
          </>
        )}
        <p className="dialog-note">{t(type === 'cards' ? 'library.save.cardsHint' : 'library.save.mapHint')}</p>
      </form>
    </Dialog>
  );
}
