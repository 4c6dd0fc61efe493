import * as z from "zod/mini";
import { cellSave, newsSince, seenRevision } from "./cell-save";
import { enteredValue } from "./value";

// What a tab remembers of a report while its fields are worked on, as it stands in the browser's session storage.

/**
 * One cell of a change. `isStorable`: false where the text was refused, so that it never was stored. `paste`: the paste
 * that made it. `carried`: which of the two was carried over and not confirmed, so that no ordinary save brings it back.
 */
const cellChange = z.extend(z.pick(cellSave, { indicator: true, cell: true }), {
  ...{ before: enteredValue, after: enteredValue },
  ...{ isStorable: z.boolean(), paste: z.optional(z.int()), carried: z.optional(z.enum(["before", "after"])) },
});
export type CellChange = z.output<typeof cellChange>;

const changes = z.array(z.array(cellChange).check(z.minLength(1)));

/** What can be undone and done again; with what the server acknowledged to this tab, by cell. */
export const keptChanges = z.object({
  stack: z.object({ past: changes, future: changes }),
  revisions: z.record(z.string(), seenRevision),
});

/** A message of the product as a browser keeps it. */
export const keptMessage = z.object({
  key: z.string(),
  args: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
});

/** A change of a cell that a browser keeps until the server has acknowledged it; with why it was refused. */
export const keptCell = z.extend(cellSave, { refused: z.optional(keptMessage) });

const notPasted = z.object({
  /** Line of the clipboard, from 1. */
  line: z.int(),
  text: z.string(),
  /** The indicator that it would have gone to, if there is one. */
  code: z.nullable(z.string()),
  because: z.enum([
    "locked",
    "waiting",
    "noRow",
    "noColumn",
    "noPart",
    "noCode",
    "noSuchCode",
    "twice",
    "several",
    "otherPeriod",
    "words",
    "yesNo",
    "step",
    "problem",
  ]),
  /** What is wrong with it, for `problem`. */
  problem: z.optional(keptMessage),
});
/** What of a paste has no place, and why. */
export type NotPasted = z.output<typeof notPasted>;

/** The list of it, each line with a number of its own and its paste's; `isUndone` while that paste is taken back. */
export const notPastedList = z.array(z.extend(notPasted, { id: z.int(), paste: z.int(), isUndone: z.boolean() }));
export type ListedNotPasted = z.output<typeof notPastedList>[number];

/** Cells that the server stored after a page was made which the browser keeps. */
export const storedMeanwhile = z.array(
  z.extend(z.pick(cellSave, { indicator: true, cell: true, entered: true }), {
    ...{ revision: seenRevision, savedAt: newsSince },
  }),
);
export type StoredMeanwhile = z.output<typeof storedMeanwhile>[number];
