import { describe, expect, it } from "vitest";
import { type Box, bestWay, type Home, homeOf, meet, over, reachOver, type Segment } from "./place-words";

// Panels of countries, as wide as they get: three beside each other on a page and on a sheet, and one on a phone. Left and
// right end of the axis of time, height of the plot, size of a line of words, and what words stay within.
const panels = {
  page: { ends: [39, 220], top: 22, base: 134, line: 12, within: [15, 0, 251, 133] },
  "page with names of steps": { ends: [140, 229], top: 22, base: 134, line: 12, within: [116, 0, 251, 133] },
  phone: { ends: [39, 290], top: 22, base: 134, line: 12, within: [15, 0, 328, 133] },
  publication: { ends: [24, 122], top: 10, base: 64, line: 7.5, within: [10, 0, 146, 63] },
} satisfies Record<string, { ends: readonly [number, number]; top: number; base: number; line: number; within: Box }>;
const years = 5;
/** Width in heights of a line: in one line, and in two. */
const texts = {
  "no value": [4, 2.2],
  suppressed: [5.4],
  "not applicable": [6.7, 5],
  "no approved report": [9.2, 5.7],
  "the same in Burmese": [16, 8.6],
};

type Panel = (typeof panels)[keyof typeof panels];

const momentsOf = ({ ends: [from, to] }: Panel) =>
  Array.from({ length: years }, (_, year) => from + ((to - from) * year) / (years - 1));

function place(panel: Panel, widths: readonly number[], [from, to]: Home, y: number, taken: readonly Box[] = []) {
  const moments = momentsOf(panel);
  const ends: Home = [moments[from]!, moments[to]!];
  const home = homeOf(ends, moments);
  const ways = widths.map((width, index) => {
    const size = { width: width * panel.line, height: (index + 1) * panel.line };
    return { size, home, places: over(ends, home, y, size, index + 1, panel.line / 4, false, panel.within) };
  });
  const rising: Segment[] = moments.slice(1).map((x, index) => [moments[index]!, 90 - 15 * index, x, 75 - 15 * index]);
  return bestWay(
    reachOver(ends, ways[0]!.size.width, moments) ? ways.reverse() : ways,
    panel.within,
    taken,
    rising.map(([x, y, endX, endY]) => [x, (y * panel.base) / 100, endX, (endY * panel.base) / 100]),
  ).box;
}

const yearOver = (panel: Panel, [left, , right]: Box) => {
  const away = momentsOf(panel).map((x) => Math.abs(x - (left + right) / 2));
  return away.indexOf(Math.min(...away));
};

describe.each(Object.entries(panels))("words in place of a value, in a panel of a %s", (_, panel) => {
  const heights = [panel.top, (panel.top + panel.base) / 2, panel.base];

  it.each(Object.entries(texts))("stand over their own year: %s", (_, widths) => {
    for (let year = 0; year < years; year += 1)
      for (const y of heights) expect(yearOver(panel, place(panel, widths, [year, year], y))).toBe(year);
  });

  it("stand each over its own year where the next one has words too", () => {
    for (let year = 0; year < years - 1; year += 1)
      for (const y of heights) {
        const first = place(panel, texts["not applicable"], [year, year], y);
        const next = place(panel, texts["no approved report"], [year + 1, year + 1], y, [first]);
        expect([yearOver(panel, first), yearOver(panel, next)]).toEqual([year, year + 1]);
        expect(meet(first, next)).toBe(false);
      }
  });

  it("stand over the span of the years for which they are said once", () => {
    const moments = momentsOf(panel);
    for (const widths of Object.values(texts))
      for (const y of heights) {
        const [left, , right] = place(panel, widths, [1, 2], y);
        expect((left + right) / 2).toBeGreaterThanOrEqual(moments[1]!);
        expect((left + right) / 2).toBeLessThanOrEqual(moments[2]!);
      }
  });
});

describe("words that would reach over another year", () => {
  const panel = panels.page;
  it("stand in two lines, others in one", () => {
    const heightOf = (widths: readonly number[]) => {
      const [, top, , bottom] = place(panel, widths, [2, 2], panel.base);
      return bottom - top;
    };
    expect(heightOf(texts["no approved report"])).toBe(2 * panel.line);
    expect(heightOf(texts["no value"])).toBe(panel.line);
  });
});
