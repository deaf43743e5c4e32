import { DropdownMenu } from 'radix-ui';
import { createContext, Fragment, useContext, useState } from 'react';
import { COMMANDS, type CommandEntry, type CommandState, isEnabled, type Menu } from '../../../shared/commands/table';
import { useCommandState } from '../../app/command-state';
import { openMap } from '../../app/files';
import logo from '../../app/logo.svg';
import { runCommand } from '../../app/run';
import { useEditor } from '../../store/editor';
import { useTexts } from '../../store/texts';
import { Icon } from '../../ui/Icon';
import { useKeyOf } from '../common/command-key';

const MENUS: readonly Menu[] = ['file', 'edit', 'insert', 'arrange', 'view', 'help'];

/** The commands of a menu, group by group. */
const GROUPS = new Map(
  MENUS.map((menu) => {
    const commands = COMMANDS.filter((command) => command.menu === menu);
    const numbers = [...new Set(commands.map((command) => command.group))].sort((a, b) => a - b);
    return [menu, numbers.map((group) => commands.filter((command) => command.group === group))] as const;
  }),
);

/** Where menus are drawn: within the bar, so that they belong to its landmark. */
const Home = createContext<HTMLElement | null>(null);

/** All commands in one menu, behind the program's name. */
export function MainMenu() {
  const t = useTexts();
  const [home, setHome] = useState<HTMLElement | null>(null);
  return (
    <Home value={home}>
      <DropdownMenu.Root modal={false}>
        <DropdownMenu.Trigger asChild>
          <button type="button" className="main-menu-button" aria-label={`Periplo, ${t('panels.topBar.menu')}`}>
            <img src={logo} alt="" width={22} height={22} />
            <span>Periplo</span>
            <Icon name="chevron-down" size={13} />
          </button>
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal container={home}>
          <DropdownMenu.Content className="menu" align="start" sideOffset={6} collisionPadding={8}>
            <Menus />
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      <div className="main-menu-home" ref={setHome} />
    </Home>
  );
}

/** Apart from the button, so that what is enabled is watched only while the menu is open. */
function Menus() {
  const t = useTexts();
  const state = useCommandState();
  const home = useContext(Home);
  return MENUS.map((menu) => (
    <DropdownMenu.Sub key={menu}>
      <SubTrigger text={t(`menus.${menu}`)} />
      <DropdownMenu.Portal container={home}>
        <DropdownMenu.SubContent className="menu" sideOffset={4} alignOffset={-6} collisionPadding={8}>
          {GROUPS.get(menu)?.map((commands, index) => (
            <Fragment key={commands[0]?.id}>
              {index > 0 && <DropdownMenu.Separator className="menu-line" />}
              {commands.map((command) => (
                <Fragment key={command.id}>
                  <CommandItem command={command} state={state} />
                  {command.id === 'openMap' && <Recents />}
                </Fragment>
              ))}
            </Fragment>
          ))}
        </DropdownMenu.SubContent>
      </DropdownMenu.Portal>
    </DropdownMenu.Sub>
  ));
}

function SubTrigger({ text, icon }: { text: string; icon?: 'history' }) {
  return (
    <DropdownMenu.SubTrigger className="menu-item">
      {icon && <Icon name={icon} size={15} />}
      {text}
      <Icon name="chevron-right" size={13} className="main-menu-arrow" />
    </DropdownMenu.SubTrigger>
  );
}

function CommandItem({ command, state }: { command: CommandEntry; state: CommandState }) {
  const t = useTexts();
  const key = useKeyOf()(command);
  return (
    <DropdownMenu.Item
      className="menu-item"
      disabled={!isEnabled(command, state)}
      onSelect={() => runCommand(command.id)}
    >
      {command.icon ? <Icon name={command.icon} size={15} /> : <span className="main-menu-gap" />}
      {t(command.label)}
      {key && <kbd>{key}</kbd>}
    </DropdownMenu.Item>
  );
}

function Recents() {
  const t = useTexts();
  const recents = useEditor((state) => state.recents);
  const home = useContext(Home);
  return (
    <DropdownMenu.Sub>
      <SubTrigger text={t('panels.topBar.recents')} icon="history" />
      <DropdownMenu.Portal container={home}>
        <DropdownMenu.SubContent
          className="menu main-menu-recents"
          sideOffset={4}
          alignOffset={-6}
          collisionPadding={8}
        >
          {recents.length === 0 && (
            <DropdownMenu.Item className="menu-item" disabled>
              {t('panels.topBar.noRecents')}
            </DropdownMenu.Item>
          )}
          {recents.map((recent) => (
            <DropdownMenu.Item
              key={recent.path}
              className="menu-item"
              title={recent.path}
              onSelect={() => void openMap(recent.path)}
            >
              <Icon name="map" size={15} />
              <span className="main-menu-recent">
                {recent.title || t('files.untitled')}
                <small>{recent.name}</small>
              </span>
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.SubContent>
      </DropdownMenu.Portal>
    </DropdownMenu.Sub>
  );
}
