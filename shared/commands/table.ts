import type { ElementKind } from '../document/schema';
import { ELEMENT_KINDS } from '../document/schema';
import type { IconName } from '../figures/icons';
import { KINDS } from '../kinds/registry';
import type { TextKey } from '../language/translator';

/** What decides whether a command can be used now. */
export interface CommandState {
  /** Selected elements, stages included. */
  elements: number;
  cards: number;
  stages: number;
  connections: number;
  /** Elements on the map. */
  total: number;
  canUndo: boolean;
  canRedo: boolean;
  unsaved: boolean;
  /** The map can only be looked at: a newer format. */
  readOnly: boolean;
}

export type Menu = 'file' | 'edit' | 'insert' | 'arrange' | 'view' | 'help';

export interface CommandEntry {
  id: CommandId;
  label: TextKey;
  icon?: IconName;
  menu: Menu;
  /** Entries with the same group stand together in a menu, with a line between groups. */
  group: number;
  /**
   * Keys as `Mod+Shift+Z`; Mod is ⌘ on a Mac and Ctrl elsewhere. The first is the one shown on the desktop, the last
   * the one shown in the browser edition, where the browser keeps some for itself.
   */
  keys: readonly string[];
  when: (state: CommandState) => boolean;
  /** Changes the map: not for one that is read-only. */
  changes: boolean;
  /** Acts on what the map's canvas shows: the map comes first where another view is shown. */
  onMap: boolean;
}

const always = () => true;
const anyElement = (state: CommandState) => state.elements > 0;
const anyCard = (state: CommandState) => state.cards > 0;
const someCards = (state: CommandState) => state.cards > 1;
const anything = (state: CommandState) => state.elements + state.connections > 0;

type Row = Omit<CommandEntry, 'id' | 'label' | 'group' | 'keys' | 'when' | 'changes' | 'onMap'> & {
  group?: number;
  keys?: readonly string[];
  when?: CommandEntry['when'];
  changes?: boolean;
  onMap?: boolean;
};

