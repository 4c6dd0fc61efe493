"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { flushSync } from "react-dom";
import { fieldId, isBrowserUndo, useFault } from "@/components/entry/fields/cell-fields";
import { editAtEnd, fieldAt } from "@/components/entry/fields/move-focus";
import { textIn, withText } from "@/components/entry/state/entered";
import { useCell, useEntry, useSheetAwake } from "@/components/entry/state/entry-session";
import type { Place } from "@/components/entry/state/entry-store";
import { mayBeBelow } from "@/lib/schemas/values/number-text";
import type { EntryIndicator } from "@/lib/views/entry-view";
import { keypadOf } from "./keypad";

/** One text field of a cell, with a label for screen readers. What is typed is known at once, and saved when it is left. */
export function QuantityEditor({
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
  const { store } = useEntry();
  const isAwake = useSheetAwake();
  const { typed } = useCell(place);
  const fault = useFault(place, field);
  const id = fieldId(place, field);
  const input = useRef<HTMLInputElement>(null);
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
        inputMode={keypadOf(indicator.rules, { hasBelowKey: isCount })}
        autoComplete="off"
        id={id}
        className={`${className} ${fault["aria-invalid"] ? "invalid" : ""}`.trim() || undefined}
        value={textIn(typed, field)}
        readOnly={!isAwake}
        {...fault}
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
  const t = useTranslations("values.field");
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
