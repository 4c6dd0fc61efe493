"use client";

import { useTranslations } from "next-intl";
import type { EntryIndicator } from "@/lib/schemas/entry-view";
import { textIn, withText } from "./entered";
import { useCell, useEntry } from "./entry-session";
import type { Place } from "./entry-store";
import { fieldAt } from "./move-focus";
import { fieldId } from "./number-input";

/** The step that was reached, with how far that is from the last approved one. */
export function StepField({ place, indicator }: { place: Place; indicator: EntryIndicator }) {
  const t = useTranslations("room.field");
  const { store, isAwake } = useEntry();
  const chosen = textIn(useCell(place).typed, "step");
  const { title, steps, earlier } = indicator;
  const id = fieldId(place, "step");
  const last = earlier.findLast(({ value }) => value.kind === "step");
  const climbed = last?.value.kind === "step" && chosen !== "" ? Number(chosen) - last.value.step : null;
  return (
    <>
      <label className="vh" htmlFor={id}>
        {title}
      </label>
      <select
        id={id}
        value={chosen}
        disabled={!isAwake}
        {...fieldAt(place.indicator, 0)}
        onChange={(event) => {
          const entered = withText("milestone", store.cellAt(place).typed, "step", event.target.value);
          store.dispatch(place, { type: "typed", entered });
          store.dispatch(place, { type: "left" });
        }}
      >
        <option value="">{t("noStep")}</option>
        {steps.map((step, index) => (
          <option key={step} value={String(index)}>
            {t("step", { number: index + 1, count: steps.length, step })}
          </option>
        ))}
      </select>
      {climbed !== null && (
        <p className="under">
          {t("climbed", {
            way: climbed > 0 ? "up" : climbed < 0 ? "down" : "same",
            steps: Math.abs(climbed),
            period: last!.period,
          })}
        </p>
      )}
    </>
  );
}
