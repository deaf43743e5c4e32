import { Hints } from './Hints';
import { OverlayLegend } from './OverlayLegend';
import { SavedState } from './SavedState';
import { Zoom } from './Zoom';
import './status-bar.css';

/** The bar at the bottom: is it saved, what is unfinished, what the colours mean, how large it is shown. */
export function StatusBar() {
  return (
    <div className="status-bar">
      <SavedState />
      <Hints />
      <span className="status-gap" />
      <OverlayLegend />
      <Zoom />
    </div>
  );
}
