"use client";

import { useTranslations } from "next-intl";
import { textIn, withText } from "@/components/entry/state/entered";
import { useCell, useEntry } from "@/components/entry/state/entry-session";
import type { Place } from "@/components/entry/state/entry-store";
import type { EntryIndicator } from "@/lib/views/entry-view";
import { ChoiceField } from "./choice-field";
import { fieldAt } from "./move-focus";
import { fieldId } from "./number-input";

/** The step that was reached, with how far that is from the last approved one. */
export function StepField({ place, indicator }: { place: Place; indicator: EntryIndicator }) {
  const t = useTranslations("room.field");
  const { store, isAwake } = useEntry();
  const chosen = textIn(useCell(place).typed, "step");
  const { title, steps, earlier } = indicator;
  const choices = steps.map((step, index) => ({
    value: String(index),
    label: t("step", { number: index + 1, count: steps.length, step }),
    name: step,
  }));
  const last = earlier.findLast(({ value }) => value.kind === "step");
  const climbed = last?.value.kind === "step" && chosen !== "" ? Number(chosen) - last.value.step : null;
  return (
    <>
      <ChoiceField
        id={fieldId(place, "step")}
        label={title}
        value={chosen}
        choices={chosen === "" ? choices : [...choices, { value: "", label: t("clear") }]}
        none={t("noStep")}
        disabled={!isAwake}
        at={fieldAt(place.indicator, 0)}
        onChoose={(step) => {
          store.dispatch(place, {
            type: "typed",
            entered: withText("milestone", store.cellAt(place).typed, "step", step),
          });
          store.dispatch(place, { type: "left" });
        }}
      />
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
