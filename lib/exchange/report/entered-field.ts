import type { SheetCell } from "../xlsx/read/read-sheet";
import type { EnteredField } from "./report-upload";

/** Formulas that reach beyond the workbook, to another file or a program. */
const reachingOut = /[[\]|]|\b(dde|webservice|call|hyperlink|indirect|rtd)\s*\(/i;

/** What makes a cell of a spreadsheet no plain answer. */
export function flawOf({ kind, formula }: SheetCell): EnteredField["flaw"] {
  if (formula !== null) return kind === "number" && !reachingOut.test(formula) ? "formula" : "formulaBroken";
  return kind === "error" || kind === "date" ? kind : null;
}
