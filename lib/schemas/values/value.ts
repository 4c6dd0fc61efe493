// Without a schema library: the browser reads values with this too, and one would weigh more than all that is read.
import type { IndicatorType } from "@/lib/domain/framework/indicator";
import { missingReasons, type Quantity, type Value } from "@/lib/domain/values/value";
import { type LimitFault, limitFault, type ValueRules } from "@/lib/domain/values/value-limits";
import { readableText } from "@/lib/schemas/forms/clean-text";
import type { FieldProblem, Message } from "@/lib/schemas/forms/form-state";
import { plainDigits, readQuantity } from "./number-text";

const maximumTextLength = 10_000;

// One line of a form. Whoever pastes a page into it is told what belongs there.
const maximumLineLength = 200;
const maximumReasonLength = 40;

/**
 * What stands in the fields of one cell, as text. Every kind has beside its own fields the reason why there is no
 * value, for a form without JavaScript sends both. The field names here are the names in forms and in problems.
 */
export type EnteredValue = { missingReason: string } & (
  | { kind: "number"; number: string }
  | { kind: "ratio"; numerator: string; denominator: string }
  | { kind: "yesNo"; yesNo: string }
  | { kind: "step"; step: string }
  | { kind: "narrative"; text: string }
);

const fieldsOfKind: Record<EnteredValue["kind"], readonly string[]> = {
  number: ["number"],
  ratio: ["numerator", "denominator"],
  yesNo: ["yesNo"],
  step: ["step"],
  narrative: ["text"],
};

/** The kind of field that each type of indicator is entered in. */
export const enteredKindOf: Record<IndicatorType, EnteredValue["kind"]> = {
  number: "number",
  percentage: "ratio",
  yesNo: "yesNo",
  milestone: "step",
  narrative: "narrative",
};

interface Problems {
  problems: FieldProblem[];
}
type Reading = { value: Value | undefined } | Problems;

const refuse = (field: string, problem: Message): Problems => ({ problems: [{ field, ...problem }] });
const asValue = (quantity: Quantity): Value =>
  "exact" in quantity ? { kind: "number", number: quantity.exact } : { kind: "censored", below: quantity.below };

/** What is wrong with a value beyond its limits, with the limits in it. */
function limitMessage({ code }: LimitFault, { lowest, highest, unit }: ValueRules): Message {
  switch (code) {
    case "outsideLimits": {
      const limits = lowest === null ? "highest" : highest === null ? "lowest" : "both";
      return {
        key: "valueOutsideLimits",
        args: { limits, lowest: lowest ?? "", highest: highest ?? "", unit: unit ?? "" },
      };
    }
    case "negative":
      return { key: "valueNegative" };
    case "overHundred":
      return { key: "valueNumeratorLarger" };
    case "ofNone":
      return { key: "valueDenominatorZero" };
    case "noSuchStep":
      return { key: "valueStep" };
  }
}

/** A share alone can't be added up over countries, so both of its numbers are asked for. */
const isShare = (text: string) => /[%٪]|per ?cent|\bpct\b/i.test(plainDigits(text));

function readRatio(entered: { numerator: string; denominator: string }, rules: ValueRules): Reading {
  for (const field of ["numerator", "denominator"] as const)
    if (isShare(entered[field])) return refuse(field, { key: "valuePercentTyped" });
  const numerator = readQuantity(entered.numerator, rules);
  const denominator = readQuantity(entered.denominator, rules);
  const problems = Object.entries({ numerator, denominator }).flatMap(([field, read]) =>
    read && "problem" in read ? [{ field, ...read.problem }] : [],
  );
  if (problems.length > 0) return { problems };
  if (!numerator && !denominator) return { value: undefined };
  if (!numerator) return refuse("numerator", { key: "valueNumeratorMissing" });
  if (!denominator) return refuse("denominator", { key: "valueDenominatorMissing" });
  if ("problem" in numerator || "problem" in denominator) return { problems };
  return { value: { kind: "ratio", numerator: numerator.quantity, denominator: denominator.quantity } };
}

