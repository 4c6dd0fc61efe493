import { beforeAll, describe, expect, it } from "vitest";
import { longCells, longColumnNames } from "@/lib/exchange/long-form";
import { readWorkbook } from "@/lib/exchange/xlsx/testing/read-workbook";
import type { DataBook } from "../data-book";
import { sampleBook } from "../testing/sample-book";
import { sampleDocument } from "../testing/sample-document";
import { sampleWords } from "../testing/sample-words";
import { rowsBySheet } from "./data-sheet";
import { workbookOf } from "./workbook-of";

type Read = Awaited<ReturnType<typeof readWorkbook>>;

let read: Read;
beforeAll(async () => {
  read = await readWorkbook(await workbookOf(sampleDocument, sampleBook, sampleWords));
});

const made = async (book: Partial<DataBook>, document = {}) =>
  readWorkbook(await workbookOf({ ...sampleDocument, ...document }, { ...sampleBook, ...book }, sampleWords));
const texts = (book: Read, sheet: string) => book.sheet(sheet).rows.flat().filter(Boolean).map(String);
const rowOf = (book: Read, sheet: string, first: string) =>
  book.sheet(sheet).rows.find((row) => row.includes(first)) ?? [];
const chartsOf = (book: Read, sheet: string) => book.sheet(sheet).charts ?? [];

describe("a workbook", () => {
  it("begins with its notes, then a sheet a goal, then all values", () => {
    expect(read.names).toEqual(["Notes", "G1", "G5", "Data"]);
  });

  it("is the same each time", async () => {
    const [one, two] = [1, 2].map(() => workbookOf(sampleDocument, sampleBook, sampleWords));
    expect(Buffer.from(await one!).equals(await two!)).toBe(true);
  });

  it("has no sheet for a goal without indicators, and none but notes and data without periods", async () => {
    const indicators = sampleBook.indicators.filter(({ goal }) => goal === "G5");
    expect((await made({ indicators })).names).toEqual(["Notes", "G5", "Data"]);
    expect((await made({ periods: [], rows: [] })).names).toEqual(["Notes", "Data"]);
  });

  it("holds no formula", () => {
    for (const [name, part] of Object.entries(read.parts)) {
      if (name.startsWith("xl/worksheets/")) expect(part).not.toMatch(/<f[ />]/);
    }
  });
});

describe("the notes", () => {
  it("say what it is, that the values are made up, and what the marks and columns mean", () => {
    const said = texts(read, "Notes");
    for (const part of [
      sampleDocument.title,
      ...sampleDocument.notices,
      "5 of 6",
      ...sampleWords.method,
      ...Object.values(sampleWords.meanings),
      ...longColumnNames,
      ...Object.values(sampleWords.columns),
    ])
      expect(said).toContain(part);
    expect(said).not.toContain("internal, unsuppressed");
  });

  it("lead to each sheet", () => {
    for (const name of ["G1", "G5", "Data"]) expect(read.sheet("Notes").xml).toContain(`&apos;${name}&apos;!A1`);
  });

  it("and every sheet's pages say so of what is internal", async () => {
    const internal = await made({}, { isInternal: true });
    expect(texts(internal, "Notes")).toContain("internal, unsuppressed");
    expect(texts(internal, "G1").some((text) => text.startsWith("internal, unsuppressed"))).toBe(true);
    for (const name of internal.names) expect(internal.sheet(name).headerFooter?.oddFooter).toContain("internal");
  });
});

