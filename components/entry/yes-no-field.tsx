"use client";

import { useTranslations } from "next-intl";
import { textIn, withText } from "./entered";
import { useCell, useEntry } from "./entry-session";
import type { Place } from "./entry-store";
import { fieldAt } from "./move-focus";
import { fieldId } from "./number-input";

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
  return (
    <fieldset className="yesno">
      <legend className="vh">{title}</legend>
      {(["yes", "no"] as const).map((answer) => (
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
        <button type="button" className="link" onClick={() => choose("")}>
          {t("clear")}
          <span className="vh"> {title}</span>
        </button>
      )}
    </fieldset>
  );
}
