import type { ShownMissingReason } from "@/lib/domain/values/value";
import type { LongColumnName } from "@/lib/exchange/long-form";

/**
 * All that the workbook and the CSV package say by themselves, in the publication's language. `{…}` is a place for a text
 * that comes at the time of drawing. It is plain JSON: it is stored with the document.
 */
export interface WorkbookWords {
  /** Names of the sheets; those of goals are their codes. */
  sheets: { notes: string; data: string };
  /** What each sheet holds, in the notes' list. */
  about: {
    /** `{title}` is the goal's. */
    goal: string;
    data: string;
  };
  /** Above the parts of the notes. */
  headings: { method: string; marks: string; sheets: string; columns: string };
  /** How values, statuses and suppression came about and where the values are from; a paragraph each. */
  method: string[];
  marks: {
    /** The sign of a small count: `<5`. */
    small: string;
    /** Word of a cell that is hidden only to protect others. */
    suppressed: string;
    /** A percentage's parts where they have no value, such as 0 of 0, and a count of countries: `{part}` and `{whole}`. */
    of: string;
    /** Of a cell whose report is in words. */
    inWords: string;
    /** Of a missing value by its reason; `none` where nobody gave one. */
    missing: Record<ShownMissingReason | "none", string>;
  };
  /** What the marks mean, for the notes; `empty` is a cell with nothing in it. */
  meanings: Record<"zero" | "small" | "suppressed" | "missing" | "notComputable" | "inWords" | "empty", string>;
  /** Under the heading of a goal: what the table holds. `{period}` */
  values: string;
  /** The heads of a goal's table. `{unit}` is a country's name or the region's. */
  table: { indicator: string; title: string; measure: string; status: string };
  /** Below it: `{country}` stands in the region's value with its own of `{period}`. */
  carried: string;
  /** How many indicators have each status: a table, and a chart from it. */
  counts: {
    /** `{goal}` is a code. */
    title: string;
    unit: string;
    total: string;
    /** Of the chart's axis. */
    axis: string;
  };
  /** An indicator's values by country over time. */
  trend: {
    /** `{indicator}` is code and title. */
    title: string;
    /** Why this indicator, and that an empty cell is a gap: missing, small or suppressed, never 0. */
    note: string;
  };
  /** Leads back to the notes. */
  back: string;
  /** What stands in each column of the data sheet and the CSV file. */
  columns: Record<LongColumnName, string>;
  package: {
    /** One or two sentences on what the values are. */
    description: string;
    /** Where they come from. */
    sources: string[];
    /** The text that comes with the files, a paragraph each. `{csv}` and `{description}` are names of files, `{periods}` codes. */
    readme: string[];
  };
}
