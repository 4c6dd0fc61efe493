import { beforeAll, describe, expect, it } from "vitest";
import type { Block, ChartBlock, PublicationDocument, TableRow } from "../document";
import { sampleDocument } from "../testing/sample-document";
import { pdfOf } from "./pdf-of";
import { brokenTexts, documentSaying, hostileTexts } from "./testing/hostile";
import { alternativesOf, factsOf, hasPoppler, pagesOf, tagsOf, wordsOf } from "./testing/read-pdf";
import { spokenLanguages, spokenSample } from "./testing/spoken-sample";

const root = process.cwd();
const isUniversal = (pdf: Uint8Array) => Buffer.from(pdf).includes("pdfuaid:part");
const wideChart = sampleDocument.chapters[1]!.blocks.find(
  (block): block is ChartBlock => block.kind === "chart" && block.chart.type === "trend" && block.chart.isWide,
)!;
const squeezed = (text: string) => text.replace(/\s+/g, "");

/** Points from the top of a page to where its text ends: A4 less the margin of page.typ. */
const lastLine = ((297 - 27) / 25.4) * 72 + 1;
const plainOf = (row: TableRow) =>
  row.kind === "cells" && typeof row.cells[0]?.text === "string" ? [row.cells[0].text] : [];

const indicatorCount = 20;
/** Headings with more and less below them, so that they come to stand at any height of a page, each with a chart. */
const manyIndicators: PublicationDocument = {
  ...sampleDocument,
  chapters: [
    {
      ...sampleDocument.chapters[1]!,
      blocks: Array.from({ length: indicatorCount }, (_, number): Block[] => [
        { kind: "heading", level: 3, id: `h-${number}`, text: `Heading ${number}.` },
        { kind: "paragraph", text: "What is counted and how. ".repeat(3 + 17 * (number % 4)) },
        { kind: "paragraph", look: "small", text: "Persons" },
        { ...wideChart, id: `f-${number}`, about: `About ${number}.`, title: `Finding ${number}.` },
      ]).flat(),
    },
  ],
};

/** Tables of few and of many rows, each some lines high, that begin at any height of a page. */
const highTables: PublicationDocument = {
  ...sampleDocument,
  chapters: [
    {
      ...sampleDocument.chapters[1]!,
      blocks: Array.from({ length: 24 }, (_, number): Block[] => [
        { kind: "paragraph", text: "What stands before. ".repeat(5 + 31 * (number % 5)) },
        {
          kind: "table",
          id: `high-${number}`,
          caption: `Caption ${number}.`,
          look: number % 2 ? "heat" : "plain",
          columns: ["Indicator", ...Array.from({ length: 7 }, (_, index) => `Country ${index}`)].map((name, index) => ({
            name,
            align: "start" as const,
            width: index === 0 ? 4 : 1,
          })),
          rows: Array.from({ length: 1 + number }, (_, row) => ({
            kind: "cells" as const,
            cells: [
              { text: `row${number}.${row}` },
              ...Array.from({ length: 7 }, (_, column) => ({
                text: column === 3 ? "no approved report of this country" : "1,234",
                status: "noReport" as const,
              })),
            ],
          })),
          note: `note${number}.0`,
        },
      ]).flat(),
    },
  ],
};

