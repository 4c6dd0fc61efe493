import { describe, expect, it } from "vitest";
import { Refusal } from "../refusal";
import {
  type LockFacts,
  moveLock,
  type PeriodState,
  type ReportMove,
  reportLock,
  reportMoves,
  stateAfter,
} from "./report";
import { type ReportState, reportStates } from "./report-state";

const facts = (state: ReportState, period: PeriodState = "open", today = "2017-02-01"): LockFacts => ({
  state,
  period: { state: period, startsOn: "2016-01-01" },
  today,
});

describe("the life of a report", () => {
  const legal: [ReportState, ReportMove, ReportState][] = [
    ["draft", "submit", "submitted"],
    ["submitted", "withdraw", "draft"],
    ["submitted", "return", "returned"],
    ["submitted", "approve", "approved"],
    ["returned", "submit", "submitted"],
    ["approved", "reopen", "returned"],
  ];

  for (const state of reportStates) {
    for (const move of reportMoves) {
      const row = legal.find(([from, by]) => from === state && by === move);
      it(`${state}, ${move}: ${row ? row[2] : "refused"}`, () => {
        if (row) return expect(stateAfter(move, facts(state), "because")).toBe(row[2]);
        expect(() => stateAfter(move, facts(state), "because")).toThrow(
          expect.objectContaining({ code: "locked", args: { lock: state } }),
        );
      });
    }
  }

  it("withdrawn, it is what it was before", () => {
    expect(stateAfter("withdraw", { ...facts("submitted"), wasDecided: true })).toBe("returned");
  });

  it.each(["return", "reopen"] as const)("%s needs a reason, and blanks are none", (move) => {
    const from = move === "return" ? "submitted" : "approved";
    for (const reason of ["", " \n\t"]) {
      expect(() => stateAfter(move, facts(from), reason)).toThrow(expect.objectContaining({ code: "reasonMissing" }));
    }
  });

  it("a locked period takes no move at all", () => {
    for (const [from, move] of legal) {
      expect(moveLock(move, facts(from, "locked"))).toBe("periodLocked");
      expect(() => stateAfter(move, facts(from, "locked"), "because")).toThrow(Refusal);
    }
  });

  it("a closed period still lets the secretariat finish its review", () => {
    expect(moveLock("approve", facts("submitted", "closed"))).toBeNull();
    expect(moveLock("return", facts("submitted", "closed"))).toBeNull();
    expect(moveLock("submit", facts("returned", "closed"))).toBeNull();
    expect(moveLock("submit", facts("draft", "closed"))).toBe("periodClosed");
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
    expect(moveLock("submit", facts("draft", "open", "2015-12-31"))).toBe("periodNotStarted");
  });
});
