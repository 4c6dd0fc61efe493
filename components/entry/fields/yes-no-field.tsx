"use client";

import { useTranslations } from "next-intl";
import { textIn, withText } from "@/components/entry/state/entered";
import { useCell, useEntry } from "@/components/entry/state/entry-session";
import type { Place } from "@/components/entry/state/entry-store";
import { fieldAt, focusFieldOf } from "./move-focus";
import { fieldId } from "./number-input";

const answers = ["yes", "no"] as const;

/** A choice is saved as it is made. */
export function YesNoField({ place, title }: { place: Place; title: string }) {
  const t = useTranslations("room.field");
  const { store, isAwake } = useEntry();
  const chosen = textIn(useCell(place).typed, "yesNo");
  const name = fieldId(place, "yesNo");
  const choose = (answer: string) => {
    const { typed } = store.cellAt(place);
    store.dispatch(place, { type: "typed", entered: withText("yesNo", typed, "yesNo", answer) });
    store.dispatch(place, { type: "left" });
  };
  /** The first letter of an answer chooses it, Delete takes it back; arrows are the sheet's and choose nothing. */
  const byKey = (event: React.KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey, target } = event;
    if (ctrlKey || metaKey || altKey || !(target instanceof HTMLInputElement)) return;
    const isDeleted = (key === "Delete" || key === "Backspace") && chosen !== "";
    const letter = key.toLocaleLowerCase();
    const answer = answers.find((each) => each[0] === letter || t(each).toLocaleLowerCase().startsWith(letter));
    if (!isDeleted && (key.length > 1 || key === " " || !answer)) return;
    event.preventDefault();
    choose(isDeleted ? "" : answer!);
  };
  return (
    <fieldset className="yesno" onKeyDown={byKey}>
      <legend className="vh">{title}</legend>
      {answers.map((answer) => (
        <label key={answer}>
          <input
            type="radio"
            id={answer === "yes" ? name : undefined}
            name={name}
            value={answer}
            checked={chosen === answer}
            disabled={!isAwake}
            {...fieldAt(place.indicator, answer === "yes" ? 0 : 1)}
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
          {t("clear")}
          <span className="vh"> {title}</span>
        </button>
      )}
    </fieldset>
  );
}
