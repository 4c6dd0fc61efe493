import type { Cell, TableColumn } from "@/lib/publication/document";
import type { Telling } from "@/lib/publication/prepare/context";
import type { RegionalView } from "@/lib/views/regional-view";
import type { NamedUnit } from "@/lib/views/results-plan";

/** What stands where there is nothing to say. */
export const nothing: Cell = { text: "–" };

export interface UnitColumn {
  head: Pick<TableColumn, "name" | "detail">;
  /** The cell of a row, or nothing. */
  cell: (make: () => Cell) => Cell;
}

/**
 * A unit beside others: a country without an approved report says so in its head, once, and its cells hold nothing.
 * @param empty what stands in them
 */
export function unitColumn(
  { words: { wording } }: Telling,
  { countries, reported }: Pick<RegionalView, "countries" | "reported">,
  { code, name }: NamedUnit,
  empty = nothing,
): UnitColumn {
  const isSilent = countries.some((country) => country.code === code) && !reported.includes(code);
  return isSilent
    ? { head: { name, detail: wording.noReport }, cell: () => empty }
    : { head: { name }, cell: (make) => make() };
}
