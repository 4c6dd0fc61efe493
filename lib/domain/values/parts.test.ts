import { describe, expect, it } from "vitest";
import type { Dimension } from "../framework/disaggregation";
import { checkParts } from "./parts";
import type { MissingReason, Value } from "./value";

const dimension = (code: string, open: boolean, ...categories: string[]): Dimension => ({
  code,
  open,
  categories: categories.map((category) => ({ code: category })),
});
const dimensions = [
  dimension("sex", false, "female", "male"),
  dimension("age", false, "0-17", "18+"),
  dimension("form", false, "sexual-exploitation", "forced-labour", "other-forms", "unknown"),
  dimension("citizenship", true, "nationals", "foreigners", "mmr", "tha", "unknown"),
  dimension("repatriation", true, "abroad", "chn", "mys", "tha", "unknown"),
];
const count = { type: "number", aggregation: "sum" } as const;

/** A number, or `<5` as it is written. */
const value = (given: number | string): Value => {
  const below = /^<(\d+)$/.exec(String(given))?.[1];
  return below ? { kind: "censored", below: Number(below) } : { kind: "number", number: String(given) };
};
const valuesOf = (values: Record<string, number | string>) =>
  new Map(Object.entries(values).map(([key, given]) => [key, value(given)]));
const check = (tables: string[], values: Record<string, number | string>) =>
  checkParts(count, tables, dimensions, valuesOf(values));
const exactly = (number: number) => ({ from: String(number), to: String(number) });

describe("parts against the total", () => {
  it("finds nothing where they add up", () => {
    expect(
      check(["form"], {
        total: 850,
        "form=forced-labour": 460,
        "form=sexual-exploitation": 346,
        "form=other-forms": 44,
      }),
    ).toEqual([]);
  });

  it("warns when the parts given exceed the total, though others are missing", () => {
    expect(check(["form"], { total: 211, "form=forced-labour": 462, "form=sexual-exploitation": 600 })).toEqual([
      {
        code: "partsExceed",
        level: "warning",
        table: "form",
        cell: "total",
        by: ["form"],
        measure: "number",
        total: exactly(211),
        sum: exactly(1062),
        difference: exactly(851),
      },
    ]);
  });

  it("only notes that parts fall short while siblings are missing", () => {
    const [found, ...others] = check(["sex"], { total: 10, "sex=female": 7 });
    expect(others).toEqual([]);
    expect(found).toMatchObject({ code: "partsShort", level: "note", difference: exactly(3) });
  });

  it.each([
    ["more", 12, 10],
    ["less", 3, 1],
  ])("warns when all parts are given and add up to %s", (_, female, male) => {
    expect(check(["sex"], { total: 10, "sex=female": female, "sex=male": male })).toMatchObject([
      { code: "partsDiffer", level: "warning", difference: exactly(Math.abs(female + male - 10)) },
    ]);
  });

  it("never calls an open list complete", () => {
    const all = dimensions[3]?.categories.map(({ code }) => [`citizenship=${code}`, 1]) ?? [];
    expect(all).toHaveLength(5);
    expect(check(["citizenship"], { total: 9, ...Object.fromEntries(all) })).toMatchObject([
      { code: "partsShort", level: "note" },
    ]);
  });

  it("counts a missing value as a sibling that isn't known", () => {
    const values = valuesOf({ total: 10, "sex=female": 7 }).set("sex=male", {
      kind: "missing",
      reason: "notCollected",
    });
    expect(checkParts(count, ["sex"], dimensions, values)).toMatchObject([{ code: "partsShort", level: "note" }]);
  });

  it("says nothing without a total, or without parts", () => {
    expect(check(["sex"], { "sex=female": 7, "sex=male": 7 })).toEqual([]);
    expect(check(["sex"], { total: 7 })).toEqual([]);
  });

  it("leaves alone what doesn't add up by nature", () => {
    const values = valuesOf({ total: 30, "sex=female": 28, "sex=male": 33 });
    expect(checkParts({ type: "number", aggregation: "notComputable" }, ["sex"], dimensions, values)).toEqual([]);
  });
});

