import "server-only";
import { readFactsOfCells, viewOf } from "@/lib/server/reports/cells/cell-facts";
import { type IndicatorStanding, standingWith } from "@/lib/server/reports/cells/judge-save";
import type { CellViews, ReportAddress } from "@/lib/views/report-view";

export interface IndicatorNow extends IndicatorStanding {
  indicator: string;
  cells: CellViews;
}

/** Indicators of a report as they are once something was done to them, for whoever did it and so may see them. */
export async function indicatorsNow(address: ReportAddress, codes: readonly string[]): Promise<IndicatorNow[]> {
  const facts = await readFactsOfCells(address, new Map(codes.map((code) => [code, []])));
  return [...facts].map(([indicator, each]) => ({
    indicator,
    cells: Object.fromEntries(each.values.map((value) => [value.cell, viewOf(value)])),
    ...standingWith(each, new Map()),
  }));
}
