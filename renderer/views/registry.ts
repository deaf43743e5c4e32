import { type ComponentType, lazy } from 'react';
import type { FixedCommandId } from '../../shared/commands/table';
import type { IconName } from '../../shared/figures/icons';
import type { TextKey } from '../../shared/language/translator';
import { Inspector } from '../panels/inspector/Inspector';
import { LeftPanel } from '../panels/left-panel/LeftPanel';
import { MapStatus } from '../panels/status-bar/MapStatus';
import { Zoom } from '../panels/status-bar/Zoom';
import type { ViewId } from '../store/state';
import { MapView } from './map/MapView';

/** What fills the middle of the window, and the panels beside it. */
export interface View {
  id: ViewId;
  label: TextKey;
  icon: IconName;
  /** Shows it; its key is the hint of the tab. */
  command: FixedCommandId;
  Main: ComponentType;
  /** The panels at both sides: null where the view has none. */
  Left: Panel | null;
  Right: Panel | null;
  /** At the right of the status bar. */
  Status?: ComponentType;
}

export interface Panel {
  name: TextKey;
  Body: ComponentType;
}

/**
 * The views that there are, in the order of their tabs. A new one is an entry here, its row in
 * shared/commands/table.ts with its line in renderer/app/run.ts (`showDecisions: () => showView('decisions')`); label and
 * command are named already in shared/language/…/views.ts and commands.ts. Its parts are loaded when they are first
 * shown: `lazy(() => import('./decisions/Decisions').then((part) => ({ default: part.Decisions })))`. The map stays in
 * place below the others, so that it keeps its view: `canvas()` and `showOnMap()` hold everywhere.
 */
export const VIEWS: readonly View[] = [
  {
    id: 'map',
    label: 'views.map',
    icon: 'map',
    command: 'showMap',
    Main: MapView,
    Left: { name: 'panels.left.name', Body: LeftPanel },
    Right: { name: 'panels.inspector.name', Body: Inspector },
    Status: MapStatus,
  },
  {
    id: 'decisions',
    label: 'views.decisions',
    icon: 'split',
    command: 'showDecisions',
    Main: lazy(() => import('./decisions/Decisions').then((part) => ({ default: part.Decisions }))),
    Left: null,
    Right: {
      name: 'decisionView.panel',
      Body: lazy(() => import('./decisions/DecisionInspector').then((part) => ({ default: part.DecisionInspector }))),
    },
    Status: Zoom,
  },
  {
    id: 'metrics',
    label: 'views.metrics',
    icon: 'chart-line',
    command: 'showMetrics',
    Main: lazy(() => import('./metrics/Metrics').then((part) => ({ default: part.Metrics }))),
    Left: null,
    Right: {
      name: 'metricsView.panel.name',
      Body: lazy(() => import('./metrics/MetricPanel').then((part) => ({ default: part.MetricPanel }))),
    },
  },
  {
    id: 'ideas',
    label: 'views.ideas',
    icon: 'lightbulb',
    command: 'showIdeas',
    Main: lazy(() => import('./ideas/Ideas').then((part) => ({ default: part.Ideas }))),
    Left: null,
    Right: {
      name: 'panels.inspector.name',
      Body: lazy(() => import('./ideas/IdeasSide').then((part) => ({ default: part.IdeasSide }))),
    },
  },
  {
    id: 'compare',
    label: 'views.compare',
    icon: 'git-compare',
    command: 'showCompare',
    Main: lazy(() => import('./compare/Compare').then((part) => ({ default: part.Compare }))),
    Left: null,
    Right: {
      name: 'compare.changes',
      Body: lazy(() => import('./compare/CompareChanges').then((part) => ({ default: part.CompareChanges }))),
    },
    Status: lazy(() => import('./compare/CompareStatus').then((part) => ({ default: part.CompareStatus }))),
  },
];

export const viewOf = (id: ViewId): View | undefined => VIEWS.find((view) => view.id === id);