describe("censored parts", () => {
  it.each([
    [10, []],
    [14, []],
    [15, [{ code: "partsDiffer", sum: { from: "10", to: "14" }, difference: { from: "1", to: "5" } }]],
    [9, [{ code: "partsDiffer", sum: { from: "10", to: "14" }, difference: { from: "1", to: "5" } }]],
  ])("are a range: 10 and <5 against %i", (total, findings) => {
    expect(check(["sex"], { total, "sex=female": 10, "sex=male": "<5" })).toMatchObject(findings);
    expect(check(["sex"], { total, "sex=female": 10, "sex=male": "<5" })).toHaveLength(findings.length);
  });

  it("compares with a censored total", () => {
    expect(check(["sex"], { total: "<5", "sex=female": 3, "sex=male": 1 })).toEqual([]);
    expect(check(["sex"], { total: "<5", "sex=female": 3 })).toEqual([]);
    expect(check(["sex"], { total: "<5", "sex=female": 3, "sex=male": 3 })).toMatchObject([
      { code: "partsDiffer", total: { from: "0", to: "4" }, difference: { from: "2", to: "6" } },
    ]);
  });
});

describe("tables of several dimensions", () => {
  const right = {
    total: 10,
    "sex=female": 6,
    "sex=male": 4,
    "age=0-17": 3,
    "age=18+": 7,
    "sex=female;age=0-17": 2,
    "sex=female;age=18+": 4,
    "sex=male;age=0-17": 1,
    "sex=male;age=18+": 3,
  };

  it("checks marginals as well as the total", () => {
    expect(check(["sex*age"], right)).toEqual([]);
    const found = check(["sex*age"], { ...right, "sex=female;age=0-17": 5 });
    expect(found.map(({ cell, by }) => [cell, by])).toEqual([
      ["age=0-17", ["sex"]],
      ["sex=female", ["age"]],
    ]);
  });

  it("compares the total with the interior where no marginal is given", () => {
    const { "sex=female;age=0-17": a, "sex=female;age=18+": b, "sex=male;age=0-17": c, "sex=male;age=18+": d } = right;
    const interior = {
      "sex=female;age=0-17": a,
      "sex=female;age=18+": b,
      "sex=male;age=0-17": c,
      "sex=male;age=18+": d,
    };
    expect(check(["sex*age"], { total: 10, ...interior })).toEqual([]);
    expect(check(["sex*age"], { total: 11, ...interior })).toMatchObject([
      { code: "partsDiffer", cell: "total", by: ["sex", "age"], difference: exactly(1) },
    ]);
  });

  it("doesn't let a note hide that parts exceed", () => {
    const found = check(["sex*age"], { total: 10, "sex=female": 6, "sex=male;age=0-17": 8, "sex=male;age=18+": 8 });
    expect(found).toMatchObject([
      { code: "partsShort", level: "note", by: ["sex"] },
      { code: "partsExceed", level: "warning", by: ["sex", "age"], difference: exactly(6) },
    ]);
  });

  it("tells once what two tables share", () => {
    const values = { total: 10, "sex=female": 6, "sex=male": 6 };
    expect(check(["sex*age", "form*sex"], values)).toMatchObject([{ table: "sex*age", cell: "total", by: ["sex"] }]);
  });
});

describe("categories that contain others", () => {
  it("doesn't add countries to 'abroad'", () => {
    const values = {
      "repatriation=abroad": 270,
      "repatriation=chn": 254,
      "repatriation=mys": "<5",
      "repatriation=tha": 15,
    };
    expect(check(["repatriation"], { total: 353, ...values })).toEqual([]);
    expect(check(["repatriation"], { total: 268, ...values })).toMatchObject([{ code: "partsExceed" }]);
  });

  it("adds nationals and foreigners to each other, and the unknown to both", () => {
    const values = { "citizenship=nationals": 6, "citizenship=foreigners": 4, "citizenship=unknown": 1 };
    expect(check(["citizenship"], { total: 11, ...values })).toEqual([]);
    expect(check(["citizenship"], { total: 10, ...values })).toMatchObject([{ code: "partsExceed" }]);
  });
});

