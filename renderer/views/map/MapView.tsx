import { JourneyCanvas } from '../../canvas/JourneyCanvas';
import { FilterBar } from '../../panels/filter-bar/FilterBar';
import { FindBox } from '../../panels/find/FindBox';
import { PreviewBanner } from '../../panels/history/PreviewBanner';
import { useEditor } from '../../store/editor';
import { FacilitationBar } from '../../workshop/FacilitationBar';
import { PresentBar } from '../../workshop/PresentBar';

/** The map itself: the canvas, with the filter above and the search on it. */
export function MapView() {
  const filterOpen = useEditor((state) => state.filterOpen);
  const findOpen = useEditor((state) => state.findOpen);
  return (
    <>
      <PreviewBanner />
      {filterOpen && <FilterBar />}
      <FacilitationBar />
      <div className="app-canvas">
        <JourneyCanvas />
        {findOpen && <FindBox />}
      </div>
      <PresentBar />
    </>
  );
}
