import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inertText } from "../long-form";
import { sheetText } from "./limits";
import { readWorkbook } from "./testing/read-workbook";
import type { CellContent, LongSheet, Sheet, Workbook } from "./workbook";
import { writeWorkbook } from "./write-workbook";

const workbookOf = (...sheets: Sheet[]): Workbook => ({
  title: "A & B",
  description: "Values <of> a plan",
  author: "A secretariat & others",
  language: "km",
  createdOn: "2018-06-14",
  font: "Calibri",
  grid: "#e1e7ec",
  sheets,
});

const drawn = (rows: CellContent[][]): Sheet => ({ kind: "drawn", name: "Drawn", widths: [20, 20], rows });

const long = (rows: string[][], name = "Long", kind: LongSheet["columns"][number]["kind"] = "number"): LongSheet => ({
  kind: "long",
  name,
  columns: [
    { name: "code", width: 12, kind: "text" },
    { name: "value", width: 12, kind },
  ],
  headStyle: { bold: true },
  rowCount: rows.length,
  row: (index) => rows[index]!,
  frozen: { rows: 1, columns: 1 },
});

const written = async (...sheets: Sheet[]) => readWorkbook(await writeWorkbook(workbookOf(...sheets)));

describe("a long sheet", () => {
  const rows = [
    ["007", "10.50"],
    ["2016", "324"],
    ["=1+1", "<5"],
    ["", "1234567890123456"],
  ];

  it("has its numbers as numbers, in the format of their places, and texts as texts", async () => {
    const { xml, rows: read } = (await written(long(rows))).sheet("Long");
    expect(read).toEqual([
      ["code", "value"],
      ["007", 10.5],
      ["2016", 324],
      ["=1+1", "<5"],
      [null, "1234567890123456"],
    ]);
    expect(xml).not.toContain("<f>");
    expect(xml).toMatch(/<c r="B2" s="\d+"><v>10.5<\/v>/);
  });

  it("keeps trailing zeros by a number format", async () => {
    const { cells } = (await written(long(rows))).sheet("Long");
    expect(cells?.get("1,1")?.style?.numFmt).toBe("0.00");
    expect(cells?.get("2,1")?.style?.numFmt).toBe("0");
  });

  it("has days as dates that can be counted with, and what is no day as it was", async () => {
    const days = ["2017-05-12", "2016-02-29", "1900-03-01", "2017-02-29", "1899-12-31", "", "soon"];
    const {
      rows: read,
      cells,
      xml,
    } = (
      await written(
        long(
          days.map((day) => ["a", day]),
          "Long",
          "date",
        ),
      )
    ).sheet("Long");
    const utc = (day: string) => new Date(`${day}T00:00:00Z`);
    expect(read.slice(1).map(([, day]) => day ?? null)).toEqual([
      utc("2017-05-12"),
      utc("2016-02-29"),
      utc("1900-03-01"),
      "2017-02-29",
      "1899-12-31",
      null,
      "soon",
    ]);
    // The 42,867th day of Excel's calendar.
    expect(xml).toMatch(/<c r="B2" s="\d+"><v>42867<\/v>/);
    expect(cells?.get("1,1")?.style?.numFmt).toBe("yyyy-mm-dd");
  });

  it("has its head frozen and a filter over all rows, and no row is left of the pattern", async () => {
    const { freezePane, autoFilter, rows: read } = (await written(long(rows))).sheet("Long");
    expect(freezePane).toMatchObject({ rows: 1, columns: 1 });
    expect(autoFilter?.range).toBe("A1:B5");
    expect((await written(long([]))).sheet("Long").rows).toEqual([["code", "value"]]);
    expect(read).toHaveLength(5);
  });

  it("stands beside others of its kind, each with its own rows", async () => {
    const book = await written(long([["a", "1"]], "One"), drawn([["x"]]), long([["b", "2"]], "Two"));
    expect(book.sheet("One").rows[1]).toEqual(["a", 1]);
    expect(book.sheet("Two").rows[1]).toEqual(["b", 2]);
  });

  it("refuses more rows than there can be, and a text longer than a cell", async () => {
    await expect(writeWorkbook(workbookOf({ ...long([]), rowCount: 1_048_576 }))).rejects.toThrow(RangeError);
    await expect(writeWorkbook(workbookOf(long([["x".repeat(32_768), ""]])))).rejects.toThrow(RangeError);
  });
});

