import type { Figure } from './figure';
import type { Primitive } from './primitives';

/** A figure with all that is on it `by` times as large: for pictures that are seen from far away. */
export function enlargeFigure(figure: Figure, by: number): Figure {
  const { box, font, align } = figure.title;
  return {
    ...figure,
    width: figure.width * by,
    height: figure.height * by,
    primitives: figure.primitives.map((primitive) => enlarge(primitive, by)),
    ...(figure.strip !== undefined && { strip: figure.strip * by }),
    title: {
      box: { x: box.x * by, y: box.y * by, width: box.width * by, height: box.height * by },
      font: { ...font, size: font.size * by },
      align,
    },
  };
}

function enlarge(primitive: Primitive, by: number): Primitive {
  const { x = 0, y = 0 } = primitive;
  const at = { x: x * by, y: y * by };
  switch (primitive.type) {
    case 'rect': {
      const { width, height, radius = 0, strokeWidth, dash } = primitive;
      return {
        ...primitive,
        ...at,
        width: width * by,
        height: height * by,
        radius: radius * by,
        ...(strokeWidth !== undefined && { strokeWidth: strokeWidth * by }),
        ...(dash && { dash: dash.map((length) => length * by) }),
      };
    }
    case 'path':
      // Its scale enlarges the stroke along with the path.
      return { ...primitive, ...at, scale: (primitive.scale ?? 1) * by };
    case 'text':
      return { ...primitive, ...at, font: { ...primitive.font, size: primitive.font.size * by } };
    case 'picture': {
      const { width, height, radius = 0 } = primitive;
      return { ...primitive, ...at, width: width * by, height: height * by, radius: radius * by };
    }
    case 'group':
      return { ...primitive, ...at, children: primitive.children.map((child) => enlarge(child, by)) };
  }
}
