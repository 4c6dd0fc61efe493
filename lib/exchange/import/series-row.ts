/** One row of a file as its format understands it: a value of a series, for a country and a year. Texts stand as in the file. */
export interface SeriesRow {
  /** The line on which the row starts, as an editor counts them. */
  line: number;
  countryCode: string;
  countryName: string;
  year: string;
  series: string;
  unit: string;
  /** What narrows the value, by dimension code; a dimension that the row sums over is left out. */
  categories: { dimension: string; text: string }[];
  value: string;
  /** Set where the format can't tell what the row means. */
  problem?: { code: "rowIncomplete" } | { code: "dimensionUnknown"; text: string };
}
