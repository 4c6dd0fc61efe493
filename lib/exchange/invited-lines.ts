import { CsvError, parse } from "csv-parse/sync";

/** What a list of people to be invited has, a column each. */
export const invitedColumns = ["email", "name", "organisation", "role", "plan", "unit", "language"] as const;
export type InvitedColumn = (typeof invitedColumns)[number];

/** A line as it was pasted, and where it stands: from 1. */
export interface InvitedLine {
  number: number;
  fields: Partial<Record<InvitedColumn, string>>;
}

const aliases: Record<string, InvitedColumn> = {
  "e-mail": "email",
  mail: "email",
  organization: "organisation",
  country: "unit",
  locale: "language",
};

/** The column that a head means, however it is written; undefined where it is none. */
function columnOf(head: string): InvitedColumn | undefined {
  const plain = head.trim().toLowerCase();
  return aliases[plain] ?? invitedColumns.find((column) => column === plain);
}

/** What parts the fields of a list: as spreadsheets copy them, or as a CSV file has them. */
function delimiterOf(list: string): string {
  const [first = ""] = list.split("\n", 1);
  return ["\t", ";"].find((mark) => first.includes(mark)) ?? ",";
}

/**
 * A pasted list or the text of a CSV file, parted by tabs, semicolons or commas. With a line of column names the columns may
 * stand in any order; without one, in the order of `invitedColumns`. Empty lines are left out.
 * @returns null where it can't be read at all, such as with a quotation mark that never ends
 */
export function readInvitedLines(list: string): InvitedLine[] | null {
  let rows: { info: { lines: number }; record: string[] }[];
  try {
    rows = parse(list.replace(/^\uFEFF/, "").trim(), {
      delimiter: delimiterOf(list.trim()),
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
      info: true,
    }) as unknown as typeof rows;
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
  const heads = rows[0]?.record.map(columnOf) ?? [];
  const isNamed = heads.includes("email");
  const columns = isNamed ? heads : invitedColumns;
  return rows.slice(isNamed ? 1 : 0).map(({ info, record }) => ({
    number: info.lines,
    fields: Object.fromEntries(
      record.flatMap((field, at) => (columns[at] !== undefined && field !== "" ? [[columns[at], field]] : [])),
    ),
  }));
}
