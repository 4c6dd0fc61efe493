import type { Sheet } from "hucre";
import { expect, it } from "vitest";
import type { CellKey } from "@/lib/domain/framework/disaggregation";
import type { EntryRules } from "@/lib/domain/values/value-limits";
import { openWorkbook } from "../xlsx/read/open-workbook";
import { goalColumns, tableColumns } from "./columns";
import { previewReport } from "./preview-report";
import { readReportWorkbook } from "./read-report-workbook";
import type { ReportFile, ReportFileRow, ReportSheet } from "./report-file";
import type { ReportTarget } from "./report-target";
import type { ReportEntry } from "./report-upload";
import { type Filled, fillWorkbook } from "./testing/fill-workbook";
import { writeReportWorkbook } from "./write-report-workbook";

const headsOfFields = { value: "Value", numerator: "How many", denominator: "Of how many", reason: "Why none" };
const stamp = { plan: "spaiv", unit: "THA", period: "2017", edition: 1 };
const three = { kind: "number", number: "300" } as const;
const limits = { lowest: "0", highest: null, mayExceedHundred: false };
const count = { type: "number", decimals: 0, unit: "persons", stepCount: 0, ...limits } as unknown as EntryRules;
const share = { ...count, type: "percentage" } as EntryRules;

const rulesOf = (indicator: string) => (indicator === "G7.1-c" ? share : count);
const row = (indicator: string, cell: CellKey, shown: Record<string, string>, value = ""): ReportFileRow => ({
  indicator,
  cell,
  revision: value === "" ? 0 : 1,
  rules: rulesOf(indicator),
  steps: [],
  note: "",
  mayEnter: true,
  shown: { code: indicator, title: `Title of ${indicator}`, ...shown },
  fields: value === "" ? {} : { value },
});
const part = (indicator: string, cell: CellKey, sex: string, age: string) =>
  row(indicator, cell, { category1: sex, category2: age });

const goal: ReportSheet = {
  name: "G7",
  title: "G7",
  columns: goalColumns,
  heads: {},
  rows: [
    row("G7.1-a", "total", { unit: "persons", target: "500" }),
    row("G7.1-b", "total", { unit: "persons" }, "300"),
    row("G7.1-c", "total", {}),
  ],
};
const table: ReportSheet = {
  name: "Sex × Age",
  title: "Parts",
  columns: tableColumns(2),
  heads: {},
  rows: [
    part("G7.1-a", "sex=female;age=0-17", "Female", "0–17"),
    part("G7.1-a", "sex=male;age=0-17", "Male", "0–17"),
    part("G7.1-a", "sex=female", "Female", "All"),
  ],
};
const heads = { code: "Code", title: "Indicator", target: "Target", ...headsOfFields };
const file: ReportFile = {
  stamp,
  language: "en",
  title: "",
  author: "",
  createdOn: "2018-01-31",
  font: "Arial",
  lead: "",
  notice: "",
  heads,
  words: { yes: "Yes", no: "No", reasons: ["Not collected"], notAllowed: "", choose: "" },
  sheets: [goal, table],
};

const dimension = (code: string, ...codes: string[]) => ({
  code,
  open: false,
  categories: codes.map((code) => ({ code, spellings: [] })),
});
const target: ReportTarget = {
  stamp,
  units: { THA: "Thailand" },
  words: { yes: ["Yes"], no: ["No"], reasons: [] },
  dimensions: [dimension("sex", "female", "male"), dimension("age", "0-17")],
  indicators: ["G7.1-a", "G7.1-b", "G7.1-c"].map((code) => ({
    code,
    rules: rulesOf(code),
    tables: ["sex*age"],
    mayImport: true,
    maySee: true,
    steps: [],
    cells:
      code === "G7.1-b"
        ? new Map([["total", { value: three, revision: 1, revisions: new Map([[1, three]]) }]])
        : new Map(),
  })),
};