describe("texts", () => {
  it("come back as they were, or harmless, and never as formulas, errors or numbers", async () => {
    const texts = fc.array(fc.string({ unit: "binary", maxLength: 30 }), { minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(texts, async (wild) => {
        const cells = [...wild, "=1+1", "#REF!", "_x0041_", " a ", "1e5", "TRUE", "2016-01-01"].map(inertText);
        const book = await written(
          long(
            cells.map((text) => [text, text]),
            "Long",
            "text",
          ),
          drawn(cells.map((text) => [text])),
        );
        const expected = cells.map((text) => sheetText(text) || null);
        const { rows, xml } = book.sheet("Long");
        expect(cells.map((_, index) => rows[index + 1]?.[0] ?? null)).toEqual(expected);
        const read = book.sheet("Drawn");
        expect(cells.map((_, index) => read.rows[index]?.[0] ?? null)).toEqual(expected);
        for (const part of [xml, read.xml]) expect(part).not.toMatch(/<f[ >]| t="(e|b|str|n)"/);
      }),
      { numRuns: 40 },
    );
  });
});

describe("a drawn sheet", () => {
  it("has numbers with places and separators, links within, colours", async () => {
    const book = await written(
      drawn([
        [{ decimal: "1127", places: 1, grouped: true }, { decimal: "12345678901234567890" }],
        [
          { text: "To the values", link: "It's long" },
          { text: "Missed", style: { fill: "#8c1d33", ink: "#ffffff" } },
        ],
      ]),
      long([], "It's long"),
    );
    const { rows, cells, xml } = book.sheet("Drawn");
    expect(rows[0]).toEqual([1127, "12345678901234567890"]);
    expect(cells?.get("0,0")?.style?.numFmt).toBe("#,##0.0");
    expect(xml).toContain(`location="&apos;It&apos;&apos;s long&apos;!A1"`);
    expect(cells?.get("1,1")?.style?.fill).toMatchObject({ fgColor: { rgb: "8C1D33" } });
  });

  it("prints its head on each page, with a foot that no text can turn into instructions", async () => {
    const print = {
      landscape: true,
      isOnePage: true,
      repeated: { first: 0, last: 1 },
      footer: `a&b ${"&".repeat(300)}`,
      page: "{page}/{pages}",
    };
    const book = await written({ ...(drawn([["x"]]) as Extract<Sheet, { kind: "drawn" }>), name: "ក 1", print });
    expect(book.parts["xl/workbook.xml"]).toContain("'ក 1'!$1:$2</definedName>");
    expect(book.parts["xl/workbook.xml"]).toContain("'ក 1'!$A$1:$B$1</definedName>");
    const footer = book.sheet("ក 1").headerFooter?.oddFooter ?? "";
    expect(footer).toMatch(/^&La&&b (&&)+&R&P\/&N$/);
    expect(footer.length).toBeLessThanOrEqual(255);
  });
});

describe("the file", () => {
  it("says its title, publisher, language and day, the same wherever the clock stands", async () => {
    const book = workbookOf(long([["a", "1"]]), drawn([["x"]]));
    const before = await writeWorkbook(book);
    const zone = process.env.TZ;
    process.env.TZ = "Pacific/Kiritimati";
    const after = await writeWorkbook(book);
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(Buffer.from(after).equals(before)).toBe(true);
    const { parts, properties } = await readWorkbook(before);
    expect(properties).toMatchObject({ title: "A & B", description: "Values <of> a plan" });
    expect(parts["docProps/core.xml"]).toContain("<dc:creator>A secretariat &amp; others</dc:creator>");
    expect(parts["docProps/core.xml"]).toContain("<dc:language>km</dc:language>");
    expect(parts["docProps/core.xml"]?.match(/2018-06-14T00:00:00Z/g)).toHaveLength(2);
  });
});
