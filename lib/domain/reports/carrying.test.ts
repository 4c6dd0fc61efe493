import { describe, expect, it } from "vitest";
import type { Value } from "../values/value";
import { carriable, carryingOf } from "./carrying";

const dimensions = [{ code: "sex", open: false, categories: [{ code: "female" }, { code: "male" }] }];
const rules = {
  type: "number" as const,
  accumulation: "snapshot" as const,
  decimals: 0,
  stepCount: 0,
  unit: "cases",
  lowest: "0",
  highest: "100",
  mayExceedHundred: false,
};
const indicator = { rules, version: 2, versions: [{ version: 1, comparable: true }], tables: ["sex"] };
const comparable = [
  { version: 1, comparable: true },
  { version: 2, comparable: true },
];
const number = (number: string): Value => ({ kind: "number", number });
const carried = (cells: Record<string, Value>, more: Partial<typeof indicator> = {}, version = 2) => [
  ...carriable({ ...indicator, versions: comparable, ...more }, dimensions, {
    version,
    cells: new Map(Object.entries(cells)),
  }),
];

describe("what may be carried over from the period before", () => {
  it("is with all others what holds until it changes, alone what is counted anew, and never words", () => {
    expect(carryingOf({ type: "number", accumulation: "snapshot" })).toBe("withOthers");
    expect(carryingOf({ type: "number", accumulation: "cumulativeToDate" })).toBe("withOthers");
    expect(carryingOf({ type: "yesNo", accumulation: "snapshot" })).toBe("withOthers");
    expect(carryingOf({ type: "milestone", accumulation: "snapshot" })).toBe("withOthers");
    expect(carryingOf({ type: "number", accumulation: "perPeriod" })).toBe("alone");
    expect(carryingOf({ type: "percentage", accumulation: "perPeriod" })).toBe("alone");
    expect(carryingOf({ type: "narrative", accumulation: "perPeriod" })).toBe("never");
    expect(carryingOf({ type: "narrative", accumulation: "snapshot" })).toBe("never");
  });

  it("is a total with its parts, without reasons for none", () => {
    const parts = { total: number("9"), "sex=female": number("4") };
    expect(carried({ ...parts, "sex=male": { kind: "missing", reason: "confidential" } })).toEqual(
      Object.entries(parts),
    );
    expect(carried({ total: { kind: "missing", reason: "notCollected" } })).toEqual([]);
  });

  it("is nothing where a part of it isn't taken any more, or the definition changed", () => {
    const cells = { total: number("9"), "sex=female": number("4") };
    expect(carried({ ...cells, "sex=other": number("1") })).toEqual([]);
    expect(carried({ ...cells, total: number("101") })).toEqual([]);
    expect(carried({ total: { kind: "yesNo", yes: true } })).toEqual([]);
    expect(carried(cells, { tables: [] })).toEqual([]);
    expect(carried(cells, {}, 1)).toHaveLength(2);
    const broken = [
      { version: 1, comparable: true },
      { version: 2, comparable: false },
    ];
    expect(carried(cells, { versions: broken }, 1)).toEqual([]);
  });
});
