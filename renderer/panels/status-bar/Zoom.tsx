import { formatShare } from '../../../shared/language/format';
import { runCommand } from '../../app/run';
import { useEditor } from '../../store/editor';
import { useLanguage, useTexts } from '../../store/texts';
import { Button, IconButton } from '../../ui/Button';
import { useKeyLabel } from '../common/command-key';

export function Zoom() {
  const percent = useEditor((state) => Math.round(state.zoom * 100));
  return <ZoomButtons percent={percent} />;
}

/** For any view that can be zoomed. */
export function ZoomButtons({ percent }: { percent: number }) {
  const t = useTexts();
  const language = useLanguage();
  const [outKey, inKey, fullKey] = [useKeyLabel('zoomOut'), useKeyLabel('zoomIn'), useKeyLabel('zoomToFull')];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a frame of its own
    <div className="status-zoom" role="group" aria-label={t('panels.status.zoom')}>
      <IconButton
        small
        icon="minus"
        label={t('commands.zoomOut')}
        hint={outKey}
        onClick={() => runCommand('zoomOut')}
      />
      <Button
        small
        look="quiet"
        title={`${t('commands.zoomToFull')} (${fullKey})`}
        onClick={() => runCommand('zoomToFull')}
      >
        {formatShare(percent / 100, language)}
      </Button>
      <IconButton small icon="plus" label={t('commands.zoomIn')} hint={inKey} onClick={() => runCommand('zoomIn')} />
    </div>
  );
}
