import { useEffect, useRef, useState } from 'react';
import { useEditor } from '../store/editor';
import { useTexts } from '../store/texts';
import { IconButton } from '../ui/Button';
import { chime } from './chime';
import { addMinute, timeLeft, toggleClock } from './meeting';
import { setWorkshop } from './workshop-state';

/** How often the clock looks at the time, in milliseconds. */
const TICK = 250;

/** The clock of a step: it tells when the time is over, and goes on counting how long it has been over. */
export function Timer() {
  const t = useTexts();
  const timer = useEditor((state) => state.workshop.timer);
  const sound = useEditor((state) => state.workshop.sound);
  const [now, setNow] = useState(() => Date.now());
  const runs = timer.endsAt !== null;
  useEffect(() => {
    if (!runs) return;
    setNow(Date.now());
    const ticking = setInterval(() => setNow(Date.now()), TICK);
    return () => clearInterval(ticking);
  }, [runs]);
  const left = timeLeft(timer, now);
  const isOver = left <= 0;
  const wasOver = useRef(isOver);
  useEffect(() => {
    if (isOver && !wasOver.current && runs && sound) chime();
    wasOver.current = isOver;
  }, [isOver, runs, sound]);
  return (
    <div className={isOver ? 'timer over' : 'timer'} role="timer" aria-label={t('workshop.timer.name')}>
      <IconButton
        icon={runs ? 'pause' : 'play'}
        label={t(runs ? 'workshop.timer.stop' : 'workshop.timer.start')}
        onClick={toggleClock}
      />
      <b>{clockText(left)}</b>
      <IconButton icon="plus" small label={t('workshop.timer.more')} onClick={addMinute} />
      <IconButton
        icon={sound ? 'volume-2' : 'volume-x'}
        small
        label={t('workshop.timer.sound')}
        aria-pressed={sound}
        onClick={() => setWorkshop({ sound: !sound })}
      />
      <span className="visually-hidden" aria-live="assertive">
        {runs && isOver ? t('workshop.timer.over') : ''}
      </span>
    </div>
  );
}

/** `4:05`; `−0:12` once the time is over. */
function clockText(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  const [minutes, rest] = [Math.floor(Math.abs(seconds) / 60), Math.abs(seconds) % 60];
  return `${seconds < 0 ? '−' : ''}${minutes}:${String(rest).padStart(2, '0')}`;
}
