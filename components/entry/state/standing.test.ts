import { describe, expect, it, vi } from "vitest";
import { refusedNow, Standing } from "./standing";

const open = { lock: null, enterable: ["A", "B"] };
const submitted = { lock: "submitted", enterable: [] } as const;
const locked = { key: "locked", args: { lock: "submitted" } };

describe("a value that was refused", () => {
  it("is offered to be stored only while the report takes it", () => {
    expect(refusedNow(locked, submitted, "A")).toEqual({ isStorable: false, problem: locked });
    expect(refusedNow(locked, open, "A")).toEqual({ isStorable: true, problem: null });
  });

  it("says why it can't be stored now, not why it couldn't then", () => {
    const { problem } = refusedNow(locked, { lock: "approved", enterable: [] }, "A");
    expect(problem).toEqual({ key: "locked", args: { lock: "approved" } });
    expect(refusedNow(locked, open, "C").problem).toEqual({ key: "notAllowed" });
    expect(refusedNow({ key: "notAllowed" }, open, "A")).toEqual({ isStorable: true, problem: null });
    // It was taken over while they typed.
    const taken = { key: "notAssigned" };
    expect(refusedNow(taken, open, "C")).toEqual({ isStorable: false, problem: taken });
    expect(refusedNow(taken, open, "A")).toEqual({ isStorable: true, problem: null });
  });

  it("isn't offered where the tables are others now", () => {
    const gone = { key: "cellNotAdmitted", args: { cell: "sex=female" } };
    expect(refusedNow(gone, open, "A")).toEqual({ isStorable: false, problem: gone });
  });
});

describe("what may be entered", () => {
  it("is known anew when a save is refused", () => {
    const standing = new Standing(open);
    const heard = vi.fn();
    standing.subscribe(heard);
    standing.heard({ indicator: "A" }, { type: "acknowledged", revision: 1, savedAt: null });
    standing.hear({ lock: null, enterable: ["B", "A"] });
    expect(heard).not.toHaveBeenCalled();
    standing.heard({ indicator: "A" }, { type: "refused", problem: { key: "notAllowed" }, again: false });
    expect(standing.now()).toEqual({ lock: null, enterable: ["B"] });
    standing.heard({ indicator: "B" }, { type: "refused", problem: locked, again: false });
    expect(standing.now()).toEqual(submitted);
    expect(heard).toHaveBeenCalledTimes(2);
  });
});
