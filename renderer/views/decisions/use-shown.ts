import { useEffect, useRef } from 'react';
import type { Box } from '../../../shared/figures/primitives';
import type { DecisionScene } from '../../../shared/scene/decisions/decision-scene';

let wanted: ((id: string) => void) | null = null;

/** Brings a card or a branch into sight, for lists beside the picture. */
export function showInFlow(id: string): void {
  wanted?.(id);
}

/** Lets the picture be asked to show something. */
export function useShown(scene: DecisionScene | null, show: (box: Box) => void): void {
  const now = useRef(scene);
  now.current = scene;
  useEffect(() => {
    const look = (id: string) => {
      const item = now.current?.items.findLast((one) => one.id === id && one.what !== 'band');
      const band = now.current?.items.find((one) => one.id === id);
      const box = (item ?? band)?.box;
      if (box) show(box);
    };
    wanted = look;
    return () => {
      if (wanted === look) wanted = null;
    };
  }, [show]);
}
