import { lanesOf, stagesOf } from '../document/create';
import type { JourneyMap } from '../document/schema';
import { chevronFigure } from '../figures/chevron';
import type { FigureContext } from '../figures/figure';
import { headValueFigure } from '../figures/head-value';
import type { Font, Group, Primitive } from '../figures/primitives';
import { ascent, lineHeight, wrapText } from '../figures/text';
import { GUTTER, type MapLayout } from './layout';
import type { HeadValues } from './overlay-scene';

const LANE_FONT: Font = { size: 12, weight: 600 };

/** Rows and columns: the lines between them and the names of the lanes. */
export function frameFigure(map: JourneyMap, layout: MapLayout, context: FigureContext): Primitive[] {
  const { theme, t } = context;
  const right = layout.box.x + layout.box.width;
  const bottom = layout.parking.y + layout.parking.height;
  const out: Primitive[] = [];
  for (const row of layout.rows.slice(1))
    out.push({ type: 'path', d: `M0 ${row.y}H${right}`, stroke: theme.grid, strokeWidth: 1 });
  if (layout.rows.length > 0)
    out.push({ type: 'path', d: `M0 ${layout.parking.y}H${right}`, stroke: theme.grid, strokeWidth: 1 });
  for (const column of layout.columns.slice(1)) {
    out.push({
      type: 'path',
      d: `M${column.x - 2} ${layout.rows[0]?.y ?? 0}V${layout.parking.y}`,
      stroke: theme.grid,
      strokeWidth: 1,
      dash: [4, 4],
    });
  }
  const titles = new Map(lanesOf(map).map((lane) => [lane.id, lane.title]));
  for (const row of layout.rows) out.push(...laneName(titles.get(row.id) ?? '', row.y, context));
  if (layout.parking.height > 0 && bottom > layout.parking.y)
    out.push(...laneName(t('lanes.waiting'), layout.parking.y, context));
  return out;
}

function laneName(title: string, y: number, context: FigureContext): Primitive[] {
  return wrapText(title, LANE_FONT, GUTTER - 24, context.measure, 4).map((text, index) => ({
    type: 'text',
    text,
    x: 14,
    y: y + 12 + index * lineHeight(LANE_FONT) + ascent(LANE_FONT),
    font: LANE_FONT,
    fill: context.theme.muted,
  }));
}

const NO_HEADS: ReadonlyMap<string, HeadValues> = new Map();

/** The arrows above the columns, with the values of their stages below. */
export function headFigures(
  map: JourneyMap,
  layout: MapLayout,
  context: FigureContext,
  values: ReadonlyMap<string, HeadValues> = NO_HEADS,
): Group[] {
  return stagesOf(map).map((stage, index) => {
    const box = layout.heads.get(stage.id) ?? { x: 0, y: 0, width: stage.width, height: 0 };
    const figure = chevronFigure(
      {
        title: stage.title,
        placeholder: context.t('kinds.stage.one'),
        width: box.width,
        colour: stage.colour,
        number: index + 1,
      },
      context,
    );
    const below = headValueFigure(values.get(stage.id)?.values ?? [], box.width, context);
    return { type: 'group', id: stage.id, x: box.x, y: box.y, children: [...figure.primitives, ...below] };
  });
}
