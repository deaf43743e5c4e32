import { type RefCallback, useCallback } from 'react';

const FIELDS = 'input:not([type="file"]), select, textarea, button';

/**
 * Gives the focus to an element as soon as it stands in the page, with its text selected; of an element that can't
 * have it, to the first field in it. A dialog that finds the focus in itself leaves it there.
 */
export function useFocus<Element extends HTMLElement>(): RefCallback<Element> {
  return useCallback((element: Element | null) => {
    const field = element?.matches(`${FIELDS}, [tabindex]`) ? element : element?.querySelector<HTMLElement>(FIELDS);
    // Of choices that stand together, the one that is made.
    (
      field?.closest('[role="group"], [role="radiogroup"]')?.querySelector<HTMLElement>('[aria-checked="true"]') ??
      field
    )?.focus();
    if (field instanceof HTMLInputElement) field.select();
  }, []);
}
