import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import type { IndicatorType } from "@/lib/domain/framework/indicator";
import type { ValueRules } from "@/lib/domain/values/value-limits";
import { enteredFromFields, readValue } from "@/lib/schemas/values/entered-value";
import errors from "./messages/en/errors.json";
import thaiErrors from "./messages/th/errors.json";
import thaiUnits from "./messages/th/unit.json";
import { inUnitsNamed, naming } from "./unit-naming";

const t = createTranslator<{ errors: Record<string, string> }>({
  locale: "en",
  messages: { errors },
  onError: (error) => {
    throw error;
  },
});

/** What is wrong with the fields, in words. */
function sentences(type: IndicatorType, fields: Record<string, string>, more: Partial<ValueRules>) {
  const limits = { lowest: "0", highest: null, mayExceedHundred: false, unit: "elements" };
  const rules = { type, decimals: 0, stepCount: 5, ...limits, ...more };
  const read = readValue(
    rules,
    enteredFromFields(type, (name) => fields[name]),
  );
  return read.ok ? [] : read.problems.map(({ key, args }) => t(`errors.${key}`, args));
}

describe("every fault of a value has a sentence that says what to do", () => {
  it.each<[IndicatorType, Record<string, string>, Partial<ValueRules>, RegExp]>([
    ["number", { number: "three" }, { decimals: 1 }, /^Enter one number, such as 3\.5\./],
    ["number", { number: "x".repeat(999) }, {}, /^Enter one number/],
    ["number", { number: "3,5" }, { decimals: 1 }, /^Use a point/],
    ["number", { number: "3,5" }, {}, /^Enter a whole number\./],
    ["number", { number: "3.5" }, {}, /^Enter a whole number\./],
    ["number", { number: "3.55" }, { decimals: 1 }, /at most one digit/],
    ["number", { number: "-3" }, {}, /^Enter 0 elements or more\./],
    ["number", { number: "13" }, { highest: "12" }, /^Enter a number from 0 to 12 elements\./],
    ["number", { number: "13" }, { lowest: null, highest: "12" }, /^Enter at most 12 elements\./],
    ["percentage", { numerator: "-2", denominator: "1" }, {}, /^Enter 0 or more/],
    ["number", { number: "9".repeat(19) }, {}, /at most 18 digits/],
    ["number", { number: "<5" }, { decimals: 1 }, /^Enter the number itself/],
    ["number", { number: "<1" }, {}, /^After <, write a whole number from 2 to 100, as in <5$/],
    ["percentage", { numerator: "12 %" }, {}, /^Enter how many out of how many/],
    ["percentage", { numerator: "1" }, {}, /out of how many/],
    ["percentage", { denominator: "1" }, {}, /as well/],
    ["percentage", { numerator: "2", denominator: "1" }, {}, /^The first number is larger than the second.*Swap them/],
    ["percentage", { numerator: "2", denominator: "0" }, { mayExceedHundred: true }, /0 in both/],
    ["percentage", { numerator: "2", denominator: "-1" }, { mayExceedHundred: true }, /^Enter 0 or more/],
    ["yesNo", { yesNo: "perhaps" }, {}, /^Choose yes or no/],
    ["milestone", { step: "9" }, {}, /^Choose one of the steps/],
    ["narrative", { text: "x".repeat(12_000) }, {}, /10,000 characters\. It has 12,000$/],
    ["number", { missingReason: "lazy" }, {}, /^Choose one of the reasons/],
    ["number", { number: "1", missingReason: "notReported" }, {}, /not both/],
  ])("%s %j", (type, fields, more, words) => {
    const [sentence, ...others] = sentences(type, fields, more);
    expect(others).toEqual([]);
    expect(sentence).toMatch(words);
    expect(sentence).not.toMatch(/\.$|value[A-Z]/);
  });

  it("says a limit in the words that its fields have for what is counted", () => {
    const messages = { errors: thaiErrors as Record<string, string>, unit: thaiUnits };
    const thai = createTranslator({ locale: "th", messages });
    const unitName = naming(createTranslator({ locale: "th", messages, namespace: "unit" }));
    const limits = { limits: "both", lowest: "0", highest: "12", unit: "elements" };
    const said = thai("errors.valueOutsideLimits", inUnitsNamed(limits, unitName));
    expect(said).toContain("0 ถึง 12 องค์ประกอบ");
    expect(inUnitsNamed({ ...limits, unit: "boats" }, unitName).unit).toBe("boats");
  });

  it("says so when the definition has changed meanwhile", () => {
    expect(t("errors.valueWrongKind")).toMatch(/Reload/);
  });
});
