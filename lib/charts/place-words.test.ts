import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { around, type Box, bestPlace, bestWay, crosses, meet, over, rightOf } from "./place-words";

const within: Box = [0, 0, 250, 150];
const size = { width: 40, height: 12 };

describe("words in one line or in two", () => {
  const way = (width: number, height: number) => ({ size: { width, height }, places: [[50 - width / 2, 40]] as const });
  const within = [0, 0, 100, 100] as const;

  it("stand in one line where that is clear", () => {
    expect(bestWay([way(60, 10), way(30, 22)], within, [], []).box).toEqual([20, 40, 80, 50]);
  });

  it("stand in two where one would lie across a line, and in one where both would", () => {
    const beside = [[75, 0, 75, 100]] as const;
    expect(bestWay([way(60, 10), way(30, 22)], within, [], beside).box).toEqual([35, 40, 65, 62]);
    const through = [[50, 0, 50, 100]] as const;
    expect(bestWay([way(60, 10), way(30, 22)], within, [], through).box).toEqual([20, 40, 80, 50]);
  });
});

describe("words in a chart", () => {
  it("keep clear of each other: a value and, a year on, that there is none", () => {
    const value = bestPlace(around(100, 120, size, 6, false), size, within, []);
    const word = { width: 54, height: 12 };
    expect(value).toEqual([80, 102, 120, 114]);
    const blank = bestPlace(over([128, 128], [115, 140], 120, word, 1, 3, false, within), word, within, [value]);
    expect(meet(value, blank)).toBe(false);
  });

  it("stay in the picture", () => {
    const spot = fc.record({ x: fc.integer({ min: 0, max: 250 }), y: fc.integer({ min: 20, max: 130 }) });
    fc.assert(
      fc.property(spot, ({ x, y }) => {
        const [left, top, right, bottom] = bestPlace(rightOf(x, y, size, 6), size, within, []);
        expect(left).toBeGreaterThanOrEqual(0);
        expect(right).toBeLessThanOrEqual(250);
        expect(top).toBeGreaterThanOrEqual(0);
        expect(bottom).toBeLessThanOrEqual(150);
      }),
    );
  });

  it("keep clear of lines where there is a way", () => {
    const line = [100, 60, 200, 100] as const;
    const placed = bestPlace(around(150, 80, size, 6, false), size, within, [], [line]);
    expect(crosses(line, placed)).toBe(false);
  });

  it("keep clear of the steps of a planned path, further from their point where they must", () => {
    // Thailand's panel of G4.2.2-a: from "Drafted" at 2014 in three steps to the last at 2018, "No rule" beside its 2015.
    const corners = [
      [81, 94],
      [115, 94],
      [115, 67],
      [149, 67],
      [149, 39],
      [218, 39],
      [218, 11],
    ] as const;
    const path = corners.slice(1).map(([x, y], index) => [...corners[index]!, x, y] as const);
    const run = [81, 94, 115, 122] as const;
    const words = { width: 109, height: 12 };
    const others: Box[] = [
      [76, 89, 86, 99],
      [110, 117, 120, 127],
      [110, 104, 160, 115],
    ];
    // On the page, and in a picture where they don't fit below the path.
    for (const right of [240, 212]) {
      const within: Box = [60, 0, right, 123];
      const places = over([149, 149], [134, 164], 122, words, 1, 3, true, within);
      const placed = bestPlace(places, words, within, others, [...path, run]);
      expect([...path, run].filter((line) => crosses(line, placed))).toEqual([]);
      expect(others.filter((other) => meet(other, placed))).toEqual([]);
    }
  });

  it("stay in the picture rather than clear of each other", () => {
    const wide = { width: 250, height: 12 };
    const taken: Box[] = Array.from({ length: 15 }, (_, index): Box => [0, index * 10, 20, index * 10 + 9]);
    const [, top, , bottom] = bestPlace(
      over([125, 125], [100, 150], 140, wide, 1, 3, false, within),
      wide,
      within,
      taken,
    );
    expect(top).toBeGreaterThanOrEqual(0);
    expect(bottom).toBeLessThanOrEqual(150);
  });

  it("knows a line that runs through a box from one that passes it", () => {
    expect(crosses([0, 0, 100, 100], [40, 40, 60, 60])).toBe(true);
    expect(crosses([0, 0, 100, 0], [40, 40, 60, 60])).toBe(false);
    expect(crosses([0, 50, 30, 50], [40, 40, 60, 60])).toBe(false);
    expect(crosses([50, 0, 50, 100], [40, 40, 60, 60])).toBe(true);
  });
});
