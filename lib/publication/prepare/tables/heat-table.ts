import { carriedIn, regionSign } from "@/lib/charts/prepare/prepare-heat";
import type { Cell, TableBlock, TableRow } from "@/lib/publication/document";
import type { Telling } from "@/lib/publication/prepare/context";
import type { GoalView } from "@/lib/views/goal-view";
import type { RegionalRow, RegionalView } from "@/lib/views/regional-view";
import type { PillarName } from "@/lib/views/results-plan";
import { type UnitColumn, unitColumn } from "./country-column";

/** As on the page: a dash is the icon of what isn't assessed. */
const noStatus: Cell = { text: "" };

/** Rows of a heat map under their headings. */
export interface HeatHeading {
  pillar: PillarName;
  /** Goals, or one goal's outcomes. */
  parts: { code: string; title: string; rows: RegionalRow[] }[];
}

/** Every indicator under its pillar and goal. */
export const headingsOf = ({ pillars, goals, rows }: RegionalView): HeatHeading[] =>
  pillars.map((pillar) => ({
    pillar,
    parts: goals
      .filter((goal) => goal.pillar === pillar.code)
      .map((goal) => ({ ...goal, rows: rows.filter((row) => row.goal === goal.code) })),
  }));

/** A goal's indicators under their outcomes. */
export const headingsOfGoal = ({ pillar, outcomes, regional }: GoalView): HeatHeading[] => [
  {
    pillar,
    parts: outcomes.map(({ code, title }) => ({
      code,
      title,
      rows: regional.rows.filter((row) => row.outcome === code),
    })),
  },
];

/** Statuses of indicators by country and for the region. Headings without rows are left out. */
export function heatTable(
  telling: Telling,
  view: Pick<RegionalView, "countries" | "periods" | "reported">,
  headings: readonly HeatHeading[],
): TableBlock {
  const { words, period } = telling;
  const { t } = words;
  const columns = view.countries.map((country) => unitColumn(telling, view, country, noStatus));
  const rows = headings.flatMap(({ pillar, parts }): TableRow[] => {
    const filled = parts.filter((part) => part.rows.length > 0);
    if (filled.length === 0) return [];
    return [
      { kind: "group", text: named(pillar), pillar: pillar.code },
      ...filled.flatMap((part): TableRow[] => [
        { kind: "group", text: words.text(named(part)), pillar: null },
        ...part.rows.map((row) => heatRow(words, row, columns)),
      ]),
    ];
  });
  return {
    kind: "table",
    id: "status-heat",
    caption: t("public.heat.caption", { period }),
    look: "heat",
    columns: [
      { name: t("public.heat.indicator"), align: "start", width: 10 },
      ...[...columns.map(({ head }) => head), { name: t("public.heat.region") }].map((head) => ({
        ...head,
        width: 2,
        align: "center" as const,
      })),
    ],
    rows,
    note: [
      t("public.overview.heatNote"),
      ...carriedNote(
        telling,
        view,
        headings.flatMap(({ parts }) => parts.flatMap((part) => part.rows)),
      ),
    ].join(" "),
  };
}

/** What the sign beside the region's values and statuses stands for; none where no earlier value stands in them. */
export function carriedNote(
  { words }: Telling,
  view: Pick<RegionalView, "countries" | "periods">,
  rows: readonly RegionalRow[],
): string[] {
  const carried = carriedIn(rows);
  if (carried.length === 0) return [];
  return [words.t("public.overview.heatCarried", { countries: words.namingCarried(view)(carried) })];
}

const named = ({ code, title }: { code: string; title: string }) => `${code} ${title}`;

function heatRow(words: Telling["words"], row: RegionalRow, columns: readonly UnitColumn[]): TableRow {
  const countries = columns.map(({ cell }, index) => {
    const own = row.countries[index];
    return cell(() => (own ? { text: "", status: own.status } : noStatus));
  });
  const { region } = row;
  const sign = region ? regionSign(region) : "";
  const regional: Cell = region ? { text: "", status: region.status, ...(sign && { detail: sign }) } : noStatus;
  return { kind: "cells", cells: [{ text: words.text(named(row)) }, ...countries, regional] };
}
