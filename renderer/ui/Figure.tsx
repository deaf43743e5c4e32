import { memo } from 'react';
import type { Picture } from '../../shared/document/schema';
import type { Primitive } from '../../shared/figures/primitives';

export type Pictures = Readonly<Record<string, Picture>>;

/** Draws a display list as SVG: on the canvas, in previews, in lists. Goes inside an <svg>. */
export const FigureShapes = memo(function FigureShapes({
  primitives,
  pictures,
}: {
  primitives: readonly Primitive[];
  pictures: Pictures;
}) {
  return primitives.map((primitive, index) => (
    // The list is made anew as a whole: a place in it is all the identity that a primitive has.
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    <Shape key={index} primitive={primitive} pictures={pictures} />
  ));
});

function Shape({ primitive: p, pictures }: { primitive: Primitive; pictures: Pictures }) {
  switch (p.type) {
    case 'rect':
      return <rect x={p.x} y={p.y} width={p.width} height={p.height} rx={p.radius} {...paintOf(p)} />;
    case 'path': {
      const moved = p.x || p.y || p.scale;
      return (
        <path
          d={p.d}
          {...(moved && { transform: `translate(${p.x ?? 0} ${p.y ?? 0}) scale(${p.scale ?? 1})` })}
          {...paintOf(p)}
        />
      );
    }
    case 'text':
      return (
        <text
          x={p.x}
          y={p.y}
          fontSize={p.font.size}
          fontWeight={p.font.weight}
          fill={p.fill}
          textAnchor={p.anchor}
          xmlSpace="preserve"
        >
          {p.text}
        </text>
      );
    case 'picture': {
      const picture = pictures[p.picture];
      if (!picture) return null;
      const round = p.radius ? { clipPath: `inset(0 round ${p.radius}px)` } : {};
      return (
        <image
          href={`data:${picture.type};base64,${picture.data}`}
          x={p.x}
          y={p.y}
          width={p.width}
          height={p.height}
          preserveAspectRatio="xMidYMid slice"
          style={round}
        />
      );
    }
    case 'group':
      return (
        <g transform={`translate(${p.x} ${p.y})`} opacity={p.opacity}>
          <FigureShapes primitives={p.children} pictures={pictures} />
        </g>
      );
  }
}

type Painted = Extract<Primitive, { type: 'rect' | 'path' }>;

function paintOf(p: Painted) {
  return {
    fill: p.fill ?? 'none',
    stroke: p.stroke,
    strokeWidth: p.stroke ? (p.strokeWidth ?? 1) : undefined,
    strokeDasharray: p.dash?.join(' '),
    strokeLinecap: p.lineCap,
    strokeLinejoin: p.lineJoin,
    opacity: p.opacity,
  };
}
