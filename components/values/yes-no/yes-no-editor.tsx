"use client";

import { useTranslations } from "next-intl";
import { fieldId, useFault } from "@/components/entry/fields/cell-fields";
import { fieldAt, focusFieldOf } from "@/components/entry/fields/move-focus";
import { textIn, withText } from "@/components/entry/state/entered";
import { useCell, useEntry, useSheetAwake } from "@/components/entry/state/entry-session";
import type { EditorProps } from "@/components/values/editor-props";

const answers = ["yes", "no"] as const;

/** A choice is saved as it is made. */
export function YesNoEditor({ indicator, cell, label, row, column }: EditorProps) {
  const place = { indicator: indicator.code, cell };
  const t = useTranslations("values.text");
  const field = useTranslations("values.field");
  const { store } = useEntry();
  const isAwake = useSheetAwake();
  const chosen = textIn(useCell(place).typed, "yesNo");
  const name = fieldId(place, "yesNo");
  const { "aria-describedby": fault } = useFault(place, "yesNo");
  const choose = (answer: string) => {
    const { typed } = store.cellAt(place);
    store.dispatch(place, { type: "typed", entered: withText("yesNo", typed, "yesNo", answer) });
    store.dispatch(place, { type: "left" });
  };
  /** The first letter of an answer chooses it, Delete takes it back; arrows are the sheet's and choose nothing. */
  const byKey = (event: React.KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey, target } = event;
    if (ctrlKey || metaKey || altKey || !(target instanceof HTMLInputElement)) return;
    // Of many that are marked the sheet clears all.
    const isDeleted = (key === "Delete" || key === "Backspace") && chosen !== "" && !target.closest(".marked");
    const letter = key.toLocaleLowerCase();
    const answer = answers.find((each) => each[0] === letter || t(each).toLocaleLowerCase().startsWith(letter));
    if (!isDeleted && (key.length > 1 || key === " " || !answer)) return;
    event.preventDefault();
    choose(isDeleted ? "" : answer!);
  };
  return (
    <fieldset className="yesno" aria-describedby={fault} onKeyDown={byKey}>
      <legend className="vh">{label}</legend>
      {answers.map((answer) => (
        <label key={answer}>
          <input
            type="radio"
            id={answer === "yes" ? name : undefined}
            name={name}
            value={answer}
            checked={chosen === answer}
            disabled={!isAwake}
            {...fieldAt(row, answer === "yes" ? column : column + 1)}
            onChange={() => choose(answer)}
          />{" "}
          {t(answer)}
        </label>
      ))}
      {chosen !== "" && isAwake && (
        <button
          type="button"
          className="link"
          onClick={() => {
            choose("");
            // The button goes with the answer.
            focusFieldOf(place);
          }}
        >
          {field("clear")}
          <span className="vh"> {label}</span>
        </button>
      )}
    </fieldset>
  );
}
