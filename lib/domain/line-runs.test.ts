import { describe, expect, it } from "vitest";
import { lineRuns } from "./line-runs";

const point = (code: string, ...restsOn: string[]) => ({ code, restsOn });
const codes = (runs: { code: string }[][]) => runs.map((run) => run.map(({ code }) => code));

describe("runs of a line", () => {
  it.each([
    ["one set of countries, in any order", [point("15", "KHM", "LAO"), point("16", "LAO", "KHM")], [["15", "16"]]],
    [
      "a country that came",
      [point("15", "KHM"), point("16", "KHM", "LAO"), point("17", "KHM", "LAO")],
      [["15"], ["16", "17"]],
    ],
    ["a country in place of another", [point("15", "KHM"), point("16", "LAO")], [["15"], ["16"]]],
    ["a period without a figure", [point("15", "KHM"), null, point("17", "KHM")], [["15"], ["17"]]],
    ["blanks at both ends", [null, point("16", "KHM"), null], [["16"]]],
    ["nothing at all", [null, null], []],
  ])("%s", (_, points, runs) => {
    expect(codes(lineRuns(points))).toEqual(runs);
  });
});
