import type { Connection, JourneyMap, MapElement } from '../../shared/document/schema';
import type { FigureContext } from '../../shared/figures/figure';
import type { Translate } from '../../shared/language/translator';
import { labelText } from '../../shared/scene/connection-figure';

/**
 * The names that a screen reader says. Records are immutable, so a name is remembered with its record: without that,
 * every frame of a drag would look up the texts of the whole map.
 */
const cards = new WeakMap<MapElement, { t: Translate; name: string }>();
const ways = new WeakMap<Connection, { t: Translate; from?: MapElement; to?: MapElement; name: string }>();

export function cardName(element: MapElement, t: Translate): string {
  const known = cards.get(element);
  if (known?.t === t) return known.name;
  const title = element.title || t('canvas.untitled');
  const name = t('canvas.card', { kind: t(`kinds.${element.kind}.one`), title });
  cards.set(element, { t, name });
  return name;
}

export function connectionName(
  connection: Connection,
  { elements }: JourneyMap,
  t: Translate,
  context: FigureContext,
): string {
  const from = elements[connection.from];
  const to = elements[connection.to];
  const known = ways.get(connection);
  if (known?.t === t && known.from === from && known.to === to) return known.name;
  const untitled = t('canvas.untitled');
  const way = t('canvas.connection', { from: from?.title || untitled, to: to?.title || untitled });
  const name = [way, labelText(connection, context)].filter(Boolean).join(', ');
  ways.set(connection, { t, from, to, name });
  return name;
}
