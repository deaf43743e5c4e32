import subsetFont from 'subset-font';
import type { Picture } from '../../../shared/document/schema';
import { textsByWeight } from '../../../shared/figures/missing-characters';
import { paintSvg, svgDocument } from '../../../shared/figures/paint-svg';
import type { Font, Primitive } from '../../../shared/figures/primitives';
import { type Page, POINTS_PER_UNIT } from '../../../shared/scene/pages';
import { interFile, interHas } from './fonts';

export interface SvgInput {
  page: Page;
  background: string | null;
  pictures: Record<string, Picture>;
  title: string;
}

/**
 * A page as SVG that needs no other file: selectable text in an embedded subset of Inter, pictures as data. One unit
 * of its coordinates is a map unit. Characters that Inter lacks are left to the fonts of whoever opens it.
 */
export async function makeSvg(input: SvgInput): Promise<Buffer> {
  const { page, background } = input;
  const viewBox = {
    x: -page.origin.x / page.scale,
    y: -page.origin.y / page.scale,
    width: page.width / page.scale,
    height: page.height / page.scale,
  };
  const behind: Primitive[] = background === null ? [] : [{ type: 'rect', ...viewBox, fill: background }];
  const content = paintSvg([...behind, ...page.primitives], { picture: (id) => input.pictures[id] });
  const svg = svgDocument({
    width: page.width / POINTS_PER_UNIT,
    height: page.height / POINTS_PER_UNIT,
    viewBox,
    title: input.title,
    style: await fontFaces(page.primitives),
    content,
  });
  return Buffer.from(svg, 'utf8');
}

async function fontFaces(primitives: readonly Primitive[]): Promise<string> {
  const faces: string[] = [];
  const weights = [...textsByWeight(primitives)].sort(([a], [b]) => a - b);
  for (const [weight, texts] of weights) {
    const used = charactersOf(texts);
    if (used) faces.push(fontFace(weight, await subsetFont(interFile(weight), used, SUBSET)));
  }
  return faces.join('');
}

/** No contextual forms, as everywhere: see `withoutContextualForms`. */
const SUBSET = {
  targetFormat: 'woff2' as const,
  keepFeatures: ['ccmp', 'kern', 'mark', 'mkmk', 'locl'],
  noHinting: true,
};

/** What Inter has of the characters of some texts, sorted: the order of cards must not change the font. */
const charactersOf = (texts: ReadonlySet<string>) =>
  [...new Set([...texts].flatMap((text) => [...text]))]
    .filter((character) => interHas(character.codePointAt(0) ?? 0))
    .sort()
    .join('');

const fontFace = (weight: Font['weight'], file: Buffer) =>
  `@font-face{font-family:Inter;font-weight:${weight};src:url(data:font/woff2;base64,${file.toString('base64')}) format("woff2")}`;
