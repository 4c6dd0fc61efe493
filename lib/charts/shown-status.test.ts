import { describe, expect, it } from "vitest";
import { letterOf, shownStatuses, statusOfLetter } from "./shown-status";

describe("shown status", () => {
  it("comes back from its letter", () => {
    for (const status of shownStatuses) expect(statusOfLetter(letterOf(status))).toBe(status);
    expect(() => statusOfLetter("z")).toThrow(RangeError);
  });
});
