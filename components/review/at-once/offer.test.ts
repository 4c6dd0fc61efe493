import { describe, expect, it } from "vitest";
import type { ReviewFilter } from "@/components/review/tabs";
import type { LookCause } from "@/lib/domain/reports/clean";
import type { ValueWarning } from "@/lib/domain/values/value-warning";
import { offerOf } from "./offer";

const indicator = (code: string, goal: string, toLookAt: LookCause | null = null, warnings: ValueWarning[] = []) => ({
  code,
  goal,
  toLookAt,
  warnings,
});
const note = { code: "partsShort", level: "note" } as ValueWarning;
const indicators = [
  indicator("a", "G1"),
  indicator("b", "G1", "warning"),
  indicator("c", "G2"),
  indicator("d", "G2", "missing"),
  indicator("e", "G3"),
];
const share = (goal: string, isOwn: boolean) => ({ goal, isOwn, reviewer: isOwn ? 1 : 2, by: "" });
const offer = (filter: ReviewFilter, shown: string[], shares = [share("G3", false), share("G1", true)]) =>
  offerOf(
    filter,
    { indicators, shares },
    shown.map((code) => ({ code })),
  );

describe("what is offered to be accepted at once", () => {
  it("is what is clean, and in no goal that somebody else took", () => {
    expect(offer({ tab: "all", goal: null }, ["a", "b", "c", "d", "e"])).toEqual({
      scope: "all",
      goal: null,
      codes: ["a", "c"],
      toOthers: ["e"],
      causes: { b: "warning", d: "missing" },
      noted: [],
    });
  });

  it("tells which of it has a note, which is no warning", () => {
    const noted = [indicator("a", "G1", null, [note]), indicator("b", "G1", "changed", [note]), indicator("c", "G2")];
    const offered = offerOf({ tab: "all", goal: null }, { indicators: noted, shares: [] }, []);
    expect(offered).toMatchObject({ codes: ["a", "c"], noted: ["a"] });
  });

  it("is no more than what is shown", () => {
    expect(offer({ tab: "all", goal: "G2" }, ["c", "d"])).toMatchObject({
      scope: "shown",
      codes: ["c"],
      toOthers: [],
      causes: { d: "missing" },
    });
    expect(offer({ tab: "mine", goal: null }, ["a", "b"])).toMatchObject({ scope: "shown", codes: ["a"] });
  });

  it("is nothing of an empty list of what somebody chose, which says nothing of the report", () => {
    expect(offer({ tab: "noted", goal: null }, [])).toMatchObject({ scope: "nothing", codes: [], causes: {} });
    expect(offer({ tab: "mine", goal: "G2" }, [])).toMatchObject({ scope: "nothing" });
    expect(offer({ tab: "undecided", goal: null }, [])).toMatchObject({ scope: "all" });
  });

  it("stands beside a list of what speaks against indicators, and says so", () => {
    expect(offer({ tab: "warnings", goal: null }, ["b"])).toMatchObject({ scope: "beside", codes: ["a", "c"] });
    expect(offer({ tab: "warnings", goal: "G2" }, [])).toMatchObject({ scope: "beside", codes: ["c"] });
  });
});
