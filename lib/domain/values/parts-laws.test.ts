import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellsOfTable, type Dimension } from "../framework/disaggregation";
import { checkParts } from "./parts";
import type { Value } from "./value";

const dimension = (code: string, ...categories: string[]): Dimension => ({
  code,
  open: false,
  categories: categories.map((category) => ({ code: category })),
});
const dimensions = [
  dimension("sex", "female", "male"),
  dimension("age", "0-17", "18+"),
  dimension("form", "sexual-exploitation", "forced-labour", "other-forms", "unknown"),
];
const count = { type: "number", aggregation: "sum" } as const;
const value = (given: number | "<5"): Value =>
  given === "<5" ? { kind: "censored", below: 5 } : { kind: "number", number: String(given) };
const exactly = (number: number) => ({ from: String(number), to: String(number) });

describe("any complete table", () => {
  const interior = cellsOfTable("sex*age*form", dimensions).interior;
  const values = fc.array(fc.nat(50), { minLength: interior.length, maxLength: interior.length });
  /** Every marginal and the total, added up from the interior. */
  const filled = (counts: number[]) => {
    const all = new Map<string, number>(cellsOfTable("sex*age*form", dimensions).marginals.map((key) => [key, 0]));
    all.set("total", 0);
    interior.forEach((key, index) => {
      const pairs = key.split(";");
      for (const cell of all.keys())
        if (cell === "total" || cell.split(";").every((pair) => pairs.includes(pair)))
          all.set(cell, (all.get(cell) ?? 0) + (counts[index] ?? 0));
      all.set(key, counts[index] ?? 0);
    });
    return all;
  };
  const run = (cells: Map<string, number | "<5">) =>
    checkParts(count, ["sex*age*form"], dimensions, new Map([...cells].map(([key, given]) => [key, value(given)])));

  it("gives no finding while sums are right, even with cells from 0 to 4 censored", () => {
    fc.assert(
      fc.property(values, (counts) => {
        const cells = filled(counts);
        expect(run(cells)).toEqual([]);
        expect(run(new Map([...cells].map(([key, given]) => [key, given < 5 ? "<5" : given])))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it("finds any one value that is wrong, and states how wrong", () => {
    fc.assert(
      fc.property(values, fc.nat(), fc.integer({ min: 1, max: 9 }), (counts, at, error) => {
        const cells = filled(counts);
        const key = [...cells.keys()][at % cells.size] ?? "total";
        cells.set(key, (cells.get(key) ?? 0) + error);
        const found = run(cells);
        expect(found.length).toBeGreaterThan(0);
        for (const finding of found) expect(finding).toMatchObject({ difference: exactly(error) });
      }),
      { numRuns: 50 },
    );
  });
});
