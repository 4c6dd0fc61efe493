"use client";

import { useTranslations } from "next-intl";
import { CellFields, NumberInput } from "@/components/entry/fields/number-input";
import { PercentText } from "@/components/entry/fields/percent-text";
import { useRowTexts } from "@/components/entry/panel/use-row-texts";
import type { CellKey } from "@/lib/domain/framework/disaggregation";
import type { EntryIndicator } from "@/lib/views/entry-view";

/** The field of one part: a number, or the two sides of a percentage. `column` counts fields, not cells. */
export function PartField({
  indicator,
  cell,
  label,
  row,
  column,
}: {
  indicator: EntryIndicator;
  cell: CellKey;
  label: string;
  row: string;
  column: number;
}) {
  const t = useTranslations("room.field");
  const place = { indicator: indicator.code, cell };
  if (!indicator.abilities.enterValue) return <ReadOnlyPart indicator={indicator} cell={cell} />;
  if (indicator.rules.type !== "percentage")
    return (
      <CellFields place={place}>
        <NumberInput place={place} indicator={indicator} field="number" label={label} at={[row, column]} />
      </CellFields>
    );
  return (
    <CellFields place={place} className="part-ratio">
      <NumberInput
        place={place}
        indicator={indicator}
        field="numerator"
        label={`${label}: ${indicator.numerator || t("numerator")}`}
        at={[row, column]}
      />
      <span>{t("of")}</span>
      <NumberInput
        place={place}
        indicator={indicator}
        field="denominator"
        label={`${label}: ${indicator.denominator || t("denominator")}`}
        at={[row, column + 1]}
      />
      <PercentText place={place} indicator={indicator} short />
    </CellFields>
  );
}

function ReadOnlyPart({ indicator, cell }: { indicator: EntryIndicator; cell: CellKey }) {
  const { present } = useRowTexts({ ...indicator, cells: { total: indicator.cells[cell]! } }, []);
  return <span className="ro">{indicator.cells[cell] ? present : "–"}</span>;
}
