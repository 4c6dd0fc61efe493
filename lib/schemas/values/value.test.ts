import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { IndicatorType } from "@/lib/domain/framework/indicator";
import { missingReasons, type Quantity, type Value } from "@/lib/domain/values/value";
import type { ValueRules } from "@/lib/domain/values/value-limits";
import { cellSave } from "./cell-save";
import { enteredFromFields, enteredFromValue, readValue } from "./entered-value";

const rules = (type: IndicatorType, more: Partial<ValueRules> = {}): ValueRules => ({
  type,
  decimals: 0,
  lowest: type === "number" ? "0" : null,
  highest: null,
  mayExceedHundred: false,
  unit: type === "number" ? "elements" : null,
  stepCount: type === "milestone" ? 5 : 0,
  ...more,
});
const read = (type: IndicatorType, fields: Record<string, string>, more = {}) =>
  readValue(
    rules(type, more),
    enteredFromFields(type, (name) => fields[name]),
  );
const value = (expected: Value | undefined) => ({ ok: true, value: expected });
const problem = (field: string, key: string) => ({ ok: false, problems: [{ field, key }] });

describe("what a person types becomes a value", () => {
  it.each<[IndicatorType, Record<string, string>, Value]>([
    ["number", { number: "1,127" }, { kind: "number", number: "1127" }],
    ["number", { number: "0" }, { kind: "number", number: "0" }],
    ["number", { number: "<5" }, { kind: "censored", below: 5 }],
    [
      "percentage",
      { numerator: "61", denominator: "140" },
      { kind: "ratio", numerator: { exact: "61" }, denominator: { exact: "140" } },
    ],
    [
      "percentage",
      { numerator: "0", denominator: "0" },
      { kind: "ratio", numerator: { exact: "0" }, denominator: { exact: "0" } },
    ],
    [
      "percentage",
      { numerator: "<5", denominator: "< 5" },
      { kind: "ratio", numerator: { below: 5 }, denominator: { below: 5 } },
    ],
    ["yesNo", { yesNo: "yes" }, { kind: "yesNo", yes: true }],
    ["yesNo", { yesNo: "no" }, { kind: "yesNo", yes: false }],
    ["milestone", { step: "0" }, { kind: "step", step: 0 }],
    ["milestone", { step: "4" }, { kind: "step", step: 4 }],
    ["narrative", { text: " Ap\u202eproved\u0007 " }, { kind: "narrative", text: "Approved" }],
    ["narrative", { text: " In force.\r\nReviewed. " }, { kind: "narrative", text: "In force.\nReviewed." }],
    ["number", { missingReason: "confidential" }, { kind: "missing", reason: "confidential" }],
    ["narrative", { missingReason: "notReported" }, { kind: "missing", reason: "notReported" }],
  ])("%s %j", (type, fields, expected) => {
    expect(read(type, fields)).toEqual(value(expected));
  });

  it.each<IndicatorType>(["number", "percentage", "yesNo", "milestone", "narrative"])(
    "a blank %s is absent, not zero",
    (type) => {
      expect(read(type, {})).toEqual(value(undefined));
    },
  );
});

