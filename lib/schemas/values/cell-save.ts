import * as z from "zod/mini";
import { parseCellKey } from "@/lib/domain/framework/disaggregation";
import { enteredOf } from "./value";

/** A cell key in form; whether the indicator's tables keep the cell is for the rules (`admitsCell`) to say. */
export const cellKey = z.string().check(
  z.maxLength(300),
  z.refine((key) => parseCellKey(key) !== undefined, "fieldInvalid"),
);

export const indicatorCode = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,39}$/, "fieldInvalid"));

/** The revision of the value that the person saw: 0 where the cell was empty. */
export const seenRevision = z.int().check(z.minimum(0), z.maximum(2_147_483_647));

/** The fields of one cell, by the rule that the browser reads them with. */
const enteredValue = z.pipe(
  z.unknown(),
  z.transform((sent, context) => {
    const read = enteredOf(sent);
    if ("entered" in read) return read.entered;
    // What is wrong with the whole is told of the whole.
    for (const { field, key } of read.problems)
      context.issues.push({ code: "custom", input: sent, path: field === "" ? [] : [field], message: key });
    return z.NEVER;
  }),
);

/** Body of an autosave: one cell, with the revision it replaces. Report and plan stand in the address. */
export const cellSave = z.strictObject({
  indicator: indicatorCode,
  cell: cellKey,
  expectedRevision: seenRevision,
  entered: enteredValue,
});
export type CellSave = z.output<typeof cellSave>;

/** So many cells are saved at once: all that a long report has. */
const MOST_CELLS = 2500;

/**
 * Body of a paste: many cells of one report, each once. What is wrong with one is said of that one (`cellSave`'s own result),
 * and keeps no other back.
 */
export const cellSaves = z.strictObject({
  cells: z
    .array(
      z.pipe(
        z.unknown(),
        z.transform((cell) => cellSave.safeParse(cell)),
      ),
    )
    .check(
      z.minLength(1, "fieldInvalid"),
      z.maxLength(MOST_CELLS, "fieldInvalid"),
      z.refine((cells) => {
        const keys = cells.flatMap(({ data }) => (data ? [`${data.indicator} ${data.cell}`] : []));
        return new Set(keys).size === keys.length;
      }, "fieldInvalid"),
    ),
});

/** Indicators of a report, each once. */
const indicatorCodes = z.array(indicatorCode).check(z.minLength(1, "fieldInvalid"), z.maxLength(500, "fieldInvalid"));

/** Body of carrying the values of the period before over. */
export const carryRequest = z.strictObject({ wanted: z.union([z.literal("unanswered"), indicatorCodes]) });

/** Body of confirming what was carried over. */
export const confirmRequest = z.strictObject({ indicators: indicatorCodes });

/** The moment from which on a page asks what changed. */
export const newsSince = z.iso.datetime();
