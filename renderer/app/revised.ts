import type { JourneyMap } from '../../shared/document/schema';
import { today } from '../ui/today';

/** The map as a save writes it. Drafts hold the same, so that what was saved after all is known by its bytes. */
export const revised = (map: JourneyMap): JourneyMap => ({
  ...map,
  revision: map.revision + 1,
  revisedOn: today(),
});
