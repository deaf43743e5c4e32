import { writeMap } from '../../shared/document/write';
import { generatedMap } from '../fixtures/generated-map';

const MARK = 'NUMBER-OF-THE-VERSION';

/** A map of so many cards, of which `textOf` makes any number of versions. */
export const baseText = (cards: number): string => writeMap({ ...generatedMap(cards), description: MARK });

/** Version `number` of a base text: longer and shorter ones in turn, so that neither hides the rest of another. */
export const textOf = (base: string, number: number): string =>
  base.replace(MARK, `version ${number} ${'more '.repeat((number * 7919) % 4001)}`);
