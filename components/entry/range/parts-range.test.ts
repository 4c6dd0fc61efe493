import { describe, expect, it } from "vitest";
import { cellsBetween, cornersOf, movedCorner } from "./parts-range";

/** Two rows and two columns with their sums, which have no corner. */
const grid = [
  ["a", "b", "ab"],
  ["c", "d", "cd"],
  ["ac", "bd"],
];

describe("a range in a table of parts", () => {
  it("is what stands between two cells, whichever was first", () => {
    expect(cellsBetween(grid, [1, 1], [0, 0])).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
    expect(cellsBetween(grid, [0, 2], [2, 1])).toEqual([["b", "ab"], ["d", "cd"], ["bd"]]);
  });

  it("goes as far as there are cells", () => {
    expect(movedCorner(grid, [0, 0], "up")).toEqual([0, 0]);
    expect(movedCorner(grid, [1, 2], "down")).toEqual([1, 2]);
    expect(movedCorner(grid, [1, 1], "down")).toEqual([2, 1]);
    expect(cornersOf(grid, "cd")).toEqual([1, 2]);
    expect(cornersOf(grid, "x")).toBeNull();
  });
});
