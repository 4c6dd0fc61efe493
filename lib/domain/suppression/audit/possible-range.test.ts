import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Value } from "@/lib/domain/values/value";
import { linkValues, type TableValue } from "../tables/link-values";
import type { DisclosureState } from "../tables/linked-values";
import { possibleRange } from "./possible-range";

const n = (number: number): Value => ({ kind: "number", number: String(number) });
const of = (numerator: number, denominator: number): Value => ({
  kind: "ratio",
  numerator: { exact: String(numerator) },
  denominator: { exact: String(denominator) },
});

type Marked = Record<string, readonly [Value, DisclosureState]>;

function rangeOf(cell: string, marked: Marked, threshold = 5) {
  const values = Object.entries(marked).map(
    ([key, [value]]): TableValue => ({ unit: "THA", period: "2016", cell: key, value }),
  );
  const linked = linkValues({ countsPersons: true, isCumulative: false, periods: ["2016"], values });
  const states = new Map(Object.entries(marked).map(([key, [, state]]) => [`THA|2016|${key}`, state]));
  return possibleRange(linked, states, `THA|2016|${cell}`, { threshold });
}

describe("what a reader must think possible", () => {
  it("is nothing but the value itself for one in the open", () => {
    expect(rangeOf("total", { total: [n(31), "shown"] })).toBeUndefined();
  });

  it("goes from 1 to 4 for <5, from 1 to 10 under the other threshold", () => {
    expect(rangeOf("total", { total: [n(3), "small"] })).toEqual({ low: n(1), high: n(4) });
    expect(rangeOf("total", { total: [n(3), "small"] }, 11)).toEqual({ low: n(1), high: n(10) });
  });

  it("goes from 0 for an imported <5, up to the source's own bound", () => {
    expect(rangeOf("total", { total: [{ kind: "censored", below: 5 }, "small"] })).toEqual({ low: n(0), high: n(4) });
    expect(rangeOf("total", { total: [{ kind: "censored", below: 10 }, "small"] })).toEqual({ low: n(0), high: n(9) });
  });

  it("is narrowed by the sums that a reader can do", () => {
    const marked: Marked = {
      total: [n(44), "shown"],
      "sex=female": [n(28), "shown"],
      "sex=male": [n(13), "suppressed"],
      "sex=other": [n(3), "small"],
    };
    expect(rangeOf("sex=male", marked)).toEqual({ low: n(12), high: n(15) });
  });

  it("comes down to one value where the sums leave nothing else", () => {
    const marked: Marked = {
      total: [n(8), "shown"],
      "sex=female": [n(4), "small"],
      "sex=male": [n(4), "small"],
    };
    expect(rangeOf("sex=female", marked)).toEqual({ low: n(4), high: n(4) });
  });

  it("isn't narrowed by sums that don't hold: a reader's mistaken trust isn't knowledge", () => {
    const marked: Marked = {
      total: [n(50), "shown"],
      "sex=female": [n(28), "shown"],
      "sex=male": [n(60), "suppressed"],
    };
    expect(rangeOf("sex=male", marked)!.low).toEqual(n(0));
  });

  it("is a percentage's smallest and largest quotient, each count taken by itself", () => {
    const marked: Marked = {
      total: [of(20, 50), "shown"],
      "sex=female": [of(17, 38), "shown"],
      "sex=male": [of(2, 10), "small"],
      "sex=other": [of(1, 2), "small"],
    };
    expect(rangeOf("sex=male", marked)).toEqual({ low: of(0, 12), high: of(3, 0) });
  });

  it("always holds the value itself", () => {
    const parts = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(parts, fc.boolean(), (counts, isTotalHidden) => {
        const total = counts.reduce((sum, count) => sum + count, 0);
        const marked: Record<string, [Value, DisclosureState]> = {
          total: [n(total), isTotalHidden ? "suppressed" : "shown"],
        };
        for (const [index, count] of counts.entries())
          marked[`form=f${index}`] = [n(count), count < 5 ? "small" : "suppressed"];
        for (const [index, count] of counts.entries()) {
          const range = rangeOf(`form=f${index}`, marked)!;
          if (range.low.kind !== "number" || range.high.kind !== "number")
            throw new Error("a count has counts for ends");
          expect(Number(range.low.number)).toBeLessThanOrEqual(count);
          expect(Number(range.high.number)).toBeGreaterThanOrEqual(count);
        }
      }),
      { numRuns: 100, endOnFailure: true },
    );
  });
});
