import type { JourneyMap } from '../../shared/document/schema';

/** The map as a save writes it. Drafts hold the same, so that what was saved after all is known by its bytes. */
export const revised = (map: JourneyMap): JourneyMap => ({
  ...map,
  revision: map.revision + 1,
  revisedOn: today(),
});

/** The calendar day here, `YYYY-MM-DD`. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), String(now.getMonth() + 1).padStart(2, '0'), String(now.getDate()).padStart(2, '0')].join(
    '-',
  );
}
