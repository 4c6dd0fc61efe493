"use client";

import { errorId } from "@/components/ui/field";
import type { EntryIndicator } from "@/lib/schemas/entry-view";
import { type FieldName, textIn, withText } from "./entered";
import { useCell, useEntry } from "./entry-session";
import type { Place } from "./entry-store";
import { fieldAt } from "./move-focus";

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

/** One text field of a cell, with a label for screen readers. What is typed is known at once, and saved when it is left. */
export function NumberInput({
  place,
  indicator,
  field,
  label,
  at: [row, column],
  className = "",
}: {
  place: Place;
  indicator: Pick<EntryIndicator, "rules">;
  field: "number" | "numerator" | "denominator";
  label: string;
  /** Row and column, for arrows and Enter. */
  at: readonly [string, number];
  className?: string;
}) {
  const { store, isAwake } = useEntry();
  const { typed, phase } = useCell(place);
  const id = fieldId(place, field);
  const isFaulty =
    phase.at === "refused" || (phase.at === "invalid" && phase.problems.some((each) => each.field === field));
  return (
    <>
      <label className="vh" htmlFor={id}>
        {label}
      </label>
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        id={id}
        className={`${className} ${isFaulty ? "invalid" : ""}`.trim() || undefined}
        value={textIn(typed, field)}
        readOnly={!isAwake}
        aria-invalid={isFaulty || undefined}
        aria-describedby={isFaulty ? errorId(`${place.indicator}|${place.cell}`) : undefined}
        data-cell={place.cell}
        data-field={field}
        {...fieldAt(row, column)}
        onChange={(event) => {
          if (isBrowserUndo(event)) return;
          store.dispatch(place, {
            type: "typed",
            entered: withText(indicator.rules.type, store.cellAt(place).typed, field, event.target.value),
          });
        }}
      />
    </>
  );
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
