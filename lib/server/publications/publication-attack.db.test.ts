import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { distributionOf } from "@/lib/charts/distribution";
import { type PublicationKind, publicationFormats, sectionsOfKind } from "@/lib/domain/publication";
import type { ChartBlock } from "@/lib/publication/document";
import { hasPoppler } from "@/lib/publication/typst/testing/read-pdf";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { regionalProgress } from "@/lib/server/queries/results/public-progress";
import { sixCountries } from "@/test/factories/results-framework";
import { readContent } from "./read-content";
import { attackTold, revealed, untrue } from "./testing/attack-told";
import { type AttackedPlan, makeAttackedPlan, placeKey, placeOf } from "./testing/attacked-plan";
import { hearFiles } from "./testing/hear-files";
import { hearPages } from "./testing/hear-pages";
import { Knowledge } from "./testing/knowledge";
import { keptPoints, loudNumbers, placesOf, rawTexts, strayPoints } from "./testing/look-for";
import { makeAndRead, type ReadFiles } from "./testing/read-files";

// Whoever has everything public before him, pages and all files of three publications, and adds and subtracts. The worlds
// and the reader are those that attack the suppression itself.

let database: Database;
let plan: AttackedPlan;
let poppler: boolean;
const files = new Map<PublicationKind, ReadFiles>();
const knowledge = new Knowledge();
beforeAll(async () => {
  database = await testDatabase();
  poppler = await hasPoppler();
  plan = await makeAttackedPlan(database.prisma, "attacked");
  await hearPages(plan, knowledge);
  for (const kind of ["regional", "country", "dataBook"] as const) {
    const made = await make(kind, false);
    files.set(kind, made);
    hearFiles(made, kind, plan.period, knowledge);
  }
});
afterAll(() => database.close());

async function make(kind: PublicationKind, isInternal: boolean): Promise<ReadFiles> {
  const isCountry = kind === "country";
  const content = await readContent(plan.code, {
    kind,
    unit: isCountry ? "KHM" : "REGION",
    period: plan.period,
    goal: null,
    release: null,
    language: "en",
    isInternal,
    countries: isCountry ? ["KHM"] : [...sixCountries],
    sections: [...sectionsOfKind[kind]],
    formats: [...publicationFormats],
  });
  // Tables of a PDF with many charts take long to read; that they say the same is tested elsewhere.
  return makeAndRead(content, { pages: poppler, tables: poppler && kind === "dataBook" });
}

const chartsOf = ({ content }: ReadFiles): ChartBlock[] =>
  content.document.chapters.flatMap(({ blocks }) =>
    blocks.filter((block): block is ChartBlock => block.kind === "chart"),
  );
const hiddenIn = (mark: string | undefined) => mark === "small" || mark === "suppressed";

describe("the worlds", () => {
  it("have something to hide, and all that is public of them was heard", () => {
    const values = plan.worlds.flatMap((each) => each.world.values.map((value) => placeOf(each, value)));
    const marks = values.map((place) => plan.marks.get(placeKey(place)));
    expect(plan.worlds).toHaveLength(11);
    expect(values).toHaveLength(304);
    expect(marks.filter(hiddenIn).length).toBeGreaterThan(150);
    expect(marks.filter((mark) => mark === "shown").length).toBeGreaterThan(100);
    const sources = values.map((place) => new Set(knowledge.places.get(placeKey(place))?.map(({ source }) => source)));
    // At least the page's file, and the data book's CSV and workbook.
    expect(Math.min(...sources.map(({ size }) => size))).toBeGreaterThanOrEqual(3);
    expect(Math.max(...sources.map(({ size }) => size))).toBeGreaterThanOrEqual(poppler ? 20 : 18);
    expect(knowledge.told).toBeGreaterThan(5_000);
  });
});

describe("public publications and pages together", () => {
  it("tell the truth, and no number of what was hidden", () => {
    expect(plan.worlds.flatMap((each) => untrue(each, knowledge))).toEqual([]);
    expect(revealed(plan, knowledge)).toEqual([]);
  });

  it("leave each count shown as <5 open from 1 to 4, and nothing suppressed can be computed", () => {
    const results = plan.worlds.map((each) => ({ indicator: each.indicator, ...attackTold(plan, each, knowledge) }));
    for (const { indicator, broken } of results) expect([indicator, broken]).toEqual([indicator, []]);
    expect(results.filter(({ isDark }) => isDark).length).toBeLessThanOrEqual(3);
  });

  it("have no hidden number anywhere in the files, in no part, picture or chart", () => {
    const numbers = loudNumbers(plan);
    expect(numbers.length).toBeGreaterThanOrEqual(10);
    for (const made of files.values()) {
      const texts = rawTexts(made);
      expect(numbers.flatMap((number) => placesOf(number, texts))).toEqual([]);
      // Pictures have no text at all: letters are drawn.
      for (const picture of made.html.pictures) expect(picture).not.toMatch(/<(text|desc|title|metadata)\b/);
    }
  });

  it("say each status that pages say, and count no other", async () => {
    const view = (await regionalProgress(plan.code, plan.period, "en"))!;
    const { document } = files.get("regional")!.content;
    const chart = chartsOf(files.get("regional")!).find(({ id }) => id === "findings-by-country")?.chart;
    const counts = view.countries.map((_, index) =>
      distributionOf(view.rows.flatMap(({ countries }) => countries[index]?.status ?? [])),
    );
    expect(chart?.type === "distribution" && chart.rows.map((row) => row.counts)).toEqual(counts);
    const statuses = new Map(
      view.rows.flatMap((row) => row.countries.map((cell, index) => [`${row.code} ${index}`, cell])),
    );
    let compared = 0;
    for (const block of document.chapters.flatMap(({ blocks }) => blocks)) {
      if (block.kind !== "table" || (block.id !== "status-heat" && block.id !== "values-g1")) continue;
      for (const row of block.rows) {
        if (row.kind !== "cells") continue;
        const code = String(row.cells[0]?.text).split(" ")[0];
        for (const index of view.countries.keys()) {
          // That nothing is approved is said by the head, for all of its column.
          const isSilent = block.columns[index + 1]?.detail === "no approved report";
          const { status = isSilent ? "noReport" : undefined } = row.cells[index + 1] ?? {};
          expect(status).toBe(statuses.get(`${code} ${index}`)?.status);
          compared += 1;
        }
      }
    }
    expect(compared).toBe(2 * 11 * 6);
  });
});

