import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type PublicationSettings, publicationFormats, sectionsOfKind } from "@/lib/domain/publication";
import { writeCsv } from "@/lib/exchange/csv/write-csv";
import { longColumns } from "@/lib/exchange/long-form";
import { publicationWords } from "@/lib/i18n/publication-words";
import { plainText } from "@/lib/publication/document";
import { Comparison } from "@/lib/publication/testing/comparison";
import { readCsv } from "@/lib/publication/testing/read-csv";
import { squeezed } from "@/lib/publication/testing/read-tables";
import { hasPoppler } from "@/lib/publication/typst/testing/read-pdf";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { publishedPlan } from "@/lib/server/published/plan";
import { exactReader } from "@/lib/server/published/result-reader";
import { resultsFile } from "@/lib/server/queries/results-file";
import type { Reporting } from "@/prisma/seed/make-reporting";
import { below, count } from "@/prisma/seed/results-framework";
import { readContent } from "./read-content";
import { countries, makeAgreeingPlan } from "./testing/agreeing-plan";
import { reports2016 } from "./testing/agreeing-reports";
import { compareDataSheet, compareGoalSheets, compareRows, compareRowsAlone } from "./testing/compare-rows";
import {
  compareBreakdowns,
  compareCountry,
  compareMissing,
  compareStatuses,
  compareValues,
  compareWholeTables,
  type TablesOfFile,
} from "./testing/compare-tables";
import { makeAndRead, type ReadFiles } from "./testing/read-files";
import { reportedIn } from "./testing/reported";
import type { Said } from "./testing/said";
import { screenOf } from "./testing/screen";
import { valuesTwice } from "./testing/values-view";

// One plan with every kind of figure, its files read back by programs that know nothing of how they were made, and each
// number held against what the pages say.
// One long file: making the plan and reading its files back takes longer than all comparisons, and parts of it would each
// do that again.

const period = "2016";
/** Over the number of figures that a country's sources give no more exactly. */
const knownOnly = "Known only as “less than”";

let database: Database;
let plan: Reporting;
let poppler: boolean;
let screen: Said;
let regional: ReadFiles;
beforeAll(async () => {
  database = await testDatabase();
  poppler = await hasPoppler();
  plan = await makeAgreeingPlan(database.prisma, "agreeing");
  screen = await screenOf(plan.code, period);
  regional = await make({});
});
afterAll(() => database.close());

async function make(more: Partial<PublicationSettings>): Promise<ReadFiles> {
  const kind = more.kind ?? "regional";
  const settings: PublicationSettings = {
    ...{ kind, unit: "REGION", period, goal: null, countries, sections: [...sectionsOfKind[kind]] },
    ...{ language: "en", isInternal: false, formats: [...publicationFormats] },
    ...more,
  };
  return makeAndRead(await readContent(plan.code, settings), { pages: poppler, tables: poppler });
}

const tablesOf = ({ docx, html, pdf }: ReadFiles): TablesOfFile[] => [
  { format: "DOCX", tables: docx.tables, hasWordsInSquares: true },
  { format: "HTML", tables: html.tables, hasWordsInSquares: true },
  ...(pdf.tables ? [{ format: "PDF", tables: pdf.tables, hasWordsInSquares: false }] : []),
];

/** Runs a comparison over each format that has tables; `counts` are of one of them. */
function inTables(files: ReadFiles, compare: (file: TablesOfFile, result: Comparison) => void): number {
  const counts = tablesOf(files).map((file) => {
    const result = new Comparison();
    compare(file, result);
    expect(result.wrong).toEqual([]);
    return result.compared;
  });
  expect(counts).toHaveLength(poppler ? 3 : 2);
  expect(new Set(counts).size).toBe(1);
  return counts[0]!;
}

function compared(compare: (result: Comparison) => void): number {
  const result = new Comparison();
  compare(result);
  expect(result.wrong).toEqual([]);
  return result.compared;
}

