import { admitsCell } from "@/lib/domain/framework/disaggregation";
import type { Value } from "@/lib/domain/values/value";
import type { Message } from "@/lib/schemas/forms/form-state";
import { unsafeWords } from "@/lib/schemas/forms/unsafe-words";
import { readValue } from "@/lib/schemas/values/entered-value";
import { stepByNumber } from "@/lib/schemas/values/step-number";
import { type EnteredValue, enteredKindOf } from "@/lib/schemas/values/value";
import { spellingKey } from "../import/spelling";
import { type FieldName, fieldNames, fieldsOf } from "./columns";
import type { ReportTarget, TargetIndicator } from "./report-target";
import type { ReportEntry } from "./report-upload";

/** What is wrong with an entry, at which of its fields. `about` is the namespace of the message's key: `errors`, or `import.entry`. */
export interface EntryProblem {
  at: string;
  text: string;
  about: "value" | "entry";
  message: Message;
}

export type ReadEntry =
  | { indicator: TargetIndicator; value: Value | undefined; formulas: string[] }
  | { problem: EntryProblem };

/** The report, with its indicators found by their codes. */
export interface TargetByCode extends ReportTarget {
  byCode: ReadonlyMap<string, TargetIndicator>;
}

const noFields: Record<FieldName, string> = { value: "", numerator: "", denominator: "", reason: "" };

/** What a file says of a cell, or why it can't be used. Blank fields give undefined: absent, never 0. */
export function readEntry(entry: ReportEntry, target: TargetByCode): ReadEntry {
  const wrong = (key: string, field?: FieldName, args?: Message["args"]): ReadEntry => {
    const { at, text } = (field && entry.fields[field]) || { at: entry.at, text: "" };
    return { problem: { at, text, about: "entry", message: { key, ...(args && { args }) } } };
  };
  const indicator = target.byCode.get(entry.indicator);
  if (!indicator) return wrong("indicatorUnknown", undefined, { indicator: entry.indicator });
  const { rules } = indicator;
  if (!admitsCell(entry.cell, indicator.tables, target.dimensions))
    return wrong("cellUnknown", undefined, { indicator: entry.indicator });
  const texts = { ...noFields };
  const formulas: string[] = [];
  for (const field of fieldNames) {
    const entered = entry.fields[field];
    if (!entered) continue;
    if (!fieldsOf(rules.type).includes(field))
      return wrong(rules.type === "percentage" ? "shareInValue" : "notToFillIn", field);
    if (entered.flaw === "formulaBroken") return wrong("formula", field);
    if (entered.flaw === "error") return wrong("error", field, { text: entered.text });
    if (entered.flaw === "date") return wrong("date", field);
    if (entered.flaw === "formula") formulas.push(entered.at);
    texts[field] = entered.text;
  }
  const reason = reasonOf(texts.reason, target);
  if (reason === null) return wrong("reasonUnknown", "reason");
  const entered = enteredOf(indicator, texts, reason, target);
  if (!entered) return wrong("answerUnknown", "value", { type: rules.type, steps: indicator.steps.length });
  const read = readValue(rules, entered);
  if (read.ok) return { indicator, value: read.value, formulas };
  const { field, ...message } = read.problems[0] ?? { field: "value", key: "fieldInvalid" };
  return { problem: valueProblem(entry, columnOf(field), message) };
}

const valueProblem = ({ fields, at }: ReportEntry, column: FieldName, message: Message): EntryProblem => ({
  ...(fields[column] ?? { at, text: "" }),
  about: "value",
  message,
});

/** What may not be stored of a value that the file changes: words that say who somebody is. Null for everything else. */
export function unsafeProblem(entry: ReportEntry, value: Value): EntryProblem | null {
  const unsafe = value.kind === "narrative" ? unsafeWords(value.text) : null;
  return unsafe && valueProblem(entry, "value", unsafe);
}

/** The columns are named for people, the fields for forms. */
function columnOf(field: string): FieldName {
  if (field === "missingReason") return "reason";
  return field === "numerator" || field === "denominator" ? field : "value";
}

/** Empty for none; null for what is no reason. */
function reasonOf(text: string, { words }: ReportTarget): string | null {
  const key = spellingKey(text);
  if (key === "") return "";
  return words.reasons.find(([reason, word]) => spellingKey(word) === key || spellingKey(reason) === key)?.[0] ?? null;
}

function enteredOf(
  { rules, steps }: TargetIndicator,
  { value, numerator, denominator }: Record<FieldName, string>,
  missingReason: string,
  { words }: ReportTarget,
): EnteredValue | null {
  const kind = enteredKindOf[rules.type];
  switch (kind) {
    case "number":
      return { kind, number: value, missingReason };
    case "ratio":
      return { kind, numerator, denominator, missingReason };
    case "narrative":
      return { kind, text: value, missingReason };
    case "yesNo": {
      const yesNo = yesNoOf(value, words);
      return yesNo === null ? null : { kind, yesNo, missingReason };
    }
    case "step": {
      const key = spellingKey(value);
      if (key === "") return { kind, step: "", missingReason };
      const found = steps.flatMap((names, step) => (names.some((name) => spellingKey(name) === key) ? [step] : []));
      const step = found.length === 0 ? stepByNumber(value, steps.length) : found.length === 1 ? found[0]! : -1;
      return step < 0 ? null : { kind, step: String(step), missingReason };
    }
  }
}

/** Spreadsheets make truths of some words for yes and no. */
function yesNoOf(text: string, { yes, no }: ReportTarget["words"]): "yes" | "no" | "" | null {
  const key = spellingKey(text);
  const isOne = (words: readonly string[], truth: string) =>
    key === truth || words.some((word) => spellingKey(word) === key);
  if (key === "") return "";
  if (isOne(yes, "true")) return "yes";
  return isOne(no, "false") ? "no" : null;
}
