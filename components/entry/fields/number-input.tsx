"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { flushSync } from "react-dom";
import { type FieldName, textIn, withText } from "@/components/entry/state/entered";
import { useCell, useEntry } from "@/components/entry/state/entry-session";
import type { Place } from "@/components/entry/state/entry-store";
import { hasKeypad } from "@/components/report/has-keypad";
import { errorId } from "@/components/ui/fields/field";
import { mayBeBelow } from "@/lib/schemas/values/number-text";
import type { EntryIndicator } from "@/lib/views/entry-view";
import { editAtEnd, fieldAt } from "./move-focus";

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
  const input = useRef<HTMLInputElement>(null);
  const isFaulty =
    phase.at === "refused" || (phase.at === "invalid" && phase.problems.some((each) => each.field === field));
  const type = (text: string) =>
    store.dispatch(place, {
      type: "typed",
      entered: withText(indicator.rules.type, store.cellAt(place).typed, field, text),
    });
  /** As a letter does, it begins a change: what is struck next goes on behind the text that is there by now. */
  const typeByKey = (text: string) => {
    flushSync(() => type(text));
    input.current?.focus();
    if (input.current) editAtEnd(input.current);
  };
  const isCount = mayBeBelow(indicator.rules);
  return (
    <div className={isCount ? "keyed count" : "keyed"}>
      <label className="vh" htmlFor={id}>
        {label}
      </label>
      <input
        ref={input}
        type="text"
        inputMode={hasKeypad(indicator.rules) ? "decimal" : undefined}
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
          if (!isBrowserUndo(event)) type(event.target.value);
        }}
      />
      {isCount && isAwake && <BelowKey text={textIn(typed, field)} label={label} onType={typeByKey} />}
    </div>
  );
}

/** Puts `<` before the number, or takes it away: the keypads of phones haven't got it. Shown beside a keypad alone. */
function BelowKey({ text, label, onType }: { text: string; label: string; onType: (text: string) => void }) {
  const t = useTranslations("room.field");
  const isBelow = text.startsWith("<");
  return (
    <button
      type="button"
      className="below-key"
      tabIndex={-1}
      aria-pressed={isBelow}
      // The field keeps the focus, and with it the keypad.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onType(isBelow ? text.slice(1) : `<${text}`)}
    >
      <span aria-hidden="true">&lt;</span>
      <span className="vh">{t("fewerThan", { label })}</span>
    </button>
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
