import { rankOf, type ShownStatus, shownStatuses, statusOfLetter } from "../views/shown-status";
import { type HeatRow, noCell } from "./prepare/prepare-heat";

/** The rows of which a map can say something: those that countries report. What only the region reports has no country. */
export function rowsForMap(rows: readonly HeatRow[], countries: number): HeatRow[] {
  return rows.filter(({ letters }) => [...letters.slice(0, countries)].some((letter) => letter !== noCell));
}

/**
 * The row of the code; where there is none, the first that says most, so that a map never opens empty.
 * @param rows at least one
 */
export function rowOnMap(rows: readonly HeatRow[], code: string, countries: number): HeatRow {
  const assessed = ({ letters }: HeatRow) =>
    [...letters.slice(0, countries)].filter(
      (letter) => letter !== noCell && rankOf(statusOfLetter(letter)) !== undefined,
    ).length;
  return (
    rows.find((row) => row.code === code) ?? rows.reduce((best, row) => (assessed(row) > assessed(best) ? row : best))
  );
}

/** The statuses of the row's countries: what the map shows, without the region. */
export const statusesOnMap = ({ letters }: HeatRow, countries: number): ShownStatus[] =>
  [...letters.slice(0, countries)].filter((letter) => letter !== noCell).map(statusOfLetter);

/** The countries of each status, in the order of statuses; those that no status stands for are left out. */
export function byStatus(row: HeatRow, names: readonly string[]): [ShownStatus, string[]][] {
  const having = (status: ShownStatus) =>
    names.filter((_, index) => row.letters[index] !== noCell && statusOfLetter(row.letters[index]!) === status);
  return shownStatuses
    .map((status): [ShownStatus, string[]] => [status, having(status)])
    .filter(([, found]) => found.length > 0);
}
