import { useEffect } from 'react';
import { OverlayLegend } from '../panels/status-bar/OverlayLegend';
import { useEditor } from '../store/editor';
import type { Presenting } from '../store/state';
import { useTexts } from '../store/texts';
import { Button, IconButton } from '../ui/Button';
import { Segmented } from '../ui/Segmented';
import {
  goToSlide,
  leave,
  setPresenting,
  stepThroughSlides,
  useFraming,
  useLeavingKey,
  usePresentingKeys,
  useSlides,
  useWakefulScreen,
} from './presenting';
import './present-bar.css';
import { togglePanel } from './workshop-state';

/** Below the map while it is presented: what is shown, what is said about it, and the way on. */
export function PresentBar() {
  const presenting = useEditor((state) => (state.view === 'map' ? state.workshop.presenting : null));
  return presenting && <Bar presenting={presenting} />;
}

/** Below any other view while it is presented: the way back. */
export function PresentedView({ title }: { title: string }) {
  const t = useTexts();
  useLeavingKey();
  useWakefulScreen();
  return (
    <section className="present-bar" aria-label={t('workshop.present.name')}>
      <div className="present-what">
        <h2>{title}</h2>
      </div>
      <div className="present-tools">
        <Button icon="x" title="Esc" onClick={leave}>
          {t('workshop.present.leave')}
        </Button>
      </div>
    </section>
  );
}

const WAYS = ['stages', 'path', 'views'] as const;

function Bar({ presenting }: { presenting: Presenting }) {
  const t = useTexts();
  const slides = useSlides(presenting);
  const slide = slides[Math.min(presenting.at, slides.length - 1)];
  const { along, at, large } = presenting;
  usePresentingKeys();
  useWakefulScreen();
  useFraming(slide);
  // What was deleted while it was presented is passed over.
  useEffect(() => {
    if (at > 0 && at >= slides.length) goToSlide(slides.length - 1);
  }, [at, slides.length]);
  const empty = along === 'views' ? 'workshop.present.noViews' : 'workshop.present.nothing';
  return (
    <section className="present-bar" aria-label={t('workshop.present.name')}>
      <div className="present-steps">
        <IconButton
          icon="chevron-left"
          label={t('workshop.present.before')}
          disabled={at === 0}
          onClick={() => stepThroughSlides(-1)}
        />
        <span className="present-count">
          {slides.length === 0 ? 0 : at + 1} / {slides.length}
        </span>
        <IconButton
          icon="chevron-right"
          label={t('workshop.present.next')}
          disabled={at >= slides.length - 1}
          onClick={() => stepThroughSlides(1)}
        />
      </div>
      <div className="present-what" aria-live="polite">
        <h2>{slide ? slide.title || t('comparison.untitled') : t(empty)}</h2>
        {slide?.note && <p>{slide.note}</p>}
      </div>
      <div className="present-tools">
        <OverlayLegend />
        <Segmented
          label={t('workshop.present.along')}
          value={along}
          options={WAYS.map((value) => ({ value, text: t(`workshop.present.ways.${value}`) }))}
          onChange={(value) => setPresenting({ along: value })}
        />
        <Button aria-pressed={large} onClick={() => setPresenting({ large: !large })}>
          {t('workshop.present.large')}
        </Button>
        <IconButton icon="users" label={t('commands.toggleWorkshop')} onClick={() => togglePanel('session')} />
        <Button icon="x" title="Esc" onClick={leave}>
          {t('workshop.present.leave')}
        </Button>
      </div>
    </section>
  );
}
