import * as v from 'valibot';

const placeSchema = v.object({
  x: v.optional(v.pipe(v.number(), v.integer())),
  y: v.optional(v.pipe(v.number(), v.integer())),
  width: v.pipe(v.number(), v.integer(), v.minValue(640), v.maxValue(20_000)),
  height: v.pipe(v.number(), v.integer(), v.minValue(480), v.maxValue(20_000)),
  maximised: v.boolean(),
});

/** Where the window was last, in screen coordinates (device-independent pixels). Without x and y: centred. */
export type WindowPlace = v.InferOutput<typeof placeSchema>;

const INITIAL: WindowPlace = { width: 1440, height: 900, maximised: false };
/** So much of a window must be on a screen that it can be grabbed. */
const LEAST_VISIBLE = 120;

/** Reads a place from anything at all. */
export function readPlace(value: unknown): WindowPlace {
  const result = v.safeParse(placeSchema, value);
  return result.success ? result.output : INITIAL;
}

/** The same place, centred where the screen it was on is no longer there. */
export function onScreens(place: WindowPlace, screens: readonly Electron.Rectangle[]): WindowPlace {
  const { x, y, ...rest } = place;
  if (x === undefined || y === undefined) return rest;
  const isVisible = screens.some(
    (screen) =>
      Math.min(x + place.width, screen.x + screen.width) - Math.max(x, screen.x) >= LEAST_VISIBLE &&
      // The title bar has to be reachable: the top edge counts, not the area.
      y >= screen.y - 1 &&
      y <= screen.y + screen.height - LEAST_VISIBLE,
  );
  return isVisible ? place : rest;
}
