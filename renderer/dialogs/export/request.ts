import type { JourneyMap } from '../../../shared/document/schema';
import { type ExportRequest, exportRequest } from '../../../shared/scene/export-request';
import { languageOf } from '../../store/picture';
import type { EditorState } from '../../store/state';

/** What the dialog asks: a request whose poster and selection can be switched off without losing their values. */
export interface ExportOptions extends Omit<ExportRequest, 'selection' | 'tilesAcross' | 'emotionCurve'> {
  area: 'map' | 'selection';
  poster: boolean;
  tilesAcross: number;
}

/** The options used last in this session. */
let remembered: ExportOptions | null = null;

export function rememberOptions(options: ExportOptions): void {
  remembered = options;
}

/** What the dialog starts with: as it was used last, as far as that suits this map. */
export function initialOptions(state: EditorState, selection: readonly string[] | null): ExportOptions {
  const {
    selection: _,
    tilesAcross,
    emotionCurve,
    ...request
  } = exportRequest({ format: 'pdf', page: 'A3', language: languageOf(state) });
  const options = remembered ?? { ...request, poster: false, tilesAcross: tilesAcross ?? 2, area: 'map' };
  const keepsMetric = options.metric !== null && Object.hasOwn(state.map.metrics, options.metric);
  return {
    ...options,
    area: selection ? 'selection' : 'map',
    metric: remembered && (options.metric === null || keepsMetric) ? options.metric : state.overlay,
  };
}

/** The elements that a selection means in an export: connections stand for their ends. */
export function selectedForExport(map: JourneyMap, selection: readonly string[]): string[] {
  const ids = selection.flatMap((id) => {
    const connection = map.connections[id];
    return connection ? [connection.from, connection.to] : map.elements[id] ? [id] : [];
  });
  return [...new Set(ids)];
}

/** Only a PDF on paper can be a poster. */
export const canBePoster = ({ format, page }: Pick<ExportOptions, 'format' | 'page'>) =>
  format === 'pdf' && page !== 'fit';

/** What the machine is asked for. */
export function requestOf(
  { area, poster, tilesAcross, ...options }: ExportOptions,
  selection: readonly string[],
  emotionCurve: ExportRequest['emotionCurve'],
): ExportRequest {
  return exportRequest({
    ...options,
    emotionCurve,
    selection: area === 'selection' ? [...selection] : null,
    tilesAcross: poster && canBePoster(options) ? tilesAcross : null,
  });
}
