import type { JourneyMap } from '../../../shared/document/schema';
import { NO_OVERLAY, type OverlaySettings } from '../../../shared/metrics/overlay-settings';
import { EXPORT_VIEWS, type ExportRequest, exportRequest } from '../../../shared/scene/export-request';
import { languageOf } from '../../store/picture';
import type { DecisionsState, EditorState } from '../../store/state';
import { today } from '../../ui/today';

/** What the dialog asks: a request whose poster and selection can be switched off without losing their values. */
export interface ExportOptions extends Omit<ExportRequest, 'selection' | 'tilesAcross' | keyof OnScreen> {
  /** What lies over the map: as on the screen, nothing, or one metric alone, by its id. */
  numbers: 'screen' | 'none' | { metric: string };
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
    plainLines,
    overlay: __,
    ways: ___,
    ...request
  } = exportRequest({ format: 'pdf', page: 'A3', language: languageOf(state) });
  const options = remembered ?? {
    ...request,
    numbers: 'screen',
    poster: false,
    tilesAcross: tilesAcross ?? 2,
    area: 'map',
  };
  const { numbers } = options;
  return {
    ...options,
    view: EXPORT_VIEWS.find((view) => view === state.view) ?? 'map',
    scenario: state.decisions.scenario,
    area: selection ? 'selection' : 'map',
    numbers: typeof numbers === 'object' && !Object.hasOwn(state.map.metrics, numbers.metric) ? 'screen' : numbers,
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

/** What the window shows, which an export follows. */
export type OnScreen = Pick<ExportRequest, 'emotionCurve' | 'overlay' | 'plainLines' | 'ways'>;

/** What the view of the decisions shows. */
export const waysOf = ({ persona, outcome, route, measure, periods, seed }: DecisionsState): ExportRequest['ways'] => ({
  persona,
  outcome,
  route,
  measure,
  forecast: { today: today(), periods, seed },
});

export function overlayOf(numbers: ExportOptions['numbers'], screen: OverlaySettings): OverlaySettings {
  if (numbers === 'screen') return screen;
  return numbers === 'none' ? NO_OVERLAY : { ...screen, metrics: [numbers.metric] };
}

/** What the machine is asked for. */
export function requestOf(
  { area, poster, tilesAcross, numbers, ...options }: ExportOptions,
  selection: readonly string[],
  { overlay, ...screen }: OnScreen,
): ExportRequest {
  return exportRequest({
    ...options,
    overlay: overlayOf(numbers, overlay),
    ...screen,
    selection: area === 'selection' && options.view === 'map' ? [...selection] : null,
    tilesAcross: poster && canBePoster(options) ? tilesAcross : null,
  });
}