describe("what doesn't make a value", () => {
  it.each<[IndicatorType, Record<string, string>, string, string]>([
    ["number", { number: "many" }, "number", "valueNotNumber"],
    ["number", { number: "9".repeat(300) }, "number", "valueTooLong"],
    ["percentage", { numerator: "5" }, "denominator", "valueDenominatorMissing"],
    ["percentage", { denominator: "5" }, "numerator", "valueNumeratorMissing"],
    ["percentage", { numerator: "12 %" }, "numerator", "valuePercentTyped"],
    ["percentage", { numerator: "12％", denominator: "100" }, "numerator", "valuePercentTyped"],
    ["percentage", { denominator: "12 per cent" }, "denominator", "valuePercentTyped"],
    ["percentage", { numerator: "6", denominator: "5" }, "numerator", "valueNumeratorLarger"],
    ["percentage", { numerator: "5", denominator: "<5" }, "numerator", "valueNumeratorLarger"],
    ["percentage", { numerator: "1", denominator: "0" }, "numerator", "valueNumeratorLarger"],
    ["percentage", { numerator: "<5", denominator: "0" }, "denominator", "valueDenominatorZero"],
    ["percentage", { numerator: "-1", denominator: "5" }, "numerator", "valueNegative"],
    ["yesNo", { yesNo: "maybe" }, "yesNo", "valueYesNo"],
    ["milestone", { step: "5" }, "step", "valueStep"],
    ["milestone", { step: "-1" }, "step", "valueStep"],
    ["milestone", { step: "1.0" }, "step", "valueStep"],
    ["number", { missingReason: "lazy" }, "missingReason", "valueReasonUnknown"],
    ["number", { number: "5", missingReason: "confidential" }, "missingReason", "valueOrReason"],
    ["yesNo", { yesNo: "no", missingReason: "confidential" }, "missingReason", "valueOrReason"],
  ])("%s %j: %s %s", (type, fields, field, key) => {
    expect(read(type, fields)).toMatchObject(problem(field, key));
  });

  it("names both halves of a percentage when both are wrong", () => {
    expect(read("percentage", { numerator: "a", denominator: "b" })).toMatchObject({
      problems: [
        { field: "numerator", key: "valueNotNumber" },
        { field: "denominator", key: "valueNotNumber" },
      ],
    });
  });

  it("states the limit of a text and how long it is", () => {
    expect(read("narrative", { text: "ก".repeat(10_000) })).toMatchObject({ ok: true });
    expect(read("narrative", { text: "ก".repeat(10_001) })).toEqual({
      ok: false,
      problems: [{ field: "text", key: "valueTextTooLong", args: { limit: 10_000, length: 10_001 } }],
    });
  });

  it("refuses the fields of another type, as after a change of definition", () => {
    const entered = enteredFromFields("number", () => "5");
    expect(readValue(rules("percentage"), entered)).toMatchObject(problem("kind", "valueWrongKind"));
  });

  it.each([
    null,
    "5",
    { kind: "number", number: 5 },
    { kind: "number" },
    { kind: "robot" },
    { kind: "number", number: "5", step: "1" },
  ])("refuses a body like %j", (body) => {
    expect(readValue(rules("number"), body)).toMatchObject({ ok: false });
  });
});

describe("a share", () => {
  const swapped = { numerator: "140", denominator: "61" };

  it("of anything is at most 100%, so that two numbers the wrong way round don't pass", () => {
    expect(read("percentage", swapped)).toMatchObject(problem("numerator", "valueNumeratorLarger"));
    expect(read("percentage", swapped, { decimals: 2 })).toMatchObject(problem("numerator", "valueNumeratorLarger"));
    expect(read("percentage", { numerator: "61", denominator: "61" })).toMatchObject({ ok: true });
  });

  it("is more than 100% only where the definition says that it may be", () => {
    expect(read("percentage", swapped, { mayExceedHundred: true })).toMatchObject({ ok: true });
  });

  it.each([
    [{ numerator: "5", denominator: "0" }, "denominator", "valueDenominatorZero"],
    [{ numerator: "-5", denominator: "1" }, "numerator", "valueNegative"],
    [{ numerator: "5", denominator: "-1" }, "denominator", "valueNegative"],
  ])("is never %j", (fields, field, key) => {
    expect(read("percentage", fields, { mayExceedHundred: true })).toMatchObject(problem(field, key));
  });
});

