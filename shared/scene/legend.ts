import { isMomentOfTruth } from '../analysis/emotion';
import { createConnection } from '../document/create';
import { type Connection, ELEMENT_KINDS, type ElementKind, type JourneyMap, type MapElement } from '../document/schema';
import type { FigureContext } from '../figures/figure';
import { iconShape } from '../figures/icon';
import type { DisplayList, Font, Primitive } from '../figures/primitives';
import { lineHeight, truncate } from '../figures/text';
import { KINDS } from '../kinds/registry';
import { formatDay } from '../language/format';
import type { MetricOverlay } from '../metrics/overlay';
import { periodLabel } from '../metrics/periods';
import { connectionLine } from './connection-figure';
import { routeConnection } from './route';

const LABEL: Font = { size: 11.5, weight: 500 };
const METRIC: Font = { size: 12.5, weight: 600 };
const SMALL: Font = { size: 11.5, weight: 400 };
const CHIP = 22;
const ICON = 13;
const GAP = 20;
const ROW_HEIGHT = 32;
const SAMPLE_WIDTH = 40;

/** One entry: drawn from (0, 0), in a row `CHIP` high. */
interface Entry {
  width: number;
  primitives: Primitive[];
}

/** What there is to explain. */
export interface LegendFacts {
  /** The elements that can be seen. */
  shown: readonly MapElement[];
  /** Whether the emotion curve is drawn, which marks the moments of truth. */
  curve: boolean;
  overlay: MetricOverlay | null;
}

/**
 * What stands below an exported map: the kinds that it shows, its lines, and the overlay with its scale, period and
 * source. From (0, 0), as wide as told, in map units; null where there is nothing to explain.
 */
export function legend(map: JourneyMap, facts: LegendFacts, width: number, context: FigureContext): DisplayList | null {
  const { shown, overlay, curve } = facts;
  const signs = [
    ...kindEntries(shown, context),
    ...lineEntries(map, shown, context),
    ...(curve ? momentEntry(shown, context) : []),
  ];
  const numbers =
    overlay && shown.some(({ id }) => overlay.elements.has(id)) ? overlayEntries(overlay, width, context) : [];
  if (signs.length + numbers.length === 0) return null;
  const primitives: Primitive[] = [
    { type: 'path', d: `M0 0.5H${Math.round(width)}`, stroke: context.theme.border, strokeWidth: 1 },
  ];
  let y = 16;
  for (const entries of [signs, numbers]) {
    if (entries.length === 0) continue;
    const flowed = flow(entries, y, width);
    primitives.push(...flowed.primitives);
    y = flowed.bottom;
  }
  return { box: { x: 0, y: 0, width, height: y - ROW_HEIGHT + CHIP + 2 }, primitives };
}

/** Entries from left to right, in as many rows as it takes. */
function flow(entries: readonly Entry[], top: number, width: number): { primitives: Primitive[]; bottom: number } {
  const primitives: Primitive[] = [];
  let [x, y] = [0, top];
  for (const entry of entries) {
    if (x > 0 && x + entry.width > width) [x, y] = [0, y + ROW_HEIGHT];
    primitives.push({ type: 'group', x, y, children: entry.primitives });
    x += entry.width + GAP;
  }
  return { primitives, bottom: y + ROW_HEIGHT };
}

/** The heads of the columns name themselves. */
const EXPLAINED: readonly ElementKind[] = ELEMENT_KINDS.filter((kind) => kind !== 'stage');

function kindEntries(shown: readonly MapElement[], context: FigureContext): Entry[] {
  const present = new Set(shown.map((element) => element.kind));
  return EXPLAINED.filter((kind) => present.has(kind)).map((kind) => {
    const { icon, tone } = KINDS[kind];
    const colours = context.theme.tones[tone];
    const inset = (CHIP - ICON) / 2;
    return labelled(context.t(`kinds.${kind}.one`), CHIP, context, [
      { type: 'rect', x: 0, y: 0, width: CHIP, height: CHIP, radius: 6, fill: colours.soft },
      iconShape(icon, inset, inset, ICON, colours.strong),
    ]);
  });
}

function lineEntries(map: JourneyMap, shown: readonly MapElement[], context: FigureContext): Entry[] {
  const ids = new Set(shown.map((element) => element.id));
  const types = new Set<Connection['type']>();
  for (const { type, from, to } of Object.values(map.connections)) if (ids.has(from) && ids.has(to)) types.add(type);
  return (['flow', 'relation'] as const)
    .filter((type) => types.has(type))
    .map((type) => labelled(context.t(`exported.${type}`), SAMPLE_WIDTH, context, sampleLine(type, context)));
}

