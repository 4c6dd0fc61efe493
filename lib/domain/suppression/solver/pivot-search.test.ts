import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ReaderView } from "../audit/reader-view";
import { PivotSearch } from "./pivot-search";
import { isSolution, type LinearRule, systemOf } from "./whole-numbers";

const rule = (signs: readonly number[], least: number, most = least): LinearRule => ({
  counts: [...signs.keys()].filter((count) => signs[count] !== 0),
  signs: signs.filter((sign) => sign !== 0),
  least,
  most,
});

function viewOf(near: number[], highest: number, rules: LinearRule[], gaps?: number[]): ReaderView {
  return {
    system: systemOf(near.length, rules, gaps),
    bounds: { low: new Float64Array(near.length), high: new Float64Array(near.length).fill(highest) },
    near: Float64Array.from(near),
  };
}

const searchIn = (view: ReaderView) => new PivotSearch(view, { left: 1_000_000 }, new Map());

/** Every assignment within the bounds that is a solution. */
function solutionsOf({ system, bounds }: ReaderView): Float64Array[] {
  const size = bounds.low.length;
  const solutions: Float64Array[] = [];
  const values = new Float64Array(size);
  const next = (count: number) => {
    if (count === size) {
      if (isSolution(system, bounds, values)) solutions.push(values.slice());
      return;
    }
    for (values[count] = bounds.low[count]!; values[count]! <= bounds.high[count]!; values[count]! += 1)
      next(count + 1);
  };
  next(0);
  return solutions;
}

describe("walking along the edges of what is possible", () => {
  it("never ends between whole numbers: two equal counts don't add up to 3", () => {
    const view = viewOf([1, 1, 2], 8, [rule([1, 1, -1], 0), rule([1, -1, 0], 0)]);
    const search = searchIn(view);
    expect(search.find({ count: 2, low: 3, high: 3 })).toBeUndefined();
    expect([...search.find({ count: 2, low: 4, high: 4 })!]).toEqual([2, 2, 4]);
  });

  it("steps over a gap: 0 or at least 5", () => {
    const view = viewOf([5, 1, 6], 9, [rule([1, 1, -1], 0)], [5, 0, 0]);
    const found = searchIn(view).find({ count: 2, low: 3, high: 3 })!;
    expect([...found]).toEqual([0, 3, 3]);
  });

  it("serves another view of the same rules with what it has worked out before", () => {
    const wide = viewOf([2, 2, 4], 8, [rule([1, 1, -1], 0)]);
    const tableaus = new Map();
    expect(new PivotSearch(wide, { left: 10_000 }, tableaus).find({ count: 0, low: 5, high: 5 })).toBeDefined();
    const narrow = viewOf([2, 2, 4], 8, [rule([1, 1, -1], 0)]);
    narrow.bounds.low[2] = 4;
    narrow.bounds.high[2] = 4;
    const search = new PivotSearch(narrow, { left: 10_000 }, tableaus);
    expect(search.find({ count: 0, low: 5, high: 5 })).toBeUndefined();
    expect([...search.find({ count: 0, low: 3, high: 3 })!]).toEqual([3, 1, 4]);
  });

  it("finds a solution exactly where trying every combination finds one", () => {
    const sign = fc.constantFrom(-1, 0, 1);
    const signs = fc.array(sign, { minLength: 5, maxLength: 5 });
    const near = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 5, maxLength: 5 });
    const kind = fc.constantFrom("equal", "equal", "atMost");
    const rules = fc.array(fc.tuple(signs, kind), { minLength: 1, maxLength: 4 });
    const gap = fc.constantFrom(0, 0, 2);
    fc.assert(
      fc.property(near, rules, fc.array(gap, { minLength: 5, maxLength: 5 }), (start, drawn, gaps) => {
        const values = start.map((value, count) => (value > 0 && value < gaps[count]! ? 0 : value));
        const written = drawn.map(([each, how]) => {
          const balance = each.reduce<number>((sum, factor, count) => sum + factor * values[count]!, 0);
          return how === "equal" ? rule(each, balance) : rule(each, Number.NEGATIVE_INFINITY, balance);
        });
        const view = viewOf(values, 3, written, gaps);
        const search = searchIn(view);
        const possible = new Set(solutionsOf(view).map((solution) => solution[0]!));
        for (let value = 0; value <= 3; value++) {
          const found = search.find({ count: 0, low: value, high: value });
          expect(found !== undefined).toBe(possible.has(value));
          if (!found) continue;
          expect(found[0]).toBe(value);
          expect(isSolution(view.system, view.bounds, found)).toBe(true);
        }
      }),
      { numRuns: 300, seed: 4, endOnFailure: true },
    );
  });
});
