import { describe, expect, it } from "vitest";
import { letterOf, shownStatuses, shownStatusOf, statusOfLetter } from "./shown-status";

describe("shown status", () => {
  it("comes back from its letter", () => {
    for (const status of shownStatuses) expect(statusOfLetter(letterOf(status))).toBe(status);
    expect(() => statusOfLetter("z")).toThrow(RangeError);
  });

  it("is suppressed only where the figure is, not beside one that everybody reads", () => {
    const hidden = { status: "notAssessed", statusReason: "hidden" } as const;
    expect(shownStatusOf({ figure: { mark: "suppressed" }, ...hidden })).toBe("suppressed");
    expect(shownStatusOf({ figure: { mark: "shown" }, ...hidden })).toBe("notAssessed");
    expect(shownStatusOf({ figure: { mark: "small" }, ...hidden })).toBe("notAssessed");
    expect(shownStatusOf({ figure: { mark: "suppressed" }, status: "onTrack", statusReason: null })).toBe("onTrack");
  });
});