/** A straight line, drawn as the map draws its own. */
function sampleLine(type: Connection['type'], context: FigureContext): Primitive[] {
  const end = { y: CHIP / 2, width: 0, height: 0 };
  const route = routeConnection({ ...end, x: 0 }, { ...end, x: SAMPLE_WIDTH }, 'right', 'left');
  const sample = createConnection({ id: 'sample', type, from: 'sample', to: 'sample' });
  return connectionLine(sample, undefined, route, context);
}

/** The mark that the emotion curve has at a moment of truth. */
function momentEntry(shown: readonly MapElement[], context: FigureContext): Entry[] {
  if (!shown.some(isMomentOfTruth)) return [];
  const { theme, t } = context;
  const middle = CHIP / 2;
  return [
    labelled(t('kinds.touchpoint.fields.momentOfTruth'), CHIP, context, [
      {
        type: 'path',
        d: 'M0 -9L9 0L0 9L-9 0Z',
        x: middle,
        y: middle,
        fill: theme.surface,
        stroke: theme.accent,
        strokeWidth: 2,
        lineJoin: 'round',
      },
      { type: 'path', d: 'M0 -3.5L3.5 0L0 3.5L-3.5 0Z', x: middle, y: middle, fill: theme.accent },
    ]),
  ];
}

function overlayEntries(overlay: MetricOverlay, width: number, context: FigureContext): Entry[] {
  const { theme, t, language } = context;
  const { metric, source } = overlay;
  const hasTarget = [...overlay.elements.values()].some(({ status }) => status !== 'none');
  const period = overlay.period === '' ? '' : periodLabel(overlay.period, language, { year: true });
  const from =
    source &&
    t('exported.sourceImported', { name: source.name, date: formatDay(source.importedAt.slice(0, 10), language) });
  return [
    plain(metric.title || t('metrics.untitled'), METRIC, theme.text, width, context),
    ...(hasTarget ? [scaleEntry(context)] : []),
    ...(period ? [plain(period, SMALL, theme.muted, width, context)] : []),
    ...(from ? [plain(from, SMALL, theme.muted, width, context)] : []),
  ];
}

const SWATCH = { width: 30, height: 12 };

/** From off target to on target, in the colours of the cards' strips. */
function scaleEntry(context: FigureContext): Entry {
  const { theme, t, measure } = context;
  const [low, high] = [t('exported.offTarget'), t('exported.onTarget')];
  const left = measure(low, SMALL) + 8;
  const right = left + 3 * SWATCH.width;
  const top = (CHIP - SWATCH.height) / 2;
  const swatches = [
    [theme.dangerSoft, theme.danger],
    [theme.warningSoft, theme.warning],
    [theme.goodSoft, theme.good],
  ] as const;
  return {
    width: right + 8 + measure(high, SMALL),
    primitives: [
      text(low, 0, SMALL, theme.muted),
      ...swatches.flatMap(([soft, strong], index): Primitive[] => [
        {
          type: 'rect',
          x: left + index * SWATCH.width,
          y: top,
          width: SWATCH.width,
          height: SWATCH.height,
          fill: soft,
        },
        {
          type: 'rect',
          x: left + index * SWATCH.width,
          y: top + SWATCH.height - 3,
          width: SWATCH.width,
          height: 3,
          fill: strong,
        },
      ]),
      text(high, right + 8, SMALL, theme.muted),
    ],
  };
}

function labelled(label: string, signWidth: number, context: FigureContext, sign: Primitive[]): Entry {
  const left = signWidth + 8;
  return {
    width: left + context.measure(label, LABEL),
    primitives: [...sign, text(label, left, LABEL, context.theme.text)],
  };
}

function plain(label: string, font: Font, fill: string, most: number, { measure }: FigureContext): Entry {
  const line = truncate(label, font, most, measure);
  return { width: measure(line, font), primitives: [text(line, 0, font, fill)] };
}

/** On the middle of the row. */
const text = (label: string, x: number, font: Font, fill: string): Primitive => ({
  type: 'text',
  text: label,
  x,
  y: CHIP / 2 + lineHeight(font) * 0.265,
  font,
  fill,
});
