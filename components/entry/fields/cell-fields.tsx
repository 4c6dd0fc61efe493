"use client";

import type { FieldName } from "@/components/entry/state/entered";
import { useCell, useEntry } from "@/components/entry/state/entry-session";
import type { Place } from "@/components/entry/state/entry-store";
import { errorId } from "@/components/ui/fields/field";

/** The id of a cell's field; also what messages about it lead to. */
export const fieldId = ({ indicator, cell }: Place, field: FieldName | "missingReason") =>
  `${indicator}|${cell}|${field}`;

/** The cell that a field with such an id is of. */
export function placeOfField(id: string): Place {
  const [indicator = "", cell = ""] = id.split("|");
  return { indicator, cell };
}

/** Browsers undo letters of whichever field was typed in last, from another field too; a cell takes none of that. */
export const isBrowserUndo = ({ nativeEvent }: React.ChangeEvent): boolean =>
  nativeEvent instanceof InputEvent && /^history(Undo|Redo)$/.test(nativeEvent.inputType);

/** What tells whoever hears a field that it wasn't stored, and why: what stands under the cell. */
export function useFault({ indicator, cell }: Place, field: FieldName) {
  const { phase } = useCell({ indicator, cell });
  const isFaulty =
    phase.at === "refused" || (phase.at === "invalid" && phase.problems.some((each) => each.field === field));
  return {
    "aria-invalid": isFaulty || undefined,
    "aria-describedby": isFaulty ? errorId(`${indicator}|${cell}`) : undefined,
  };
}

/** Around the fields of one cell: it is left when the hand goes elsewhere, not from its one field to the other. */
export function CellFields({
  place,
  className,
  children,
}: {
  place: Place;
  className?: string;
  children: React.ReactNode;
}) {
  const { store } = useEntry();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears its fields being left
    <div
      className={className}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) store.dispatch(place, { type: "left" });
      }}
    >
      {children}
    </div>
  );
}
