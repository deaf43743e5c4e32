import type { Alignment, Axis } from '../../shared/commands/arrange';
import { align, distribute } from '../../shared/commands/arrange';
import { bringToFront, moveStage, placeCards, sendToBack, setPicture } from '../../shared/commands/cards';
import { connect } from '../../shared/commands/connections';
import { addLane } from '../../shared/commands/lanes';
import {
  type AddCommandId,
  type CommandId,
  commandById,
  type FixedCommandId,
  isEnabled,
} from '../../shared/commands/table';
import { tidy } from '../../shared/commands/tidy';
import { stagesOf } from '../../shared/document/create';
import type { ElementKind } from '../../shared/document/schema';
import { enclose } from '../../shared/scene/layout';
import { comparisonOf } from '../store/comparison';
import { editor } from '../store/editor';
import { change, redo, undo } from '../store/history';
import { currentPicture, languageOf, themeOf } from '../store/picture';
import { select, selectedCards, selectedElements } from '../store/selection';
import type { DialogName } from '../store/state';
import { texts } from '../store/texts';
import { showView } from '../store/view';
import { present } from '../workshop/presenting';
import { togglePanel } from '../workshop/workshop-state';
import { addHere, duplicateSelection } from './add';
import { goToArea } from './areas';
import { canvas, zoomed } from './canvas-port';
import { copySelection, cutSelection, pasteFromClipboard } from './clipboard';
import { commandStateOf } from './command-state';
import { copyPng, copySvg } from './copy-picture';
import { deleteSelected } from './delete';
import { openMap, save, saveAs } from './files';
import { openLibrary } from './library';
import { pickPicture } from './pictures';
import { setPreferences } from './preferences';
import { printMap } from './print';
import { stepThroughCards } from './reading-order';
import { offerRecovery } from './recovery';

const open = (dialog: DialogName) => editor.setState({ dialog });
const label = (id: FixedCommandId) => texts()(`commands.${id}`);
const cardIds = () => selectedCards(editor.getState()).map((card) => card.id);
const toggle = <Value>(now: Value, one: Value, other: Value) => (now === one ? other : one);

function alignTo(id: FixedCommandId, how: Alignment): void {
  const ids = cardIds();
  const { layout } = currentPicture();
  change(label(id), (draft) => placeCards(draft, align(layout, ids, how)));
}

function distributeAlong(id: FixedCommandId, axis: Axis): void {
  const ids = cardIds();
  const { layout } = currentPicture();
  change(label(id), (draft) => placeCards(draft, distribute(layout, ids, axis)));
}

function moveSelectedStage(by: -1 | 1): void {
  const state = editor.getState();
  const stage = selectedElements(state).find((element) => element.kind === 'stage');
  const stages = stagesOf(state.map);
  const at = stages.findIndex((candidate) => candidate.id === stage?.id);
  if (!stage || at < 0 || (by < 0 ? at === 0 : at === stages.length - 1)) return;
  const before = stages[by < 0 ? at - 1 : at + 2]?.id ?? null;
  change(texts()('steps.stages'), (draft) => moveStage(draft, stage.id, before));
}

function connectInOrder(): void {
  const ids = cardIds();
  change(label('connectSelection'), (draft) => {
    for (const [index, id] of ids.entries()) {
      const next = ids[index + 1];
      if (next) connect(draft, id, next);
    }
  });
}

function startRename(): void {
  const state = editor.getState();
  const [id] = state.selection;
  if (!id) return;
  if (state.map.elements[id]) editor.setState({ editing: { id, what: 'title' } });
  else if (state.map.connections[id]) editor.setState({ editing: { id, what: 'label' } });
}

function selectKind(): void {
  const state = editor.getState();
  const kinds = new Set(selectedElements(state).map((element) => element.kind));
  select(
    Object.values(state.map.elements)
      .filter((element) => kinds.has(element.kind))
      .map((element) => element.id),
  );
}

/** What is in sight leaves as a file: two maps that are compared, else the map. */
function exportShown(): void {
  const state = editor.getState();
  const compares = state.view === 'compare' && comparisonOf(state) !== null;
  open(compares ? { name: 'exportComparison' } : { name: 'export', selection: null });
}

