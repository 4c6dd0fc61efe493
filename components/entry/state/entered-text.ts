"use client";

import { useTranslations } from "next-intl";
import { excerptOf } from "@/components/entry/panel/excerpts-of";
import { cellName } from "@/lib/charts/cell-name";
import { totalCell } from "@/lib/domain/framework/disaggregation";
import type { MissingReason } from "@/lib/domain/values/value";
import type { EnteredValue } from "@/lib/schemas/values/value";
import { isBlank } from "./entered";
import { useEntry } from "./entry-session";
import type { Place } from "./entry-store";

/**
 * What fields hold, as it was typed, also of an indicator that has no row here.
 * @param isWhole all of its words; else a few
 */
export function useEnteredText({ isWhole = false } = {}): (entered: EnteredValue) => string {
  const t = useTranslations("entryForm.undo");
  const values = useTranslations("values");
  return (entered) => {
    if (isBlank(entered)) return t("blank");
    if (entered.missingReason) return values("reason", { reason: entered.missingReason as MissingReason });
    switch (entered.kind) {
      case "number":
        return entered.number.trim();
      case "ratio":
        return `${entered.numerator.trim() || t("blank")} / ${entered.denominator.trim() || t("blank")}`;
      case "yesNo":
        return entered.yesNo === "yes" ? values("text.yes") : values("text.no");
      case "step":
        return t("step", { number: Number(entered.step) + 1 });
      case "narrative":
        return isWhole ? entered.text : excerptOf(entered.text);
    }
  };
}

/** `G5.1-a`, or `G5.1-a, Female` for a part. */
export function usePlaceName(): (place: Place) => string {
  const { dimensions } = useEntry();
  return ({ indicator, cell }) =>
    cell === totalCell ? indicator : `${indicator}, ${cellName(cell, dimensions, indicator)}`;
}
