import { useEffect, useId, useRef, useState } from 'react';
import { setPreferences } from '../app/preferences';
import { editor, useEditor } from '../store/editor';
import { useTexts } from '../store/texts';
import { Dialog } from '../ui/Dialog';
import { Segmented } from '../ui/Segmented';
import { Switch } from '../ui/Switch';
import { closeDialog } from './close';
import { Setting } from './Setting';
import { useFocus } from './use-focus';

/** What a user sets once for all maps; every change holds at once. */
export function Preferences() {
  const t = useTexts();
  const preferences = useEditor((state) => state.preferences);
  const first = useFocus<HTMLElement>();
  return (
    <Dialog title={t('dialogs.preferences.title')} width={560} onClose={closeDialog}>
      <section className="dialog-section" ref={first}>
        <h3 className="section-title">{t('dialogs.preferences.appearance')}</h3>
        <Setting label={t('dialogs.preferences.language')}>
          <Segmented
            label={t('dialogs.preferences.language')}
            value={preferences.language}
            options={[
              { value: 'system', text: t('dialogs.preferences.system') },
              { value: 'en', text: 'English' },
              { value: 'es', text: 'Español' },
            ]}
            onChange={(language) => setPreferences(() => ({ language }))}
          />
        </Setting>
        <Setting label={t('dialogs.preferences.theme')}>
          <Segmented
            label={t('dialogs.preferences.theme')}
            value={preferences.theme}
            options={[
              { value: 'system', text: t('dialogs.preferences.system') },
              { value: 'light', text: t('dialogs.themes.light') },
              { value: 'dark', text: t('dialogs.themes.dark') },
            ]}
            onChange={(theme) => setPreferences(() => ({ theme }))}
          />
        </Setting>
      </section>
      <section className="dialog-section">
        <h3 className="section-title">{t('dialogs.preferences.canvas')}</h3>
        <Setting label={t('dialogs.preferences.snap')} hint={t('dialogs.preferences.snapHint')}>
          <Switch
            label={t('dialogs.preferences.snap')}
            checked={preferences.snap}
            onChange={(snap) => setPreferences(() => ({ snap }))}
          />
        </Setting>
        <Setting label={t('dialogs.preferences.miniMap')}>
          <Switch
            label={t('dialogs.preferences.miniMap')}
            checked={preferences.miniMap}
            onChange={(miniMap) => setPreferences(() => ({ miniMap }))}
          />
        </Setting>
        <Setting label={t('dialogs.preferences.emotionCurve')}>
          <Segmented
            label={t('dialogs.preferences.emotionCurve')}
            value={preferences.emotionCurve}
            options={[
              { value: 'stages', text: t('dialogs.preferences.byStage') },
              { value: 'points', text: t('dialogs.preferences.byPoint') },
            ]}
            onChange={(emotionCurve) => setPreferences(() => ({ emotionCurve }))}
          />
        </Setting>
      </section>
      <section className="dialog-section">
        <h3 className="section-title">{t('dialogs.preferences.work')}</h3>
        <UserName />
        <Setting label={t('dialogs.preferences.reopen')}>
          <Switch
            label={t('dialogs.preferences.reopen')}
            checked={preferences.reopen}
            onChange={(reopen) => setPreferences(() => ({ reopen }))}
          />
        </Setting>
      </section>
    </Dialog>
  );
}

/** Kept when the field is left or the dialog closed, not with every letter: each time a file is written. */
function UserName() {
  const t = useTexts();
  const id = useId();
  const [name, setName] = useState(() => editor.getState().preferences.userName);
  const latest = useRef(name);
  latest.current = name;
  useEffect(() => () => keep(latest.current), []);
  return (
    <Setting label={t('dialogs.preferences.userName')} hint={t('dialogs.preferences.userNameHint')} id={id}>
      <input
        id={id}
        className="input"
        value={name}
        maxLength={200}
        onChange={(event) => setName(event.target.value)}
        onBlur={() => keep(name)}
      />
    </Setting>
  );
}

function keep(userName: string): void {
  if (editor.getState().preferences.userName !== userName) setPreferences(() => ({ userName }));
}
