import { useState } from 'react';
import { LIMITS } from '../../../shared/document/limits';
import { useEditor } from '../../store/editor';
import { change } from '../../store/history';
import { texts, useTexts } from '../../store/texts';

/** The map's title. A click turns it into a field; Enter or leaving it keeps what was typed, Escape gives it up. */
export function MapTitle() {
  const t = useTexts();
  const title = useEditor((state) => state.map.title);
  const readOnly = useEditor((state) => state.readOnly);
  const [typed, setTyped] = useState<string | null>(null);
  const keep = () => {
    if (typed !== null && typed.trim() !== title) {
      change(texts()('steps.properties'), (draft) => {
        draft.title = typed.trim();
      });
    }
    setTyped(null);
  };
  if (typed === null) {
    return (
      <h1 className="top-bar-title">
        <button
          type="button"
          title={title || t('panels.topBar.renameMap')}
          disabled={readOnly}
          onClick={() => setTyped(title)}
        >
          {title || <span className="top-bar-untitled">{t('files.untitled')}</span>}
        </button>
      </h1>
    );
  }
  return (
    <input
      className="input top-bar-title-input"
      aria-label={t('panels.topBar.mapTitle')}
      // The field takes the place of the title that was clicked.
      // biome-ignore lint/a11y/noAutofocus: see above
      autoFocus
      maxLength={LIMITS.textLength}
      value={typed}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') keep();
        if (event.key === 'Escape') setTyped(null);
      }}
    />
  );
}
