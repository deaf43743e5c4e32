import type { Language, Translate } from '../language/translator';
import { formatNumber } from '../metrics/format';
import type { Conflict } from './conflicts';
import { fieldChanges } from './field-changes';
import type { MergeResult } from './merge';
import { type Fields, recordAt, sameValue } from './records';
import type { Repair } from './repair';
import { fieldLines, orderText, placeText, subjectText } from './texts';
import { excerpts, fieldName, isWordless, type Names, nameIn, valueText } from './values';

export interface ConflictTexts {
  /** What it is about: `Pain point “Price unclear”: Severity`. */
  subject: string;
  /** Why it is asked. */
  reason: string;
  ours: string;
  theirs: string;
}

/** A conflict in words, with what each side wants. */
export function conflictTexts(
  conflict: Conflict,
  result: MergeResult,
  t: Translate,
  language: Language,
): ConflictTexts {
  const names = namesOf(result, t, language);
  const { collection, record, field, item, type } = conflict;
  const { base, ours, theirs } = result.inputs;
  const shown = { ...conflict, ...toTellApart(conflict) };
  const found = [ours, theirs, base].map((map) => recordAt(map, collection, record)).find((one) => one !== undefined);
  const known = found ?? {};
  const thing = subjectText(collection, record, known, names);
  const named = { subject: thing, field: fieldName(collection, field, known, t), item: item ?? '' };
  const subject =
    type !== 'field' || field === 'record'
      ? thing
      : t(item === null ? 'comparison.merge.field' : 'comparison.merge.item', named);
  return {
    subject,
    reason: t(`comparison.merge.types.${type}`),
    ours: sideText(shown, 'ours', known, result, names),
    theirs: sideText(shown, 'theirs', known, result, names),
  };
}

/** A repair in words. */
export function repairText(repair: Repair, result: MergeResult, t: Translate, language: Language): string {
  const subject = subjectText(repair.collection, repair.record, repair.was, namesOf(result, t, language));
  return t(`comparison.merge.repairs.${repair.type}`, { subject });
}

function namesOf({ inputs, map }: MergeResult, t: Translate, language: Language): Names {
  return { maps: [map, inputs.ours, inputs.theirs, inputs.base], t, language };
}

/** Texts of both sides, long ones from where they part: cut at the same place they would look the same. */
function toTellApart({ ours, theirs, field, collection }: Conflict): { ours?: unknown; theirs?: unknown } {
  if (typeof ours === 'string' && typeof theirs === 'string' && !isWordless(collection, field)) {
    const [mine, other] = excerpts(ours, theirs);
    return { ours: mine, theirs: other };
  }
  const [mine, other] = [labelOf(ours), labelOf(theirs)];
  if (mine === null || other === null) return {};
  const [short, otherShort] = excerpts(mine, other);
  return { ours: { ...(ours as Fields), label: short }, theirs: { ...(theirs as Fields), label: otherShort } };
}

const labelOf = (value: unknown): string | null =>
  typeof value === 'object' && value !== null && 'label' in value && typeof value.label === 'string'
    ? value.label
    : null;

function sideText(
  conflict: Conflict,
  side: 'ours' | 'theirs',
  known: Fields,
  result: MergeResult,
  names: Names,
): string {
  const { t, language } = names;
  const { collection, record, field, item } = conflict;
  const value = conflict[side];
  if (field === 'record') {
    if (value === undefined) return t('comparison.merge.deleted');
    return t('comparison.merge.kept', { what: editsText(conflict, value as Fields, side, result, t, language) });
  }
  if (field === 'place') return placeOnSide(conflict, value as Fields, names);
  if (field === 'ends') {
    const { from, to } = value as Fields;
    return `${nameIn(names, 'elements', String(from))} → ${nameIn(names, 'elements', String(to))}`;
  }
  if (field === 'order') return orderText(collection, record, result.inputs[side], names);
  if (item === null) return valueText(collection, record, known, field, value, names);
  if (value === undefined) return t('comparison.merge.removed');
  const { value: number, label } = value as Fields;
  return valueText(collection, record, known, field === 'points' ? 'value' : 'label', number ?? label ?? value, names);
}

/** Where a side has put a card; where both have it in one cell, how far they moved it, or where in the cell it is. */
function placeOnSide({ base, ours, theirs }: Conflict, at: Fields, names: Names): string {
  const { t, language } = names;
  const place = placeText(at, names);
  const isOneCell = (one: unknown, other: unknown) =>
    CELL.every((name) => sameValue(part(one, name), part(other, name)));
  if (!isOneCell(ours, theirs)) return place;
  const length = (value: number) => formatNumber(Math.abs(Math.round(value)), 0, language);
  const [x, y] = [Number(at.x), Number(at.y)];
  if (!base || !isOneCell(base, at)) {
    return t('comparison.merge.place.at', { place, x: length(x), y: length(y) });
  }
  const right = x - Number(part(base, 'x'));
  const down = y - Number(part(base, 'y'));
  const ways = [
    ...(right === 0 ? [] : [t(`comparison.merge.place.${right > 0 ? 'right' : 'left'}`, { by: length(right) })]),
    ...(down === 0 ? [] : [t(`comparison.merge.place.${down > 0 ? 'down' : 'up'}`, { by: length(down) })]),
  ];
  return t('comparison.merge.place.moved', { place, ways: ways.join(', ') });
}

const CELL = ['stage', 'lane'] as const;
const part = (place: unknown, name: string): unknown => (place as Fields | undefined)?.[name];

/** What a side did to a record that the other one deleted. */
function editsText(
  { collection, record, base }: Conflict,
  value: Fields,
  side: 'ours' | 'theirs',
  { inputs }: MergeResult,
  t: Translate,
  language: Language,
): string {
  const before = (base as Fields | undefined) ?? null;
  const maps = { before: inputs.base, after: inputs[side] };
  const fields = before ? fieldChanges(collection, record, maps, before, value) : [];
  const lines = fieldLines(collection, record, { before, after: value, fields }, maps, t, language);
  return lines.join('; ') || t('comparison.merge.unchanged');
}
