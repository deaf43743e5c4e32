import { useEffect, useMemo } from 'react';
import { NO_FILTER } from '../../shared/analysis/filter';
import type { JourneyMap } from '../../shared/document/schema';
import type { Box } from '../../shared/figures/primitives';
import { type Along, type Slide, slidesOf } from '../../shared/workshop/slides';
import { canvas } from '../app/canvas-port';
import { editor } from '../store/editor';
import { currentPicture, usePicture } from '../store/picture';
import { selectedElements } from '../store/selection';
import type { Presenting } from '../store/state';
import { texts } from '../store/texts';
import { tell } from '../store/toasts';
import { focusStep, sessionAtHand } from './meeting';
import { setWorkshop } from './workshop-state';

const slidesNow = ({ along, large }: Pick<Presenting, 'along' | 'large'>): Slide[] => {
  const { map, layout } = currentPicture();
  return slidesOf(map, layout, along, large);
};

/** The slides of what is presented, as the map is now. */
export function useSlides({ along, large }: Presenting): Slide[] {
  const { map, layout } = usePicture();
  return useMemo(() => slidesOf(map, layout, along, large), [map, layout, along, large]);
}

/** What the canvas showed before. */
let viewBefore: Box | null = null;

/**
 * Fills the screen with what the window shows. The map goes slide by slide: from the stage of the selected card on, or
 * through the views that were kept; the other views stand as they are.
 */
export function present(): void {
  const { map, workshop, view } = editor.getState();
  if (workshop.presenting) {
    leave();
    return;
  }
  viewBefore = null;
  editor.setState({ historyOpen: false, filterOpen: false, findOpen: false });
  if (view === 'map') presentMap(map);
  else setWorkshop({ panel: null, presenting: { along: 'stages', at: 0, large: false, stage: null } });
  if (!document.fullscreenElement) {
    // Where the whole screen can't be had, the window will do.
    void document.documentElement.requestFullscreen?.().catch(() => {});
  }
}

function presentMap(map: JourneyMap): void {
  const along: Along = Object.keys(map.viewpoints).length > 0 ? 'views' : 'stages';
  const [selected] = selectedElements(editor.getState());
  const stage = selected?.kind === 'stage' ? selected.id : (selected?.stage ?? null);
  viewBefore = canvas().view();
  // What the agenda's step makes recede would leave nothing to read of the others.
  if (sessionAtHand(editor.getState())) editor.setState({ filter: NO_FILTER });
  setWorkshop({ panel: null, presenting: { along, at: 0, large: true, stage: null } });
  const at = stage === null ? 0 : slidesNow({ along, large: true }).findIndex((slide) => slide.stage === stage);
  goToSlide(Math.max(0, at));
}

/** Back to the editor. */
export function leave(): void {
  if (!editor.getState().workshop.presenting) return;
  setWorkshop({ presenting: null });
  if (sessionAtHand(editor.getState())) focusStep();
  else if (viewBefore && viewBefore.width > 0) canvas().frame(viewBefore);
  if (document.fullscreenElement) void document.exitFullscreen().catch(() => {});
}

export function goToSlide(at: number): void {
  const { presenting } = editor.getState().workshop;
  if (!presenting) return;
  const slides = slidesNow(presenting);
  const next = Math.max(0, Math.min(at, slides.length - 1));
  setWorkshop({ presenting: { ...presenting, at: next, stage: slides[next]?.stage ?? null } });
}

export function stepThroughSlides(by: 1 | -1): void {
  const { presenting } = editor.getState().workshop;
  if (presenting) goToSlide(presenting.at + by);
}

/** Presents along something else, or with texts of another size: from the start, or from the same stage on. */
export function setPresenting(values: Partial<Pick<Presenting, 'along' | 'large'>>): void {
  const { presenting } = editor.getState().workshop;
  if (!presenting) return;
  const next = { ...presenting, ...values };
  setWorkshop({ presenting: next });
  const same = values.along ? -1 : slidesNow(next).findIndex((slide) => slide.stage === presenting.stage);
  goToSlide(values.along ? 0 : presenting.stage === null ? presenting.at : same);
}

const NEXT = new Set(['ArrowRight', 'ArrowDown', 'PageDown', ' ']);
const BEFORE = new Set(['ArrowLeft', 'ArrowUp', 'PageUp']);

const types = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Keys and clickers go through the slides, before any other key of the editor; not while something is typed. */
export function usePresentingKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { dialog, gesture } = editor.getState();
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (dialog || gesture || types(event.target)) return;
      const onButton = event.target instanceof HTMLElement && event.target.closest('button') !== null;
      if (event.key === ' ' && onButton) return;
      if (event.key === 'Escape') leave();
      else if (NEXT.has(event.key)) stepThroughSlides(1);
      else if (BEFORE.has(event.key)) stepThroughSlides(-1);
      else if (event.key === 'Home') goToSlide(0);
      else if (event.key === 'End') goToSlide(Number.MAX_SAFE_INTEGER);
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', press, true);
    return () => window.removeEventListener('keydown', press, true);
  }, []);
}

/** Where there are no slides, only the way back has a key. */
export function useLeavingKey(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { dialog, gesture } = editor.getState();
      if (event.key !== 'Escape' || dialog || gesture || types(event.target)) return;
      leave();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}

/** Keeps the slide in view: when it changes, and when the screen does. */
export function useFraming(slide: Slide | undefined): void {
  const { x = 0, y = 0, width = 0, height = 0 } = slide?.box ?? {};
  useEffect(() => {
    if (width === 0) return;
    const frame = () => canvas().frame({ x, y, width, height });
    const area = document.querySelector('.journey-canvas');
    const sizes = new ResizeObserver(frame);
    if (area) sizes.observe(area);
    return () => sizes.disconnect();
  }, [x, y, width, height]);
}

/** The screen stays on: the lock is asked for anew whenever the window comes back into sight. */
export function useWakefulScreen(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null;
    let over = false;
    let told = false;
    const ask = async () => {
      if (document.visibilityState !== 'visible' || (lock && !lock.released)) return;
      try {
        const given = await navigator.wakeLock.request('screen');
        if (over) await given.release();
        else lock = given;
      } catch {
        // Hidden again, or this machine saves its battery: the next time in sight is the next try.
        if (!over && !told && document.visibilityState === 'visible') tell('info', texts()('workshop.present.mayDim'));
        told = true;
      }
    };
    void ask();
    const seen = () => void ask();
    document.addEventListener('visibilitychange', seen);
    return () => {
      over = true;
      document.removeEventListener('visibilitychange', seen);
      void lock?.release();
    };
  }, []);
}
