import { describe, expect, it } from "vitest";
import { absentStatus, letterOf, regionStatusOf, shownStatuses, shownStatusOf, statusOfLetter } from "./shown-status";

describe("shown status", () => {
  it("comes back from its letter", () => {
    for (const status of shownStatuses) expect(statusOfLetter(letterOf(status))).toBe(status);
    expect(() => statusOfLetter("z")).toThrow(RangeError);
  });

  it("tells what doesn't apply from what is missing", () => {
    const none = { status: null, statusReason: null };
    expect(shownStatusOf({ value: { state: "missing", reason: "notApplicable" }, ...none })).toBe("notApplicable");
    expect(shownStatusOf({ value: { state: "missing", reason: "confidential" }, ...none })).toBe("noValue");
    expect(shownStatusOf({ value: { state: "missing", reason: null }, ...none })).toBe("noValue");
    expect(absentStatus({ state: "missing", reason: "noApprovedReport" })).toBe("noReport");
    expect(regionStatusOf("notApplicable", false)).toBe("notAssessed");
    expect(regionStatusOf("notApplicable", true)).toBe("notApplicable");
  });

  it("is suppressed only where the value is, not beside one that everybody reads", () => {
    const hidden = { status: "notAssessed", statusReason: "hidden" } as const;
    expect(shownStatusOf({ value: { state: "suppressed" }, ...hidden })).toBe("suppressed");
    expect(shownStatusOf({ value: { state: "shown" }, ...hidden })).toBe("notAssessed");
    expect(shownStatusOf({ value: { state: "small" }, ...hidden })).toBe("notAssessed");
    expect(shownStatusOf({ value: { state: "suppressed" }, status: "onTrack", statusReason: null })).toBe("onTrack");
  });
});
