import type { ChangeType } from '../../comparison/changes';
import { SIGNS } from '../../comparison/texts';
import type { FigureContext } from '../../figures/figure';
import type { Box, Font, Primitive } from '../../figures/primitives';
import type { Theme } from '../../figures/theme';
import type { Route } from '../route';

const SIGN: Font = { size: 12, weight: 700 };
const NUMBER: Font = { size: 10.5, weight: 700 };
/** Height of a mark. */
export const MARK_HEIGHT = 18;
const STEP = 16;

/** The colours of a type of change; its sign says the same. */
export function changeColours(type: ChangeType, theme: Theme): { strong: string; soft: string } {
  switch (type) {
    case 'added':
      return { strong: theme.good, soft: theme.goodSoft };
    case 'removed':
      return { strong: theme.danger, soft: theme.dangerSoft };
    case 'changed':
      return { strong: theme.warning, soft: theme.warningSoft };
    case 'moved':
      return theme.tones.violet;
    case 'numbers':
      return theme.tones.blue;
  }
}

/** A sign in a circle, from (0, 0) to (18, 18). */
export function signFigure(type: ChangeType, x: number, y: number, { theme }: FigureContext): Primitive[] {
  return [
    {
      type: 'rect',
      x,
      y,
      width: MARK_HEIGHT,
      height: MARK_HEIGHT,
      radius: MARK_HEIGHT / 2,
      fill: changeColours(type, theme).strong,
      stroke: theme.surface,
      strokeWidth: 1.5,
    },
    {
      type: 'text',
      text: SIGNS[type],
      x: x + MARK_HEIGHT / 2,
      y: y + MARK_HEIGHT / 2 + 4.2,
      font: SIGN,
      fill: theme.surface,
      anchor: 'middle',
    },
  ];
}

export const markWidth = (types: readonly ChangeType[], number: number, { measure }: FigureContext): number =>
  types.length * STEP + 14 + measure(String(number), NUMBER);

/** What befell a record, as signs, and its number in the list of changes. From (x, y), `markWidth` wide. */
export function markFigure(
  types: readonly ChangeType[],
  number: number,
  x: number,
  y: number,
  context: FigureContext,
): Primitive[] {
  const { theme } = context;
  const [main] = types;
  if (!main) return [];
  const width = markWidth(types, number, context);
  const colours = changeColours(main, theme);
  return [
    {
      type: 'rect',
      x,
      y,
      width,
      height: MARK_HEIGHT,
      radius: MARK_HEIGHT / 2,
      fill: theme.surface,
      stroke: colours.strong,
      strokeWidth: 1.2,
    },
    ...[...types]
      .reverse()
      .flatMap((type, index) => signFigure(type, x + (types.length - 1 - index) * STEP, y, context)),
    {
      type: 'text',
      text: String(number),
      x: x + types.length * STEP + 5,
      y: y + MARK_HEIGHT / 2 + 3.8,
      font: NUMBER,
      fill: theme.text,
    },
  ];
}

/** A frame around a card that was added, changed, moved or removed. */
export function frameMark(box: Box, type: ChangeType, theme: Theme, gone = false): Primitive {
  const { strong, soft } = changeColours(type, theme);
  const by = 4;
  return {
    type: 'rect',
    x: box.x - by,
    y: box.y - by,
    width: box.width + 2 * by,
    height: box.height + 2 * by,
    radius: 12,
    stroke: strong,
    strokeWidth: gone ? 1.4 : 2,
    ...(gone ? { dash: [5, 4] } : { fill: soft }),
  };
}

/** A connection that came, went or changed. */
export function markedLine(route: Route, type: ChangeType, theme: Theme): Primitive[] {
  const { strong } = changeColours(type, theme);
  return [
    {
      type: 'path',
      d: route.d,
      stroke: strong,
      strokeWidth: 2.4,
      lineCap: 'round',
      ...(type === 'removed' && { dash: [3, 6] }),
    },
    arrowHead(route, 4.6, 9, strong),
  ];
}

/** From where a card was to where it is. */
export function moveArrow(route: Route, theme: Theme): Primitive[] {
  const { strong } = changeColours('moved', theme);
  return [
    { type: 'path', d: route.d, stroke: strong, strokeWidth: 1.2, lineCap: 'round' },
    arrowHead(route, 3.6, 8, strong),
  ];
}

function arrowHead({ end, direction: d }: Route, half: number, long: number, fill: string): Primitive {
  const n = (value: number) => Math.round(value * 10) / 10;
  const tip = `${n(end.x + d.x * long)} ${n(end.y + d.y * long)}`;
  const left = `${n(end.x - d.y * half)} ${n(end.y + d.x * half)}`;
  const right = `${n(end.x + d.y * half)} ${n(end.y - d.x * half)}`;
  return { type: 'path', d: `M${tip}L${left}L${right}Z`, fill };
}