describe("the plan", () => {
  it("has every kind of figure on its pages", () => {
    const texts = new Set([...screen.figures, ...screen.cells].map(({ figure }) => figure));
    for (const text of ["12,382", "83.8", "Yes", "No", "In force", "None", "<5", "suppressed", "0", "0 of 0", "−0.5"])
      expect(texts).toContain(text);
    expect(new Set(screen.figures.flatMap(({ why }) => why ?? [])).size).toBe(5);
    expect(new Set(screen.figures.map(({ status }) => status.code)).size).toBeGreaterThanOrEqual(9);
    expect(screen.figures).toHaveLength(8 * 7 + 1);
    expect(screen.cells).toHaveLength((3 + 3 + 4 + 5 + 3) * 6);
  });
});

describe("the overview's view of values", () => {
  it("says what the indicators' own pages say, cell by cell", async () => {
    const said = await valuesTwice(plan.code, period);
    // The overview has no room for "in words", nor for the region's "no value".
    const dashed = (text: string, unit: string) =>
      text === "in words" || (unit === "REGION" && text === "no value") ? "–" : text;
    for (const { indicator, unit, onOverview, onIndicatorPage } of said) {
      expect(`${indicator} ${unit} ${onOverview}`).toBe(`${indicator} ${unit} ${dashed(onIndicatorPage, unit)}`);
    }
    expect(said).toHaveLength(8 * 7 + 1);
  });

  it("counts countries among those with a value: a missing one is no “no”", async () => {
    const said = await valuesTwice(plan.code, period);
    const counts = said.filter(({ unit, onOverview }) => unit === "REGION" && onOverview.includes(" of "));
    expect(counts.map(({ indicator, onOverview }) => [indicator, onOverview])).toEqual([
      ["G1.1-c", "3 of 4"],
      ["G1.1-d", "2 of 4"],
    ]);
  });
});

