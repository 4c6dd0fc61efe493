import { describe, expect, it } from "vitest";
import { percentIn } from "@/components/values/percentage/percent";
import type { Value } from "@/lib/domain/values/value";
import { partsLayouts } from "./parts-layout";
import { addsUp, runningSums } from "./running-sums";

const dimension = (code: string, categories: string[], open = false) => ({
  code,
  name: code,
  open,
  categories: categories.map((category) => ({ code: category, name: category })),
});
const dimensions = [
  dimension("sex", ["female", "male"]),
  dimension("age", ["0-17", "18+"]),
  dimension("form", ["labour", "other"]),
  dimension("citizenship", ["nationals", "tha", "mmr"], true),
];
const n = (number: string): Value => ({ kind: "number", number });

describe("running sums", () => {
  it("are exact, by row, by column and over all", () => {
    const sums = runningSums(
      "sex*age",
      dimensions,
      new Map([
        ["sex=female;age=0-17", n("0.1")],
        ["sex=female;age=18+", n("0.2")],
        ["sex=male;age=18+", n("9007199254740993")],
      ]),
    );
    expect(sums("sex=female", ["age"])).toEqual({ number: { from: "0.3", to: "0.3" } });
    expect(sums("age=18+", ["sex"])).toEqual({ number: { from: "9007199254740993.2", to: "9007199254740993.2" } });
    expect(sums("total", ["age", "sex"])).toEqual({ number: { from: "9007199254740993.3", to: "9007199254740993.3" } });
    expect(sums("sex=male", ["sex"])).toEqual({});
  });

  it("are a range where a part is censored, or contained in another", () => {
    const sums = runningSums(
      "citizenship",
      dimensions,
      new Map<string, Value>([
        ["citizenship=nationals", n("10")],
        ["citizenship=tha", n("7")],
        ["citizenship=mmr", { kind: "censored", below: 5 }],
      ]),
    );
    expect(sums("total", ["citizenship"])).toEqual({ number: { from: "10", to: "21" } });
  });

  it("count both sides of percentages, and nothing that doesn't add up", () => {
    const ratio = (part: string, whole: string): Value => ({
      kind: "ratio",
      numerator: { exact: part },
      denominator: { exact: whole },
    });
    const values = new Map([
      ["sex=female", ratio("3", "4")],
      ["sex=male", ratio("1", "6")],
    ]);
    expect(runningSums("sex", dimensions, values)("total", ["sex"])).toEqual({
      numerator: { from: "4", to: "4" },
      denominator: { from: "10", to: "10" },
    });
    expect(addsUp({ type: "number", aggregation: "notComputable" })).toBe(false);
    expect(addsUp({ type: "percentage", aggregation: "ratioOfSums" })).toBe(true);
  });
});

it.each([
  [["form", "form*sex*age"], ["form > sex x age"]],
  [["sex", "sex*age"], ["sex x age"]],
  [
    ["sex*age", "form*sex*age", "citizenship"],
    ["sex x age", "form > sex x age", "citizenship"],
  ],
  [["sex"], ["sex"]],
])("tables %j are drawn as %j", (codes, drawn) => {
  const tables = codes.map((code) => ({ code, dimensions: code.split("*") }));
  const layouts = partsLayouts(tables, dimensions);
  expect(
    layouts.map(({ list, grid }) =>
      [list?.code, grid && `${grid.rows.code} x ${grid.columns.code}`].filter(Boolean).join(" > "),
    ),
  ).toEqual(drawn);
});

describe("a percentage while it is typed", () => {
  const ratio = (numerator: object, denominator: object) => ({ kind: "ratio", numerator, denominator }) as Value;
  it.each([
    [ratio({ exact: "337" }, { exact: "402" }), { from: "83.8", to: "83.8" }],
    [ratio({ below: 5 }, { exact: "8" }), { from: "0.0", to: "50.0" }],
    [ratio({ exact: "0" }, { exact: "0" }), null],
    [ratio({ exact: "1" }, { below: 5 }), null],
    [undefined, null],
  ])("%j", (value, percent) => expect(percentIn(value)).toEqual(percent));
});
