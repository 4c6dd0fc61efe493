"use client";

import { useTranslations } from "next-intl";
import { CellFields } from "@/components/entry/fields/cell-fields";
import type { EditorProps } from "@/components/values/editor-props";
import { QuantityEditor } from "@/components/values/number/quantity-editor";
import { totalCell } from "@/lib/domain/framework/disaggregation";
import { PercentText } from "./percent-text";
import { useSideNames } from "./use-side-names";

/** The two numbers, and what they come to. */
export function PercentageEditor({ indicator, cell, label, row, column }: EditorProps) {
  const t = useTranslations("values.field");
  const names = useSideNames();
  const place = { indicator: indicator.code, cell };
  const isPart = cell !== totalCell;
  const { numerator, denominator } = isPart ? names.ofPart(label) : names.ofTotal(indicator);
  const nameOf = (side: string) => (isPart ? side : `${label}: ${side}`);
  const percent = <PercentText place={place} indicator={indicator} short={isPart} />;
  return (
    <>
      <CellFields place={place} className={isPart ? "part-ratio" : "fieldrow ratio"}>
        <QuantityEditor
          place={place}
          indicator={indicator}
          field="numerator"
          label={nameOf(numerator)}
          at={[row, column]}
          className={isPart ? "" : "main"}
        />
        <span aria-hidden="true">{t("of")}</span>
        <QuantityEditor
          place={place}
          indicator={indicator}
          field="denominator"
          label={nameOf(denominator)}
          at={[row, column + 1]}
        />
        {isPart && percent}
      </CellFields>
      {!isPart && percent}
    </>
  );
}
