import { describe, expect, it } from "vitest";
import type { PublicValue } from "@/lib/views/public-value";
import { prepareCompleteness } from "./prepare-completeness";

const missing = (reason: Extract<PublicValue, { state: "missing" }>["reason"]): PublicValue => ({
  state: "missing",
  reason,
});
const zero: PublicValue = { state: "shown", value: { kind: "number", number: "0" } };

describe("completeness", () => {
  it("counts zero, words, small and suppressed values as given, and only what is missing as missing", () => {
    const values: PublicValue[] = [
      zero,
      { state: "words" },
      { state: "small", below: 5 },
      { state: "suppressed" },
      { state: "suppressed" },
      missing("notCollected"),
      missing("confidential"),
      missing("notCollected"),
    ];
    expect(prepareCompleteness(values)).toEqual({
      due: 8,
      given: 5,
      small: 1,
      suppressed: 2,
      notApplicable: 0,
      takenDown: 0,
      missing: [
        { reason: "notCollected", count: 2 },
        { reason: "confidential", count: 1 },
      ],
    });
  });

  it("doesn't count what doesn't apply as due", () => {
    const { due, given, missing: without, notApplicable } = prepareCompleteness([zero, missing("notApplicable")]);
    expect({ due, given, without, notApplicable }).toEqual({ due: 1, given: 1, without: [], notApplicable: 1 });
  });

  it("counts what was taken down apart: it is no gap in what was due", () => {
    expect(prepareCompleteness([zero, missing("takenDown"), missing("notReported")])).toMatchObject({
      due: 2,
      given: 1,
      takenDown: 1,
      missing: [{ reason: "notReported", count: 1 }],
    });
  });

  it("counts a value that nobody gave a reason for as not reported", () => {
    expect(prepareCompleteness([missing(null), missing("notReported")]).missing).toEqual([
      { reason: "notReported", count: 2 },
    ]);
  });

  it("counts a percentage of which a part is small as no value in full", () => {
    const part: PublicValue = {
      state: "shown",
      value: { kind: "ratio", numerator: { below: 5 }, denominator: { exact: "40" } },
    };
    expect(prepareCompleteness([zero, part])).toMatchObject({ given: 2, small: 1 });
  });

  it("accounts for every value", () => {
    const values = [zero, missing(null), missing("notApplicable"), missing("notYetAvailable"), missing("takenDown")];
    const { due, given, missing: without, notApplicable, takenDown } = prepareCompleteness(values);
    expect(given + without.reduce((sum, { count }) => sum + count, 0)).toBe(due);
    expect(due + notApplicable + takenDown).toBe(values.length);
  });
});
