import { regionValueText } from "@/lib/charts/count-of-countries";
import { regionSign } from "@/lib/charts/prepare/prepare-heat";
import type { Cell, TableBlock } from "@/lib/publication/document";
import { anchor, type Preparing } from "@/lib/publication/prepare/context";
import type { GoalView } from "@/lib/views/goal-view";
import { isTakenDown, partsText, reportedReason, shownText } from "@/lib/views/public-value";
import type { RegionalCell, RegionalRow, RegionCell } from "@/lib/views/regional-view";
import { nothing, unitColumn } from "./country-column";
import { carriedNote } from "./heat-table";

/** Every value of a goal by chosen country and for the region, on the colour of its status. */
export function valuesTable(preparing: Preparing, { code, title, regional }: GoalView): TableBlock {
  const { settings, words, period } = preparing;
  const { t } = words;
  const columns = regional.countries
    .map((country, index) => ({ code: country.code, index, ...unitColumn(preparing, regional, country) }))
    .filter(({ code: of }) => settings.countries.includes(of));
  return {
    kind: "table",
    id: anchor("values", code),
    caption: t("publication.values.caption", { code, title, period }),
    look: "heat",
    columns: [
      { name: t("public.heat.indicator"), align: "start", width: 8 },
      ...[...columns.map(({ head }) => head), { name: t("public.heat.region") }].map((head) => ({
        ...head,
        width: 2,
        align: "end" as const,
      })),
    ],
    rows: regional.rows.map((row) => ({
      kind: "cells",
      cells: [
        nameCell(preparing, row),
        ...columns.map(({ index, cell }) => cell(() => valueCell(preparing, row, row.countries[index] ?? null))),
        regionCell(preparing, row, row.region),
      ],
    })),
    note: [t("publication.values.note"), ...carriedNote(preparing, regional, regional.rows)].join(" "),
  };
}

/** The indicator, and below it what is counted. */
export function nameCell({ words }: Preparing, row: RegionalRow): Cell {
  const detail = measureOf(words, row);
  return { text: words.text(`${row.code} ${row.title}`), ...(detail !== "" && { detail }) };
}

function measureOf({ unit }: Preparing["words"], { type, unit: counted }: RegionalRow): string {
  if (type === "percentage") return "%";
  return counted === null ? "" : unit(counted);
}

/** A value on the colour of its status; where there is none the reason that somebody gave, for what isn't due is no gap. */
export function valueCell({ words }: Preparing, row: RegionalRow, cell: RegionalCell | null): Cell {
  if (!cell) return nothing;
  const { value } = cell;
  const parts = partsText(value, words.wording);
  const reason = reportedReason(value);
  const text = reason ? words.t(`country.why.${reason}`) : shownText(value, row, words.wording);
  return { text, status: cell.status, ...(parts !== null && parts !== text && { detail: parts }) };
}

function regionCell(preparing: Preparing, row: RegionalRow, cell: RegionCell | null): Cell {
  const { words } = preparing;
  if (!cell) return nothing;
  const sign = regionSign(cell);
  const { value, countOf } = cell;
  const isNone = value.state === "missing" && !isTakenDown(value);
  const text = isNone ? nothing.text : regionValueText(value, countOf, row, words.wording);
  return { text, status: cell.status, ...(sign && { detail: sign }) };
}
