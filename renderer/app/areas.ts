import { canvas } from './canvas-port';

/** The parts of the window in the order in which F6 goes through them. */
const AREAS = ['.app-top', '.app-left', '.app-view:not([inert])', '.app-right', '.app-status'];
const CONTROLS = ':is(input, textarea, select, button, [tabindex="0"]):not(:disabled, [tabindex="-1"])';

/** Gives the focus to the next part of the window: from the selected card straight to its fields, and back. */
export function goToArea(by: 1 | -1): void {
  const areas = AREAS.flatMap((name) => document.querySelector<HTMLElement>(name) ?? []);
  const at = areas.findIndex((area) => area.contains(document.activeElement));
  // Nowhere yet: the first step leads to the middle.
  const from = at < 0 ? areas.findIndex((area) => area.matches('.app-view')) - by : at;
  const order = areas.map((_, step) => areas[(from + by * (step + 1) + areas.length * 2) % areas.length]);
  const controlOf = (area: HTMLElement | undefined) => area?.querySelector<HTMLElement>(CONTROLS);
  const next = order.find((area) => area?.matches('.app-view.map') || controlOf(area));
  if (next?.matches('.app-view.map')) canvas().focus();
  else controlOf(next)?.focus();
}
