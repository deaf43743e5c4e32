import { isMomentOfTruth } from '../analysis/emotion';
import { createConnection } from '../document/create';
import { type Connection, ELEMENT_KINDS, type ElementKind, type JourneyMap, type MapElement } from '../document/schema';
import type { FigureContext } from '../figures/figure';
import { iconShape } from '../figures/icon';
import type { DisplayList, Primitive } from '../figures/primitives';
import { KINDS } from '../kinds/registry';
import { connectionLine } from './connection-figure';
import { CHIP, type Entry, flow, labelled, ROW_HEIGHT } from './legend-entries';
import { overlayRows } from './overlay-legend';
import type { OverlayScene } from './overlay-scene';
import { routeConnection } from './route';

const ICON = 13;
const SAMPLE_WIDTH = 40;

/** What there is to explain. */
export interface LegendFacts {
  /** The elements that can be seen. */
  shown: readonly MapElement[];
  /** Whether the emotion curve is drawn, which marks the moments of truth. */
  curve: boolean;
  overlay: OverlayScene | null;
  /** Only these elements are shown; null: the whole map. */
  selection: ReadonlySet<string> | null;
}

/**
 * What stands below an exported map: the kinds that it shows, its lines, and the overlay with its scale, period and
 * source. From (0, 0), as wide as told, in map units; null where there is nothing to explain.
 */
export function legend(map: JourneyMap, facts: LegendFacts, width: number, context: FigureContext): DisplayList | null {
  const { shown, overlay, curve, selection } = facts;
  const signs = [
    ...kindEntries(shown, context),
    ...lineEntries(map, shown, context),
    ...(curve ? momentEntry(shown, context) : []),
  ];
  const numbers = overlay ? overlayRows(map, overlay, selection, width, context) : [];
  if (signs.length + numbers.length === 0) return null;
  const primitives: Primitive[] = [
    { type: 'path', d: `M0 0.5H${Math.round(width)}`, stroke: context.theme.border, strokeWidth: 1 },
  ];
  let y = 16;
  for (const entries of [signs, ...numbers]) {
    if (entries.length === 0) continue;
    const flowed = flow(entries, y, width);
    primitives.push(...flowed.primitives);
    y = flowed.bottom;
  }
  return { box: { x: 0, y: 0, width, height: y - ROW_HEIGHT + CHIP + 2 }, primitives };
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
