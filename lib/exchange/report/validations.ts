import type { DataValidation } from "hucre";
import type { ValueRules } from "@/lib/domain/values/value-limits";
import { mayBeBelow } from "@/lib/schemas/values/number-text";
import { sheetText } from "../xlsx/limits";
import { columnName } from "../xlsx/long-part";
import { type FieldName, fieldsOf } from "./columns";
import type { ReportFile, ReportFileRow, ReportSheet } from "./report-file";

/** Where the answers stand that a list offers. */
export interface ListPlaces {
  yesNo: string;
  reasons: string;
  /** By indicator. */
  steps: Map<string, string>;
}

type Rule = Pick<DataValidation, "type" | "formula1" | "allowBlank"> & { message: string };

/** `@` is the cell that a formula is about, `@numerator` and `@denominator` are fields of its row. */
const cellInFormula = /@(numerator|denominator)?/g;

/** Characters that a spreadsheet shows in a message. */
const mostOfMessage = 250;

/**
 * What the spreadsheet refuses as it is typed. It is there to help, and nothing relies on it: a paste goes past it, and so
 * does every other program.
 */
export function validationsOf(
  { columns, rows }: ReportSheet,
  words: ReportFile["words"],
  places: ListPlaces,
  firstRow: number,
): DataValidation[] {
  const byRule = new Map<string, { rule: Rule; column: number; rows: number[] }>();
  for (const [index, row] of rows.entries()) {
    if (!row.mayEnter) continue;
    for (const field of fieldsOf(row.rules.type)) {
      const rule = ruleOf(row, field, words, places);
      if (!rule) continue;
      const column = columns.indexOf(field);
      const key = JSON.stringify([column, rule]);
      const known = byRule.get(key);
      if (known) known.rows.push(firstRow + index);
      else byRule.set(key, { rule, column, rows: [firstRow + index] });
    }
  }
  return [...byRule.values()].map(({ rule: { message, type, formula1, allowBlank = true }, column, rows }) => ({
    type,
    // A formula is about the first cell of its range.
    formula1: formula1?.replace(
      cellInFormula,
      (_, field) => `${columnName(field ? columns.indexOf(field) : column)}${rows[0]! + 1}`,
    ),
    allowBlank,
    showErrorMessage: true,
    errorStyle: "stop" as const,
    errorTitle: sheetText(words.notAllowed).slice(0, 30),
    errorMessage: sheetText(message).slice(0, mostOfMessage),
    range: rangesOf(rows, columnName(column)),
  }));
}

function ruleOf(
  { rules, indicator, shown }: ReportFileRow,
  field: FieldName,
  words: ReportFile["words"],
  places: ListPlaces,
): Rule | null {
  const list = (place: string | undefined): Rule | null =>
    place ? { type: "list", formula1: place, message: words.choose } : null;
  if (field === "reason") return list(places.reasons);
  if (rules.type === "yesNo") return list(places.yesNo);
  if (rules.type === "milestone") return list(places.steps.get(indicator));
  if (rules.type === "narrative") return null;
  const number = numberFormula(rules);
  const message = shown.limits || words.notAllowed;
  if (rules.type !== "percentage" || rules.mayExceedHundred) return { type: "custom", formula1: number, message };
  // Where blanks are ignored, Excel checks nothing of a cell as long as the other one is blank.
  return { type: "custom", formula1: `OR(@="",IF(${number},${isPart},FALSE))`, allowBlank: false, message };
}

/** What isn't a number, such as a blank and `<5`, leaves it open. */
const isPart = "IF(AND(ISNUMBER(@numerator),ISNUMBER(@denominator)),@numerator<=@denominator,TRUE)";

/** A number within the limits; where counts may be censored, also `<5`. */
function numberFormula(rules: ValueRules): string {
  const { type, decimals, lowest, highest } = rules;
  const [low, high] = type === "number" ? [lowest, highest] : ["0", null];
  const conditions = ["ISNUMBER(@)", `ROUND(@,${decimals})=@`];
  if (low !== null) conditions.push(`@>=${low}`);
  if (high !== null) conditions.push(`@<=${high}`);
  // Of what isn't a number, the other conditions would be errors: "and" has to ask one after another.
  const number = conditions.reduceRight((rest, one) => (rest === "" ? one : `IF(${one},${rest},FALSE)`), "");
  return mayBeBelow(rules) ? `OR(LEFT(@,1)="<",${number})` : number;
}

/** `H6:H9 H12`, of rows counted from 0. */
function rangesOf(rows: readonly number[], letter: string): string {
  const ranges: string[] = [];
  for (let index = 0; index < rows.length; ) {
    let last = index;
    while (rows[last + 1] === rows[last]! + 1) last++;
    const [from, to] = [`${letter}${rows[index]! + 1}`, `${letter}${rows[last]! + 1}`];
    ranges.push(from === to ? from : `${from}:${to}`);
    index = last + 1;
  }
  return ranges.join(" ");
}
