import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { writeCsv } from "@/lib/exchange/csv/write-csv";
import { findSpreadsheetProgram, sheetAsCsv } from "../testing/office";
import { sampleBook } from "../testing/sample-book";
import { sampleDocument } from "../testing/sample-document";
import { sampleWords } from "../testing/sample-words";
import { workbookOf } from "./workbook-of";

const program = await findSpreadsheetProgram();
if (!program)
  console.warn("SKIPPED: LibreOffice is not on the PATH, so no other program reads the workbook in these tests");

const [first] = sampleBook.rows;
const shown = (value: string, indicatorTitle = "") => ({
  ...first!,
  indicatorTitle,
  value: { state: "shown", value } as const,
});

/** What spreadsheets like to make something else of. */
const awkward = [
  ...["10.50", "0.0", "-3.5", "007", "-0", "123456789012345", "1234567890123456", "0.12345678901234", "1e3"].map(
    (value) => shown(value),
  ),
  ...[
    "=1+1",
    "-1+1",
    "＝1+1",
    "#REF!",
    "TRUE",
    "2016-01-01",
    "1/2",
    "_x0041_",
    "'quoted",
    'a "b", c',
    "two\nlines",
    "a\u0000b",
    "<b>&amp;</b>",
  ].map((title) => shown("1", title)),
  ...["ประเทศไทย", "កម្ពុជា", "ສປປ ລາວ", "မြန်မာ", "Việt Nam", "中国", "😀"].map((title) => shown("1", title)),
];
const book = { ...sampleBook, rows: [...sampleBook.rows, ...awkward] };

describe.skipIf(!program)("LibreOffice", () => {
  let workbook: Uint8Array;
  beforeAll(async () => {
    workbook = await workbookOf(sampleDocument, book, sampleWords);
  });
  const read = (text: string): string[][] => parse(text, { bom: true });

  it("writes the data sheet as the very cells of the CSV file", () => {
    const csv = read(sheetAsCsv(program!, workbook, { number: 4, name: "Data" }));
    expect(csv).toEqual(read(writeCsv(book.rows)));
  });

  it("shows a goal's values as its table says them", () => {
    const rows = read(sheetAsCsv(program!, workbook, { number: 3, name: "G5" }).replace(/\n+$/, ""));
    const values = (code: string) => rows.find((row) => row[0] === code)?.slice(3, 10);
    expect(values("G5.1-a")).toEqual(["11,382", "0", "12,204", "no value", "13,026", "13,437", "<5"]);
    expect(values("G5.2-a")).toContain("17,546.50");
  });
});
