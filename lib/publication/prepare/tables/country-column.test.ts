import { expect, it } from "vitest";
import { country, indicatorView, missing, shown } from "@/lib/charts/indicator-view.testing";
import { type PublicationLanguage, type PublicationSettings, publicationLanguages } from "@/lib/domain/publication";
import { publicationWords } from "@/lib/i18n/publication-words";
import type { TableBlock } from "@/lib/publication/document";
import { tablesChapter } from "@/lib/publication/prepare/chapters/tables-chapter";
import type { Preparing } from "@/lib/publication/prepare/context";
import type { RegionalView } from "@/lib/views/regional-view";
import { row, view } from "@/lib/views/regional-view.testing";
import { headingsOf, heatTable } from "./heat-table";
import { valuesTable } from "./values-table";

const silent = { state: "missing", reason: "noApprovedReport" } as const;
const named = [
  { code: "KHM", name: "Cambodia" },
  { code: "THA", name: "Thailand" },
  { code: "CHN", name: "China" },
];

/** Cambodia and China reported, Cambodia without one value; Thailand has no approved report. */
function regional(): RegionalView {
  const [first, second] = [
    row("G1.1-a", ["achieved", "noReport", "achieved"]),
    row("G1.1-b", ["noValue", "noReport", "achieved"]),
  ];
  const rows = [first!, second!].map((each) => ({
    ...each,
    countries: each.countries.map((cell, index) => (cell && index === 1 ? { ...cell, value: silent } : cell)),
  }));
  return { ...view(rows), countries: named, reported: ["KHM", "CHN"] };
}

async function tablesIn(language: PublicationLanguage): Promise<TableBlock[]> {
  const settings: PublicationSettings = {
    kind: "regional",
    unit: "REGION",
    period: "2017",
    goal: null,
    release: null,
    language,
    isInternal: false,
    countries: ["KHM", "THA", "CHN"],
    sections: ["tables"],
    formats: ["pdf"],
  };
  const breakdown = {
    key: "sex",
    dimensions: ["Sex"],
    isOpen: false,
    region: null,
    columns: [
      { cell: "sex=f" as const, categories: ["Female"] },
      { cell: "sex=m" as const, categories: ["Male"] },
    ],
    rows: [
      { unit: named[0]!, values: [shown("4000"), missing], total: shown("9000") },
      { unit: named[1]!, values: [silent, silent], total: silent },
      { unit: named[2]!, values: [shown("40"), shown("50")], total: shown("90") },
    ],
  };
  const indicators = [indicatorView([country([shown("9000")])], { breakdowns: [breakdown] })];
  const words = await publicationWords(language);
  const preparing: Preparing = {
    settings,
    words,
    period: "2017",
    views: { regional: regional(), goals: [], countries: [], indicators },
  };
  const goal = {
    code: "G1",
    title: "Law",
    description: "",
    pillar: { code: "P1", title: "Policy" },
    outcomes: [],
    priorities: [],
    regional: regional(),
  };
  const blocks = tablesChapter(preparing).flatMap((chapter) => chapter.blocks);
  return [
    valuesTable(preparing, goal),
    heatTable(preparing, regional(), headingsOf(regional())),
    ...blocks.filter((block) => block.kind === "table"),
  ];
}

it.each(publicationLanguages)(
  "in %s a country without an approved report says so once a table, in its head, and its cells hold nothing",
  async (language) => {
    const { wording } = await publicationWords(language);
    const tables = await tablesIn(language);
    expect(tables.map(({ id }) => id)).toEqual(["values-g1", "status-heat", "table-g6-2-a-sex"]);
    for (const { id, columns, rows } of tables) {
      expect([id, columns.map(({ detail }) => detail).filter(Boolean)]).toEqual([id, [wording.noReport]]);
      expect(columns[2]).toMatchObject({ name: "Thailand", detail: wording.noReport });
      const cells = rows.flatMap((each) => (each.kind === "cells" ? [each.cells] : []));
      expect(cells.map((each) => each[2])).toEqual(cells.map(() => ({ text: id === "status-heat" ? "" : "–" })));
      // What a country that did report has no value of is said in its cell.
      const others = JSON.stringify(cells.map((each) => each[1]));
      expect(others).toMatch(id === "status-heat" ? /"status":"noValue"/ : new RegExp(`"text":"${wording.noValue}"`));
    }
  },
);
