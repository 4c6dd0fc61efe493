import type { FillResolution } from "@/lib/schemas/fill-resolution";
import type { FillView } from "@/lib/schemas/fill-view";

/** Name of the radios of a conflict, and id of the first. */
export const conflictField = (index: number) => `conflict-${index}`;

/** Conflicts that nobody has decided yet, by their place in the preview. */
export const openConflicts = (view: FillView, form: FormData): number[] =>
  view.conflicts.flatMap((_, index) => (form.has(conflictField(index)) ? [] : [index]));

/**
 * What the person saw and chose: the radios' answers, and every cell that the preview said would be filled. Those are
 * sent too, so that a cell which changed meanwhile is asked about instead of filled.
 */
export function answersOf(view: FillView, form: FormData): FillResolution {
  const fills = view.fills.map(({ indicator, cell, revision, lines }) => ({
    ...{ indicator, cell, revision },
    choice: { line: lines[0]! },
  }));
  const conflicts = view.conflicts.flatMap(({ indicator, cell, revision }, index) => {
    const chosen = form.get(conflictField(index));
    if (typeof chosen !== "string") return [];
    const choice = chosen === "keep" ? ("keep" as const) : { line: Number(chosen) };
    return [{ indicator, cell, revision, choice }];
  });
  return { answers: [...fills, ...conflicts] };
}
