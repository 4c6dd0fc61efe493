import type { TableBlock, TableRow } from "@/lib/publication/document";
import { anchor, type Preparing } from "@/lib/publication/prepare/context";
import type { CountryView } from "@/lib/views/country-view";
import { dueTargetText } from "@/lib/views/due-target";
import type { ResultsPeriod } from "@/lib/views/results-plan";
import { nameCell, valueCell } from "./values-table";

/**
 * What a country reported, indicator by indicator: value, target and status; why there is no value where somebody said.
 * Without an approved report, its targets alone.
 */
export function countryValues(preparing: Preparing, view: CountryView, goals: CountryView["goals"]): TableBlock {
  const { words, period } = preparing;
  const { t, formats, wording } = words;
  const targetWords = {
    ...wording,
    targetBy: (target: string, by: ResultsPeriod) => t("country.targetBy", { target, by: formats.period(by) }),
  };
  const { name, code } = view.country;
  const isSilent = view.approvedOn === null;
  const only = goals.length === 1 ? goals[0]?.goal : undefined;
  return {
    kind: "table",
    id: anchor("values", code, only?.code ?? "all"),
    caption: only
      ? t("country.tableCaption", { goal: only.code, name, period })
      : isSilent
        ? t("publication.indicator.ofCountry", { title: t("country.target", { period }), country: name })
        : t("publication.country.table", { name, period }),
    look: "plain",
    columns: [
      { name: t("country.indicator"), align: "start", width: 9 },
      ...(isSilent ? [] : [{ name: t("country.value", { period }), align: "end" as const, width: 3 }]),
      { name: t("country.target", { period }), align: "end", width: 3 },
      ...(isSilent ? [] : [{ name: t("country.status", { period }), align: "start" as const, width: 4 }]),
    ],
    rows: goals.flatMap(({ goal, rows }): TableRow[] => [
      ...(only
        ? []
        : [{ kind: "group" as const, text: words.text(`${goal.code} ${goal.title}`), pillar: goal.pillar }]),
      ...rows.map(({ row, cell, target }): TableRow => {
        const value = valueCell(preparing, row, cell);
        const aim = { text: target ? dueTargetText(target, row, targetWords) : t("country.noTarget") };
        return {
          kind: "cells",
          cells: isSilent
            ? [nameCell(preparing, row), aim]
            : [
                nameCell(preparing, row),
                { text: value.text, ...(value.detail && { detail: value.detail }) },
                aim,
                { text: "", status: cell.status },
              ],
        };
      }),
    ]),
    note: isSilent ? null : t("publication.indicator.source"),
  };
}