/** What every command does. The compiler keeps it complete; all that a command is called and when it may run stands in the table. */
const RUN: Record<FixedCommandId, () => void> = {
  newMap: () => open({ name: 'newMap' }),
  openMap: () => void openMap(),
  recoverMaps: () => void offerRecovery(),
  save: () => void save(),
  saveAs: () => void saveAs(),
  saveTemplate: () => open({ name: 'saveTemplate' }),
  saveVersion: () => open({ name: 'saveVersion' }),
  importNumbers: () => open({ name: 'importNumbers', file: null, source: null }),
  exportMap: exportShown,
  printMap: () => void printMap(),
  mapProperties: () => open({ name: 'mapProperties' }),
  preferences: () => open({ name: 'preferences' }),
  undo,
  redo,
  cut: () => void cutSelection(),
  copy: () => void copySelection(),
  paste: () => void pasteFromClipboard(),
  duplicate: duplicateSelection,
  deleteSelection: deleteSelected,
  copyPicture: () => void copyPng(),
  copyVectorPicture: () => void copySvg(),
  addPicture: () => void pickPicture(),
  removePicture: () => {
    const ids = cardIds();
    change(label('removePicture'), (draft) => setPicture(draft, ids, null));
  },
  selectAll: () => select([...currentPicture().layout.cards.keys()]),
  selectSameKind: selectKind,
  nextCard: () => stepThroughCards(1),
  previousCard: () => stepThroughCards(-1),
  rename: startRename,
  find: () => editor.setState({ findOpen: true }),
  commandPalette: () => open({ name: 'commandPalette' }),
  openLibrary,
  addMetric: () => open({ name: 'addMetric', element: selectedElements(editor.getState())[0]?.id ?? null }),
  addLane: () => {
    const id = change(texts()('steps.lanes'), (draft) => addLane(draft, null, { title: texts()('lanes.unnamed') }));
    if (id) editor.setState({ editing: { id, what: 'lane' } });
  },
  connectSelection: connectInOrder,
  tidy: () => {
    const { figures } = currentPicture();
    change(label('tidy'), (draft) =>
      tidy(draft, (element) => figures.of(editor.getState().map.elements[element.id] ?? element)),
    );
  },
  alignLeft: () => alignTo('alignLeft', 'left'),
  alignCentre: () => alignTo('alignCentre', 'centre'),
  alignRight: () => alignTo('alignRight', 'right'),
  alignTop: () => alignTo('alignTop', 'top'),
  alignMiddle: () => alignTo('alignMiddle', 'middle'),
  alignBottom: () => alignTo('alignBottom', 'bottom'),
  distributeHorizontally: () => distributeAlong('distributeHorizontally', 'horizontal'),
  distributeVertically: () => distributeAlong('distributeVertically', 'vertical'),
  bringToFront: () => {
    const ids = cardIds();
    change(label('bringToFront'), (draft) => bringToFront(draft, ids));
  },
  sendToBack: () => {
    const ids = cardIds();
    change(label('sendToBack'), (draft) => sendToBack(draft, ids));
  },
  moveEarlier: () => moveSelectedStage(-1),
  moveLater: () => moveSelectedStage(1),
  showMap: () => showView('map'),
  showDecisions: () => showView('decisions'),
  showMetrics: () => showView('metrics'),
  showIdeas: () => showView('ideas'),
  showCompare: () => {
    // The list of changes stands where the history does.
    editor.setState({ historyOpen: false });
    showView('compare');
  },
  present: () => present(),
  toggleWorkshop: () => togglePanel('session'),
  toggleComments: () => togglePanel('comments'),
  zoomIn: () => zoomed().zoomBy(1.25),
  zoomOut: () => zoomed().zoomBy(0.8),
  zoomToFull: () => zoomed().zoomTo(1),
  fitMap: () => zoomed().fit(),
  fitSelection: () => {
    const { layout } = currentPicture();
    const boxes = editor.getState().selection.map((id) => layout.cards.get(id) ?? layout.heads.get(id));
    canvas().show(enclose(boxes.filter((box) => box !== undefined)));
  },
  toggleLeftPanel: () => setPreferences((now) => ({ leftPanel: !now.leftPanel })),
  toggleRightPanel: () => setPreferences((now) => ({ rightPanel: !now.rightPanel })),
  toggleMiniMap: () => setPreferences((now) => ({ miniMap: !now.miniMap })),
  toggleHistory: () => editor.setState(({ historyOpen }) => ({ historyOpen: !historyOpen })),
  filterCards: () => editor.setState(({ filterOpen }) => ({ filterOpen: !filterOpen })),
  manageLanes: () => open({ name: 'lanes' }),
  toggleFlowWidths: () => setPreferences((now) => ({ flowWidths: !now.flowWidths })),
  toggleEmotionCurve: () => setPreferences((now) => ({ emotionCurve: toggle(now.emotionCurve, 'stages', 'points') })),
  toggleTheme: () => {
    const theme = themeOf(editor.getState());
    setPreferences(() => ({ theme: toggle(theme, 'light', 'dark') }));
  },
  nextArea: () => goToArea(1),
  previousArea: () => goToArea(-1),
  toggleLanguage: () => {
    const language = languageOf(editor.getState());
    setPreferences(() => ({ language: toggle(language, 'en', 'es') }));
  },
  showKeys: () => open({ name: 'keys' }),
};

const isAdding = (id: CommandId): id is AddCommandId => id.startsWith('add:');

/** Runs a command where it can be used now; false: it can't. */
export function runCommand(id: CommandId): boolean {
  const command = commandById(id);
  if (!isEnabled(command, commandStateOf(editor.getState()))) return false;
  if (command.onMap) showView('map');
  if (isAdding(id)) addHere(id.slice('add:'.length) as ElementKind);
  else RUN[id]();
  return true;
}
