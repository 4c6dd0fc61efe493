import { describe, expect, it } from "vitest";
import {
  allObservations,
  observationsFilterOf,
  observationsOfSegment,
  queryOfObservations,
  segmentOfObservations,
} from "./observations-filter";

const asked = (query: string) => observationsFilterOf(new URLSearchParams(query));

describe("the filter of observations", () => {
  it("reads the address, and takes an empty or unknown choice for none", () => {
    expect(asked("?country=THA&about=G5.1-a&kind=questions&state=noReply&page=2")).toEqual({
      country: "THA",
      about: "G5.1-a",
      kind: "questions",
      state: "noReply",
      page: "2",
    });
    expect(asked("?country=&about=&kind=&state=")).toEqual(allObservations);
    expect(asked("?country=../THA&about=%00&kind=secret&state=draft&page=0")).toEqual(allObservations);
    for (const page of ["1", "-2", "02", "2.5", "12345"]) expect(asked(`?page=${page}`), page).toEqual(allObservations);
  });

  it("finds its way back from the query and from the page's place", () => {
    for (const query of ["", "?state=closed", "?about=G5", "?country=KHM&about=G1.1-a&kind=agrees&page=12"]) {
      expect(queryOfObservations(asked(query))).toBe(query);
      expect(observationsOfSegment(segmentOfObservations(asked(query)))).toEqual(asked(query));
    }
  });

  it("knows no other segment", () => {
    for (const segment of ["THA", "THA~_~_~_", "THA~_~_~_~_~_", "_~_~secret~_~_", "_~_~_~draft~_", "_~_~_~_~1"])
      expect(observationsOfSegment(segment), segment).toBeNull();
  });
});