describe("a publication as PDF", () => {
  const pdf = pdfOf(sampleDocument, root);
  let poppler = false;
  beforeAll(async () => {
    poppler = await hasPoppler();
  });

  it("is the same bytes for the same document, whatever was drawn in between", () => {
    pdfOf(spokenSample("my"), root);
    expect(Buffer.from(pdfOf(sampleDocument, root)).equals(Buffer.from(pdf))).toBe(true);
    expect(Buffer.from(pdfOf({ ...sampleDocument, title: "Other" }, root)).equals(Buffer.from(pdf))).toBe(false);
  });

  it.each(spokenLanguages)("goes through PDF/UA, which wants a glyph for every letter, in %s", (language) => {
    expect(isUniversal(pdfOf(spokenSample(language), root))).toBe(true);
  });

  it("says the word of each square of the heat table, with its column", () => {
    const said = alternativesOf(pdf);
    for (const word of ["Cambodia, Achieved", "Lao PDR, Suppressed", "Myanmar, No value", "Region, On track, 5/6"])
      expect(said).toContain(word);
    expect(said).toContain("G1: 3 achieved, 2 missed. G5: 7 on track.");
  });

  it("knows its title, its publisher and the day that it was made from", ({ skip }) => {
    skip(!poppler, "no pdfinfo");
    const facts = factsOf(pdf);
    expect(facts).toMatch(/Title: +Regional annual report 2017\n/);
    expect(facts).toMatch(/Author: +Sample Secretariat\n/);
    expect(facts).toMatch(/CreationDate: +Thu Jun 14 /);
    expect(facts).toMatch(/Tagged: +yes/);
  });

  it("repeats a table's head, says that it goes on, and numbers the pages", ({ skip }) => {
    skip(!poppler, "no pdftotext");
    const pages = pagesOf(pdf);
    const going = pages.filter((page) => page.includes("Table 2, continued"));
    expect(going.length).toBeGreaterThan(1);
    for (const page of going) expect(page).toMatch(/Indicator +Unit +Cambodia/);
    for (const [index, page] of pages.entries())
      if (index > 0) expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
  });

  it("prints every row of a table and its note above the foot of a page", ({ skip }) => {
    skip(!poppler, "no pdftotext");
    const words = wordsOf(pdfOf(highTables, root)).filter(({ word }) => /^(row|note)\d+\.\d+$/.test(word));
    const expected = highTables.chapters[0]!.blocks.flatMap((block) =>
      block.kind === "table" ? [...block.rows.flatMap((row) => plainOf(row)), block.note] : [],
    );
    expect(words.map(({ word }) => word).toSorted()).toEqual(expected.toSorted());
    expect(words.filter(({ bottom }) => bottom > lastLine)).toEqual([]);
  });

  it("keeps each heading on the page of its chart, which names what it is about", ({ skip }) => {
    skip(!poppler, "no pdftotext");
    const pages = pagesOf(pdfOf(manyIndicators, root));
    const pageWith = (words: string) => pages.findIndex((page) => page.includes(words));
    const numbers = Array.from({ length: indicatorCount }, (_, number) => number);
    const headings = numbers.map((number) => pageWith(`Heading ${number}.`));
    expect(headings).not.toContain(-1);
    expect(numbers.map((number) => pageWith(`Finding ${number}.`))).toEqual(headings);
    expect(numbers.map((number) => pageWith(`About ${number}.`))).toEqual(headings);
    expect(new Set(headings).size).toBeGreaterThan(5);
  });

  it("carries the notices and its running title on every page", ({ skip }) => {
    skip(!poppler, "no pdftotext");
    for (const page of pagesOf(pdf)) expect(page).toContain("All values are made up.");
    for (const page of pagesOf(pdf).slice(1)) expect(page).toContain("SPAIV, 2017");
  });

  it("is marked on every page if it is internal, and on none if it isn't", ({ skip }) => {
    skip(!poppler, "no pdftotext");
    const internal = pagesOf(pdfOf({ ...sampleDocument, isInternal: true }, root));
    expect(internal.length).toBeGreaterThan(5);
    for (const page of internal) expect(page).toContain("Internal, unsuppressed");
    expect(pagesOf(pdf).join()).not.toMatch(/unsuppressed/i);
  });

  it("is tagged: headings, tables with their heads, charts with captions, lists, contents", ({ skip }) => {
    skip(!poppler, "no pdfinfo");
    const tags = tagsOf(pdf);
    expect(tags).toContain('H1 "Main findings"');
    expect(tags).toContain('H1 "Goal G5 Victims are identified early');
    expect(tags).toContain('H2 "G5.1 Front-line officers know how to identify victims"');
    expect(tags).toContain('H3 "G5.1-a Victims identified"');
    for (const tag of ["TOCI", "Caption", "Figure", "THead", "TH", "TD", "LBody"])
      expect(tags).toMatch(new RegExp(`\\b${tag}\\b`));
    expect(tags.match(/^ +Table \(block\)/gm)).toHaveLength(2);
  });
});

describe("a text that looks like markup", () => {
  let poppler = false;
  beforeAll(async () => {
    poppler = await hasPoppler();
  });

  it.each(hostileTexts)("stays text: %j", (text) => {
    const pdf = pdfOf(documentSaying(text), root);
    expect(alternativesOf(pdf).some((said) => said.includes(text))).toBe(true);
    if (poppler) expect(squeezed(pagesOf(pdf).join())).toContain(squeezed(text));
  });

  it.each(brokenTexts)("makes no document fail: %j", (text) => {
    expect(pdfOf(documentSaying(text), root).length).toBeGreaterThan(1000);
  });
});

it("a long address breaks at the end of a line, and is copied as it was written", async ({ skip }) => {
  skip(!(await hasPoppler()), "no pdftotext");
  const address = `https://example.org/${"publications-of-the-plan/".repeat(6)}index`;
  const { rows } = sampleDocument.imprint;
  const blocks: Block[] = [{ kind: "facts", rows: rows.map(({ term }) => ({ term, text: address })) }];
  const chapter = { ...sampleDocument.chapters[0]!, blocks };
  const page = pagesOf(pdfOf({ ...sampleDocument, chapters: [chapter] }, root)).at(-1)!;
  expect(squeezed(page)).not.toContain("\u200b");
  expect(
    page
      .split("\n")
      .filter((line) => line.includes("https://"))
      .every((line) => !line.includes("index")),
  ).toBe(true);
  expect(squeezed(page)).toContain(address);
});

it("no line of Burmese begins with the mark that ends a sentence or a part of it", async ({ skip }) => {
  skip(!(await hasPoppler()), "no pdftotext");
  const blocks = Array.from(
    { length: 160 },
    (_, count): Block => ({ kind: "paragraph", text: `${"i ".repeat(count)}အစီရင်ခံစာ မရှိသေးပါ၊ တက္က။ အခွင့်။` }),
  );
  const document = spokenSample("my");
  const pages = pagesOf(pdfOf({ ...document, chapters: [{ ...document.chapters[0]!, blocks }] }, root));
  const lines = pages.join("\n").split("\n");
  expect(lines.filter((line) => /အခွင့်\s*။/.test(line)).length).toBeGreaterThan(120);
  expect(lines.filter((line) => /^\s*[၊။]/.test(line))).toEqual([]);
});
