import { describe, expect, it } from "vitest";
import type { LockFacts } from "./report";
import { submissionBlocks, withdrawalBar } from "./submission";

const settled = {
  code: "G1.1-a",
  isAnswered: true,
  isOutsideLimits: false,
  commentMissing: false,
  isUnconfirmed: false,
  queryOpen: false,
};

describe("what a report needs before it is submitted", () => {
  it("is an answer, words on warnings, and a reply to each query, of every indicator", () => {
    expect(submissionBlocks([settled, { ...settled, code: "G1.1-b" }])).toEqual([]);
    expect(
      submissionBlocks([
        { ...settled, isAnswered: false },
        settled,
        {
          ...settled,
          code: "G1.1-b",
          isOutsideLimits: true,
          commentMissing: true,
          isUnconfirmed: true,
          queryOpen: true,
        },
      ]),
    ).toEqual([
      { code: "blank", indicator: "G1.1-a" },
      { code: "valueOutsideLimits", indicator: "G1.1-b" },
      { code: "commentMissing", indicator: "G1.1-b" },
      { code: "unconfirmed", indicator: "G1.1-b" },
      { code: "replyMissing", indicator: "G1.1-b" },
    ]);
  });
});

describe("withdrawing a submission", () => {
  const facts = (more: Partial<LockFacts> = {}): LockFacts => ({
    state: "submitted",
    period: { state: "open", startsOn: "2016-01-01" },
    today: "2017-02-01",
    ...more,
  });

  it("is free until a reviewer answers anything", () => {
    expect(withdrawalBar(facts(), 0)).toBeNull();
    expect(withdrawalBar(facts(), 1)).toBe("reviewBegun");
  });

  it("is only of what waits for a decision", () => {
    for (const state of ["draft", "returned", "approved"] as const)
      expect(withdrawalBar(facts({ state }), 0)).toBe(state);
  });

  it("leaves nobody with a draft that a closed period doesn't take again", () => {
    const closed = { state: "closed" as const, startsOn: "2016-01-01" };
    expect(withdrawalBar(facts({ period: closed }), 0)).toBe("periodClosed");
    expect(withdrawalBar(facts({ period: closed, wasDecided: true }), 0)).toBeNull();
    expect(withdrawalBar(facts({ period: { ...closed, state: "locked" } }), 0)).toBe("periodLocked");
  });
});