describe("a public regional report agrees with the pages number for number", () => {
  it("in its goals' tables", () => {
    const number = inTables(regional, (file, result) => compareValues(regional.content.document, file, screen, result));
    expect(number).toBe(57);
  });

  // Viet Nam hasn't reported, and has a sentence.
  const reported = countries.filter((code) => code !== "VNM");

  it("in what its countries' chapters say is missing, and why", () => {
    const number = inTables(regional, (file, result) => {
      for (const code of reported) compareMissing(regional.content.document, file, screen, code, result);
    });
    // How many each of the five countries misses, and the seven that are.
    expect(number).toBe(5 + 7);
  });

  it("in the countries' tables of a goal report: figures, targets and statuses", async () => {
    const files = await make({ kind: "goal", goal: "G1" });
    const ofGoal: Said = { ...screen, figures: screen.figures.filter(({ goal }) => goal === "G1") };
    const number = inTables(files, (file, result) => {
      for (const code of reported) compareCountry(files.content.document, file, ofGoal, code, result);
    });
    expect(number).toBe(5 * 7 * 3);
    // Viet Nam hasn't reported: a sentence says so, and its targets stand there all the same.
    inTables(files, (file, result) => {
      const table = file.tables.find(
        ({ caption }) => squeezed(caption) === squeezed("G1: indicators of Viet Nam, 2016"),
      );
      const targets = table?.rows.map(([, target = ""]) => target);
      const expected = ["no target", "58.5", "Yes", "In force", "no target", "1,500", "10"];
      result.same(`${file.format}: targets`, expected.join(), targets?.join());
    });
  });

  it("in its tables by category", () => {
    const number = inTables(regional, (file, result) =>
      compareBreakdowns(regional.content.document, file, screen, result),
    );
    expect(number).toBe(108);
  });

  it("in its heat map's words", () => {
    const written = tablesOf(regional).filter(({ hasWordsInSquares }) => hasWordsInSquares);
    for (const file of written) {
      expect(compared((result) => compareStatuses(regional.content.document, file, screen, result))).toBe(57);
    }
    // What stands for a square in the PDF: "Cambodia, Achieved".
    const left = [...regional.pdf.alternatives];
    const missing = screen.figures.flatMap(({ unitName, status, of }) => {
      const said = [unitName, status.word, ...(of ? [of] : [])].join(", ");
      const at = left.indexOf(said);
      if (at < 0) return [said];
      left.splice(at, 1);
      return [];
    });
    expect(missing).toEqual([]);
  });

  it("in its CSV, which is the pages' own CSV row for row", async () => {
    const { rows } = regional.csv;
    expect(compared((result) => compareRows(rows, period, screen, result))).toBe(498);
    const { wording, t } = await publicationWords("en");
    const words = () => ({
      ...{ total: t("public.breakdown.total"), unit: String, ...wording },
      notice: regional.content.document.notices.join(" "),
    });
    const ofPage = async (subject: { indicator?: string }) =>
      readCsv(writeCsv((await resultsFile({ plan: plan.code, period, ...subject }, words, "en")) ?? []));
    const totals = await ofPage({});
    expect(rows.filter(({ cell }) => cell === "total")).toEqual(totals);
    const codes = [...new Set(totals.map(({ indicator }) => indicator))];
    const ofIndicators = [];
    for (const indicator of codes) ofIndicators.push(...(await ofPage({ indicator })));
    expect(rows).toEqual(ofIndicators.filter((row) => row.period === period));
    expect([totals.length, rows.length]).toEqual([57, 107]);
  });

  it("in its CSV, where only what is missing is blank, and each cell is named with its dimensions", () => {
    const { rows } = regional.csv;
    expect(compared((result) => compareRowsAlone(rows, result))).toBe(2 * rows.length);
    const of = (indicator: string, unit: string, cell: string) =>
      rows.find((row) => row.indicator === indicator && row.unit === unit && row.cell === cell);
    expect(of("G1.1-b", "MMR", "total")).toMatchObject({ value: "0 of 0", numerator: "0", denominator: "0" });
    expect(rows.map(({ cell_name: name }) => name)).toContain("Sex: Female");
  });

  it("in its CSV, which says what the region's figures count and over how many countries", () => {
    const of = (code: string) =>
      regional.csv.rows.find(
        ({ indicator, unit, cell }) => indicator === code && unit === "REGION" && cell === "total",
      );
    const said = ["G1.1-c", "G1.1-d", "G1.2-b", "G2.1-r"].map((code) => {
      const { value, measure, countries_in, countries_of } = of(code)!;
      return [code, value, measure, countries_in, countries_of];
    });
    // Viet Nam hasn't reported, one other has no value; a figure of the secretariat's own stands over no countries.
    expect(said).toEqual([
      ["G1.1-c", "3", "countries", "4", "6"],
      ["G1.1-d", "2", "countries", "4", "6"],
      ["G1.2-b", "15322", "officials", "4", "5"],
      ["G2.1-r", "6", "cases", "", ""],
    ]);
  });

  it("in its CSV, in which a country without a report has a row for each indicator due, with its target", () => {
    const rows = regional.csv.rows.filter(({ unit }) => unit === "VNM");
    const said = rows.map((row) => [row.indicator, row.value, row.missing_reason, row.target, row.target_period]);
    const row = (indicator: string, target = "", by = period) => [
      ...[indicator, "", "noApprovedReport", target, target && by],
    ];
    expect(said).toEqual([
      row("G1.1-a"),
      row("G1.1-b", "58.5"),
      row("G1.1-c", "Yes"),
      row("G1.1-d", "In force"),
      row("G1.2-a"),
      row("G1.2-b", "1500"),
      row("G1.2-c", "10"),
      row("G2.1-a"),
    ]);
    expect(new Set(rows.map(({ status, approved_on: on }) => `${status} ${on}`))).toEqual(new Set(["notAssessed "]));
  });

  it("in its workbook: the data as the CSV, the goals' sheets as the pages", () => {
    const { xlsx, csv, content } = regional;
    expect(compared((result) => compareDataSheet(xlsx, csv.rows, result))).toBe(
      1 + csv.rows.length * longColumns.length,
    );
    expect(compared((result) => compareGoalSheets(xlsx, content.book.units, screen, result))).toBe(2 * 57);
  });

  it("in its tables and workbook, which tell what isn't due from a gap, and both from what isn't a country's to report", () => {
    const { rows } = regional.xlsx.sheet("G1");
    const head = rows.find((row) => row.includes("Myanmar: status")) ?? [];
    const inBook = (code: string, unit: string) => rows.find(([first]) => first === code)?.[head.indexOf(unit)];
    expect([inBook("G1.2-b", "Myanmar"), inBook("G1.2-b", "Viet Nam")]).toEqual([
      "not applicable",
      "no approved report",
    ]);
    expect(inBook("G1.2-b", "Viet Nam: status")).toBe("No value");
    const own = regional.xlsx.sheet("G2").rows.find(([first]) => first === "G2.1-r") ?? [];
    expect(own.slice(3, 9)).toEqual(Array(6).fill(null));
    const blocks = regional.content.document.chapters.flatMap((chapter) => chapter.blocks);
    const table = blocks.flatMap((block) => (block.kind === "table" && block.id === "values-g1" ? [block] : []))[0]!;
    const row = table.rows
      .flatMap((each) => (each.kind === "cells" ? [each.cells] : []))
      .find(([name]) => JSON.stringify(name).includes("G1.2-b"))!;
    expect([row[4]?.text, row[6]?.text]).toEqual(["not applicable", "no value"]);
  });

  it("in what its charts say in words, in every format", () => {
    const { document } = regional.content;
    const figures = document.chapters.flatMap(({ blocks }) => blocks.flatMap((b) => (b.kind === "figure" ? [b] : [])));
    const said = (texts: readonly string[]) => texts.map(squeezed);
    const [inHtml, inDocx, inPdf] = [regional.html, regional.docx, regional.pdf].map((file) => said(file.alternatives));
    for (const { alt } of figures) {
      for (const alternatives of [inHtml, inDocx, inPdf]) expect(alternatives).toContain(squeezed(alt));
    }
    expect(figures).toHaveLength(20);
    const result = new Comparison();
    for (const { indicator, unitName, year, figure } of screen.points) {
      const id = `i-${indicator.toLowerCase().replace(".", "-")}-countries`;
      const alt = figures.find((each) => each.id === id)?.alt ?? "";
      const sentence = alt.split(". ").find((each) => each.startsWith(`${unitName}: `)) ?? "";
      const points = sentence
        .replace(/\.$/, "")
        .slice(unitName.length + 2)
        .split(/, (?=\d{4} |baseline|target)/);
      result.check(points.includes(`${year} ${figure}`), `${indicator} ${unitName}`, `${year} ${figure}`, points);
    }
    expect(result.wrong).toEqual([]);
    expect(result.compared).toBe(7 * 6 * 2);
  });

  it("in the titles of its charts, which count the countries with a value and name those without, in every format", () => {
    const { document } = regional.content;
    const figures = document.chapters.flatMap(({ blocks }) => blocks.flatMap((b) => (b.kind === "figure" ? [b] : [])));
    const numbers = ["no", "one", "two", "three", "four", "five", "six"];
    const texts = [
      regional.html.text,
      regional.docx.text,
      ...(regional.pdf.pages ? [regional.pdf.pages.join("")] : []),
    ];
    const counted = figures.filter(({ id, title }) => id.endsWith("-countries") && / have | has /.test(title));
    expect(counted.length).toBeGreaterThan(2);
    for (const { id, title } of counted) {
      const own = screen.figures.filter(
        ({ indicator, unit }) => id === `i-${indicator.toLowerCase().replace(".", "-")}-countries` && unit !== "REGION",
      );
      const without = own.filter(({ figure }) => figure === "no value").map(({ unitName }) => unitName);
      expect(title.toLowerCase(), id).toContain(` of ${numbers[own.length - without.length]} countr`);
      const named = title.split("no value: ")[1]?.split(/, | and /) ?? [];
      expect([id, named]).toEqual([id, without]);
      for (const text of texts) expect(squeezed(text)).toContain(squeezed(title));
    }
  });

  it("in the PDF's text, every cell of every table in its row", ({ skip }) => {
    skip(!poppler, "poppler-utils isn't installed, so that nothing reads the PDF's text");
    const { document } = regional.content;
    const number = inTables(regional, (file, result) => compareWholeTables(document, file, result));
    expect(number).toBe(401);
    const pages = squeezed(regional.pdf.pages!.join(""));
    for (const { figure } of [...screen.figures, ...screen.cells]) expect(pages).toContain(squeezed(figure));
  });

  it("in who publishes it, on what terms and how to cite it", () => {
    const { document } = regional.content;
    const files = {
      HTML: regional.html.text,
      DOCX: regional.docx.text,
      XLSX: regional.xlsx.sheet("Notes").rows.flat().join(" "),
      CSV: regional.csv.texts["README.txt"] ?? "",
      ...(regional.pdf.pages && { PDF: regional.pdf.pages.join("") }),
    };
    const terms = ["Publisher", "Contact", "Address", "Licence", "How to cite"];
    expect(document.imprint.rows.map(({ term }) => term)).toEqual(terms);
    const missing = Object.entries(files).flatMap(([format, text]) =>
      document.imprint.rows.flatMap(({ term, text: said }) =>
        [term, plainText(said)]
          .filter((each) => !squeezed(text).includes(squeezed(each)))
          .map((each) => [format, each]),
      ),
    );
    expect(missing).toEqual([]);
    expect(document.imprint.publisher).toMatch(/^SPAIV Monitor/);
  });

  it("and says nowhere that it is internal", () => {
    for (const { text } of [regional.html, regional.docx]) expect(text).not.toMatch(/unsuppressed/i);
    expect(Object.values(regional.csv.texts).join()).not.toMatch(/unsuppressed/i);
    expect(Object.values(regional.xlsx.parts).join()).not.toMatch(/unsuppressed/i);
    expect(regional.pdf.pages?.join() ?? "").not.toMatch(/unsuppressed/i);
  });
});

