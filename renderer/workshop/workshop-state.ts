import { editor } from '../store/editor';
import type { WorkshopState } from '../store/state';

/** Changes what a meeting looks at; nothing of it goes into the map. */
export function setWorkshop(values: Partial<WorkshopState>): void {
  editor.setState(({ workshop }) => ({ workshop: { ...workshop, ...values } }));
}

/** Opens a part of the workshop's panel in the inspector's place, or closes the panel where it shows that part. */
export function togglePanel(panel: NonNullable<WorkshopState['panel']>): void {
  const { workshop, historyOpen } = editor.getState();
  const isShown = workshop.panel === panel && !historyOpen;
  editor.setState({ historyOpen: false });
  setWorkshop({ panel: isShown ? null : panel });
}