function readStep(typed: string): Reading {
  const step = typed.trim();
  if (step === "") return { value: undefined };
  if (!/^\d{1,3}$/.test(step)) return refuse("step", { key: "valueStep" });
  return { value: { kind: "step", step: Number(step) } };
}

function readText(typed: string): Reading {
  const text = readableText(typed).trim();
  if (text.length > maximumTextLength)
    return refuse("text", { key: "valueTextTooLong", args: { limit: maximumTextLength, length: text.length } });
  return { value: text === "" ? undefined : { kind: "narrative", text } };
}

function readFields(entered: EnteredValue, rules: ValueRules): Reading {
  switch (entered.kind) {
    case "number": {
      const read = readQuantity(entered.number, rules);
      if (!read) return { value: undefined };
      return "problem" in read ? refuse("number", read.problem) : { value: asValue(read.quantity) };
    }
    case "ratio":
      return readRatio(entered, rules);
    case "yesNo":
      if (entered.yesNo === "") return { value: undefined };
      if (entered.yesNo !== "yes" && entered.yesNo !== "no") return refuse("yesNo", { key: "valueYesNo" });
      return { value: { kind: "yesNo", yes: entered.yesNo === "yes" } };
    case "step":
      return readStep(entered.step);
    case "narrative":
      return readText(entered.text);
  }
}

function withinLimits(reading: Reading, rules: ValueRules): Reading {
  const fault = "value" in reading && reading.value ? limitFault(rules, reading.value) : null;
  return fault ? refuse(fault.field, limitMessage(fault, rules)) : reading;
}

function problemOfText(name: string, text: unknown): FieldProblem[] {
  if (typeof text !== "string") return [{ field: name, key: "fieldInvalid" }];
  // A text has a limit of its own, which its reading names.
  if (name === "text") return [];
  if (name === "missingReason") return text.length > maximumReasonLength ? [{ field: name, key: "fieldInvalid" }] : [];
  return text.length > maximumLineLength ? [{ field: name, key: "valueTooLong" }] : [];
}

/**
 * The fields of one cell, out of what a form, a file or a browser's memory holds: each of its kind and no others. The reason
 * may be left out.
 */
export function enteredOf(sent: unknown): { entered: EnteredValue } | Problems {
  if (typeof sent !== "object" || sent === null) return refuse("", { key: "fieldInvalid" });
  const { kind, missingReason = "", ...fields } = sent as Record<string, unknown>;
  const own = Object.entries(fieldsOfKind).find(([known]) => known === kind)?.[1];
  if (!own) return refuse("kind", { key: "fieldInvalid" });
  const others = Object.keys(fields).filter((name) => !own.includes(name));
  const all = { ...fields, missingReason } as Record<string, unknown>;
  const problems = [
    ...others.map(() => ({ field: "", key: "fieldInvalid" })),
    ...[...own, "missingReason"].flatMap((name) => problemOfText(name, all[name])),
  ];
  return problems.length > 0 ? { problems } : { entered: { kind, ...all } as EnteredValue };
}

/**
 * From what was entered to a value of this indicator: the one way in, for forms, files and the API. Blank fields give
 * undefined: absent, never 0. The keys of problems are in the namespace `errors`.
 */
export function readEntered(sent: unknown, rules: ValueRules): Reading {
  const read = enteredOf(sent);
  if ("problems" in read) return read;
  const { entered } = read;
  // The definition may have changed since the form was opened.
  if (entered.kind !== enteredKindOf[rules.type]) return refuse("kind", { key: "valueWrongKind" });
  const reading = withinLimits(readFields(entered, rules), rules);
  if (entered.missingReason === "" || "problems" in reading) return reading;
  const reason = missingReasons.find((known) => known === entered.missingReason);
  if (!reason) return refuse("missingReason", { key: "valueReasonUnknown" });
  return reading.value ? refuse("missingReason", { key: "valueOrReason" }) : { value: { kind: "missing", reason } };
}
