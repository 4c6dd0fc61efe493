import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
import type { EntryRules } from "@/lib/domain/values/value-limits";
import { readImportFile } from "../import/read-import-file";
import { rowsXml, sheetXml, workbookOfSheets } from "../xlsx/testing/made-workbook";
import { goalColumns } from "./columns";
import { previewReport } from "./preview-report";
import { writeReportCsv } from "./report-csv";
import type { ReportFile, ReportFileRow } from "./report-file";
import type { ReportTarget } from "./report-target";

const stamp = { plan: "spaiv", unit: "THA", period: "2017", edition: 1 };
const rulesOf = (type: string) =>
  ({
    type,
    decimals: 0,
    unit: "persons",
    stepCount: 2,
    lowest: "0",
    highest: null,
    mayExceedHundred: false,
  }) as unknown as EntryRules;
const types = { "G1-a": "number", "G1-b": "milestone", "G1-c": "yesNo" };
const file: ReportFile = {
  stamp,
  language: "en",
  title: "",
  author: "",
  createdOn: "2018-01-31",
  font: "Arial",
  lead: "",
  notice: "",
  heads: {},
  words: { yes: "Yes", no: "No", reasons: [], notAllowed: "", choose: "" },
  sheets: [
    {
      name: "G1",
      title: "G1",
      columns: goalColumns,
      heads: {},
      rows: Object.entries(types).map(
        ([indicator, type]): ReportFileRow => ({
          indicator,
          cell: "total",
          revision: 0,
          rules: rulesOf(type),
          steps: [],
          note: "",
          mayEnter: true,
          shown: { title: `Title, ${indicator}` },
          fields: {},
        }),
      ),
    },
  ],
};
const target: ReportTarget = {
  stamp,
  units: {},
  dimensions: [],
  words: { yes: ["Yes"], no: ["No"], reasons: [["notApplicable", "Not applicable"]] },
  indicators: Object.entries(types).map(([code, type]) => ({
    code,
    rules: rulesOf(type),
    tables: [],
    mayImport: true,
    maySee: true,
    cells: new Map(),
    steps: [
      ["Drafted", "ร่าง"],
      ["In force", "มีผล"],
    ],
  })),
};

/** The report's CSV with these values, by row; and its value and reason columns. */
function filledIn(...values: { value?: string; reason?: string }[]): string[][] {
  const [head = [], ...rows] = parse(writeReportCsv(file), { bom: true }) as string[][];
  const at = { value: head.indexOf("Value"), reason: head.indexOf("Reason for no value") };
  for (const [index, { value = "", reason = "" }] of values.entries()) {
    rows[index]![at.value] = value;
    rows[index]![at.reason] = reason;
  }
  return [head, ...rows];
}

const asCsv = (rows: string[][]) =>
  new TextEncoder().encode(rows.map((cells) => cells.map((text) => `"${text}"`).join(",")).join("\n"));
const asWorkbook = (xml: string) => workbookOfSheets({ report: sheetXml(xml) });

function previewOf(bytes: Uint8Array) {
  const read = readImportFile(bytes);
  if (!("upload" in read)) throw new Error("no report's file");
  const { imported, problems, formulas } = previewReport([{ name: "a", upload: read.upload }], target);
  return {
    imported: imported.map(({ indicator, value }) => [indicator, value]),
    problems: problems.map(({ indicator, place, message }) => [indicator, place.at, message.key, message.args]),
    formulas: formulas.map(({ at }) => at),
  };
}

it("is read from the workbook that a spreadsheet saved it as", () => {
  const rows = filledIn({ value: "1,127" }, { value: "In force" }, { reason: "Not applicable" });
  const preview = previewOf(asWorkbook(rowsXml(rows)));
  expect(preview).toEqual(previewOf(asCsv(rows)));
  expect(preview).toEqual({
    imported: [
      ["G1-a", { kind: "number", number: "1127" }],
      ["G1-b", { kind: "step", step: 1 }],
      ["G1-c", { kind: "missing", reason: "notApplicable" }],
    ],
    problems: [],
    formulas: [],
  });
});

it("takes there the number of a formula, and says so; and no formula that reaches outside", () => {
  const worked = (formula: string) =>
    asWorkbook(
      rowsXml(filledIn({ value: "42" })).replace(
        /<c[^>]*>(?:(?!<\/c>).)*>42<.*?<\/c>/,
        `<c><f>${formula}</f><v>42</v></c>`,
      ),
    );
  expect(previewOf(worked("40+2"))).toMatchObject({
    imported: [["G1-a", { kind: "number", number: "42" }]],
    formulas: ["2"],
  });
  expect(previewOf(worked('WEBSERVICE("x")'.replaceAll('"', "&quot;")))).toMatchObject({
    imported: [],
    problems: [["G1-a", "2", "formula", undefined]],
  });
});

it("takes a step by its name in either language or by its number, from 1, as a paste does", () => {
  for (const value of ["in force", "มีผล", "2", "๒", "2 of 2"])
    expect(previewOf(asCsv(filledIn({}, { value }))).imported).toEqual([["G1-b", { kind: "step", step: 1 }]]);
});

it("says which answers there are", () => {
  for (const value of ["0", "3", "Evaluated"])
    expect(previewOf(asCsv(filledIn({}, { value }))).problems).toEqual([
      ["G1-b", "3", "answerUnknown", { type: "milestone", steps: 2 }],
    ]);
  expect(previewOf(asCsv(filledIn({}, { reason: "N/A" }, { value: "perhaps" }))).problems).toEqual([
    ["G1-b", "3", "reasonUnknown", undefined],
    ["G1-c", "4", "answerUnknown", { type: "yesNo", steps: 2 }],
  ]);
});
