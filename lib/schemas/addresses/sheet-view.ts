/** Which rows of the sheet a person wants to see. */
export const rowChoices = ["all", "open", "warnings", "attention", "carried", "changed", "query", "mine"] as const;
export type RowChoice = (typeof rowChoices)[number];

/** Columns that a person may want or not, in the order in which they stand; indicator and value are always there. */
export const sheetColumns = ["before", "earlier", "target", "limits", "state", "comment", "who"] as const;
export type SheetColumn = (typeof sheetColumns)[number];

/** How high rows are: one line each, or with what can be done written under the field. */
export const rowHeights = ["compact", "comfortable"] as const;
export type RowHeight = (typeof rowHeights)[number];

/** What a person asks of the sheet. All of it stands in the address. */
export interface SheetView {
  /** Words that an indicator must have. */
  find: string;
  show: RowChoice;
  /** Code of the goal whose rows alone are wanted; empty: all. */
  goal: string;
  columns: readonly SheetColumn[];
  rows: RowHeight;
  /** Codes of the goals whose rows are folded away. */
  folded: readonly string[];
}

const usual: readonly SheetColumn[] = ["earlier", "target", "state"];
export const wholeSheet: SheetView = {
  find: "",
  show: "all",
  goal: "",
  columns: usual,
  rows: "compact",
  folded: [],
};

/** Characters of the words to find. */
export const longestSheetFind = 100;

const listOf = (text: string | null) => (text ?? "").split(".").filter((part) => part !== "");
const oneOf = <T extends string>(choices: readonly T[], text: string | null, otherwise: T): T =>
  choices.find((choice) => choice === text) ?? otherwise;

/**
 * The view that an address asks for; what it can't mean is as if it weren't there.
 * @param goals codes of the goals that the person sees
 */
export function sheetViewOf(query: URLSearchParams, goals: readonly string[]): SheetView {
  const named = query.get("columns");
  const goal = query.get("goal") ?? "";
  return {
    find: (query.get("find") ?? "").slice(0, longestSheetFind),
    show: oneOf(rowChoices, query.get("show"), "all"),
    goal: goals.includes(goal) ? goal : "",
    columns: named === null ? usual : sheetColumns.filter((column) => listOf(named).includes(column)),
    rows: oneOf(rowHeights, query.get("rows"), "compact"),
    folded: listOf(query.get("folded")).filter((code) => goals.includes(code)),
  };
}

/** The query that asks for it; what else stands in the present one stays. */
export function queryOfSheet(view: SheetView, present: URLSearchParams): URLSearchParams {
  const query = new URLSearchParams(present);
  const isUsual = view.columns.join() === usual.join();
  const asked: Record<string, string> = {
    find: view.find.trim(),
    show: view.show === "all" ? "" : view.show,
    goal: view.goal,
    // None of them has a word too: an empty one would be the usual ones.
    columns: isUsual ? "" : view.columns.join(".") || "none",
    rows: view.rows === "compact" ? "" : view.rows,
    folded: view.folded.join("."),
  };
  for (const [name, value] of Object.entries(asked))
    if (value) query.set(name, value);
    else query.delete(name);
  // The indicator that a link led to; the rows may not stand there any more.
  query.delete("indicator");
  return query;
}
