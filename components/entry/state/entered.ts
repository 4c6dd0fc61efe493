import type { IndicatorType } from "@/lib/domain/framework/indicator";
import type { Value } from "@/lib/domain/values/value";
import type { ValueRules } from "@/lib/domain/values/value-limits";
import { enteredFromFields, enteredFromValue, readValue } from "@/lib/schemas/values/entered-value";
import type { EnteredValue } from "@/lib/schemas/values/value";

/** The names of the fields in which values are typed, over all types of indicator. */
export type FieldName = "number" | "numerator" | "denominator" | "yesNo" | "step" | "text";

/** The fields of a cell, from left to right. */
export const fieldNamesOf: Record<IndicatorType, readonly FieldName[]> = {
  number: ["number"],
  percentage: ["numerator", "denominator"],
  yesNo: ["yesNo"],
  milestone: ["step"],
  narrative: ["text"],
};

export const blankEntered = (type: IndicatorType): EnteredValue => enteredFromFields(type, () => "");

const fieldsOf = (entered: EnteredValue): [string, string][] =>
  Object.entries(entered).filter(([name]) => name !== "kind");

export const isBlank = (entered: EnteredValue): boolean => fieldsOf(entered).every(([, text]) => text.trim() === "");

export const isSameEntered = (one: EnteredValue, other: EnteredValue): boolean =>
  one.kind === other.kind && JSON.stringify(fieldsOf(one).sort()) === JSON.stringify(fieldsOf(other).sort());

/** What stands in one field; empty where this kind has no such field. */
export const textIn = (entered: EnteredValue, field: FieldName): string =>
  fieldsOf(entered).find(([name]) => name === field)?.[1] ?? "";

/** The same with another text in one field. Whoever types a value takes back the reason why there was none. */
export function withText(type: IndicatorType, entered: EnteredValue, field: FieldName, text: string): EnteredValue {
  return enteredFromFields(type, (name) =>
    name === field ? text : name === "missingReason" ? "" : textOf(entered, name),
  );
}

/** A reason in place of any value; an empty one leaves the cell blank. */
export const withReason = (type: IndicatorType, missingReason: string): EnteredValue =>
  enteredFromFields(type, (name) => (name === "missingReason" ? missingReason : ""));

const textOf = (entered: EnteredValue, name: string) => fieldsOf(entered).find(([field]) => field === name)?.[1];

/** The value that the fields hold; undefined for blank ones and for what can't be read. */
export function valueIn(rules: ValueRules, entered: EnteredValue): Value | undefined {
  const read = readValue(rules, entered);
  return read.ok ? read.value : undefined;
}

/** The fields as the stored value would be typed: without separators and idle zeros. What can't be read stays as it is. */
export function canonical(rules: ValueRules, entered: EnteredValue): EnteredValue {
  const read = readValue(rules, entered);
  return read.ok ? enteredFromValue(rules.type, read.value) : entered;
}
