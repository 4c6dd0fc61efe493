import type { HeadWords } from "@/lib/i18n/tables/head-words";
import { isWordy } from "./paste-heads";
import { codeIn, fill, isBlankLine, joined, type PastePlan, type PasteRow } from "./paste-row";
import { planByCode } from "./plan-by-code";

/** By code where at least half of the lines begin with one that the report has, titles and heads above them aside. */
function isByCode(lines: readonly (readonly string[])[], rows: ReadonlyMap<string, PasteRow>): boolean {
  const begin = lines.findIndex((columns) => !isWordy(columns) || codeIn(columns[0] ?? "", rows));
  const begun = lines.slice(Math.max(0, begin)).filter(([first]) => first !== undefined && first !== "");
  const known = begun.filter(([first]) => codeIn(first!, rows));
  return known.length > 0 && known.length * 2 >= begun.length;
}

/**
 * Plans a paste, by the codes in the first column or, where it has none, by position: one line a row from the one where
 * the hand is, one column a field from the field where the hand is.
 * @param below the rows from the one where the hand is to the end of the report, those that aren't drawn among them
 * @param all every row of the report
 * @param column the field of the first row where the hand is: 1 for a percentage's denominator, else 0
 * @param period the report's: where a line without a code names it, in either era, the values stand under it
 * @param heads what the product heads values with
 * @param into by position: into the rows that are drawn, one after the other, or into all
 */
export function planPaste(
  lines: readonly string[][],
  below: readonly PasteRow[],
  all: readonly PasteRow[],
  column: number,
  period: string,
  heads: HeadWords,
  into: "shown" | "all" = "shown",
): PastePlan {
  const byCode = new Map(all.map((row) => [row.code, row]));
  return isByCode(lines, byCode)
    ? planByCode(lines, byCode, period, heads)
    : planByPosition(lines, below, column, into);
}

function planByPosition(
  lines: readonly string[][],
  below: readonly PasteRow[],
  column: number,
  into: "shown" | "all",
): PastePlan {
  const rows = into === "all" ? below : below.filter(({ isHere }) => isHere);
  const first = below.findIndex(({ isHere }) => !isHere);
  const reaches = first >= 0 && lines.findLastIndex((columns) => !isBlankLine(columns)) >= first;
  const plan: PastePlan = {
    way: "position",
    filled: [],
    not: [],
    gap: (reaches && below[first - 1]?.code) || null,
    passed: [],
  };
  lines.forEach((columns, index) => {
    if (isBlankLine(columns)) return;
    const row = rows[index];
    if (row) fill(plan, row, columns, column, index + 1);
    else {
      const because = rows.length < below.length ? "hidden" : "noRow";
      plan.not.push({ line: index + 1, text: joined(columns), code: null, because });
    }
  });
  return plan;
}
