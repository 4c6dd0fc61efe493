import type { Page } from "@playwright/test";

/** How much of the page moved by itself, as browsers measure it: since a moment of the page's own clock, in milliseconds. */
export async function shiftsOf(page: Page, since = 0): Promise<number> {
  return page.evaluate(
    (since) =>
      new Promise<number>((tell) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            if (entry.startTime >= since) sum += (entry as unknown as { value: number }).value;
        }).observe({ type: "layout-shift", buffered: true });
        requestAnimationFrame(() => requestAnimationFrame(() => tell(sum)));
      }),
    since,
  );
}
