import type { JourneyMap } from '../../../shared/document/schema';
import { formatDay } from '../../../shared/language/format';
import type { Language, Translate } from '../../../shared/language/translator';
import type { SideInfo } from '../../../shared/scene/comparison/comparison-request';
import { formatMoment } from '../../dialogs/files/format-entry';
import { mapOfSide } from '../../store/comparison';
import { isUnsaved } from '../../store/history';
import type { ComparedSide, EditorState } from '../../store/state';

export interface SideText {
  name: string;
  /** From when it is, and what it shows. */
  facts: string;
}

/** What a side is called; a side that has no map (nothing saved yet) by its name alone. */
export function sideText(state: EditorState, side: ComparedSide, t: Translate, language: Language): SideText {
  const map = mapOfSide(state, side);
  const shows = map ? t(`options.perspective.${map.perspective}`) : '';
  const facts = [whenText(state, side, map, t, language), shows].filter(Boolean).join(' · ');
  return { name: sideName(side, t), facts };
}

export function sideName(side: ComparedSide, t: Translate): string {
  switch (side.from) {
    case 'now':
      return t('compare.now');
    case 'saved':
      return t('compare.saved');
    case 'version': {
      const number = t('history.versions.number', { number: side.version.number });
      return side.version.label ? `${number} · ${side.version.label}` : number;
    }
    case 'file':
      return side.name;
    case 'draft':
      return t('compare.lost');
  }
}

function whenText(
  state: EditorState,
  side: ComparedSide,
  map: JourneyMap | null,
  t: Translate,
  language: Language,
): string {
  if (side.from === 'now') {
    if (isUnsaved(state)) return t('compare.nowUnsaved');
    return state.file ? t('compare.nowSaved') : t('compare.nowNowhere');
  }
  if (side.from === 'version') return formatMoment(side.version.savedAt, language);
  if (side.from === 'draft') return formatMoment(side.draft.savedAt, language);
  return map?.revisedOn ? formatDay(map.revisedOn, language) : '';
}

/** What an export says of a side. */
export function sideInfo(side: ComparedSide, map: JourneyMap, t: Translate, now = new Date()): SideInfo {
  const date =
    side.from === 'version'
      ? side.version.savedAt
      : side.from === 'draft'
        ? side.draft.savedAt
        : side.from === 'now'
          ? localDay(now)
          : map.revisedOn;
  return { name: sideName(side, t), date };
}

const localDay = (now: Date) =>
  [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
