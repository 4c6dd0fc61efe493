import { z } from "zod";
import { cellKey, indicatorCode, seenRevision } from "@/lib/schemas/values/cell-save";

/** What a person decided about one cell of a preview. */
const answer = z.strictObject({
  indicator: indicatorCode,
  cell: cellKey,
  /** The cell's revision that the preview showed: an answer holds for what was seen, nothing later. */
  revision: seenRevision,
  /** Leave the cell as it is, clear it where the file no longer has its value, or take the value on that line of the file. */
  choice: z.union([z.literal("keep"), z.literal("clear"), z.strictObject({ line: z.int().min(1) })]),
});
export type ImportAnswer = z.output<typeof answer>;

/** The answers to a preview's conflicts. A blank cell that isn't to be imported may be answered with "keep" as well. */
export const importResolution = z.strictObject({ answers: z.array(answer).max(20_000) });
export type ImportResolution = z.output<typeof importResolution>;

/** Import the file that was previewed under this hash. */
export const importRequest = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/, "fieldInvalid"),
  fileName: z.string().max(1000),
  resolution: importResolution,
});
