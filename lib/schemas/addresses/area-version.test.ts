import { expect, it } from "vitest";
import { resultsVersionOfArea } from "./area-version";

it("tells the results version of an area of a plan, and of nothing else", () => {
  expect(resultsVersionOfArea("17-3")).toBe("17");
  for (const segment of ["17", "17~june-2018", "17-3~june-2018", "17-", "-3", "0-1", "17-3-1"])
    expect([segment, resultsVersionOfArea(segment)]).toEqual([segment, null]);
});
