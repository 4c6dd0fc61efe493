import type { IndicatorType } from "@/lib/domain/framework/indicator";
import type { Quantity, Value } from "@/lib/domain/values/value";
import type { ValueRules } from "@/lib/domain/values/value-limits";
import type { FieldProblem } from "@/lib/schemas/forms/form-state";
import { type EnteredValue, enteredKindOf, readEntered } from "./value";

/** The fields of one cell out of a form's; a field that the form doesn't have is blank. */
export function enteredFromFields(type: IndicatorType, field: (name: string) => string | undefined): EnteredValue {
  const missingReason = field("missingReason") ?? "";
  switch (enteredKindOf[type]) {
    case "number":
      return { kind: "number", number: field("number") ?? "", missingReason };
    case "ratio":
      return {
        kind: "ratio",
        numerator: field("numerator") ?? "",
        denominator: field("denominator") ?? "",
        missingReason,
      };
    case "yesNo":
      return { kind: "yesNo", yesNo: field("yesNo") ?? "", missingReason };
    case "step":
      return { kind: "step", step: field("step") ?? "", missingReason };
    case "narrative":
      return { kind: "narrative", text: field("text") ?? "", missingReason };
  }
}

const typed = (quantity: Quantity) => ("exact" in quantity ? quantity.exact : `<${quantity.below}`);

function fieldsOf(value: Value): Record<string, string> {
  switch (value.kind) {
    case "number":
      return { number: value.number };
    case "censored":
      return { number: typed(value) };
    case "ratio":
      return { numerator: typed(value.numerator), denominator: typed(value.denominator) };
    case "yesNo":
      return { yesNo: value.yes ? "yes" : "no" };
    case "step":
      return { step: String(value.step) };
    case "narrative":
      return { text: value.text };
    case "missing":
      return { missingReason: value.reason };
  }
}

/** What to put into the fields for a value that is there already; `readEntered` reads it back as the same value. */
export function enteredFromValue(type: IndicatorType, value: Value | undefined): EnteredValue {
  const fields = value ? fieldsOf(value) : {};
  return enteredFromFields(type, (name) => fields[name]);
}

/** The value, or what is wrong with which field; `value` is undefined where everything was left blank. */
export function readValue(
  rules: ValueRules,
  entered: unknown,
): { ok: true; value: Value | undefined } | { ok: false; problems: FieldProblem[] } {
  const read = readEntered(entered, rules);
  return "problems" in read ? { ok: false, ...read } : { ok: true, ...read };
}
