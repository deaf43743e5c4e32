import { type RefObject, useEffect } from 'react';

/** How much the tabs of the views say: all names, the chosen one's, none. */
const LEVELS = ['names', 'chosen', 'icons'] as const;

/**
 * Lets the tabs say as much as there is room for beside the map's own name, which is as long as it is: sets
 * `data-tabs` on the bar before it is painted.
 */
export function useRoomForTabs(bar: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = bar.current;
    if (!element) return;
    const settle = () => {
      for (const level of LEVELS) {
        element.dataset.tabs = level;
        const isCut = [...element.querySelectorAll<HTMLElement>('.top-bar-title, .top-bar-title > button')].some(
          (part) => part.scrollWidth > part.clientWidth,
        );
        if (!isCut && element.scrollWidth <= element.clientWidth) return;
      }
    };
    const sizes = new ResizeObserver(settle);
    const words = new MutationObserver(settle);
    sizes.observe(element);
    words.observe(element, { subtree: true, childList: true, characterData: true });
    settle();
    return () => {
      sizes.disconnect();
      words.disconnect();
    };
  }, [bar]);
}
