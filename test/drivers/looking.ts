import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** Violations in a part of what is on the screen now, each with what it is and where. */
export async function inaccessible(page: Page, what: string, part = 'body'): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).include(part).analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${what}: ${id} (${help}) ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  );
}

/** Texts that do not fit where they stand: cut off at the right, or reaching out of their control. */
export function clipped(page: Page, part: string): Promise<string[]> {
  return page.locator(part).evaluateAll((roots) =>
    roots.flatMap((root) =>
      [
        ...root.querySelectorAll<HTMLElement>(
          'button, label, legend, h1, h2, h3, p, span, kbd, strong, small, li, td, th, dt, dd, time',
        ),
      ]
        .filter((one) => {
          const { overflow, textOverflow, position } = getComputedStyle(one);
          const hasText = [...one.childNodes].some(
            (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
          );
          // Read out only, or a title of the map's own, of any length.
          if (!hasText || position === 'absolute' || one.closest('.visually-hidden, [data-any-length]')) return false;
          if (one.clientWidth === 0) {
            const around = one.parentElement?.getBoundingClientRect();
            const own = one.getBoundingClientRect();
            return around !== undefined && own.width > 0 && own.right > around.right + 1.5 && around.width > 0;
          }
          return one.scrollWidth > one.clientWidth + 1 && (overflow !== 'visible' || textOverflow === 'ellipsis');
        })
        .map((one) => `${one.className || one.tagName}: ${one.textContent}`),
    ),
  );
}