describe("charts", () => {
  it("of workbooks keep nothing that their cells don't show", () => {
    for (const made of files.values()) {
      expect(strayPoints(made)).toEqual([]);
      expect(Object.keys(made.xlsx.parts).some((name) => name.startsWith("xl/charts/chart"))).toBe(true);
    }
  });

  it("have no mark where a value is hidden, but one in the middle of <5", () => {
    let hidden = 0;
    for (const { id, chart } of [...files.values()].flatMap(chartsOf)) {
      if (chart.type !== "trend") continue;
      const indicator = /^i-g1-1-([a-z])-/.exec(id)?.[1];
      for (const { code, markers, blanks } of chart.model.panels) {
        for (const [key, mark] of plan.marks) {
          const [of, unit, period, cell] = key.split(" ");
          if (of !== `G1.1-${indicator}` || unit !== code || cell !== "total" || !hiddenIn(mark)) continue;
          const own = markers.filter(({ when, kind }) => when === period && kind !== "baseline");
          const blank = blanks.filter(({ when }) => when === period);
          expect(own.map(({ kind, y }) => [kind, y])).toEqual(blank.length > 0 ? [] : [["censored", 2.5]]);
          // A word stands half way between its neighbours' marks, which are shown.
          const around = [
            markers.findLast(({ at }) => at < (blank[0]?.at ?? 0)),
            markers.find(({ at }) => at > (blank[0]?.at ?? Number.POSITIVE_INFINITY)),
          ].flatMap((each) => each?.y ?? []);
          for (const { y } of blank)
            expect(y).toBeCloseTo(around.reduce((sum, each) => sum + each, 0) / (around.length || 1));
          hidden += 1;
        }
      }
    }
    expect(hidden).toBeGreaterThanOrEqual(8);
  });
});

describe("the attack finds", () => {
  it("what an internal publication would tell if it came out", async () => {
    const told = new Knowledge();
    const exact = await make("dataBook", true);
    hearFiles(exact, "internal", plan.period, told);
    expect(plan.worlds.flatMap((each) => untrue(each, told))).toEqual([]);
    expect(revealed(plan, told).length).toBeGreaterThan(400);
    const numbers = loudNumbers(plan);
    const texts = rawTexts(exact);
    for (const number of numbers) expect(placesOf(number, texts).length).toBeGreaterThanOrEqual(3);
  });

  it("one protecting value that a single file tells", () => {
    let told = 0;
    let broken = 0;
    for (const each of plan.worlds) {
      const protector = each.world.values.find((value) => {
        const isHidden = plan.marks.get(placeKey(placeOf(each, value))) === "suppressed";
        return isHidden && value.reported === "exact" && value.truth[0]! >= 5;
      });
      if (!protector || each.isPercentage) continue;
      told += 1;
      const more = new Knowledge();
      for (const [key, list] of knowledge.places) more.places.set(key, [...list]);
      more.hear(placeOf(each, protector), "workbook", String(protector.truth[0]));
      expect(revealed(plan, more)).toHaveLength(1);
      const found = attackTold(plan, each, more).broken;
      if (found !== "undecided" && found.length > 0) broken += 1;
    }
    expect(told).toBeGreaterThanOrEqual(5);
    // Now and then one more is hidden than it takes.
    expect(broken / told).toBeGreaterThan(0.5);
  });

  it("a number that a chart keeps of an empty cell", () => {
    const { xlsx } = files.get("regional")!;
    const name = Object.keys(xlsx.parts).find((part) => part.startsWith("xl/charts/chart"))!;
    const cache = '</c:f><c:numCache><c:pt idx="0"><c:v>73918</c:v></c:pt></c:numCache></c:numRef></c:val>';
    const parts = { ...xlsx.parts, [name]: xlsx.parts[name]!.replace("</c:f></c:numRef></c:val>", cache) };
    expect(keptPoints(parts)).toHaveLength(1);
    expect(strayPoints({ xlsx: { ...xlsx, parts } })).toHaveLength(1);
  });
});
