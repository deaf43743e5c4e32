import type { JourneyMap } from '../../../shared/document/schema';
import type { Translate } from '../../../shared/language/translator';
import type { Target } from '../../../shared/metrics/recipe';

/** What a name in a file stands for, in words; with its place where several are called the same. */
export function targetText(target: Target, map: JourneyMap, t: Translate, { place = false } = {}): string {
  const titleOf = (id: string) => map.elements[id]?.title || t('metricsView.untitledCard');
  if (target.type === 'map') return t('metricsView.wholeMap');
  if (target.type === 'connection') {
    const connection = map.connections[target.id];
    return connection ? `${titleOf(connection.from)} → ${titleOf(connection.to)}` : '';
  }
  const element = map.elements[target.id];
  if (!place || !element) return titleOf(target.id);
  const stage = element.stage ? titleOf(element.stage) : t('lanes.waiting');
  return [titleOf(target.id), t(`kinds.${element.kind}.one`), stage].join(' · ');
}
