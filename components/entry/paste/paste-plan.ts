import type { HeadWords } from "@/lib/i18n/tables/head-words";
import { headOf, isWordy } from "./paste-heads";
import { codeIn, fill, isBlankLine, joined, type PastePlan, type PasteRow } from "./paste-row";
import { planByCode } from "./plan-by-code";

/** By code where at least half of the lines begin with one that the report has, titles and heads above them aside. */
function isByCode(lines: readonly (readonly string[])[], rows: ReadonlyMap<string, PasteRow>): boolean {
  const begin = lines.findIndex((columns) => !isWordy(columns) || codeIn(columns[0] ?? "", rows));
  const begun = lines.slice(Math.max(0, begin)).filter(([first]) => first !== undefined && first !== "");
  const known = begun.filter(([first]) => codeIn(first!, rows));
  return known.length > 0 && known.length * 2 >= begun.length;
}

/** Where the hand is, in which report. */
export interface PastePlace {
  /** The rows from the one where the hand is to the end of the report, those that aren't drawn among them. */
  below: readonly PasteRow[];
  /** Every row of the report. */
  all: readonly PasteRow[];
  /** The field of the first row where the hand is: 1 for a percentage's denominator, else 0. */
  column: number;
  /** The report's: where a line without a code names it, in either era, the values stand under it. */
  period: string;
  /** What the product heads values with. */
  heads: HeadWords;
}

/** What is said of a paste by position. */
export interface PasteChoice {
  /** Into the rows that are drawn, one after the other, or into all. */
  into?: "shown" | "all";
  /** What a year in the first line is, the head of its column or a value. */
  yearIs?: "head" | "value";
}

/**
 * Plans a paste, by the codes in the first column or, where it has none, by position: one line a row from the one where
 * the hand is, one column a field from the field where the hand is.
 */
export function planPaste(
  lines: readonly string[][],
  { below, all, column, period, heads }: PastePlace,
  { into = "shown", yearIs = "head" }: PasteChoice = {},
): PastePlan {
  const byCode = new Map(all.map((row) => [row.code, row]));
  if (isByCode(lines, byCode)) return planByCode(lines, byCode, period, heads);
  const at = lines.findIndex((columns) => !isBlankLine(columns));
  const isAlone = lines.slice(at + 1).every(isBlankLine);
  const head = isAlone || below[0]?.rules.type === "narrative" ? null : headOf(lines[at]!, heads, period);
  const said = head && joined(lines[at]!);
  if (head === "others") return { ...emptyPlan, not: [{ line: at + 1, text: said!, code: null, because: "unnamed" }] };
  const isLeftOut = head === "heads" || (head === "year" && yearIs === "head");
  return {
    ...planByPosition(lines, isLeftOut ? at + 1 : 0, below, column, into),
    year: head === "year" ? said : null,
    passed: isLeftOut ? [said!] : [],
  };
}

const emptyPlan: PastePlan = { way: "position", filled: [], not: [], gap: null, year: null, passed: [] };

/** @param from the first line that brings values */
function planByPosition(
  lines: readonly string[][],
  from: number,
  below: readonly PasteRow[],
  column: number,
  into: "shown" | "all",
): PastePlan {
  const rows = into === "all" ? below : below.filter(({ isHere }) => isHere);
  const first = below.findIndex(({ isHere }) => !isHere);
  const reaches = first >= 0 && lines.findLastIndex((columns) => !isBlankLine(columns)) - from >= first;
  const plan: PastePlan = { ...emptyPlan, filled: [], not: [], gap: (reaches && below[first - 1]?.code) || null };
  lines.forEach((columns, index) => {
    if (index < from || isBlankLine(columns)) return;
    const row = rows[index - from];
    if (row) fill(plan, row, columns, column, index + 1);
    else {
      const because = rows.length < below.length ? "hidden" : "noRow";
      plan.not.push({ line: index + 1, text: joined(columns), code: null, because });
    }
  });
  return plan;
}
