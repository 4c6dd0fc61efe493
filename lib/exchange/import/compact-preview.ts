import type { Message } from "@/lib/schemas/forms/form-state";
import type { ImportValue, ImportView, UnmatchedRow } from "@/lib/views/import-view";
import { FileRefusal } from "./file-refusal";
import type { FileValue, ImportPreview, UnplacedRow } from "./import-preview";
import type { IgnoredReason, UnmatchedReason } from "./row-reason";

/** The part of a view that the file and the report decide. */
export type CompactPreview = Pick<
  ImportView,
  | "rows"
  | "counts"
  | "imported"
  | "same"
  | "conflicts"
  | "unmatched"
  | "ignored"
  | "cleared"
  | "problems"
  | "notYours"
  | "overtaken"
  | "formulas"
  | "touched"
  | "findings"
>;

/** What only a report's own file has something to say of. */
export const ofReportsAlone = { cleared: [], problems: [], notYours: 0, overtaken: 0, formulas: [], touched: [] };

/** At most so many unmatched rows are shown one by one; `counts` has them all. */
const shownUnmatched = 1000;
/** Lines of one value that are named; a person looks at the first. */
const shownLines = 10;
/** Other countries and years that are named; a file of the whole world has fewer. */
const shownReasons = 300;
/** Different values for one cell that a person can choose from. */
const mostChoices = 50;
/** Of any text out of the file. */
const shownLength = 200;

/**
 * What a person is shown of a preview, of a size that a page can hold, whatever the file.
 * @throws FileRefusal tooManyValues
 */
export function compactPreview(preview: ImportPreview): CompactPreview {
  const { rows, counts, imported, same, conflicts, unmatched, ignored, findings } = preview;
  for (const { indicator, choices } of conflicts)
    if (choices.length > mostChoices)
      throw new FileRefusal("tooManyValues", { indicator, values: choices.length, line: choices[0]!.lines[0]! });
  return {
    rows,
    counts,
    imported: imported.map((cell) => ({ ...cell, ...fewLines(cell) })),
    same: same.map((cell) => ({ ...cell, ...fewLines(cell) })),
    conflicts: conflicts.map(({ present = null, choices, ...place }) => ({
      ...place,
      present,
      choices: choices.map(fewLines),
    })),
    unmatched: unmatched.slice(0, shownUnmatched).map(unmatchedRow),
    ignored: gathered(ignored).slice(0, shownReasons),
    ...ofReportsAlone,
    findings,
  };
}

const fewLines = ({ value, lines }: FileValue): ImportValue => ({
  value,
  lines: lines.slice(0, shownLines),
  moreLines: Math.max(0, lines.length - shownLines),
});

const short = (text: string): string => (text.length > shownLength ? `${text.slice(0, shownLength)}…` : text);

function unmatchedRow({ row, reason }: UnplacedRow<UnmatchedReason>): UnmatchedRow {
  const { line, series, categories, value } = row;
  return {
    line,
    series: short(series),
    value: short(value),
    categories: categories.map(({ text }) => short(text)),
    reason: messageOf(reason),
    problem: reason.code === "valueUnreadable" ? reason.args.problem : null,
  };
}

/** A reason's plain arguments; what is wrong with a value goes its own way. */
function messageOf({ code, args }: IgnoredReason | UnmatchedReason): Message {
  const plain = Object.entries(args).flatMap(([name, text]) =>
    typeof text === "string" ? [[name, short(text)] as const] : [],
  );
  return { key: code, args: Object.fromEntries(plain) };
}

function gathered(ignored: ImportPreview["ignored"]): ImportView["ignored"] {
  const byReason = new Map<string, { reason: Message; rows: number }>();
  for (const { reason } of ignored) {
    const message = messageOf(reason);
    const key = JSON.stringify(message);
    const known = byReason.get(key);
    if (known) known.rows++;
    else byReason.set(key, { reason: message, rows: 1 });
  }
  return [...byReason.values()].sort((one, other) => other.rows - one.rows);
}
