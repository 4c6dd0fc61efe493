import { describe, expect, it } from "vitest";
import { changesFilterOf, changesOfSegment, queryOfChanges, segmentOfChanges } from "./changes-filter";

const asked = (query: string) => changesFilterOf(new URLSearchParams(query));

describe("the filter of changes", () => {
  it("reads the address, and takes an empty or unknown choice for none", () => {
    expect(asked("?direction=worsened&goal=G5&country=THA")).toEqual({
      direction: "worsened",
      goal: "G5",
      country: "THA",
    });
    expect(asked("?direction=&goal=&country=")).toEqual({ direction: null, goal: null, country: null });
    expect(asked("?direction=sideways&goal=../G5&country=%00")).toEqual({ direction: null, goal: null, country: null });
  });

  it("finds its way back from the query and from the page's place", () => {
    for (const query of ["", "?direction=improved", "?goal=G5", "?direction=redefined&goal=G1&country=KHM"]) {
      expect(queryOfChanges(asked(query))).toBe(query);
      expect(changesOfSegment(segmentOfChanges(asked(query)))).toEqual(asked(query));
    }
  });

  it("knows no other segment", () => {
    for (const segment of ["worsened", "worsened~G5", "worsened~G5~_~_", "sideways~_~_", "_~~_", "_~a/b~_"]) {
      expect(changesOfSegment(segment), segment).toBeNull();
    }
  });
});
