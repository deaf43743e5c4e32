import { compareVersion } from '../../app/comparing';
import { openVersionCopy, restoreVersion } from '../../app/versions';
import { useEditor } from '../../store/editor';
import { leavePreview } from '../../store/preview';
import { useLanguage, useTexts } from '../../store/texts';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { exactTime, relativeTime } from '../../ui/when';
import './history.css';

/** Says that a version is on the canvas, and what can be done with it. */
export function PreviewBanner() {
  const t = useTexts();
  const language = useLanguage();
  const preview = useEditor((state) => state.preview);
  if (!preview) return null;
  const { number, label, savedAt } = preview.version;
  const version = t('history.versions.number', { number });
  const name = label ? `${version} · ${label}` : version;
  return (
    <section className="preview-banner" aria-label={t('history.versions.preview', { name })}>
      <Icon name="history" size={15} />
      <p role="status" title={exactTime(savedAt, language)}>
        <strong>{name}</strong> · {relativeTime(savedAt, language)}
      </p>
      <Button small onClick={() => void compareVersion(preview.version)}>
        {t('compare.withNow')}
      </Button>
      <Button small onClick={() => void openVersionCopy()}>
        {t('history.versions.copy')}
      </Button>
      <Button small disabled={preview.readOnly} onClick={() => void restoreVersion()}>
        {t('history.versions.restore')}
      </Button>
      <Button small look="primary" onClick={leavePreview}>
        {t('history.versions.back')}
      </Button>
    </section>
  );
}
