import { ZoomButtons } from '../../panels/status-bar/Zoom';
import { useEditor } from '../../store/editor';

/** How large the picture of both maps is shown. */
export function CompareStatus() {
  const percent = useEditor((state) => Math.round((state.comparing?.zoom ?? 1) * 100));
  return <ZoomButtons percent={percent} />;
}
