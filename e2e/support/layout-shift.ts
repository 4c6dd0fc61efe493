import type { Page } from "@playwright/test";
import { expect } from "./fixtures";

interface Shift {
  value: number;
  /** What moved, and from where to where. */
  moved: string[];
}

/**
 * The page stayed where it is, as browsers measure it; what moved is told where it hasn't.
 * @param most how much may move by itself: 0.01 is a line of text that shifts by a line
 * @param since a moment of the page's own clock, in milliseconds
 */
export async function expectStill(page: Page, where: string, most: number, since = 0): Promise<void> {
  const shifts = await page.evaluate(
    (since) =>
      new Promise<Shift[]>((tell) => {
        const shifts: Shift[] = [];
        const box = ({ x, y, width, height }: DOMRectReadOnly) => [x, y, width, height].map(Math.round).join(" ");
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & {
            value: number;
            sources: { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[];
          })[])
            if (entry.startTime >= since)
              shifts.push({
                value: entry.value,
                moved: entry.sources.map(
                  ({ node, previousRect, currentRect }) =>
                    `${node instanceof Element ? node.outerHTML.slice(0, 80) : node?.textContent?.slice(0, 80)} (${box(previousRect)} to ${box(currentRect)}) after ${Math.round(entry.startTime)} ms`,
                ),
              });
        }).observe({ type: "layout-shift", buffered: true });
        requestAnimationFrame(() => requestAnimationFrame(() => tell(shifts)));
      }),
    since,
  );
  const sum = shifts.reduce((sum, { value }) => sum + value, 0);
  expect(sum, `${where}\n${shifts.flatMap(({ moved }) => moved).join("\n")}`).toBeLessThanOrEqual(most);
}