const ROWS = {
  newMap: { menu: 'file', icon: 'file-plus-2', keys: ['Mod+N', 'Alt+N'] },
  openMap: { menu: 'file', icon: 'folder-open', keys: ['Mod+O'] },
  recoverMaps: { menu: 'file' },
  save: { menu: 'file', icon: 'save', keys: ['Mod+S'], group: 1 },
  saveAs: { menu: 'file', icon: 'save-all', keys: ['Mod+Shift+S'], group: 1 },
  saveVersion: { menu: 'file', icon: 'flag', keys: ['Mod+Alt+S'], group: 1, when: (state) => !state.readOnly },
  saveTemplate: { menu: 'file', icon: 'layers', group: 1, when: (state) => state.total > 0 },
  importNumbers: { menu: 'file', icon: 'file-spreadsheet', keys: ['Mod+I'], group: 2, changes: true },
  exportMap: { menu: 'file', icon: 'download', keys: ['Mod+E'], group: 2 },
  printMap: { menu: 'file', icon: 'printer', keys: ['Mod+P'], group: 2 },
  mapProperties: { menu: 'file', icon: 'info', group: 3 },
  preferences: { menu: 'file', icon: 'settings', keys: ['Mod+,'], group: 3 },

  undo: { menu: 'edit', icon: 'undo-2', keys: ['Mod+Z'], when: (state) => state.canUndo, changes: true },
  redo: { menu: 'edit', icon: 'redo-2', keys: ['Mod+Shift+Z', 'Mod+Y'], when: (state) => state.canRedo, changes: true },
  cut: { menu: 'edit', icon: 'scissors', keys: ['Mod+X'], group: 1, when: anyCard, changes: true },
  copy: { menu: 'edit', icon: 'copy', keys: ['Mod+C'], group: 1, when: anyElement },
  paste: { menu: 'edit', icon: 'clipboard-paste', keys: ['Mod+V'], group: 1, changes: true, onMap: true },
  duplicate: { menu: 'edit', keys: ['Mod+D'], group: 1, when: anyCard, changes: true },
  deleteSelection: {
    menu: 'edit',
    icon: 'trash-2',
    keys: ['Delete', 'Backspace'],
    group: 1,
    when: anything,
    changes: true,
  },
  copyPicture: { menu: 'edit', icon: 'image', keys: ['Mod+Shift+C'], group: 2, when: anyElement },
  copyVectorPicture: { menu: 'edit', group: 2, when: anyElement },
  addPicture: { menu: 'edit', icon: 'image', group: 2, when: anyCard, changes: true },
  removePicture: { menu: 'edit', group: 2, when: anyCard, changes: true },
  selectAll: { menu: 'edit', keys: ['Mod+A'], group: 3, onMap: true },
  selectSameKind: { menu: 'edit', keys: ['Mod+Shift+A'], group: 3, when: anyElement },
  nextCard: { menu: 'edit', group: 3, onMap: true },
  previousCard: { menu: 'edit', group: 3, onMap: true },
  rename: {
    menu: 'edit',
    icon: 'text-cursor-input',
    keys: ['F2', 'Enter'],
    group: 3,
    when: (state) => state.elements + state.connections === 1,
    changes: true,
    onMap: true,
  },
  find: { menu: 'edit', icon: 'search', keys: ['Mod+F'], group: 4, onMap: true },
  commandPalette: { menu: 'edit', icon: 'command', keys: ['Mod+K'], group: 4 },

  openLibrary: { menu: 'insert', icon: 'layers', keys: ['Mod+Alt+L'], group: 1 },
  addMetric: { menu: 'insert', icon: 'chart-line', group: 1, changes: true },
  addLane: { menu: 'insert', icon: 'rows-3', group: 1, changes: true },

  connectSelection: { menu: 'arrange', icon: 'waypoints', keys: ['L'], when: someCards, changes: true },
  tidy: {
    menu: 'arrange',
    icon: 'layout-grid',
    keys: ['Mod+Shift+L'],
    when: (state) => state.total > 0,
    changes: true,
  },
  alignLeft: { menu: 'arrange', icon: 'align-start-vertical', group: 1, when: someCards, changes: true },
  alignCentre: { menu: 'arrange', icon: 'align-center-vertical', group: 1, when: someCards, changes: true },
  alignRight: { menu: 'arrange', icon: 'align-end-vertical', group: 1, when: someCards, changes: true },
  alignTop: { menu: 'arrange', icon: 'align-start-horizontal', group: 1, when: someCards, changes: true },
  alignMiddle: { menu: 'arrange', icon: 'align-center-horizontal', group: 1, when: someCards, changes: true },
  alignBottom: { menu: 'arrange', icon: 'align-end-horizontal', group: 1, when: someCards, changes: true },
  distributeHorizontally: {
    menu: 'arrange',
    icon: 'align-horizontal-space-between',
    group: 2,
    when: (state) => state.cards > 2,
    changes: true,
  },
  distributeVertically: {
    menu: 'arrange',
    icon: 'align-vertical-space-between',
    group: 2,
    when: (state) => state.cards > 2,
    changes: true,
  },
  bringToFront: { menu: 'arrange', icon: 'bring-to-front', keys: [']'], group: 3, when: anyCard, changes: true },
  sendToBack: { menu: 'arrange', icon: 'send-to-back', keys: ['['], group: 3, when: anyCard, changes: true },
  moveEarlier: {
    menu: 'arrange',
    icon: 'arrow-left',
    keys: ['Alt+ArrowLeft'],
    group: 4,
    when: (state) => state.stages === 1,
    changes: true,
  },
  moveLater: {
    menu: 'arrange',
    icon: 'arrow-right',
    keys: ['Alt+ArrowRight'],
    group: 4,
    when: (state) => state.stages === 1,
    changes: true,
  },

  showMap: { menu: 'view', icon: 'map', keys: ['Alt+1'] },
  showDecisions: { menu: 'view', icon: 'split', keys: ['Alt+2'] },
  showMetrics: { menu: 'view', icon: 'chart-line', keys: ['Alt+3'] },
  showIdeas: { menu: 'view', icon: 'lightbulb', keys: ['Alt+4'] },
  showCompare: { menu: 'view', icon: 'git-compare', keys: ['Alt+5'] },
  present: { menu: 'view', icon: 'presentation', keys: ['Mod+Alt+P'] },
  toggleWorkshop: { menu: 'view', icon: 'users', keys: ['Mod+Alt+W'], onMap: true },
  toggleComments: { menu: 'view', icon: 'message-square', keys: ['Mod+Alt+C'], onMap: true },
  zoomIn: { menu: 'view', icon: 'zoom-in', keys: ['Mod++', 'Mod+=', '+'], group: 1 },
  zoomOut: { menu: 'view', icon: 'zoom-out', keys: ['Mod+-', '-'], group: 1 },
  zoomToFull: { menu: 'view', keys: ['Mod+0', '0'], group: 1 },
  fitMap: { menu: 'view', icon: 'maximize', keys: ['1'], group: 1 },
  fitSelection: { menu: 'view', icon: 'scan', keys: ['2'], when: anyElement, onMap: true, group: 1 },
  toggleLeftPanel: { menu: 'view', icon: 'panel-left', keys: ['Mod+B'], group: 2 },
  toggleRightPanel: { menu: 'view', icon: 'panel-right', keys: ['Mod+Alt+B'], group: 2 },
  toggleMiniMap: { menu: 'view', icon: 'map', group: 2, onMap: true },
  toggleHistory: { menu: 'view', icon: 'history', keys: ['Mod+Shift+H'], group: 2 },
  filterCards: { menu: 'view', icon: 'funnel', keys: ['Mod+Shift+F'], group: 2, onMap: true },
  manageLanes: { menu: 'view', icon: 'rows-3', group: 2 },
  toggleFlowWidths: { menu: 'view', icon: 'waypoints', group: 2, onMap: true },
  toggleEmotionCurve: { menu: 'view', icon: 'chart-line', group: 2, onMap: true },
  toggleTheme: { menu: 'view', icon: 'moon', group: 3 },
  toggleLanguage: { menu: 'view', icon: 'languages', group: 3 },
  nextArea: { menu: 'view', keys: ['F6'], group: 4 },
  previousArea: { menu: 'view', keys: ['Shift+F6'], group: 4 },

  showKeys: { menu: 'help', icon: 'keyboard', keys: ['?'] },
} as const satisfies Record<string, Row>;

