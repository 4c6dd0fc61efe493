import { expect, it } from "vitest";
import { type PublicationSettings, publicationLanguages } from "@/lib/domain/publication";
import { publicationWords } from "@/lib/i18n/publication-words";
import type { SaidDue } from "@/lib/views/commitments/follow-up-view";
import { view } from "@/lib/views/regional-view.testing";
import { saidBlocks } from "./said-blocks";

const said: SaidDue = {
  textId: 1,
  kind: "observation",
  number: 12,
  point: null,
  isPublic: true,
  isGone: false,
  body: "Our shelter saw more.",
  language: "en",
  answered: 1,
  isPastDue: true,
  openActions: 2,
  told: null,
  units: [
    { code: "KHM", name: "Cambodia", level: "country" },
    { code: "LAO", name: "Lao PDR", level: "country" },
  ],
  lastTold: {
    meeting: "RTF-2018-02",
    on: "2018-02-06",
    year: 2018,
    status: "underWay",
    body: "One met.",
    isEmptied: false,
  },
};
const point = { report: "CSO-KHM-2016", unit: "KHM", year: 2016, kind: "priority" } as const;

async function rowsOf(all: readonly SaidDue[], language: (typeof publicationLanguages)[number]) {
  const words = await publicationWords(language);
  const settings = { kind: "paperSet", language } as PublicationSettings;
  const views = { goals: [], indicators: [], countries: [], regional: view([]) };
  const blocks = saidBlocks({ words, period: "2017", settings, views }, all);
  const table = blocks.find(({ kind }) => kind === "table");
  const rows = table?.kind === "table" ? table.rows : [];
  return { words, blocks, cells: rows.map((each) => (each.kind === "cells" ? each.cells : [])), table };
}

it.each(publicationLanguages)("in %s what was said says where it stands, and what was told of it", async (language) => {
  const all: SaidDue[] = [
    said,
    { ...said, kind: "platformPoint", number: 2, point, isPastDue: false, openActions: 0, lastTold: null },
    { ...said, isGone: true, body: "" },
  ];
  const { words, cells } = await rowsOf(all, language);
  const { t, formats } = words;
  const answered = t("publication.papers.said.answered", { answered: formats.number(1), asked: formats.number(2) });
  const stands = [
    t("publication.papers.said.pastDue"),
    t("publication.papers.said.actions", { count: formats.number(2) }),
  ].join(" · ");
  const status = t("publication.papers.decisions.status.underWay");
  expect(cells.map(([, , standing, told]) => [standing, told])).toEqual([
    [
      { text: answered, detail: stands },
      { text: `RTF-2018-02: ${status}`, detail: "One met." },
    ],
    [{ text: answered }, { text: t("publication.papers.decisions.notTold") }],
  ]);
  const name = t("publication.platform.points.priority.name", { number: "2" });
  expect(JSON.stringify(cells[1]?.[0])).toContain(`CSO-KHM-2016: ${name}: Our shelter saw more.`);
});

it("is left out where nothing stands, and counts what there is no place for", async () => {
  expect((await rowsOf([{ ...said, isGone: true }], "en")).blocks).toEqual([]);
  const { cells, table } = await rowsOf(
    Array.from({ length: 41 }, () => said),
    "en",
  );
  expect(cells).toHaveLength(40);
  expect(table).toMatchObject({ note: "The newest 40 of 41 stand here." });
});
