import { runCommand } from '../../app/run';
import { useEditor } from '../../store/editor';
import { useTexts } from '../../store/texts';
import { Button } from '../../ui/Button';
import { Field } from './controls/Field';
import { useFieldValue } from './use-field';

/** The picture on a card; it is stored in the map. */
export function PictureField({ ids }: { ids: readonly string[] }) {
  const t = useTexts();
  const hash = useFieldValue(ids, 'picture');
  const picture = useEditor((state) => (typeof hash === 'string' ? state.map.pictures[hash] : undefined));
  return (
    <Field label={t('fields.picture')} look="stacked">
      {picture && (
        <img className="picture-thumb" src={`data:${picture.type};base64,${picture.data}`} alt={t('fields.picture')} />
      )}
      <Button small icon="image" onClick={() => runCommand('addPicture')}>
        {t(hash === null ? 'panels.inspector.addPicture' : 'panels.inspector.replacePicture')}
      </Button>
      {hash !== null && (
        <Button small look="quiet" onClick={() => runCommand('removePicture')}>
          {t('panels.inspector.removePicture')}
        </Button>
      )}
    </Field>
  );
}
