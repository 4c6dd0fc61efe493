import { stringify } from "csv-stringify/sync";

/** An event of the audit in words, as a row of a file. */
export interface AuditCsvRow {
  at: string;
  person: string;
  personId: number | null;
  action: string;
  what: string;
  subject: string;
  planId: number | null;
  unitId: number | null;
  before: string;
  after: string;
  stream: string;
  sequence: number;
}

const columns: [name: string, of: (row: AuditCsvRow) => string | number | null][] = [
  ["at", ({ at }) => at],
  ["person", ({ person }) => person],
  ["person_id", ({ personId }) => personId],
  ["action", ({ action }) => action],
  ["what", ({ what }) => what],
  ["subject", ({ subject }) => subject],
  ["plan_id", ({ planId }) => planId],
  ["unit_id", ({ unitId }) => unitId],
  ["before", ({ before }) => before],
  ["after", ({ after }) => after],
  ["stream", ({ stream }) => stream],
  ["sequence", ({ sequence }) => sequence],
];

const write = (cells: (string | number | null)[][]) =>
  stringify(cells, { record_delimiter: "windows", quoted_match: /[\r\n]/, escape_formulas: true });

/**
 * Events as CSV, piece by piece: UTF-8 with a byte order mark, one row an event. Text that a spreadsheet would run as a
 * formula gets an apostrophe in front.
 */
export async function* auditCsv(pieces: AsyncIterable<readonly AuditCsvRow[]>): AsyncGenerator<string> {
  yield `\ufeff${write([columns.map(([name]) => name)])}`;
  for await (const rows of pieces)
    if (rows.length > 0) yield write(rows.map((row) => columns.map(([, of]) => of(row))));
}
