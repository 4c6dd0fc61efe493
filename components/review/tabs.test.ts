import { describe, expect, it } from "vitest";
import type { ReviewIndicator } from "@/lib/views/review-view";
import { countsOf, indicatorsOf, tabOf } from "./tabs";

const plain = { changes: [], warnings: [], asked: null, isWithoutValue: false };
const asked = { submission: 1, query: "Is it all?", reply: "Yes." };
const fall = { code: "cumulativeFall", level: "warning" };
const indicators = [
  { ...plain, code: "G1.1-a" },
  { ...plain, code: "G1.1-b", changes: [{ cell: "total", before: null, now: null }] },
  { ...plain, code: "G1.1-c", asked },
  { ...plain, code: "G1.1-d", warnings: [fall] },
  { ...plain, code: "G1.1-e", warnings: [{ ...fall, level: "note" }], isWithoutValue: true },
] as unknown as ReviewIndicator[];

describe("the tabs of a review", () => {
  it("list what changed or was replied to, what wants an explanation, what has no value", () => {
    const codesOf = (tab: Parameters<typeof indicatorsOf>[0]) =>
      indicatorsOf(tab, { indicators }).map(({ code }) => code);
    expect(codesOf("changed")).toEqual(["G1.1-b", "G1.1-c"]);
    expect(codesOf("warnings")).toEqual(["G1.1-d"]);
    expect(codesOf("empty")).toEqual(["G1.1-e"]);
    expect(countsOf({ indicators })).toEqual({ changed: 2, warnings: 1, empty: 1, all: 5 });
  });

  it("begin with what changed, and with everything where there is nothing to compare", () => {
    expect(tabOf(undefined, false)).toBe("all");
    expect(tabOf(undefined, true)).toBe("changed");
    expect(tabOf("warnings", false)).toBe("warnings");
    expect(tabOf("narrative", true)).toBe("narrative");
    expect(tabOf(["all", "x"], true)).toBe("changed");
  });
});
