import { z } from "zod";
import { cellKey, indicatorCode, seenRevision } from "@/lib/schemas/values/cell-save";
import type { ImportResolution } from "./import-resolution";

const place = { indicator: indicatorCode, cell: cellKey, revision: seenRevision };

/** What a preview showed: the cells that it would import into, from which line, those that it asked about, and those that may be cleared. */
export const seenPreview = z.strictObject({
  imported: z.array(z.strictObject({ ...place, line: z.int().min(1) })).max(20_000),
  conflicts: z.array(z.strictObject(place)).max(20_000),
  cleared: z.array(z.strictObject(place)).max(20_000).default([]),
});
export type SeenPreview = z.output<typeof seenPreview>;
type Place = Pick<SeenPreview["conflicts"][number], "indicator" | "cell">;

/** Name of the radios of a conflict, and id of the first. */
export const conflictField = ({ indicator, cell }: Place) => `conflict|${indicator}|${cell}`;

/** Name of the box that says a cell is to be cleared. */
export const clearField = ({ indicator, cell }: Place) => `clear|${indicator}|${cell}`;

/** A form's answer in the field of that name; undefined where nobody chose. */
export type Chosen = (field: string) => string | undefined;

/** Conflicts that nobody has decided yet. */
export const openConflicts = <P extends Place>(conflicts: readonly P[], chosen: Chosen): P[] =>
  conflicts.filter((conflict) => chosen(conflictField(conflict)) === undefined);

const isPlain = (choice: string): choice is "keep" | "clear" => choice === "keep" || choice === "clear";

/**
 * What the person saw and chose: the radios' answers, and every cell that the preview said would be imported. Those are
 * sent too, so that a cell which changed meanwhile is asked about instead of imported.
 */
export function answersOf({ imported, conflicts, cleared }: SeenPreview, chosen: Chosen): ImportResolution {
  return {
    answers: [
      ...imported.map(({ line, ...seen }) => ({ ...seen, choice: { line } })),
      ...conflicts.flatMap((seen) => {
        const choice = chosen(conflictField(seen));
        if (choice === undefined) return [];
        return [{ ...seen, choice: isPlain(choice) ? choice : { line: Number(choice) } }];
      }),
      ...cleared.flatMap((seen) =>
        chosen(clearField(seen)) === undefined ? [] : [{ ...seen, choice: "clear" as const }],
      ),
    ],
  };
}