export type FixedCommandId = keyof typeof ROWS;
export type AddCommandId = `add:${ElementKind}`;
export type CommandId = FixedCommandId | AddCommandId;

const fixed = (Object.entries(ROWS) as [FixedCommandId, Row][]).map(
  ([id, row]): CommandEntry => ({
    group: 0,
    keys: [],
    when: always,
    changes: false,
    onMap: row.menu === 'insert' || row.menu === 'arrange',
    ...row,
    id,
    label: `commands.${id}`,
  }),
);

const adding = ELEMENT_KINDS.map(
  (kind): CommandEntry => ({
    id: `add:${kind}`,
    label: `kinds.${kind}.one`,
    icon: KINDS[kind].icon,
    menu: 'insert',
    group: 0,
    keys: [KINDS[kind].key.toUpperCase()],
    when: always,
    changes: true,
    onMap: true,
  }),
);

/** Every command there is. Menus, toolbar, context menu, command palette and keys all read this one table. */
export const COMMANDS: readonly CommandEntry[] = [...fixed, ...adding];

const byId = new Map(COMMANDS.map((command) => [command.id, command]));

/** Throws a RangeError for an id that is none. */
export function commandById(id: string): CommandEntry {
  const command = byId.get(id as CommandId);
  if (!command) throw new RangeError(`There is no command "${id}"`);
  return command;
}

export function isEnabled(command: CommandEntry, state: CommandState): boolean {
  return command.when(state) && !(command.changes && state.readOnly);
}
