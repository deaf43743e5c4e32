import { type ComponentType, Suspense } from 'react';
import { Hints } from './Hints';
import { SavedState } from './SavedState';
import './status-bar.css';

/** The bar at the bottom: is it saved, what is unfinished, and what the view says of itself. */
export function StatusBar({ Status }: { Status: ComponentType | undefined }) {
  return (
    <div className="status-bar">
      <SavedState />
      <Hints />
      <span className="status-gap" />
      <Suspense>{Status && <Status />}</Suspense>
    </div>
  );
}
