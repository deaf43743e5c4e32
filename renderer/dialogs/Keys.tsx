import { keyLabel } from '../../shared/commands/keys';
import { COMMANDS, type Menu } from '../../shared/commands/table';
import { isMac } from '../app/keyboard';
import { useEditor } from '../store/editor';
import { useTexts } from '../store/texts';
import { Dialog } from '../ui/Dialog';
import { closeDialog } from './close';
import './keys.css';
import { shownKeys } from './shown-keys';
import { useFocus } from './use-focus';

const MENUS: readonly Menu[] = ['file', 'edit', 'insert', 'arrange', 'view', 'help'];

/** What the canvas does with keys and the mouse beside the commands. */
const GESTURES = [
  { text: 'walk', keys: ['Tab'] },
  { text: 'move', keys: ['←', '→', '↑', '↓'] },
  { text: 'moveFar', keys: ['Shift', '←'] },
  { text: 'pan', keys: ['space'] },
  { text: 'zoom', keys: ['Mod', 'wheel'] },
  { text: 'giveUp', keys: ['Esc'] },
  { text: 'changes', keys: ['J', 'K'] },
] as const;

/** The same for the view of ideas. */
const IDEAS = [
  { text: 'move', keys: ['←', '→', '↑', '↓'] },
  { text: 'ends', keys: ['Home', 'End'] },
  { text: 'edit', keys: ['⏎'] },
  { text: 'giveUp', keys: ['Esc'] },
  { text: 'idea', keys: ['N'] },
  { text: 'answer', keys: ['A'] },
  { text: 'need', keys: ['P'] },
  { text: 'carry', keys: ['M'] },
  { text: 'both', keys: ['M', 'Shift', '⏎'] },
  { text: 'unlink', keys: ['Shift', 'Del'] },
  { text: 'status', keys: ['S'] },
  { text: 'due', keys: ['D'] },
  { text: 'shift', keys: ['Shift', '→'] },
] as const;

/** All keys on one sheet, by menu. */
export function Keys() {
  const t = useTexts();
  const host = useEditor((state) => state.start?.host);
  const sheet = useFocus<HTMLElement>();
  const sections = MENUS.map((menu) => ({
    menu,
    rows: COMMANDS.flatMap((command) => {
      const keys = command.menu === menu ? shownKeys(command, host) : null;
      return keys ? [{ id: command.id, text: t(command.label), keys }] : [];
    }),
  })).filter(({ rows }) => rows.length > 0);
  const keyText = (key: string) => {
    if (key === 'space') return t('dialogs.keys.space');
    if (key === 'wheel') return t('dialogs.keys.wheel');
    return key === 'Mod' ? keyLabel('Mod', isMac()) : key;
  };
  return (
    <Dialog title={t('dialogs.keys.title')} width={820} onClose={closeDialog}>
      {/* It scrolls, so it must be reachable with the keyboard. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
      <section ref={sheet} className="keys" aria-label={t('dialogs.keys.title')} tabIndex={0}>
        {sections.map(({ menu, rows }) => (
          <section key={menu}>
            <h3 className="section-title">{t(`menus.${menu}`)}</h3>
            <dl>
              {rows.map(({ id, text, keys }) => (
                <div key={id}>
                  <dt>{text.replace(/…$/, '')}</dt>
                  <dd>
                    <kbd>{keys}</kbd>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <section>
          <h3 className="section-title">{t('dialogs.keys.canvas')}</h3>
          <dl>
            {GESTURES.map(({ text, keys }) => (
              <div key={text}>
                <dt>{t(`dialogs.keys.${text}`)}</dt>
                <dd>
                  {keys.map((key) => (
                    <kbd key={key}>{keyText(key)}</kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
        <section>
          <h3 className="section-title">{t('ideas.keys.title')}</h3>
          <dl>
            {IDEAS.map(({ text, keys }) => (
              <div key={text}>
                <dt>{t(`ideas.keys.${text}`)}</dt>
                <dd>
                  {keys.map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      </section>
    </Dialog>
  );
}
