import { describe, expect, it } from "vitest";
import type { ReadSoFar } from "@/lib/views/import-view";
import { glotipWorkbook } from "../xlsx/testing/glotip-workbook";
import { rowsXml, sheetXml, workbookOfSheets } from "../xlsx/testing/made-workbook";
import { FileRefusal } from "./file-refusal";
import { previewImport } from "./preview-import";
import { maximumRows, readImportFile } from "./read-import-file";
import { datasetOf, indicator, reportOf } from "./testing";

const header = ["Iso3_code", "Country", "Indicator", "Dimension", "Category", "Sex", "Age", "Year", "txtVALUE"];
const row = (value: string, year = "2016") => [
  "THA",
  "Thailand",
  "Persons convicted",
  "Total",
  "Total",
  "Total",
  "Total",
  year,
  value,
];
const target = reportOf("THA", 2016, [indicator("convicted", "Persons convicted", ["citizenship"])]);
const refusal = (bytes: Uint8Array) => {
  try {
    return readImportFile(bytes).format;
  } catch (error) {
    if (error instanceof FileRefusal) return { code: error.code, args: error.args };
    throw error;
  }
};

describe("UNODC's own workbook", () => {
  it("is read from below its two lines, row by row, and told how far", () => {
    const told: ReadSoFar[] = [];
    const read = readImportFile(glotipWorkbook(5_000), (soFar) => told.push(soFar));
    const rows = "rows" in read ? read.rows : [];
    expect(rows).toHaveLength(5_000);
    expect(rows[0]).toMatchObject({ line: 4, countryCode: "THA", year: "2003", value: "<5", categories: [] });
    expect(told.map(({ rows }) => rows)).toEqual([2_000, 4_000, 5_000]);
    expect(told.every(({ share }, index) => share > (told[index - 1]?.share ?? 0) && share <= 1)).toBe(true);
    // 2016 is the 14th of the years: the total of Thailand's row, and one line a citizenship that the list doesn't have.
    const preview = previewImport(rows, target);
    expect(preview.imported).toMatchObject([{ indicator: "convicted", cell: "total", lines: [56] }]);
    expect(preview.counts).toMatchObject({ imported: 1, unmatched: 61 });
  });

  it("says the same as its rows as CSV", () => {
    const rows = [header, row("1,127"), row("<5", "2015"), row("")];
    const csv = rows.map((cells) => cells.map((text) => `"${text}"`).join(",")).join("\n");
    expect(datasetOf(workbookOfSheets({ Notes: sheetXml(""), Data: sheetXml(rowsXml(rows)) }))).toEqual(
      datasetOf(new TextEncoder().encode(csv)),
    );
  });

  it("is refused where it isn't one, lacks columns or rows, or has too many", () => {
    const sheet = (...rows: string[][]) => workbookOfSheets({ Data: sheetXml(rowsXml(rows)) });
    expect(refusal(sheet(["a", "b"], ["1", "2"]))).toEqual({ code: "unknownFormat", args: { found: "a, b" } });
    expect(refusal(sheet(header.slice(1), row("1")))).toMatchObject({
      code: "columnsMissing",
      args: { missing: "Iso3_code" },
    });
    expect(refusal(sheet(header))).toMatchObject({ code: "noRows" });
    const many = Array.from({ length: maximumRows + 1 }, (_, n) => `<row><c><v>${n}</v></c></row>`).join("");
    const bytes = workbookOfSheets({ Data: sheetXml(rowsXml([header]) + many) });
    expect(refusal(bytes)).toEqual({ code: "tooManyRows", args: { rows: maximumRows } });
  });
});
