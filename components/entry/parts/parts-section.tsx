"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useEntry } from "@/components/entry/state/entry-session";
import type { IndicatorCells } from "@/components/entry/state/entry-store";
import { valuesIn } from "@/components/entry/state/row-facts";
import { useUnitNames } from "@/lib/i18n/unit-names";
import type { EntryIndicator } from "@/lib/views/entry-view";
import { PartsGrid } from "./parts-grid";
import { partsLayouts } from "./parts-layout";
import { PartsList } from "./parts-list";
import { addsUp, runningSums } from "./running-sums";

/** The disaggregation tables of an indicator, with sums that run while one types. */
export function PartsSection({ indicator, cells }: { indicator: EntryIndicator; cells: IndicatorCells }) {
  const t = useTranslations("entryForm.parts");
  const unitName = useUnitNames();
  const { dimensions } = useEntry();
  const values = useMemo(() => valuesIn(indicator, cells), [indicator, cells]);
  const hasSums = addsUp(indicator.rules);
  return partsLayouts(indicator.tables, dimensions).map(({ table, list, grid }) => {
    const sums = hasSums ? runningSums(table, dimensions, values) : null;
    const names = [list, grid?.rows, grid?.columns].flatMap((dimension) => (dimension ? [dimension.name] : []));
    const caption = t(hasSums ? "captionWithSums" : "caption", {
      unit: unitName(indicator.unit ?? ""),
      dimensions: names.join(" × ").toLocaleLowerCase(),
      type: indicator.rules.type,
    });
    const shared = { indicator, cells, sums, caption };
    return list ? (
      <PartsList key={table} {...shared} list={list} grid={grid} />
    ) : (
      grid && <PartsGrid key={table} {...shared} rows={grid.rows} columns={grid.columns} around={[]} />
    );
  });
}