/** What an import of the workbook would do, after somebody filled it in and changed it. */
async function previewOf(filled: Filled, change: (sheets: Sheet[]) => void = () => {}) {
  const bytes = await fillWorkbook(await writeReportWorkbook(file), filled, change);
  const preview = previewReport([{ name: "a.xlsx", upload: readReportWorkbook(openWorkbook(bytes)) }], target);
  return {
    imported: preview.imported.map(({ indicator, cell, value }) => [indicator, cell, value]),
    problems: preview.problems.map(({ place, text, message }) => [
      place.sheet,
      place.at,
      text,
      message.key,
      message.args,
    ]),
    touched: preview.touched.map(({ sheet, at }) => [sheet, at]),
    others: preview.conflicts.length + preview.cleared.length,
  };
}

const rowsOf = (sheets: Sheet[], name: string) => sheets.find((sheet) => sheet.name === name)!.rows;
/** Two rows changed places, but for the columns from `from` on. */
function swapped(rows: Sheet["rows"], one: number, other: number, from: number): void {
  const [first, second] = [rows[one - 1]!, rows[other - 1]!];
  rows[one - 1] = [...second.slice(0, from), ...first.slice(from)];
  rows[other - 1] = [...first.slice(0, from), ...second.slice(from)];
}

it("imports what was filled in where it belongs, though a title was mended", async () => {
  const filled = { "G7.1-a|total": { value: 401, title: "Title, mended" }, "G7.1-a|sex=female": { value: 7 } };
  expect(await previewOf(filled)).toEqual({
    imported: [
      ["G7.1-a", "total", { kind: "number", number: "401" }],
      ["G7.1-a", "sex=female", { kind: "number", number: "7" }],
    ],
    problems: [],
    touched: [["G7", "B6"]],
    others: 0,
  });
});

it("imports nothing of rows that were sorted without their hidden keys", async () => {
  const preview = await previewOf({ "G7.1-c|total": { numerator: 1, denominator: 4 } }, (sheets) => {
    const rows = rowsOf(sheets, "G7");
    swapped(rows, 6, 7, goalColumns.length - 1);
    rows[5]![goalColumns.indexOf("value")] = 502;
    rows[6]![goalColumns.indexOf("value")] = 401;
  });
  expect(preview).toMatchObject({
    imported: [["G7.1-c", "total", { kind: "ratio" }]],
    problems: [
      ["G7", "H6", "502", "rowMoved", { found: "G7.1-b" }],
      ["G7", "H7", "401", "rowMoved", { found: "G7.1-a" }],
    ],
    touched: [],
    others: 0,
  });
});

it("clears nothing where the value of a sorted row went along with it", async () => {
  const preview = await previewOf({}, (sheets) => swapped(rowsOf(sheets, "G7"), 6, 7, goalColumns.length - 1));
  expect(preview).toMatchObject({ imported: [], others: 0 });
  expect(preview.problems).toEqual([["G7", "H6", "300", "rowMoved", { found: "G7.1-b" }]]);
  expect(preview.touched).toContainEqual(["G7", "A7"]);
});

it("imports no part whose categories were moved away from its key", async () => {
  const keyAt = tableColumns(2).length - 1;
  const filled = { "G7.1-a|sex=female": { value: 9 } };
  const preview = await previewOf(filled, (sheets) => {
    const rows = rowsOf(sheets, "Sex × Age");
    swapped(rows, 6, 7, keyAt);
    rows[5]![4] = 11;
    rows[6]![4] = 12;
    rows[7]![3] = "0–17";
  });
  expect(preview).toEqual({
    imported: [],
    problems: [
      ["Sex × Age", "E6", "11", "rowMoved", { found: "G7.1-a, Male, 0–17" }],
      ["Sex × Age", "E7", "12", "rowMoved", { found: "G7.1-a, Female, 0–17" }],
      ["Sex × Age", "E8", "9", "rowMoved", { found: "G7.1-a, Female, 0–17" }],
    ],
    touched: [],
    others: 0,
  });
});

it("knows columns again that were moved as a whole", async () => {
  const filled = { "G7.1-a|total": { value: 401 }, "G7.1-c|total": { numerator: 1, denominator: 4 } };
  const preview = await previewOf(filled, (sheets) => {
    for (const row of rowsOf(sheets, "G7")) row.unshift(row.splice(7, 1)[0] ?? null);
  });
  expect(preview).toMatchObject({ problems: [], touched: [], others: 0 });
  expect(preview.imported).toHaveLength(2);
});

