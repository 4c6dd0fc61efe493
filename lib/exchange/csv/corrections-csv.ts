import type { ShownStatus } from "@/lib/views/shown-status";
import { inertText, valueText } from "../long-form";
import type { ShownValue } from "./shown-row";
import { csvText } from "./write-csv";

interface Side {
  value: ShownValue;
  /**
   * As pages show it, for such are compared: the reason of what isn't assessed stands in its place, and what became of it after
   * the plan's end. The long form has three columns for that, of which the first is named `status`. null for a part of a total.
   */
  status: ShownStatus | null;
}

/** A value of a release that shows otherwise now. */
export interface CorrectionRow {
  plan: string;
  release: string;
  releaseVersion: number;
  /** The newest results version. */
  present: number;
  indicator: string;
  indicatorTitle: string;
  unit: string;
  unitName: string;
  period: string;
  cell: string;
  cellName: string;
  released: Side;
  /** null where nothing stands there any more. */
  now: Side | null;
  /** The results version since which it shows so, and its day. */
  since: number;
  sinceDay: string;
  /** A code, and of an approval whose report it was. */
  cause: string;
  report: string;
  /** What readers were told, word for word. */
  reason: string;
  notice: string;
}

const part = ({ value }: Side, name: "numerator" | "denominator") => (value.state === "shown" && value[name]) || "";
const missing = ({ value }: Side) => (value.state === "missing" && value.reason) || "";

/** `now_mark` is `gone` where nothing stands any more. */
const sideColumns = (name: "released" | "now") =>
  [
    [`${name}_value`, (row: CorrectionRow) => (row[name] ? valueText(row[name].value) : "")],
    [`${name}_numerator`, (row: CorrectionRow) => (row[name] ? part(row[name], "numerator") : "")],
    [`${name}_denominator`, (row: CorrectionRow) => (row[name] ? part(row[name], "denominator") : "")],
    [`${name}_mark`, (row: CorrectionRow) => row[name]?.value.state ?? "gone"],
    [`${name}_missing_reason`, (row: CorrectionRow) => (row[name] ? missing(row[name]) : "")],
    [`${name}_shown_status`, (row: CorrectionRow) => row[name]?.status ?? ""],
  ] as const;

/** Names and order are a promise to everyone's scripts: add at the end, never move. */
const columns: readonly (readonly [name: string, text: (row: CorrectionRow) => string])[] = [
  ["plan", ({ plan }) => plan],
  ["release", ({ release }) => release],
  ["release_version", ({ releaseVersion }) => String(releaseVersion)],
  ["newest_version", ({ present }) => String(present)],
  ["indicator", ({ indicator }) => indicator],
  ["indicator_title", ({ indicatorTitle }) => indicatorTitle],
  ["unit", ({ unit }) => unit],
  ["unit_name", ({ unitName }) => unitName],
  ["period", ({ period }) => period],
  ["cell", ({ cell }) => cell],
  ["cell_name", ({ cellName }) => cellName],
  ...sideColumns("released"),
  ...sideColumns("now"),
  ["since_version", ({ since }) => String(since)],
  ["since", ({ sinceDay }) => sinceDay],
  ["cause", ({ cause }) => cause],
  ["report", ({ report }) => report],
  ["reason", ({ reason }) => reason],
  ["notice", ({ notice }) => notice],
];

/** What was corrected since a release as CSV, under the rules of `writeCsv`. */
export const correctionsCsv = (rows: readonly CorrectionRow[]): string =>
  csvText([columns.map(([name]) => name), ...rows.map((row) => columns.map(([, text]) => inertText(text(row))))]);
