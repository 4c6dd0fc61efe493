"use client";

import { useLocale, useTranslations } from "next-intl";
import { fieldId, useFault } from "@/components/entry/fields/cell-fields";
import { ChoiceField } from "@/components/entry/fields/choice-field";
import { fieldAt } from "@/components/entry/fields/move-focus";
import { textIn, withText } from "@/components/entry/state/entered";
import { useCell, useEntry, useSheetAwake } from "@/components/entry/state/entry-session";
import type { EditorProps } from "@/components/values/editor-props";
import { formatsOf } from "@/lib/i18n/formats";
import { useStepChoices } from "./use-step-choices";

/** The step that was reached, with how far that is from the last approved one. */
export function MilestoneEditor({ indicator, cell, label, row, column }: EditorProps) {
  const place = { indicator: indicator.code, cell };
  const t = useTranslations("values.field");
  const { store } = useEntry();
  const isAwake = useSheetAwake();
  const { period: nameOf } = formatsOf(useLocale());
  const chosen = textIn(useCell(place).typed, "step");
  const { steps, earlier } = indicator;
  const choices = useStepChoices(steps);
  const last = earlier.findLast(({ value }) => value.kind === "step");
  const climbed = last?.value.kind === "step" && chosen !== "" ? Number(chosen) - last.value.step : null;
  return (
    <>
      <ChoiceField
        id={fieldId(place, "step")}
        label={label}
        value={chosen}
        choices={chosen === "" ? choices : [...choices, { value: "", label: t("clear") }]}
        none={t("noStep")}
        disabled={!isAwake}
        fault={useFault(place, "step")}
        at={fieldAt(row, column)}
        onChoose={(step) => {
          store.dispatch(place, {
            type: "typed",
            entered: withText("milestone", store.cellAt(place).typed, "step", step),
          });
          store.dispatch(place, { type: "left" });
        }}
      />
      {climbed !== null && (
        <p className="under more-of-row">
          {t("climbed", {
            way: climbed > 0 ? "up" : climbed < 0 ? "down" : "same",
            steps: Math.abs(climbed),
            period: nameOf(last!.period),
          })}
        </p>
      )}
    </>
  );
}