describe("a goal's sheet", () => {
  it("says below its table in which of the region's values an earlier one stands, and leaves them numbers", async () => {
    const region = ({ unit, period, indicator }: (typeof sampleBook.rows)[number]) =>
      unit === "REGION" &&
      period === "2017" &&
      sampleBook.indicators.find(({ code }) => code === indicator)?.goal === "G5";
    const carried = [{ unit: "THA", from: "2015" }];
    const rows = sampleBook.rows.map((row) => (region(row) ? { ...row, carried } : row));
    const codes = [...new Set(rows.filter(region).map(({ indicator }) => indicator))];
    const said = texts(await made({ rows }), "G5");
    expect(said).toContain(`${codes.join(", ")}: ประเทศไทย stands with its value of 2015.`);
    expect(texts(read, "G5").join()).not.toContain("stands with");
  });

  it("has numbers as numbers and every mark as itself", () => {
    const values = (code: string) => rowOf(read, "G5", code).slice(3, 10);
    expect(values("G5.1-a")).toEqual([11382, 0, 12204, "no value", 13026, 13437, "<5"]);
    expect(values("G5.1-b").every((value) => typeof value === "number")).toBe(true);
    expect(values("G5.2-b")).toContain("suppressed");
    expect(values("G5.2-a")).toContain("no value: not collected");
    expect(rowOf(read, "G1", "G1.2-b").slice(3, 5)).toEqual(["in words", "in words"]);
  });

  it("writes numbers with their places, and leaves a cell empty where there is no result", () => {
    const { cells, rows } = read.sheet("G5");
    const at = rows.findIndex((row) => row.includes("G5.2-a"));
    expect(cells?.get(`${at},4`)?.style?.numFmt).toBe("#,##0.00");
    expect(rowOf(read, "G1", "G1.1-b")[9] ?? null).toBeNull();
  });

  it("has the region's count of countries as a number", async () => {
    const rows = sampleBook.rows.map((row) =>
      row.indicator === "G1.1-a" && row.unit === "REGION"
        ? { ...row, value: { state: "shown", value: "4" } as const }
        : row,
    );
    expect(rowOf(await made({ rows }), "G1", "G1.1-a")[9]).toBe(4);
  });

  it("is set in a type that has the language's letters", async () => {
    expect((await made({}, { language: "my" })).parts["xl/styles.xml"]).toContain('<name val="Myanmar Text"/>');
    expect(read.parts["xl/styles.xml"]).toContain('<name val="Calibri"/>');
  });

  it("has each status in words and colours", () => {
    const { cells, rows } = read.sheet("G5");
    const at = rows.findIndex((row) => row.includes("G5.2-b"));
    expect(rows[at]?.slice(10)).toContain("Suppressed");
    const column = rows[at]!.indexOf("On track");
    expect(cells?.get(`${at},${column}`)?.style).toMatchObject({
      fill: { fgColor: { rgb: "CDEAD8" } },
      font: { color: { rgb: "0F4C2C" } },
    });
  });

  it("says of a count of countries how many it is of, as text, and the data sheet as a number with its measure", () => {
    const { head, region } = { head: read.sheet("Data").rows[0]!, region: rowOf(read, "G1", "G1.1-a")[9] };
    expect(region).toMatch(/^\d of 5$/);
    const row = read
      .sheet("Data")
      .rows.find((each) => ["G1.1-a", "REGION", "2017"].every((code) => each.includes(code)))!;
    const at = (name: string) => row[head.indexOf(name)];
    expect(region).toBe(`${at("value")} of 5`);
    expect([at("measure"), at("countries_in"), at("countries_of")]).toEqual(["countries", 4, 5]);
    expect(typeof at("value")).toBe("number");
  });

  it("says of a country without results that it has no value, and leaves blank what isn't its own to report", async () => {
    const indicators = sampleBook.indicators.map((each) => ({ ...each, isOfCountries: each.code !== "G5.1-b" }));
    const rows = sampleBook.rows.filter(({ unit }) => unit !== "VNM" && unit !== "REGION");
    const book = await made({ indicators, rows });
    const [head = []] = book.sheet("G5").rows.filter((row) => row.includes("Viet Nam: status"));
    const said = (code: string, name: string) => rowOf(book, "G5", code)[head.indexOf(name)];
    for (const [unit, value, status] of [
      ["Viet Nam", "no value", sampleDocument.words.statuses.noValue],
      ["Region", null, null],
    ] as const) {
      expect([said("G5.1-a", unit), said("G5.1-a", `${unit}: status`)]).toEqual([value, status]);
      expect([said("G5.1-b", unit), said("G5.1-b", `${unit}: status`)]).toEqual([null, null]);
    }
    const counted = book.sheet("G5").rows.find((row) => row[1] === "Viet Nam" && row[11] !== null);
    expect(counted?.slice(2, 12)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 3, 3]);
    expect(book.sheet("G5").rows.some((row) => row[1] === "Region")).toBe(false);
  });

  it("has a dash and no gap where no value was worked out for the region, and says what it means", async () => {
    const value = { state: "missing", reason: null } as const;
    const rows = sampleBook.rows.map((row) => (row.unit === "REGION" ? { ...row, status: "notAssessed", value } : row));
    const book = await made({ rows });
    const [head = []] = book.sheet("G5").rows.filter((row) => row.includes("Region: status"));
    const said = (name: string) => rowOf(book, "G5", "G5.1-a")[head.indexOf(name)];
    expect([said("Region"), said("Region: status")]).toEqual(["–", "Not assessed"]);
    expect(rowOf(book, "Notes", "–")).toEqual(["–", sampleWords.meanings.notComputable]);
  });

  it("keeps head and first columns in sight and can be filtered", () => {
    const { freezePane, autoFilter } = read.sheet("G5");
    expect(freezePane).toMatchObject({ rows: 5, columns: 2 });
    expect(autoFilter?.range).toBe("A5:Q9");
  });

  it("counts statuses as often as they occur, with bars of just those cells", () => {
    const { rows } = read.sheet("G5");
    const at = rows.findIndex((row) => row[1] === "Country" && row.includes("Achieved"));
    const counted = rows.slice(at + 1, at + 8);
    for (const row of counted) {
      const counts = row.slice(2, 11).map(Number);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(row[11]);
    }
    const statuses = rows.slice(5, 9).map((row) => row[10]);
    expect(counted[0]?.[4]).toBe(statuses.filter((status) => status === "On track").length);
    const [bars] = chartsOf(read, "G5");
    expect(bars?.kinds).toEqual(["bar"]);
    expect(bars?.series?.[0]).toMatchObject({ name: "On track", valuesRef: `'G5'!$E$${at + 2}:$E$${at + 8}` });
  });

  it("draws lines of numbers alone, so that what isn't known is a gap and never zero", () => {
    const [, lines] = chartsOf(read, "G5");
    expect(lines?.kinds).toEqual(["line"]);
    expect(read.parts["xl/charts/chart4.xml"]).toContain('<c:dispBlanksAs val="gap"/>');
    const { rows } = read.sheet("G5");
    const at = rows.findIndex((row) => row[2] === "2015");
    const plotted = rows.slice(at + 1, at + 1 + (lines?.series?.length ?? 0)).flatMap((row) => row.slice(2, 5));
    expect(plotted.every((value) => value === null || typeof value === "number")).toBe(true);
    expect(lines?.series?.map(({ name }) => name)).not.toContain("Region");
  });

  it("draws no lines through a change of definition, nor of one period", async () => {
    const rows = sampleBook.rows.map((row) => ({ ...row, definitionVersion: row.period === "2017" ? 2 : 1 }));
    expect(chartsOf(await made({ rows }), "G5")).toHaveLength(1);
    expect(chartsOf(await made({ periods: sampleBook.periods.slice(-1) }), "G5")).toHaveLength(1);
  });

  it("frames pale bars, which would be lost on the paper", () => {
    const pale = /<c:v>Not assessed<\/c:v><\/c:tx><c:spPr>.*?"F3F6F8".*?<a:ln>.*?"8895A1"/;
    expect(read.parts["xl/charts/chart1.xml"]).toMatch(pale);
  });

  it("has charts with titles and their values in words", () => {
    const drawing = read.parts["xl/drawings/drawing3.xml"] ?? "";
    expect(drawing).toMatch(/descr="Cambodia: On track \d/);
    expect(drawing).toMatch(/descr="Cambodia: 2015 /);
    expect(chartsOf(read, "G5").map(({ title }) => title)).toEqual([
      "Goal G5: number of indicators in each status, 2017",
      "G5.1-b Victims referred within five days, of all victims identified, by country",
    ]);
  });
});

describe("the data sheet", () => {
  it("has the CSV's columns and cells, with numbers where those lose no digit", () => {
    const [head, ...rows] = read.sheet("Data").rows;
    expect(head).toEqual(longColumnNames);
    expect(rows).toHaveLength(sampleBook.rows.length);
    for (const [index, row] of rows.entries()) {
      const cells = longCells(sampleBook.rows[index]!);
      for (const [column, text] of cells.entries()) {
        const cell = row[column] ?? null;
        if (typeof cell === "number") expect(Number(text)).toBe(cell);
        else if (cell instanceof Date) expect(cell).toEqual(new Date(`${text}T00:00:00Z`));
        else expect(cell).toBe(text === "" ? null : text);
      }
    }
  });

  it("goes on to another sheet when it is full", () => {
    expect(rowsBySheet(sampleBook.rows.slice(0, 5), 2).map((rows) => rows.length)).toEqual([2, 2, 1]);
    expect(rowsBySheet([], 2)).toEqual([[]]);
  });
});
