import type { RegionalRow } from "@/lib/charts/regional-view";
import { shownStatuses } from "@/lib/charts/shown-status";
import type { Cell, Chapter, TableBlock, TableRow } from "../document";
import type { Preparing } from "./context";
import { scopeOf } from "./findings-chapter";

/** The heat map: every indicator's status by country and for the region, and what the statuses mean. */
export function statusChapter(preparing: Preparing): Chapter {
  const { words, period } = preparing;
  const { t } = words;
  return {
    id: "status",
    title: t("publication.status.title", { period }),
    kicker: null,
    pillar: null,
    blocks: [{ kind: "paragraph", text: t("publication.status.lead") }, statusKey(preparing), heatTable(preparing)],
  };
}

function heatTable(preparing: Preparing): TableBlock {
  const { words, period } = preparing;
  const { t } = words;
  const { pillars, goals, countries, rows } = scopeOf(preparing);
  const groups = pillars.flatMap((pillar): TableRow[] => {
    const under = goals.filter((goal) => goal.pillar === pillar.code && rows.some((row) => row.goal === goal.code));
    if (under.length === 0) return [];
    return [
      { kind: "group", text: named(pillar), pillar: pillar.code },
      ...under.flatMap((goal): TableRow[] => [
        { kind: "group", text: words.text(named(goal)), pillar: null },
        ...rows.filter((row) => row.goal === goal.code).map((row) => heatRow(preparing, row)),
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
      ...[...countries.map(({ name }) => name), t("public.heat.region")].map((name) => ({
        ...{ name, width: 2 },
        align: "center" as const,
      })),
    ],
    rows: groups,
    note: t("public.overview.heatNote"),
  };
}

const named = ({ code, title }: { code: string; title: string }) => `${code} ${title}`;

function heatRow({ words }: Preparing, row: RegionalRow): TableRow {
  const countries = row.countries.map((cell): Cell => (cell ? { text: "", status: cell.status } : { text: "–" }));
  const { region } = row;
  const of = region?.isPartial && region.countries ? `${region.countries.in}/${region.countries.of}` : undefined;
  const regional: Cell = region ? { text: "", status: region.status, ...(of && { detail: of }) } : { text: "–" };
  return { kind: "cells", cells: [{ text: words.text(named(row)) }, ...countries, regional] };
}

/** What each square means. */
function statusKey({ words: { t } }: Preparing): TableBlock {
  return {
    kind: "table",
    id: "status-key",
    caption: t("publication.status.key"),
    look: "plain",
    columns: [
      { name: t("about.method.status"), align: "start", width: 3 },
      { name: t("about.method.meaning"), align: "start", width: 9 },
    ],
    rows: shownStatuses.map((status) => ({
      kind: "cells",
      cells: [
        { text: "", status },
        {
          text:
            status === "suppressed" || status === "noValue"
              ? t(`publication.status.${status}`)
              : t(`status.meaning.${status}`),
        },
      ],
    })),
    note: null,
  };
}
