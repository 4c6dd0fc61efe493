import type { IndicatorType } from "@/lib/domain/framework/indicator";
import type { Quantity, Value } from "@/lib/domain/values/value";
import type { ValueRules } from "@/lib/domain/values/value-limits";
import type { FieldProblem } from "@/lib/schemas/forms/form-state";
import { type EnteredValue, enteredKindOf, valueSchema } from "./value";

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

/** What to put into the fields for a value that is there already; `valueSchema` reads it back as the same value. */
export function enteredFromValue(type: IndicatorType, value: Value | undefined): EnteredValue {
  const fields: Record<string, string> = {};
  switch (value?.kind) {
    case "number":
      fields.number = value.number;
      break;
    case "censored":
      fields.number = `<${value.below}`;
      break;
    case "ratio":
      fields.numerator = typed(value.numerator);
      fields.denominator = typed(value.denominator);
      break;
    case "yesNo":
      fields.yesNo = value.yes ? "yes" : "no";
      break;
    case "step":
      fields.step = String(value.step);
      break;
    case "narrative":
      fields.text = value.text;
      break;
    case "missing":
      fields.missingReason = value.reason;
  }
  return enteredFromFields(type, (name) => fields[name]);
}

/** The value, or what is wrong with which field; `value` is undefined where everything was left blank. */
export function readValue(
  rules: ValueRules,
  entered: unknown,
): { ok: true; value: Value | undefined } | { ok: false; problems: FieldProblem[] } {
  const read = valueSchema(rules).safeParse(entered);
  if (read.success) return { ok: true, value: read.data };
  const problems = read.error.issues.map(
    (issue): FieldProblem => ({
      field: issue.path.map(String).join("."),
      key: /^value[A-Z]/.test(issue.message) ? issue.message : "fieldInvalid",
      ...(issue.code === "custom" && issue.params && { args: issue.params }),
    }),
  );
  return { ok: false, problems };
}
