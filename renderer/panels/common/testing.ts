import { addCard } from '../../../shared/commands/cards';
import { connect } from '../../../shared/commands/connections';
import { lanesOf, stagesOf } from '../../../shared/document/create';
import type { ElementKind, JourneyMap, MapElement } from '../../../shared/document/schema';
import { mapFromModel } from '../../../shared/document/templates';
import type { Box } from '../../../shared/figures/primitives';
import { type CanvasPort, provideCanvas } from '../../app/canvas-port';
import { editor, initialState } from '../../store/editor';
import { showMap } from '../../store/history';
import { setMeasure } from '../../store/measure';

/** For tests of panels: a map in the editor, as a user would have it, and what the canvas was asked to show. */

export interface Stage {
  map: () => JourneyMap;
  /** The id of the card with a title. */
  id: (title: string) => string;
  /** How many steps can be undone. */
  steps: () => number;
  shown: Box[];
}

type Card = [kind: Exclude<ElementKind, 'stage'>, title: string, values?: Partial<MapElement>];

/** Opens a map of three stages with cards in the first one, each connected to the next where `joined`. */
export function openTestMap(cards: readonly Card[], joined = false): Stage {
  setMeasure((text, font) => text.length * font.size * 0.55);
  const map = mapFromModel('three-phases', 'en', 'Test map');
  const [stage] = stagesOf(map);
  const ids = cards.map(([kind, title, values], index) => {
    const lane = lanesOf(map).find((candidate) => (candidate.kinds as string[]).includes(kind));
    const place = { stage: stage?.id ?? null, lane: lane?.id ?? null, x: 10, y: 10 + index * 60 };
    return addCard(map, kind, place, { title, ...values });
  });
  for (const [index, id] of ids.entries()) if (joined && index > 0) connect(map, ids[index - 1] ?? '', id);
  editor.setState(initialState, true);
  showMap(map);
  const shown: Box[] = [];
  provideCanvas(recordingCanvas(shown));
  return {
    map: () => editor.getState().map,
    id: (title) => Object.values(editor.getState().map.elements).find((element) => element.title === title)?.id ?? '',
    steps: () => editor.getState().past.length,
    shown,
  };
}

function recordingCanvas(shown: Box[]): CanvasPort {
  return {
    zoomBy() {},
    zoomTo() {},
    pan() {},
    fit() {},
    fitStart() {},
    show(box) {
      shown.push(box);
    },
    frame(box) {
      shown.push(box);
    },
    view: () => ({ x: 0, y: 0, width: 1000, height: 600 }),
    toMap: (point) => point,
    focus() {},
  };
}