describe("a public country report agrees with the pages", () => {
  it("in tables, CSV and workbook", async () => {
    const files = await make({ kind: "country", unit: "THA", countries: ["THA"] });
    const { document, book } = files.content;
    const own: Said = { ...screen, figures: screen.figures.filter(({ unit }) => unit === "THA") };
    const cells = screen.cells.filter(({ unit }) => unit === "THA");
    expect(inTables(files, (file, result) => compareCountry(document, file, own, "THA", result))).toBe(8 * 3);
    expect(inTables(files, (file, result) => compareBreakdowns(document, file, { ...own, cells }, result))).toBe(18);
    inTables(files, (file, result) => compareWholeTables(document, file, result));
    expect(compared((result) => compareRows(files.csv.rows, period, { ...own, cells }, result))).toBe(8 * 7 + 18);
    expect(new Set(files.csv.rows.map(({ unit }) => unit))).toEqual(new Set(["THA"]));
    compared((result) => compareDataSheet(files.xlsx, files.csv.rows, result));
    expect(compared((result) => compareGoalSheets(files.xlsx, book.units, own, result))).toBe(16);
  });
});

describe("a publication of the region with some of its countries", () => {
  const chosen = ["KHM", "THA"];
  const isShown = ({ unit }: { unit: string }) => unit === "REGION" || chosen.includes(unit);

  it.each(["dataBook", "goal"] as const)(
    "has their lines and the region's alone, in every format: %s",
    async (kind) => {
      const goal = kind === "goal" ? "G1" : null;
      const files = await make({ kind, goal, countries: chosen });
      const { document, book } = files.content;
      const ofGoal = (each: { indicator: string }) => goal === null || each.indicator.startsWith(`${goal}.`);
      // The region's figures are those of the pages, which rest on all countries.
      const said: Said = {
        figures: screen.figures.filter((each) => isShown(each) && ofGoal(each)),
        cells: screen.cells.filter((each) => isShown(each) && ofGoal(each)),
        points: [],
      };
      expect(book.units.map(({ code }) => code)).toEqual([...chosen, "REGION"]);
      expect(new Set(files.csv.rows.map(({ unit }) => unit))).toEqual(new Set([...chosen, "REGION"]));
      expect(compared((result) => compareRows(files.csv.rows, period, said, result))).toBeGreaterThan(100);
      compared((result) => compareDataSheet(files.xlsx, files.csv.rows, result));
      const number = said.figures.length;
      expect(compared((result) => compareGoalSheets(files.xlsx, book.units, said, result))).toBe(2 * number);
      expect(inTables(files, (file, result) => compareBreakdowns(document, file, said, result))).toBe(
        said.cells.length,
      );
      if (kind !== "goal") {
        expect(inTables(files, (file, result) => compareValues(document, file, said, result))).toBe(number);
      }
      const tables = document.chapters.flatMap(({ blocks }) => blocks.flatMap((b) => (b.kind === "table" ? [b] : [])));
      const across = (id: RegExp) => tables.filter((table) => id.test(table.id)).map(({ columns }) => columns.slice(1));
      for (const columns of across(/^values-g\d/)) {
        expect(columns.map(({ name }) => name)).toEqual(["Cambodia", "Thailand", "Region"]);
      }
      // What isn't added up by category has no column for the region.
      for (const columns of across(/^table-/)) {
        expect(columns.slice(0, 2).map(({ name }) => name)).toEqual(["Cambodia", "Thailand"]);
        expect(["Region", undefined]).toContain(columns[2]?.name);
      }
      const head = files.xlsx.sheet("G1").rows.find((row) => row.includes("Thailand: status")) ?? [];
      expect(head.filter((text) => String(text).endsWith(": status"))).toEqual(
        book.units.map(({ name }) => `${name}: status`),
      );
    },
  );
});