describe("the limits of a number", () => {
  const elements = { lowest: "0", highest: "12" };
  const fault = (limits: "both" | "lowest" | "highest", lowest: string, highest: string) => ({
    ok: false,
    problems: [{ field: "number", key: "valueOutsideLimits", args: { limits, lowest, highest, unit: "elements" } }],
  });

  it.each(["0", "12", "<5"])("let %s of twelve elements pass", (number) => {
    expect(read("number", { number }, elements)).toMatchObject({ ok: true });
  });

  it.each(["13", "-3", "120"])("refuse %s of twelve elements, and name both ends and the unit", (number) => {
    expect(read("number", { number }, elements)).toEqual(fault("both", "0", "12"));
  });

  it("name the only end that there is", () => {
    expect(read("number", { number: "-1" })).toEqual(fault("lowest", "0", ""));
    expect(read("number", { number: "8" }, { lowest: null, highest: "7" })).toEqual(fault("highest", "", "7"));
  });

  it("let a number be negative where the definition says so, and no lower than it says", () => {
    const change = { lowest: "-50.5", decimals: 1 };
    expect(read("number", { number: "-50.5" }, change)).toEqual(value({ kind: "number", number: "-50.5" }));
    expect(read("number", { number: "-50.6" }, change)).toMatchObject(problem("number", "valueOutsideLimits"));
    expect(read("number", { number: "-9999" }, { lowest: null })).toMatchObject({ ok: true });
  });

  it("refuse a value below a bound only where nothing below the bound would pass", () => {
    expect(read("number", { number: "<5" }, { lowest: "4" })).toMatchObject({ ok: true });
    expect(read("number", { number: "<5" }, { lowest: "5" })).toMatchObject(problem("number", "valueOutsideLimits"));
  });
});

describe("fields filled from a value", () => {
  const count = fc.nat().map(String);
  const quantity: fc.Arbitrary<Quantity> = fc.oneof(
    count.map((exact) => ({ exact })),
    fc.integer({ min: 2, max: 100 }).map((below) => ({ below })),
  );
  const missing = fc.constantFrom(...missingReasons).map((reason): Value => ({ kind: "missing", reason }));
  const values: Record<IndicatorType, fc.Arbitrary<Value | undefined>> = {
    number: fc.oneof(
      count.map((number): Value => ({ kind: "number", number })),
      fc.integer({ min: 2, max: 100 }).map((below): Value => ({ kind: "censored", below })),
    ),
    percentage: fc
      .tuple(quantity, quantity)
      .map(([numerator, denominator]): Value => ({ kind: "ratio", numerator, denominator })),
    yesNo: fc.boolean().map((yes): Value => ({ kind: "yesNo", yes })),
    milestone: fc.nat(4).map((step): Value => ({ kind: "step", step })),
    narrative: fc
      .string({ minLength: 1 })
      .filter((text) => text.trim() === text)
      .map((text): Value => ({ kind: "narrative", text })),
  };

  it.each<IndicatorType>(["number", "percentage", "yesNo", "milestone", "narrative"])(
    "read back as the same %s",
    (type) => {
      const some = fc.oneof(values[type], missing, fc.constant(undefined));
      fc.assert(
        fc.property(some, (before) => {
          const back = readValue(rules(type, { mayExceedHundred: true }), enteredFromValue(type, before));
          const impossible =
            before?.kind === "ratio" && "exact" in before.denominator && before.denominator.exact === "0";
          if (!impossible) expect(back).toEqual(value(before));
        }),
      );
    },
  );
});

describe("the body of an autosave", () => {
  const body = {
    indicator: "G5.1.1-a",
    cell: "sex=female;age=0-17",
    expectedRevision: 0,
    entered: { kind: "number", number: "324" },
  };

  it("passes with the reason left out", () => {
    expect(cellSave.parse(body).entered).toEqual({ kind: "number", number: "324", missingReason: "" });
  });

  it.each([
    { indicator: "../G5" },
    { cell: "sex" },
    { expectedRevision: -1 },
    { expectedRevision: "0" },
    { expectedRevision: 0.5 },
    { entered: { kind: "number", number: 324 } },
    { entered: { kind: "toString" } },
    { entered: { kind: "number", number: "324", text: "324" } },
    { entered: { kind: "number", number: "324", missingReason: null } },
    { entered: JSON.parse('{ "kind": "number", "number": "324", "__proto__": {} }') },
    { entered: ["number"] },
    { unit: "THA" },
  ])("doesn't pass with %j", (change) => {
    expect(cellSave.safeParse({ ...body, ...change }).success).toBe(false);
  });

  it.each([
    ["entered", "324"],
    ["entered", { kind: "number", number: "324", text: "324" }],
    ["entered.number", { kind: "number", number: 324 }],
  ])("names %s, and no empty part behind it, for %j", (place, entered) => {
    const places = cellSave.safeParse({ ...body, entered }).error?.issues.map(({ path }) => path.join("."));
    expect(places).toEqual([place]);
  });
});
