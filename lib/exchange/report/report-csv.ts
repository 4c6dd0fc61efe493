import { csvText } from "../csv/write-csv";
import { fileText } from "../file-text";
import { FileRefusal } from "../import/file-refusal";
import type { ImportFormat } from "../import/import-format";
import { type FieldName, fieldNames, fieldsOf } from "./columns";
import type { ReportFile, ReportStamp } from "./report-file";
import type { EnteredField, ReportEntry, ReportUpload } from "./report-upload";

/** Names of columns are no words of a language: programs fill the file in too. */
const columns = {
  plan: "Plan",
  unit: "Reporting unit",
  period: "Period",
  edition: "Framework edition",
  code: "Indicator code",
  cell: "Cell",
  title: "Indicator",
  categories: "Categories",
  value: "Value",
  numerator: "Numerator",
  denominator: "Denominator",
  reason: "Reason for no value",
  revision: "Revision",
} as const;
type Column = keyof typeof columns;
const order = Object.keys(columns) as Column[];

/** A row of a report as CSV: its texts by column. */
export interface ReportCsvRow {
  line: number;
  cells: Readonly<Record<Column, string>>;
  /** Of one that a spreadsheet saved as a workbook. */
  flaws: Partial<Record<FieldName, EnteredField["flaw"]>>;
  problem?: { code: "rowIncomplete" };
}

export const reportCsv: ImportFormat<ReportCsvRow> = {
  code: "report",
  columns: Object.values(columns),
  required: order.filter((name) => name !== "title" && name !== "categories").map((name) => columns[name]),
  rowOf: (cell, line, flaw) => ({
    line,
    flaws: flaw ? Object.fromEntries(fieldNames.map((name) => [name, flaw(columns[name])])) : {},
    cells: Object.fromEntries(order.map((name) => [name, unguarded(cell(columns[name]))])) as ReportCsvRow["cells"],
  }),
};

/** A spreadsheet would run such a text as a formula: it gets an apostrophe in front, and loses it when it comes back. */
const guarded = (text: string) => (/^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text);
const unguarded = (text: string) => (/^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text);

/** The report as CSV in UTF-8 with a byte order mark, one row a cell. Only the last columns but one are to be filled in. */
export function writeReportCsv({ stamp, sheets }: ReportFile): string {
  const { plan, unit, period, edition } = stamp;
  const rows = sheets.flatMap((sheet) =>
    sheet.rows.map(({ indicator, cell, revision, shown, fields, rules }) => {
      const open = fieldsOf(rules.type);
      const fieldOf = (name: FieldName) => (open.includes(name) ? (fields[name] ?? "") : "");
      const isNumber = (text: string) => /^-?[\d.]+$/.test(text);
      const texts: Record<Column, string> = {
        plan,
        unit,
        period,
        edition: String(edition),
        code: indicator,
        cell,
        revision: String(revision),
        title: shown.title ?? "",
        categories: ["category1", "category2", "category3"].flatMap((name) => shown[name] || []).join(", "),
        value: fieldOf("value"),
        numerator: fieldOf("numerator"),
        denominator: fieldOf("denominator"),
        reason: fieldOf("reason"),
      };
      return order.map((name) => (isNumber(texts[name]) ? texts[name] : guarded(fileText(texts[name]))));
    }),
  );
  return csvText([order.map((name) => columns[name]), ...rows]);
}

/**
 * What the rows of such a file say. All of them have to be of one report.
 * @throws FileRefusal reportStampBroken, quoteBroken for a row with a cell too many or too few
 */
export function uploadOfCsv(rows: readonly ReportCsvRow[]): ReportUpload {
  let stamp: ReportStamp | null = null;
  const entries = rows.map(({ line, cells, flaws, problem }): ReportEntry => {
    if (problem) throw new FileRefusal("quoteBroken", { line });
    const { plan, unit, period, edition, code: indicator, cell, revision } = cells;
    const own = { plan, unit, period, edition: Number(edition) };
    stamp ??= own;
    const isWhole = /^\d{1,9}$/.test(edition) && /^\d{1,9}$/.test(revision) && plan !== "" && unit !== "";
    if (!isWhole || JSON.stringify(own) !== JSON.stringify(stamp)) throw new FileRefusal("reportStampBroken", {});
    const fields: ReportEntry["fields"] = {};
    for (const name of fieldNames) {
      const flaw = flaws[name] ?? null;
      if (cells[name] !== "" || flaw) fields[name] = { text: cells[name], at: String(line), flaw };
    }
    return {
      indicator,
      cell,
      revision: Number(revision),
      sheet: null,
      at: String(line),
      fields,
      open: fieldNames,
    };
  });
  if (!stamp) throw new FileRefusal("reportStampBroken", {});
  return { stamp, entries, touched: [] };
}
