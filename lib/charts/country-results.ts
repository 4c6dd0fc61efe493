import type { RegionalCell, RegionalRow } from "../views/regional-view";

/**
 * The set that legends, bars, sentences and "What changed" count: each result that a country has to report, whether it
 * does or not. The region's own results are worked out from these and aren't counted again.
 */
export function countryResults(rows: readonly RegionalRow[]): RegionalCell[] {
  return rows.flatMap(({ countries }) => countries.filter((cell) => cell !== null));
}
