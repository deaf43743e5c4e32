// Writes shared/figures/icons.ts from Lucide's icon data: `node build/figure-icons.mjs`.
// Canvas, SVG, PDF and the panels draw the same path data, so there is one list of icons, and only those in use.
import { readFileSync, writeFileSync } from 'node:fs';

const NAMES =
  `user columns-3 mouse-pointer-click footprints heart circle-question-mark flame lightbulb pen-line split target flag
  signpost sticky-note history map undo-2 redo-2 search download chevron-down chevron-right chevron-left chevron-up x plus minus
  check trash-2 copy clipboard-paste scissors settings folder-open file file-plus-2 save save-all image link external-link eye
  eye-off grip-vertical ellipsis zoom-in zoom-out maximize scan align-start-vertical align-center-vertical align-end-vertical
  align-start-horizontal align-center-horizontal align-end-horizontal align-horizontal-space-between align-vertical-space-between
  layout-grid command sun moon languages circle-alert triangle-alert circle-check list-checks chart-line users funnel keyboard
  printer file-spreadsheet smile frown meh laugh angry star arrow-left arrow-right arrow-up arrow-down pencil tag rows-3
  folder folder-plus upload info waypoints bring-to-front send-to-back mouse-pointer-2 hand panel-left panel-right clock layers
  text-cursor-input maximize-2 corner-down-right palette circle-dot lock lock-open gem monitor message-square sparkles ruler
  git-compare network arrow-left-right move-right move hash refresh-cw presentation chart-column play pause volume-2 volume-x`
    .split(/\s+/)
    .filter(Boolean);

/** The shapes of an icon: [tag, attributes] each. Lucide's files hold one flat list of simple elements. */
function shapesOf(name) {
  const file = new URL(`../node_modules/lucide-static/icons/${name}.svg`, import.meta.url);
  const inside = readFileSync(file, 'utf8').replace(/^[\s\S]*?<svg[\s\S]*?>/, '');
  return [...inside.matchAll(/<(\w+)\s([^>]*?)\/>/g)].map(([, tag, attributes]) => [
    tag,
    Object.fromEntries([...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key, value]) => [key, value])),
  ]);
}

const number = (value) => String(Math.round(Number(value) * 1000) / 1000);

function pathOf([tag, a]) {
  const n = (name) => Number(a[name] ?? 0);
  switch (tag) {
    case 'path':
      return a.d;
    case 'line':
      return `M${a.x1} ${a.y1}L${a.x2} ${a.y2}`;
    case 'polyline':
    case 'polygon':
      return `M${a.points.trim().split(/\s+/).join('L')}${tag === 'polygon' ? 'Z' : ''}`;
    case 'circle':
    case 'ellipse': {
      const rx = tag === 'circle' ? n('r') : n('rx');
      const ry = tag === 'circle' ? n('r') : n('ry');
      const arc = (dx) => `a${number(rx)} ${number(ry)} 0 1 0 ${number(dx)} 0`;
      return `M${number(n('cx') - rx)} ${number(n('cy'))}${arc(2 * rx)}${arc(-2 * rx)}`;
    }
    case 'rect': {
      const r = Math.min(n('rx') || n('ry'), n('width') / 2, n('height') / 2);
      const w = n('width') - 2 * r;
      const h = n('height') - 2 * r;
      const corner = (dx, dy) => (r ? `a${number(r)} ${number(r)} 0 0 1 ${number(dx * r)} ${number(dy * r)}` : '');
      return `M${number(n('x') + r)} ${number(n('y'))}h${number(w)}${corner(1, 1)}v${number(h)}${corner(-1, 1)}h${number(-w)}${corner(-1, -1)}v${number(-h)}${corner(1, -1)}z`;
    }
    default:
      throw new Error(`No path for <${tag}>`);
  }
}

// A path that starts with a relative move means an absolute one only where it stands first.
const absoluteStart = (d) =>
  d.replace(/^m\s*(-?[\d.]+)[\s,]*(-?[\d.]+)\s*(?=([-\d.])?)/, (_, x, y, next) => `M${x} ${y}${next ? 'l' : ''}`);

const lines = [...new Set(NAMES)]
  .sort()
  .map((name) => `  '${name}': '${shapesOf(name).map(pathOf).map(absoluteStart).join('')}',`);

writeFileSync(
  new URL('../shared/figures/icons.ts', import.meta.url),
  `// Made by build/figure-icons.mjs from Lucide (ISC licence). Do not edit.
/** Icons as SVG path data on a square of 24 units, to be stroked 2 units wide with round ends. */
export const ICONS = {
${lines.join('\n')}
} as const;

export type IconName = keyof typeof ICONS;
`,
);
console.log(`${lines.length} icons`);
