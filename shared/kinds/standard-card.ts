import type { MapElement } from '../document/schema';
import { cardFigure } from '../figures/card';
import type { Figure, FigureContext, FigureFacts } from '../figures/figure';
import type { IconName } from '../figures/icons';
import type { Tone } from '../figures/theme';

/** The card of an element whose kind adds no more than an icon, a colour and a few facts below the title. */
export function standardCard(
  element: MapElement,
  look: { icon: IconName; tone: Tone },
  summary: readonly (string | null | undefined | false)[],
  context: FigureContext,
  facts: FigureFacts,
): Figure {
  return cardFigure(
    {
      icon: look.icon,
      tone: look.tone,
      title: element.title,
      placeholder: context.t(`kinds.${element.kind}.one`),
      summary: summary.filter(Boolean).join(' · '),
      width: element.width,
      minHeight: element.height,
      picture: element.picture,
      badge: facts.badge,
    },
    context,
  );
}
