import { normaliseName } from '../analysis/normalise-name';
import { createTranslator, LANGUAGES } from '../language/translator';
import type { CatalogueMeasure } from '../metrics/catalogue/catalogue';
import { TOUCHPOINT_IDS, TOUCHPOINTS } from './touchpoints';

let byTitle: Map<string, readonly CatalogueMeasure['id'][]> | null = null;

/** The measures of the library's entry that a card is called after, in either language; none: it has a name of its own. */
export function metricsOfEntryCalled(title: string): readonly CatalogueMeasure['id'][] {
  byTitle ??= new Map(
    LANGUAGES.map(createTranslator).flatMap((t) =>
      TOUCHPOINT_IDS.map(
        (id) => [normaliseName(t(`library.touchpoints.${id}.title`)), TOUCHPOINTS[id].metrics] as const,
      ),
    ),
  );
  return byTitle.get(normaliseName(title)) ?? [];
}