describe("percentages", () => {
  it("checks numerators and denominators each for themselves", () => {
    const ratio = (numerator: string, denominator: string): Value => ({
      kind: "ratio",
      numerator: { exact: numerator },
      denominator: { exact: denominator },
    });
    const values = new Map([
      ["total", ratio("5", "10")],
      ["sex=female", ratio("3", "6")],
      ["sex=male", ratio("2", "5")],
    ]);
    expect(checkParts({ type: "percentage", aggregation: "ratioOfSums" }, ["sex"], dimensions, values)).toMatchObject([
      { code: "partsDiffer", measure: "denominator", sum: exactly(11), total: exactly(10) },
    ]);
  });
});

describe("a reason in place of a total", () => {
  const sex = ["sex"];
  const told = (tables: string[], values: Record<string, number | string>, reason: MissingReason = "notYetAvailable") =>
    checkParts(count, tables, dimensions, valuesOf(values).set("total", { kind: "missing", reason }));

  it("asks to be explained where all parts are given: they tell the total", () => {
    expect(told(sex, { "sex=female": 7, "sex=male": "<5" })).toEqual([
      {
        code: "partsBesideReason",
        level: "warning",
        table: "sex",
        cell: "total",
        by: ["sex"],
        reason: "notYetAvailable",
      },
    ]);
  });

  it("is noted where parts are missing, or may be: it may be true of the rest", () => {
    expect(told(sex, { "sex=female": 7 })).toMatchObject([{ level: "note" }]);
    expect(told(["citizenship"], { "citizenship=mmr": 7 })).toMatchObject([{ level: "note" }]);
  });

  it("can't be that the indicator doesn't apply, where any part has a value", () => {
    expect(told(sex, { "sex=female": 7 }, "notApplicable")).toMatchObject([{ level: "warning" }]);
  });

  it("is told once for a total, by what tells it whole", () => {
    const values = { "form=forced-labour": 3, "sex=female": 6, "sex=male": 4, "sex=female;age=0-17": 2 };
    expect(told(["form", "sex*age"], values).filter(({ cell }) => cell === "total")).toMatchObject([
      { code: "partsBesideReason", table: "sex*age", by: ["sex"], level: "warning" },
    ]);
  });

  it("is told of a marginal as well", () => {
    const values = valuesOf({ total: 10, "sex=female;age=0-17": 2, "sex=female;age=18+": 4 }).set("sex=female", {
      kind: "missing",
      reason: "notCollected",
    });
    expect(checkParts(count, ["sex*age"], dimensions, values).filter(({ cell }) => cell !== "total")).toMatchObject([
      { code: "partsBesideReason", cell: "sex=female", by: ["age"] },
    ]);
  });

  it("is told once of a percentage", () => {
    const ratio = (numerator: string, denominator: string): Value => ({
      kind: "ratio",
      numerator: { exact: numerator },
      denominator: { exact: denominator },
    });
    const values = new Map<string, Value>([
      ["total", { kind: "missing", reason: "notReported" }],
      ["sex=female", ratio("3", "6")],
      ["sex=male", ratio("2", "5")],
    ]);
    expect(checkParts({ type: "percentage", aggregation: "ratioOfSums" }, sex, dimensions, values)).toMatchObject([
      { code: "partsBesideReason", level: "warning" },
    ]);
  });

  it("stands alone without parts, or beside parts that have reasons too", () => {
    expect(told(sex, {})).toEqual([]);
    const reason = { kind: "missing", reason: "notCollected" } as const;
    expect(
      checkParts(count, sex, dimensions, new Map([["total", reason] as const, ["sex=male", reason] as const])),
    ).toEqual([]);
  });
});
