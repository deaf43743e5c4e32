import type { ElementKind, ElementOf } from '../document/schema';
import type { DrawFigure } from '../figures/figure';
import type { IconName } from '../figures/icons';
import type { Tone } from '../figures/theme';
import type { Fields } from './fields';

/** All that the program knows of a kind. A new kind is a folder here, a line in the schema and one in the registry. */
export interface KindDefinition<Kind extends ElementKind> {
  kind: Kind;
  fields: Fields;
  icon: IconName;
  tone: Tone;
  /** The key that adds one to the map. */
  key: string;
  figure: DrawFigure<ElementOf<Kind>>;
}
