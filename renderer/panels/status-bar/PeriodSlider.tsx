import { type CSSProperties, type KeyboardEvent, useEffect, useState } from 'react';
import { comparePeriods, type Period, periodLabel } from '../../../shared/metrics/periods';
import { editor } from '../../store/editor';
import { showPeriod } from '../../store/overlay';
import { currentPicture } from '../../store/picture';
import { useLanguage, useTexts } from '../../store/texts';
import { IconButton } from '../../ui/Button';

/** One period a second: slow enough to read what changed. */
const BEAT = 1000;

/** Goes through the periods of the numbers on the map, by hand or by itself. */
export function PeriodSlider({ periods, period }: { periods: readonly Period[]; period: Period }) {
  const t = useTexts();
  const language = useLanguage();
  const [playing, setPlaying] = useState(false);
  const at = indexOf(periods, period);
  const last = periods.length - 1;

  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => {
      if (!step(1)) setPlaying(false);
    }, BEAT);
    return () => clearInterval(timer);
  }, [playing]);

  const play = () => {
    // From the end there is nowhere to go: it begins anew.
    if (!playing && at === last) goTo(periods, 0);
    setPlaying(!playing);
  };
  const label = periodLabel(period, language);
  if (last < 1) return label && <span className="status-period">{label}</span>;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== ' ') return;
    event.preventDefault();
    play();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a frame of its own
    <div className="status-slider" role="group" aria-label={t('overlay.slider.name')}>
      <span className="status-period">{label}</span>
      <IconButton
        small
        icon="chevron-left"
        label={t('overlay.slider.previous')}
        disabled={at === 0}
        onClick={() => step(-1)}
      />
      <input
        type="range"
        min={0}
        max={last}
        step={1}
        value={at}
        style={{ '--done': `${(at / last) * 100}%` } as CSSProperties}
        aria-label={t('overlay.slider.name')}
        aria-valuetext={periodLabel(period, language, { year: true })}
        title={t('overlay.slider.hint')}
        onChange={(event) => goTo(periods, Number(event.target.value))}
        onKeyDown={onKeyDown}
      />
      <IconButton
        small
        icon="chevron-right"
        label={t('overlay.slider.next')}
        disabled={at === last}
        onClick={() => step(1)}
      />
      <IconButton
        small
        icon={playing ? 'pause' : 'play'}
        label={t(playing ? 'overlay.slider.pause' : 'overlay.slider.play')}
        onClick={play}
      />
    </div>
  );
}

/** A chosen period without a value stands where it would: at the last one before it. */
function indexOf(periods: readonly Period[], period: Period): number {
  const index = periods.indexOf(period);
  return index >= 0
    ? index
    : Math.max(
        periods.findLastIndex((other) => comparePeriods(other, period) <= 0),
        0,
      );
}

function goTo(periods: readonly Period[], index: number): void {
  const period = periods[index];
  if (period !== undefined) showPeriod(period, periods);
}

/** One period on or back, from whatever is shown at that moment; false: there is none. */
function step(by: 1 | -1): boolean {
  const { periods, period } = currentPicture().overlay;
  const next = indexOf(periods, period) + by;
  if (periods[next] === undefined || editor.getState().view !== 'map') return false;
  goTo(periods, next);
  return next < periods.length - 1;
}
