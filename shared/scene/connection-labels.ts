import type { JourneyMap } from '../document/schema';
import { labelSizes } from './connection-figure';
import type { ConnectionValue } from './connection-values';
import type { Figures } from './figures';
import { exitPill, flowFactsOf } from './flow-facts';
import { diamondBoxes, type LabelPlace, placeLabels, type WantedLabel } from './label-places';
import type { MapLayout } from './layout';
import { routeConnection } from './route';

const NO_PLACES: ReadonlyMap<string, LabelPlace> = new Map();

/**
 * Where the labels of a map's connections stand, by connection: the canvas and exports ask here, so that they agree.
 * `values` are the measured values that labels show; `shows` tells which cards are in the picture.
 */
export function labelPlacesOf(
  map: JourneyMap,
  layout: MapLayout,
  figures: Figures,
  values: ReadonlyMap<string, ConnectionValue>,
  shows: (id: string) => boolean = () => true,
): ReadonlyMap<string, LabelPlace> {
  const { context } = figures;
  const flows = flowFactsOf(map);
  const wanted = Object.values(map.connections).flatMap((connection): WantedLabel[] => {
    const { id, from, to, fromSide, toSide } = connection;
    const [start, end] = [layout.cards.get(from), layout.cards.get(to)];
    if (!start || !end || !shows(from) || !shows(to)) return [];
    const shapes = labelSizes(connection, context, values.get(id) ?? null, flows.ways.get(id) ?? null);
    return shapes.length > 0 ? [{ id, route: routeConnection(start, end, fromSide, toSide), shapes }] : [];
  });
  if (wanted.length === 0) return NO_PLACES;
  const cards = [...layout.cards].flatMap(([id, box]) => {
    const card = map.elements[id];
    if (!card || !shows(id)) return [];
    const exit = flows.exits.get(id);
    const shape = card.kind === 'decision' ? diamondBoxes(box, figures.of(card).strip) : [box];
    return exit === undefined ? shape : [...shape, exitPill(box, exit, context).box];
  });
  return placeLabels(wanted, cards);
}
