"use client";

import { CellFields } from "@/components/entry/fields/cell-fields";
import type { EditorProps } from "@/components/values/editor-props";
import { totalCell } from "@/lib/domain/framework/disaggregation";
import { useUnitNames } from "@/lib/i18n/unit-names";
import { QuantityEditor } from "./quantity-editor";
import { useNumberName } from "./use-number-name";

export function NumberEditor({ indicator, cell, label, row, column }: EditorProps) {
  const nameOf = useNumberName();
  const unitName = useUnitNames();
  const place = { indicator: indicator.code, cell };
  const isPart = cell !== totalCell;
  const unit = unitName(indicator.unit ?? "");
  return (
    <CellFields place={place} className={isPart ? undefined : "fieldrow"}>
      <QuantityEditor
        place={place}
        indicator={indicator}
        field="number"
        label={nameOf(label, indicator, isPart)}
        at={[row, column]}
        className={isPart ? "" : "main"}
      />
      {!isPart && <span>{unit}</span>}
    </CellFields>
  );
}
