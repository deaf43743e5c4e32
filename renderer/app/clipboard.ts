import { dropUnusedPictures, placeCards } from '../../shared/commands/cards';
import type { JourneyMap } from '../../shared/document/schema';
import { type CardsClipboard, parseCards, pasteCards, serialiseCards } from '../../shared/interchange/cards-clipboard';
import { titlesFromLines } from '../../shared/interchange/lines';
import { placeAt } from '../../shared/scene/layout';
import { editor } from '../store/editor';
import { change } from '../store/history';
import { currentPicture } from '../store/picture';
import { selectedElements } from '../store/selection';
import { texts } from '../store/texts';
import { tell } from '../store/toasts';
import { showsSelection, showView } from '../store/view';
import { addHere, addLines } from './add';
import { deleteSelected } from './delete';
import { isPicture, putPicture } from './pictures';

/** Cards as such, for other maps and windows; other programs get the titles as plain text. */
const CARDS_TYPE = 'application/x-periplo-cards';

/** What was copied last here: browsers do not let a menu read anything but text from the clipboard. */
let lastCopied: { titles: string; cards: string } | null = null;
/** How often the same cards were pasted: each time a little further away. */
let pastes = 0;

function selectedAsText(): { titles: string; cards: string } | null {
  const state = editor.getState();
  const elements = selectedElements(state);
  if (elements.length === 0) return null;
  const { layout } = currentPicture();
  const cards = serialiseCards(
    state.map,
    elements.map((element) => element.id),
    (id) => layout.cards.get(id) ?? layout.heads.get(id) ?? null,
  );
  return { titles: elements.map((element) => element.title).join('\n'), cards };
}

/** Copies by the browser's own event, which needs no permission. */
const copyByEvent = (name: 'copy' | 'cut') => document.execCommand(name);

export const copySelection = async (): Promise<void> => void copyByEvent('copy');
export const cutSelection = async (): Promise<void> => void copyByEvent('cut');

/** Pastes for a menu, where there is no event of the clipboard. */
export async function pasteFromClipboard(): Promise<void> {
  try {
    pasteText(await navigator.clipboard.readText());
  } catch {
    if (lastCopied) pasteText(lastCopied.titles);
    else tell('danger', texts()('canvas.clipboardRefused'));
  }
}

function pasteText(text: string): void {
  const cards =
    lastCopied && text.trim() === lastCopied.titles.trim() ? parseCards(lastCopied.cards) : parseCards(text);
  if (cards) {
    pasteTheCards(cards);
    return;
  }
  const titles = titlesFromLines(text);
  if (titles.length === 0) {
    tell('info', texts()('canvas.nothingToPaste'));
    return;
  }
  addLines(titles);
  tell('info', texts()('canvas.pasted', { count: titles.length }));
}

function pasteTheCards(clipboard: CardsClipboard): void {
  pastes++;
  const offset = 24 * pastes;
  const { map } = editor.getState();
  const { layout, figures } = currentPicture();
  const pasted = pasteCards(clipboard, map);
  change(
    texts()('steps.paste'),
    (draft: JourneyMap) => {
      Object.assign(draft.pictures, pasted.pictures);
      for (const element of pasted.elements) draft.elements[element.id] = element;
      for (const connection of pasted.connections) draft.connections[connection.id] = connection;
      const places = pasted.elements.flatMap((element) => {
        const at = pasted.positions.get(element.id);
        if (!at || element.kind === 'stage' || element.stage !== null || element.lane !== null) return [];
        return [[element.id, placeAt(layout, { x: at.x + offset, y: at.y + offset, ...figures.of(element) })] as const];
      });
      placeCards(draft, places);
      const inCells = pasted.elements.filter((element) => element.stage !== null || element.lane !== null);
      placeCards(
        draft,
        inCells.map(({ id, stage, lane, x, y }) => [id, { stage, lane, x: x + offset, y: y + offset }]),
      );
      dropUnusedPictures(draft);
    },
    { select: pasted.elements.map((element) => element.id) },
  );
}

/** Listens to the clipboard's events; gives a function that ends the listening. */
export function listenToClipboard(): () => void {
  const busy = (event: Event) => {
    const { target } = event;
    const inField = target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
    return inField || editor.getState().dialog !== null || !window.getSelection()?.isCollapsed;
  };
  const copy = (event: ClipboardEvent) => {
    const text = busy(event) || !showsSelection(editor.getState()) ? null : selectedAsText();
    if (!text || !event.clipboardData) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', text.titles);
    event.clipboardData.setData(CARDS_TYPE, text.cards);
    lastCopied = text;
    pastes = 0;
    if (event.type === 'cut') {
      pastes = -1;
      deleteSelected();
    }
  };
  const paste = (event: ClipboardEvent) => {
    const data = event.clipboardData;
    if (busy(event) || !data || editor.getState().readOnly) return;
    event.preventDefault();
    showView('map');
    const picture = [...data.files].find(isPicture);
    if (picture) return pastePicture(picture);
    const cards = parseCards(data.getData(CARDS_TYPE));
    if (cards) pasteTheCards(cards);
    else pasteText(data.getData('text/plain'));
  };
  document.addEventListener('copy', copy);
  document.addEventListener('cut', copy);
  document.addEventListener('paste', paste);
  return () => {
    document.removeEventListener('copy', copy);
    document.removeEventListener('cut', copy);
    document.removeEventListener('paste', paste);
  };
}

/** A picture goes onto the selected cards; without any, onto a new note. */
function pastePicture(file: File): void {
  const selected = selectedElements(editor.getState()).filter((element) => element.kind !== 'stage');
  if (selected.length === 0) addHere('note');
  void putPicture(selected.length ? selected.map((card) => card.id) : editor.getState().selection, file);
}
