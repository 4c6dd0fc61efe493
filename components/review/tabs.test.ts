import { describe, expect, it } from "vitest";
import type { ReviewIndicator } from "@/lib/views/review-view";
import type { Choices } from "./answers/choice";
import {
  countsOf,
  filterQuery,
  goalOf,
  indicatorsOf,
  type ReviewTab,
  reviewTabs,
  shownNow,
  tabOf,
  tabsOf,
} from "./tabs";

const plain = {
  goal: "G1",
  changes: [],
  warnings: [],
  asked: null,
  answer: null,
  isWithoutValue: false,
  isChangedSinceApproval: false,
  isMine: false,
  isNoted: false,
};
const asked = { submission: 1, query: "Is it all?", reply: "Yes." };
const fall = { code: "cumulativeFall", level: "warning" };
const indicators = [
  { ...plain, code: "G1.1-a", isNoted: true },
  { ...plain, code: "G1.1-b", changes: [{ cell: "total", before: null, now: null }] },
  { ...plain, code: "G1.1-c", asked, answer: { answer: "accept" } },
  { ...plain, code: "G1.1-d", warnings: [fall] },
  { ...plain, code: "G1.1-e", warnings: [{ ...fall, level: "note" }], isWithoutValue: true },
  { ...plain, code: "G2.1-a", goal: "G2", warnings: [{ code: "partsMore", level: "warning" }], isMine: true },
  { ...plain, code: "G2.1-b", goal: "G2", isChangedSinceApproval: true, answer: { answer: "query" } },
] as unknown as ReviewIndicator[];

describe("the tabs of a review", () => {
  it("list what changed or was replied to, what wants an explanation, what has no value", () => {
    const codesOf = (tab: ReviewTab, goal: string | null = null) =>
      indicatorsOf({ tab, goal }, { indicators }).map(({ code }) => code);
    expect(codesOf("changed")).toEqual(["G1.1-b", "G1.1-c"]);
    expect(codesOf("warnings")).toEqual(["G1.1-d", "G2.1-a"]);
    expect(codesOf("warnings", "G2")).toEqual(["G2.1-a"]);
    expect(codesOf("large")).toEqual(["G1.1-d"]);
    expect(codesOf("empty")).toEqual(["G1.1-e"]);
    expect(codesOf("approved")).toEqual(["G2.1-b"]);
    expect(codesOf("queries")).toEqual(["G1.1-c", "G2.1-b"]);
    expect(codesOf("mine")).toEqual(["G2.1-a"]);
    expect(codesOf("noted")).toEqual(["G1.1-a"]);
    expect(countsOf({ indicators })).toMatchObject({ changed: 2, warnings: 2, empty: 1, undecided: 5, all: 7 });
    expect(countsOf({ indicators }, "G2")).toMatchObject({ changed: 0, warnings: 1, undecided: 1, all: 2 });
  });

  it("go by the answers and notes of the moment where they go by any, a query once it has words", () => {
    const choices: Choices = {
      "G1.1-a": { answer: "query", query: "All?" },
      "G1.1-b": { answer: "query", query: " " },
      "G1.1-c": { answer: "accept", query: "" },
      "G2.1-a": { answer: null, query: "" },
    };
    const isNoted = (code: string) => code === "G1.1-b";
    const now = (tab: ReviewTab, ...codes: string[]) => shownNow(tab, codes, { choices, asked: ["G1.1-c"], isNoted });
    expect(now("queries", ...Object.keys(choices))).toEqual(["G1.1-a", "G1.1-c"]);
    expect(now("undecided", ...Object.keys(choices))).toEqual(["G1.1-b", "G2.1-a"]);
    expect(now("undecided", "G2.1-a")).toEqual(["G2.1-a"]);
    expect(now("noted", ...Object.keys(choices))).toEqual(["G1.1-b"]);
    expect(now("warnings", "G2.1-a")).toBeNull();
    const given = { choices: null, asked: [], isNoted };
    expect(shownNow("undecided", ["G2.1-a"], given)).toBeNull();
    expect(shownNow("noted", ["G1.1-b"], given)).toEqual(["G1.1-b"]);
  });

  it("of what one took and noted are for whoever can, and lead others to everything", () => {
    expect(tabsOf(true)).toEqual(reviewTabs);
    expect(tabsOf(false)).toEqual(reviewTabs.slice(0, -2));
    for (const tab of ["mine", "noted"] as const) {
      expect(tabOf(tab, true, true)).toBe(tab);
      expect(tabOf(tab, true, false)).toBe("all");
    }
  });

  it("begin with what changed, and with everything where there is nothing to compare", () => {
    expect(tabOf(undefined, false, false)).toBe("all");
    expect(tabOf(undefined, true, false)).toBe("changed");
    expect(tabOf("warnings", false, false)).toBe("warnings");
    expect(tabOf("narrative", true, false)).toBe("narrative");
    expect(tabOf(["all", "x"], true, false)).toBe("changed");
  });

  it("are told by the address together with a goal that the report has", () => {
    const goals = [{ code: "G1", pillar: "P1", title: "", shortTitle: "" }];
    expect(goalOf("G1", { goals })).toBe("G1");
    expect(goalOf("G9", { goals })).toBeNull();
    expect(filterQuery({ tab: "large", goal: "G1" })).toBe("?tab=large&goal=G1");
    expect(filterQuery({ tab: "all", goal: null })).toBe("?tab=all");
  });
});
