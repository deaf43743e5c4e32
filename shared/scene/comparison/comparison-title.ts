import { CHANGE_TYPES, type Comparison } from '../../comparison/changes';
import { countChanges } from '../../comparison/difference';
import type { JourneyMap } from '../../document/schema';
import type { FigureContext } from '../../figures/figure';
import type { DisplayList, Font, Primitive } from '../../figures/primitives';
import { ascent, lineHeight, truncate, wrapText } from '../../figures/text';
import { formatDay } from '../../language/format';
import type { SideInfo } from './comparison-request';
import { changeColours, MARK_HEIGHT, signFigure } from './marks';

const TITLE: Font = { size: 24, weight: 700 };
const SIDE: Font = { size: 13, weight: 600 };
const FACTS: Font = { size: 12.5, weight: 400 };
const ENTRY: Font = { size: 12, weight: 500 };
const SAMPLE = { width: 34, height: 18 };
const GAP = 22;

/** Both maps' names and days. */
export interface Sides {
  before: SideInfo;
  after: SideInfo;
}

/**
 * What stands above an exported comparison: what was compared with what, from when both are, and what the signs and
 * colours mean with how often each occurs. From (0, 0), as wide as told, in map units.
 */
export function comparisonTitle(
  comparison: Comparison,
  shown: Pick<Comparison, 'changes'>,
  sides: Sides,
  width: number,
  context: FigureContext,
): DisplayList {
  const { theme, t, measure } = context;
  const primitives: Primitive[] = [];
  let y = 0;
  const title = comparison.after.title || t('exported.untitled');
  for (const line of wrapText(t('comparison.report.title', { title }), TITLE, width, measure, 2)) {
    primitives.push({ type: 'text', text: line, x: 0, y: y + ascent(TITLE) - 2, font: TITLE, fill: theme.text });
    y += lineHeight(TITLE);
  }
  y += 4;
  const heads = (['before', 'after'] as const).map((side) => t(`comparison.report.${side}`));
  const left = Math.max(...heads.map((head) => measure(head, SIDE))) + 16;
  (['before', 'after'] as const).forEach((side, index) => {
    const baseline = y + ascent(SIDE);
    primitives.push({
      type: 'text',
      text: heads[index] ?? '',
      x: 0,
      y: baseline,
      font: SIDE,
      fill: theme.muted,
    });
    const facts = truncate(sideText(comparison[side], sides[side], context), FACTS, width - left, measure);
    primitives.push({ type: 'text', text: facts, x: left, y: baseline, font: FACTS, fill: theme.text });
    y += lineHeight(SIDE) + 3;
  });
  y += 12;
  const legend = legendRow(shown, width, context);
  primitives.push({ type: 'group', x: 0, y, children: legend.primitives });
  y = Math.round(y + legend.height + 14);
  primitives.push({ type: 'path', d: `M0 ${y}H${Math.round(width)}`, stroke: theme.border, strokeWidth: 1 });
  return { box: { x: 0, y: 0, width, height: y }, primitives };
}

/** `Version 3 · Workshop · 21 Nov 2026 · As-is`. */
function sideText(map: JourneyMap, { name, date }: SideInfo, { t, language }: FigureContext): string {
  const day = (date ?? map.revisedOn)?.slice(0, 10);
  return [name, day ? formatDay(day, language) : '', t(`options.perspective.${map.perspective}`)]
    .filter(Boolean)
    .join(' · ');
}

/** The five signs with their counts, then what ghosts and faint cards are. */
function legendRow(shown: Pick<Comparison, 'changes'>, width: number, context: FigureContext) {
  const { theme, t, measure } = context;
  const counts = countChanges(shown);
  const entries = [
    ...CHANGE_TYPES.map((type) => ({
      sign: signFigure(type, 0, 0, context),
      wide: MARK_HEIGHT,
      text: t(`comparison.counts.${type}`, { count: counts[type] }),
    })),
    { sign: sample(theme.danger, true), wide: SAMPLE.width, text: t('comparison.list.ghost') },
    {
      sign: sample(changeColours('moved', theme).strong, true),
      wide: SAMPLE.width,
      text: t('comparison.list.former'),
    },
    { sign: sample(theme.border, false), wide: SAMPLE.width, text: t('comparison.list.unchanged') },
  ];
  const primitives: Primitive[] = [];
  let [x, y] = [0, 0];
  for (const { sign, wide, text } of entries) {
    const needed = wide + 7 + measure(text, ENTRY);
    if (x > 0 && x + needed > width) [x, y] = [0, y + MARK_HEIGHT + 8];
    primitives.push({ type: 'group', x, y, children: sign });
    primitives.push({
      type: 'text',
      text,
      x: x + wide + 7,
      y: y + MARK_HEIGHT / 2 + 4.2,
      font: ENTRY,
      fill: theme.text,
    });
    x += needed + GAP;
  }
  return { primitives, height: y + MARK_HEIGHT };
}

const sample = (stroke: string, dashed: boolean): Primitive[] => [
  { type: 'rect', x: 0, y: 0, ...SAMPLE, radius: 5, stroke, strokeWidth: 1.4, ...(dashed && { dash: [5, 4] }) },
];
