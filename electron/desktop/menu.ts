import { electronAccelerator } from '../../shared/commands/keys';
import type { CommandEntry, Menu } from '../../shared/commands/table';
import type { Translate } from '../../shared/language/translator';

type Item = Electron.MenuItemConstructorOptions;
type MenuCommand = Pick<CommandEntry, 'id' | 'label' | 'menu' | 'group' | 'keys'>;

export interface MenuOptions {
  commands: readonly MenuCommand[];
  t: Translate;
  platform: string;
  /** Developer tools are of use to nobody else. */
  developer: boolean;
  choose(id: string): void;
}

const ORDER: readonly Menu[] = ['file', 'edit', 'insert', 'arrange', 'view', 'help'];
/** On a Mac text fields know these keys only from menu entries with these roles. */
const TEXT_ROLES = {
  undo: 'undo',
  redo: 'redo',
  cut: 'cut',
  copy: 'copy',
  paste: 'paste',
  selectAll: 'selectAll',
} as const;

/** The window's menu, from the table of commands and the few entries that are the system's own. */
export function menuTemplate(options: MenuOptions): Item[] {
  const { t, platform } = options;
  const isMac = platform === 'darwin';
  const menus = ORDER.map(
    (menu): Item => ({
      id: menu,
      label: t(`menus.${menu}`),
      submenu: withSeparators([...groupsOf(menu, options), systemEntries(menu, options)]),
    }),
  );
  if (!isMac) return menus;
  const help = menus.at(-1);
  return [appMenu(t), ...menus.slice(0, -1), windowMenu(t), ...(help ? [{ ...help, role: 'help' as const }] : [])];
}

function groupsOf(menu: Menu, options: MenuOptions): Item[][] {
  const groups = new Map<number, Item[]>();
  for (const command of options.commands) {
    if (command.menu !== menu) continue;
    groups.set(command.group, [...(groups.get(command.group) ?? []), entry(command, options)]);
  }
  return [...groups].sort(([a], [b]) => a - b).map(([, items]) => items);
}

function entry(command: MenuCommand, { t, platform, choose }: MenuOptions): Item {
  const item: Item = { id: command.id, label: t(command.label), click: () => choose(command.id) };
  const [key] = command.keys;
  if (!key) return item;
  // The page handles every key itself, as in a browser; here they are only shown. A Mac can't show without handling:
  // there only keys are shown that nobody types in a text.
  if (platform !== 'darwin') return { ...item, accelerator: electronAccelerator(key), registerAccelerator: false };
  const isForTexts = Object.hasOwn(TEXT_ROLES, command.id);
  return /Mod|Alt/.test(key) && !isForTexts ? { ...item, accelerator: electronAccelerator(key) } : item;
}

function systemEntries(menu: Menu, { t, platform, developer }: MenuOptions): Item[] {
  const isMac = platform === 'darwin';
  switch (menu) {
    case 'file':
      return isMac
        ? [{ role: 'close', label: t('desktopMenu.closeWindow') }]
        : [{ role: 'quit', label: t('desktopMenu.quit') }];
    case 'edit':
      return isMac ? Object.values(TEXT_ROLES).map((role): Item => ({ role, visible: false })) : [];
    case 'view':
      return [
        { role: 'togglefullscreen', label: t('desktopMenu.fullScreen') },
        ...(developer ? [{ role: 'toggleDevTools', label: t('desktopMenu.developer') } satisfies Item] : []),
      ];
    case 'help':
      return isMac ? [] : [{ role: 'about', label: t('desktopMenu.about') }];
    case 'insert':
    case 'arrange':
      return [];
  }
}

const appMenu = (t: Translate): Item => ({
  label: 'Periplo',
  submenu: [
    { role: 'about', label: t('desktopMenu.about') },
    { type: 'separator' },
    { role: 'services' },
    { type: 'separator' },
    { role: 'hide', label: t('desktopMenu.hide') },
    { role: 'hideOthers', label: t('desktopMenu.hideOthers') },
    { role: 'unhide', label: t('desktopMenu.showAll') },
    { type: 'separator' },
    { role: 'quit', label: t('desktopMenu.quit') },
  ],
});

const windowMenu = (t: Translate): Item => ({
  role: 'window',
  label: t('desktopMenu.window'),
  submenu: [
    { role: 'minimize', label: t('desktopMenu.minimise') },
    { role: 'zoom', label: t('desktopMenu.zoomWindow') },
    { type: 'separator' },
    { role: 'front', label: t('desktopMenu.bringToFront') },
  ],
});

function withSeparators(groups: Item[][]): Item[] {
  const filled = groups.filter((group) => group.length > 0);
  return filled.flatMap((group, index) => (index === 0 ? group : [{ type: 'separator' } satisfies Item, ...group]));
}
