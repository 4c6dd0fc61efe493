import type { TableBlock } from "@/lib/publication/document";
import type { Preparing } from "@/lib/publication/prepare/context";

interface Named {
  code: string;
  name: string;
}

/**
 * How many there are for each country, in the plan's order and never by rank.
 * @param of names the table and its columns; `unitsAre` is the head of the first one
 */
export function countsByUnit<K extends string>(
  { words: { formats }, views }: Preparing,
  units: readonly { unit: Named; counts: Record<K, number> }[],
  of: { id: string; caption: string; unitsAre: string; columns: readonly { key: K; name: string }[] },
): TableBlock {
  return {
    kind: "table",
    id: of.id,
    caption: of.caption,
    look: "plain",
    note: null,
    columns: [
      { name: of.unitsAre, align: "start", width: 4 },
      ...of.columns.map(({ name }) => ({ name, align: "end" as const, width: 3 })),
    ],
    rows: units.map(({ unit, counts }) => ({
      kind: "cells",
      cells: [{ text: unitName(views, unit) }, ...of.columns.map(({ key }) => ({ text: formats.number(counts[key]) }))],
    })),
  };
}

/** As the document names it; the region, which is no country, as its own pages do. */
export const unitName = ({ regional }: Preparing["views"], { code, name }: Named): string =>
  regional.countries.find((country) => country.code === code)?.name ?? name;
