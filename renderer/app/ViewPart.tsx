import { Component, type ReactNode, Suspense } from 'react';
import { useTexts } from '../store/texts';
import { showView } from '../store/view';
import { Button } from '../ui/Button';

/** A part of the window that is loaded when it is first shown. Where that fails, the rest of the window goes on. */
export function ViewPart({ children }: { children: ReactNode }) {
  return (
    <Boundary>
      <Suspense fallback={<Loading />}>{children}</Suspense>
    </Boundary>
  );
}

class Boundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError() {
    return { failed: true };
  }
  override render() {
    return this.state.failed ? <Failed /> : this.props.children;
  }
}

function Loading() {
  const t = useTexts();
  return (
    <div className="app-calm">
      <p className="app-loading" role="status">
        {t('views.loading')}
      </p>
    </div>
  );
}

function Failed() {
  const t = useTexts();
  return (
    <div className="app-calm">
      <p role="alert">{t('views.failed')}</p>
      <Button icon="map" onClick={() => showView('map')}>
        {t('views.toMap')}
      </Button>
    </div>
  );
}
