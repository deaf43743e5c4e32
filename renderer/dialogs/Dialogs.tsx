import { lazy, type ReactElement, Suspense } from 'react';
import { useEditor } from '../store/editor';
import type { DialogName } from '../store/state';
import { ChangedOutside } from './ChangedOutside';
// Not lazy: what is typed right after its key must not get lost.
import { CommandPalette } from './CommandPalette';
import './dialogs.css';
import { OpenFile } from './files/OpenFile';
import { SaveFile } from './files/SaveFile';
import { GitConflict } from './GitConflict';
import { InUse } from './InUse';
import { MapProperties } from './MapProperties';
import { NewMap } from './NewMap';
import { Preferences } from './Preferences';
import { Recovery } from './Recovery';
import { SaveVersion } from './SaveVersion';
import { Toasts } from './Toasts';
import { Unsaved } from './Unsaved';
import { useFocusReturn } from './use-focus-return';

const Export = lazy(() => import('./export/Export').then((part) => ({ default: part.Export })));
const ExportComparison = lazy(() =>
  import('./export/ExportComparison').then((part) => ({ default: part.ExportComparison })),
);
const ImportNumbers = lazy(() => import('./import/ImportNumbers').then((part) => ({ default: part.ImportNumbers })));
const AddMetric = lazy(() => import('../views/metrics/AddMetric').then((part) => ({ default: part.AddMetric })));
const Calculator = lazy(() => import('../views/metrics/Calculator').then((part) => ({ default: part.Calculator })));
const Lanes = lazy(() => import('./Lanes').then((part) => ({ default: part.Lanes })));
const Merge = lazy(() => import('./Merge').then((part) => ({ default: part.Merge })));
const SaveTemplate = lazy(() => import('./SaveTemplate').then((part) => ({ default: part.SaveTemplate })));
const Keys = lazy(() => import('./Keys').then((part) => ({ default: part.Keys })));

/** The dialog that is open, and what the app has to say. */
export function Dialogs() {
  const dialog = useEditor((state) => state.dialog);
  useFocusReturn();
  return (
    <>
      <Suspense fallback={null}>{dialog && dialogFor(dialog)}</Suspense>
      <Toasts />
    </>
  );
}

function dialogFor(dialog: DialogName): ReactElement {
  switch (dialog.name) {
    case 'newMap':
      return <NewMap />;
    case 'openFile':
      return <OpenFile purpose={dialog.purpose} />;
    case 'saveFile':
      return <SaveFile suggestedName={dialog.suggestedName} extension={dialog.extension} />;
    case 'export':
      return <Export selection={dialog.selection} />;
    case 'exportComparison':
      return <ExportComparison />;
    case 'importNumbers':
      return <ImportNumbers file={dialog.file} source={dialog.source} />;
    case 'addMetric':
      return <AddMetric element={dialog.element} />;
    case 'calculator':
      return <Calculator measurement={dialog.measurement} />;
    case 'preferences':
      return <Preferences />;
    case 'mapProperties':
      return <MapProperties />;
    case 'lanes':
      return <Lanes />;
    case 'keys':
      return <Keys />;
    case 'commandPalette':
      return <CommandPalette />;
    case 'unsaved':
      return <Unsaved />;
    case 'changedOutside':
      return <ChangedOutside />;
    case 'merge':
      return <Merge merging={dialog.merging} />;
    case 'gitConflict':
      return <GitConflict conflict={dialog.conflict} />;
    case 'recovery':
      return <Recovery lost={dialog.lost} next={dialog.next} />;
    case 'inUse':
      return <InUse file={dialog.file} by={dialog.by} purpose={dialog.purpose} />;
    case 'saveTemplate':
      return <SaveTemplate />;
    case 'saveVersion':
      return <SaveVersion />;
  }
}
