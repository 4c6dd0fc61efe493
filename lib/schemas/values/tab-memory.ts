import { parseCellKey } from "@/lib/domain/framework/disaggregation";
import type { Message } from "@/lib/schemas/forms/form-state";
import { flag, list, oneOf, optional, type Reader, recordOf, shape, text, whole } from "./kept";
import { type EnteredValue, enteredOf } from "./value";

// What a tab remembers of a report while its fields are worked on, as it stands in the browser's session storage.

const entered: Reader<EnteredValue> = (kept) => {
  const read = enteredOf(kept);
  if ("problems" in read) throw new TypeError("not what a cell is entered with");
  return read.entered;
};

/** A key of a cell; whether its indicator has it is for whoever knows the indicator to say. */
const cellKey: Reader<string> = (kept) => {
  if (!parseCellKey(text(kept))) throw new TypeError("no key of a cell");
  return text(kept);
};

/** One cell of a change. */
export interface CellChange {
  indicator: string;
  cell: string;
  before: EnteredValue;
  after: EnteredValue;
  /** False where the text was refused, so that it never was stored. */
  isStorable: boolean;
  /** The paste that made it. */
  paste?: number | undefined;
  /** Which of the two was carried over and not confirmed, so that no ordinary save brings it back. */
  carried?: "before" | "after" | undefined;
}

const change: Reader<CellChange[]> = list(
  shape({
    indicator: text,
    cell: cellKey,
    before: entered,
    after: entered,
    isStorable: flag,
    paste: optional(whole),
    carried: optional(oneOf("before", "after")),
  }),
);

/** What can be undone and done again; with what the server acknowledged to this tab, by cell. */
export const keptChanges = shape({
  stack: shape({ past: list(change), future: list(change) }),
  revisions: recordOf(whole),
});

/** A message of the product as a browser keeps it. */
const keptMessage: Reader<Message> = shape({
  key: text,
  args: optional(recordOf((kept) => (typeof kept === "number" ? kept : text(kept)))),
});

/** A change of a cell that a browser keeps until the server has acknowledged it; with why it was refused. */
export const keptCell = shape({
  indicator: text,
  cell: cellKey,
  expectedRevision: whole,
  entered,
  refused: optional(keptMessage),
  overtaken: optional(flag),
});

/** What of a paste has no place, and why. */
export interface NotPasted {
  /** Line of the clipboard, from 1. */
  line: number;
  text: string;
  /** The indicator that it would have gone to, if there is one. */
  code: string | null;
  because: ReturnType<typeof because>;
  /** What is wrong with it, for `problem`. */
  problem?: Message | undefined;
}

const because = oneOf(
  "locked",
  "waiting",
  "noRow",
  "hidden",
  "noColumn",
  "sum",
  "noPart",
  "noCode",
  "noSuchCode",
  "twice",
  "several",
  "unnamed",
  "reason",
  "noCategory",
  "words",
  "yesNo",
  "step",
  "problem",
);

/** A line of the list of it, with a number of its own and its paste's; `isUndone` while that paste is taken back. */
export interface ListedNotPasted extends NotPasted {
  id: number;
  paste: number;
  isUndone: boolean;
}

export const notPastedList: Reader<ListedNotPasted[]> = list(
  shape({
    line: whole,
    text,
    code: (kept) => (kept === null ? null : text(kept)),
    because,
    problem: optional(keptMessage),
    id: whole,
    paste: whole,
    isUndone: flag,
  }),
);

/** Cells that the server stored after a page was made which the browser keeps. */
export interface StoredMeanwhile {
  indicator: string;
  cell: string;
  entered: EnteredValue;
  revision: number;
  savedAt: string;
}

export const storedMeanwhile: Reader<StoredMeanwhile[]> = list(
  shape({ indicator: text, cell: cellKey, entered, revision: whole, savedAt: text }),
);