it("takes no workbook in which a field stands under the head of another column", async () => {
  const filled = { "G7.1-c|total": { numerator: 1, denominator: 4 } };
  const [numerator, denominator] = [goalColumns.indexOf("numerator"), goalColumns.indexOf("denominator")];
  const headed = (change: (heads: Sheet["rows"][number], rows: Sheet["rows"]) => void) =>
    previewOf(filled, (sheets) => change(rowsOf(sheets, "G7")[3]!, rowsOf(sheets, "G7")));
  const refused = (at: string, head: string) =>
    expect.objectContaining({ code: "reportHeadsMoved", args: { sheet: "G7", at, head } });
  await expect(
    headed((heads) => {
      [heads[numerator], heads[denominator]] = [heads[denominator]!, heads[numerator]!];
    }),
  ).rejects.toEqual(refused("I4", "Of how many"));
  // The row of their names may have been sorted above it.
  await expect(
    headed((heads, rows) => {
      heads[numerator] = " Target ";
      [rows[3], rows[4]] = [rows[4]!, rows[3]!];
    }),
  ).rejects.toEqual(refused("I5", "Target"));
  // In words of its own a head misleads nobody that one could tell.
  const mended = await headed((heads) => {
    heads[numerator] = "Referred";
  });
  expect(mended).toMatchObject({ imported: [["G7.1-c", "total", { kind: "ratio" }]], touched: [["G7", "I4"]] });
});

it("says where a row has a code of the report and no key, and reads one that stands above the columns' names", async () => {
  const preview = await previewOf({ "G7.1-a|total": { value: 401 } }, (sheets) => {
    const rows = rowsOf(sheets, "G7");
    const inserted = [...rows[6]!.slice(0, -1), null];
    inserted[7] = 55;
    rows.push(inserted, ["Sum", null, null, null, null, null, null, 999]);
    [rows[4], rows[5]] = [rows[5]!, rows[4]!];
  });
  expect(preview).toEqual({
    imported: [["G7.1-a", "total", { kind: "number", number: "401" }]],
    problems: [["G7", "H9", "55", "rowMoved", { found: "G7.1-b" }]],
    touched: [["G7", "H10"]],
    others: 0,
  });
});

it("asks where a row was copied with its key and has another value there", async () => {
  const preview = await previewOf({ "G7.1-a|total": { value: 401 } }, (sheets) => {
    const rows = rowsOf(sheets, "G7");
    const copied = [...rows[5]!];
    copied[7] = 402;
    rows.push(copied);
  });
  expect(preview).toMatchObject({ imported: [], problems: [], others: 1 });
});

it.each([
  ["otherReport", { period: "2016" }],
  ["otherEdition", { edition: 2 }],
])("names the one of several files that is refused: %s", (code, other) => {
  const upload = { stamp, entries: [], touched: [] };
  const files = [
    { name: "p1.xlsx", upload },
    { name: "y2016.xlsx", upload: { ...upload, stamp: { ...stamp, ...other } } },
  ];
  expect(() => previewReport(files, target)).toThrow(expect.objectContaining({ code, file: "y2016.xlsx" }));
  expect(() => previewReport(files.slice(1), target)).toThrow(expect.objectContaining({ code, file: null }));
});

it("has no bound on cells that stand as the file was made, and one on those that were filled in", () => {
  const entry = { indicator: "G7.1-a", cell: "total", revision: 0, sheet: "G7", at: "H6" };
  const blank = Array.from({ length: 30_000 }, () => ({ ...entry, fields: {} }));
  const of = (filled: number) => [
    ...blank,
    ...Array.from({ length: filled }, () => ({ ...entry, fields: { value: { text: "7", at: "H6" } } })),
  ];
  const previewOf = (filled: number) =>
    previewReport([{ name: "a.xlsx", upload: { stamp, entries: of(filled) as ReportEntry[], touched: [] } }], target);
  expect(previewOf(20_000)).toMatchObject({ rows: 50_000, counts: { imported: 1, conflicts: 0 } });
  expect(() => previewOf(20_001)).toThrow(expect.objectContaining({ code: "tooManyRows", args: { rows: 20_000 } }));
});
