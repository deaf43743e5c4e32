import { titleOf } from '../../../shared/decisions/wording';
import type { Entry, JourneyMap } from '../../../shared/document/schema';
import type { Translate } from '../../../shared/language/translator';

/** What an entry is called in a list: its card, and the persona where it is for one only. */
export function entryName(map: JourneyMap, { element, persona }: Entry, t: Translate): string {
  const title = titleOf(map, element, t);
  const who = persona === null ? '' : (map.elements[persona]?.title ?? '');
  return who ? `${title} · ${who}` : title;
}