describe("an internal report", () => {
  let files: ReadFiles;
  let exact: Said;
  beforeAll(async () => {
    files = await make({ isInternal: true, sections: ["goals", "countries", "tables", "notes"] });
    // What the countries' reports come to, added up by hand; with an imported "<5" in it, a sum is below a number.
    const sums = {
      "G1.1-a": { total: below(68 + 12_382 + 46 + 5) },
      "G1.1-b": {
        total: { kind: "ratio", numerator: { below: 337 + 1_234 + 2 + 5 }, denominator: { exact: "6520" } },
      },
      "G1.2-b": { total: count(15_322) },
      "G2.1-a": { total: count(4_402) },
    } as const;
    const reports = { ...reports2016, REGION: { ...reports2016.REGION, ...sums } };
    exact = await reportedIn(database.prisma, plan, period, reports, screen);
  });

  it("has the exact figures in all formats", () => {
    const { document, book } = files.content;
    expect(exact.figures).toHaveLength(50);
    expect([...exact.figures, ...exact.cells].map(({ figure }) => figure)).not.toContain("suppressed");
    const values = inTables(files, (file, result) => compareValues(document, file, exact, result));
    const cells = inTables(files, (file, result) => compareBreakdowns(document, file, exact, result));
    expect([values, cells]).toEqual([50, 108]);
    expect(compared((result) => compareRows(files.csv.rows, period, exact, result))).toBe(453);
    compared((result) => compareDataSheet(files.xlsx, files.csv.rows, result));
    expect(compared((result) => compareGoalSheets(files.xlsx, book.units, exact, result))).toBe(100);
    inTables(files, (file, result) => compareWholeTables(document, file, result));
  });

  it("marks what its source gives only as <5 the same in all formats, and says that it does", async () => {
    const { document, book } = files.content;
    const said = exact.figures.filter(({ indicator, figure }) => indicator === "G1.1-a" && figure.startsWith("<"));
    expect(said.map(({ unit, figure }) => [unit, figure])).toEqual([
      ["LAO", "<5"],
      ["REGION", "<12,501"],
    ]);
    const small = files.csv.rows.filter(({ mark }) => mark === "small");
    expect(small.map(({ indicator, unit, cell, value }) => [indicator, unit, cell, value])).toEqual([
      ["G1.1-a", "REGION", "total", "<12501"],
      ["G1.1-a", "LAO", "total", "<5"],
    ]);
    expect(book.rows.filter(({ figure }) => figure.mark === "small")).toHaveLength(small.length);
    // Lao PDR has six values, one of them imported; Thailand's percentage has a numerator of "<5".
    inTables(files, ({ tables }, result) => {
      const counts = tables.find(({ head }) => head.some((name) => squeezed(name) === squeezed(knownOnly)))!;
      for (const [country, expected] of Object.entries({ "Lao PDR": ["5", "1", "0"], Thailand: ["6", "1", "0"] })) {
        const row = counts.rows.find(([name = ""]) => name === country)!;
        result.same(country, expected.join(), row.slice(1, 4).join());
      }
    });
    const alt = (format: "html" | "docx" | "pdf") => squeezed(files[format].alternatives.join());
    const sentence = squeezed("Internal: figures are exact and none is suppressed, but for those that");
    for (const text of [files.html.text, files.docx.text, files.xlsx.sheet("Notes").rows.flat().join()]) {
      expect(squeezed(text)).toContain(sentence);
    }
    for (const format of ["html", "docx", "pdf"] as const) {
      expect(alt(format)).toContain(squeezed("Lao PDR: 2015 no value, 2016 <5"));
    }
    if (files.pdf.pages) expect(squeezed(files.pdf.pages.join(""))).toContain(sentence);
    const markers = document.chapters.flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        block.kind === "figure" && block.id === "i-g1-1-a-countries" && block.chart.type === "trend"
          ? block.chart.model.panels.flatMap((panel) => (panel.code === "LAO" ? panel.markers : []))
          : [],
      ),
    );
    expect(markers).toMatchObject([{ kind: "censored", y: 2.5, text: "<5" }]);
  });

  it("draws a region's sum with an imported <5 in it between the least and the most that it can be", async () => {
    const published = (await publishedPlan(plan.code, "en"))!;
    const region = published.region!;
    const [total] = await exactReader(published, new Set([region.id])).results({
      periodId: plan.periodIds[period]!,
      unitId: region.id,
      cell: { key: "total" },
      indicatorVersion: { indicator: { code: "G1.1-a" } },
    });
    expect(total?.figure).toEqual({ mark: "small", below: 12_501, from: 12_496 });
  });

  it("says on each part that it is internal", () => {
    expect(files.html.text).toMatch(/internal, unsuppressed/i);
    expect(files.docx.heads).toMatch(/internal, unsuppressed/i);
    expect(files.csv.texts["README.txt"]).toMatch(/internal, unsuppressed/i);
    for (const { notice } of files.csv.rows) expect(notice).toMatch(/internal/i);
    for (const name of files.xlsx.names) {
      const { rows, headerFooter } = files.xlsx.sheet(name);
      expect(`${rows.flat().join()} ${headerFooter?.oddFooter}`).toMatch(/internal, unsuppressed/i);
      expect(headerFooter?.oddFooter).toMatch(/internal/i);
    }
    for (const page of files.pdf.pages ?? []) expect(page).toMatch(/internal, unsuppressed/i);
  });
});
