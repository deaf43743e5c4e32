import { OverlayLegend } from './OverlayLegend';
import { Zoom } from './Zoom';

/** Of the map: what its colours mean, how large it is shown. */
export function MapStatus() {
  return (
    <>
      <OverlayLegend />
      <Zoom />
    </>
  );
}
