import { describe, expect, it } from "vitest";
import { Refusal } from "../refusal";
import {
  type LockFacts,
  type PeriodState,
  type ReportTransition,
  reportLock,
  reportTransitions,
  stateAfter,
  transitionLock,
} from "./report";
import { type ReportState, reportStates } from "./report-state";

const facts = (state: ReportState, period: PeriodState = "open", today = "2017-02-01"): LockFacts => ({
  state,
  period: { state: period, startsOn: "2016-01-01" },
  today,
});

describe("the life of a report", () => {
  const legal: [ReportState, ReportTransition, ReportState][] = [
    ["draft", "submit", "submitted"],
    ["submitted", "withdraw", "draft"],
    ["submitted", "return", "returned"],
    ["submitted", "approve", "approved"],
    ["returned", "submit", "submitted"],
    ["approved", "reopen", "returned"],
  ];

  for (const state of reportStates) {
    for (const transition of reportTransitions) {
      const row = legal.find(([from, by]) => from === state && by === transition);
      it(`${state}, ${transition}: ${row ? row[2] : "refused"}`, () => {
        if (row) return expect(stateAfter(transition, facts(state), "because")).toBe(row[2]);
        expect(() => stateAfter(transition, facts(state), "because")).toThrow(
          expect.objectContaining({ code: "locked", args: { lock: state } }),
        );
      });
    }
  }

  it("withdrawn, it is what it was before", () => {
    expect(stateAfter("withdraw", { ...facts("submitted"), wasDecided: true })).toBe("returned");
  });

  it.each(["return", "reopen"] as const)("%s needs a reason, and blanks are none", (transition) => {
    const from = transition === "return" ? "submitted" : "approved";
    for (const reason of ["", " \n\t"]) {
      expect(() => stateAfter(transition, facts(from), reason)).toThrow(
        expect.objectContaining({ code: "reasonMissing" }),
      );
    }
  });

  it("a locked period takes no transition at all", () => {
    for (const [from, transition] of legal) {
      expect(transitionLock(transition, facts(from, "locked"))).toBe("periodLocked");
      expect(() => stateAfter(transition, facts(from, "locked"), "because")).toThrow(Refusal);
    }
  });

  it("a closed period still lets the secretariat finish its review", () => {
    expect(transitionLock("approve", facts("submitted", "closed"))).toBeNull();
    expect(transitionLock("return", facts("submitted", "closed"))).toBeNull();
    expect(transitionLock("submit", facts("returned", "closed"))).toBeNull();
    expect(transitionLock("submit", facts("draft", "closed"))).toBe("periodClosed");
  });
});

describe("the lock of a report", () => {
  it.each<[ReportState, PeriodState, ReturnType<typeof reportLock>]>([
    ["draft", "open", null],
    ["draft", "closed", "periodClosed"],
    ["draft", "locked", "periodLocked"],
    ["submitted", "open", "submitted"],
    ["submitted", "closed", "submitted"],
    ["submitted", "locked", "periodLocked"],
    ["returned", "open", null],
    ["returned", "closed", null],
    ["returned", "locked", "periodLocked"],
    ["approved", "open", "approved"],
    ["approved", "closed", "approved"],
    ["approved", "locked", "periodLocked"],
  ])("%s in a period that is %s: %s", (state, period, lock) => {
    expect(reportLock(facts(state, period))).toBe(lock);
  });

  it("opens on the period's first day, not before", () => {
    expect(reportLock(facts("draft", "open", "2015-12-31"))).toBe("periodNotStarted");
    expect(reportLock(facts("draft", "open", "2016-01-01"))).toBeNull();
    expect(transitionLock("submit", facts("draft", "open", "2015-12-31"))).toBe("periodNotStarted");
  });
});
