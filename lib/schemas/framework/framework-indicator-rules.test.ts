import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { indicatorShape } from "./framework-indicator";
import { compareDecimals } from "./framework-scalar";

const words = { title: "T", definition: "D", computation: "C", source: "S", responsible: "R" };
const shared = { code: "G1.1-a", level: "country", frequency: "annual", ...words };
const kinds = {
  number: {
    type: "number",
    countsPersons: false,
    unit: "days",
    decimals: "1",
    lowest: "0",
    direction: "decrease",
    accumulation: "perPeriod",
    aggregation: "notComputable",
  },
  percentage: {
    type: "percentage",
    countsPersons: true,
    numerator: "N",
    denominator: "M",
    mayExceedHundred: false,
    direction: "increase",
    accumulation: "perPeriod",
    aggregation: "ratioOfSums",
  },
  yesNo: { type: "yesNo", direction: "decrease", accumulation: "snapshot", aggregation: "countOfCountries" },
  milestone: {
    type: "milestone",
    steps: ["None", "Drafted", "In force"],
    direction: "increase",
    accumulation: "snapshot",
    aggregation: "countOfCountries",
    aggregationStep: "2",
  },
  narrative: { type: "narrative", direction: "neutral", accumulation: "perPeriod", aggregation: "notComputable" },
};
type Kind = keyof typeof kinds;

/** What is found wrong with an indicator of a kind that is right but for `change`; undefined takes a field out. */
function messages(kind: Kind, change: object): string[] {
  const checked = indicatorShape.safeParse({ ...shared, ...kinds[kind], ...change });
  return checked.success ? [] : checked.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
}
const path = (from: object) => ({ units: { KHM: { on: "2014-12-31", ...from } } });

describe("an indicator's parts fit together", () => {
  it.each(Object.keys(kinds) as Kind[])("a sound %s has no fault", (kind) => {
    expect(messages(kind, {})).toEqual([]);
  });

  it.each<[Kind, object, string]>([
    ["number", { aggregation: "countOfCountries" }, "a number indicator has aggregation sum or notComputable"],
    ["number", { unit: undefined }, "unit is needed for numbers"],
    ["number", { unit: "US dollars" }, "US dollars has the currency USD"],
    ["number", { currency: "USD" }, "a currency goes with a unit of money"],
    ["number", { unit: "persons", decimals: "0" }, "persons are persons"],
    ["number", { countsPersons: true }, "persons are counted whole"],
    ["number", { lowest: undefined }, "lowest is needed for numbers"],
    ["number", { lowest: "0.25" }, "lowest: 0.25 has more than 1 digits"],
    ["number", { lowest: "5", highest: "5" }, "the highest is above the lowest"],
    ["number", { countsPersons: true, decimals: "0", unit: "persons", lowest: null }, "never fewer than 0"],
    ["number", { mayExceedHundred: false }, "mayExceedHundred is for percentages only"],
    ["number", path({ baseline: "-1" }), "units.KHM.baseline: -1 is below the lowest possible value, 0"],
    [
      "number",
      { highest: "12", ...path({ targets: ["12.5"] }) },
      "targets.0: 12.5 is above the highest possible value, 12",
    ],
    ["percentage", { lowest: "0" }, "lowest is for numbers only"],
    ["percentage", { mayExceedHundred: undefined }, "mayExceedHundred is needed for percentages"],
    ["percentage", { mayExceedHundred: true }, "persons in the numerator are among those in the denominator"],
    ["milestone", { highest: "2" }, "highest is for numbers only"],
    ["number", { steps: ["None", "All"] }, "steps is for milestones only"],
    ["number", { tables: ["sex", "sex"] }, "a table stands twice"],
    ["number", { tables: ["sex*sex"] }, "has a dimension twice"],
    ["number", path({ baseline: "1.25" }), "more than 1 digits"],
    ["number", path({ baseline: true }), "units.KHM.baseline: write a number"],
    ["percentage", { aggregation: "sum" }, "has aggregation ratioOfSums"],
    ["percentage", { denominator: undefined }, "denominator is needed for percentages"],
    ["percentage", { unit: "persons" }, "unit is for numbers only"],
    ["percentage", path({ baseline: "40" }), "write { numerator: 61, denominator: 140 }"],
    ["percentage", path({ baseline: { numerator: "5", denominator: "4" } }), "can't be larger"],
    ["percentage", path({ baseline: { numerator: "1.5", denominator: "4" } }), "persons are counted whole"],
    ["percentage", path({ baseline: { numerator: "1", denominator: "4" }, targets: ["101"] }), "from 0 to 100"],
    ["yesNo", { accumulation: "perPeriod" }, "a yesNo indicator has accumulation snapshot"],
    ["yesNo", { tables: ["sex"] }, "tables is for numbers and percentages only"],
    ["yesNo", path({ baseline: true, targets: [true] }), "write false, the answer that direction decrease wants"],
    ["milestone", { direction: "decrease" }, "a milestone indicator has direction increase or neutral"],
    ["milestone", { aggregationStep: undefined }, "aggregationStep is needed"],
    ["milestone", { aggregation: "notComputable" }, "aggregationStep is for milestones counted over countries only"],
    ["milestone", { aggregationStep: "3" }, "choose a step from 1 to 2"],
    ["milestone", { th: { steps: ["a", "b"] } }, "translate all 3 steps"],
    ["milestone", path({ baseline: "3" }), "3 is not a step from 0 to 2"],
    ["narrative", path({ baseline: "3" }), "a narrative has no baselines or targets"],
    ["number", { version: "2" }, "the present version's number follows"],
    ["number", { title: "x".repeat(81) }, "is longer than 80 characters"],
  ])("%s with %j: %s", (kind, change, expected) => {
    expect(messages(kind, change).join("\n")).toContain(expected);
  });

  it("lets a number go below 0, and a share above 100%, where the definition says so", () => {
    const from = { on: "2014-12-31", baseline: "-3.5", targets: ["-1"] };
    expect(messages("number", { lowest: "-10", units: { KHM: from } })).toEqual([]);
    expect(messages("number", { lowest: null, units: { KHM: from } })).toEqual([]);
    const spent = { on: "2014-12-31", baseline: { numerator: "9", denominator: "8" }, targets: ["110"] };
    const share = { mayExceedHundred: true, countsPersons: false, units: { KHM: spent } };
    expect(messages("percentage", share)).toEqual([]);
  });

  it("checks an earlier version as it was in force, not only the present one", () => {
    const earlier = [{ version: "1", until: "2015-12-31", unit: "US dollars" }];
    expect(messages("number", { version: "2", earlier })).toEqual([
      "earlier.0.currency: US dollars has the currency USD",
    ]);
  });
});

describe("comparing exact decimals", () => {
  it("orders like the whole numbers that they are a power of ten away from, beyond a float's digits", () => {
    const digits = fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n });
    const shifted = (number: bigint, places: number) => {
      const padded = (number < 0n ? -number : number).toString().padStart(places + 1, "0");
      const text = places ? `${padded.slice(0, -places)}.${padded.slice(-places)}` : padded;
      return number < 0n ? `-${text}` : text;
    };
    fc.assert(
      fc.property(digits, digits, fc.nat(12), (a, b, places) => {
        const order = a < b ? -1 : a > b ? 1 : 0;
        expect(compareDecimals(shifted(a, places), shifted(b, places))).toBe(order);
      }),
    );
  });

  it("sees that 4.50 and 4.5 are the same", () => {
    expect(compareDecimals("4.50", "4.5")).toBe(0);
    expect(compareDecimals("-0.3", "0.21")).toBe(-1);
  });
});
