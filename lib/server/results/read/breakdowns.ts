import "server-only";
import { categoryNames } from "@/lib/charts/cell-name";
import { type CellKey, cellsOfTable, dimensionsOfTable, totalCell } from "@/lib/domain/framework/disaggregation";
import { rational } from "@/lib/domain/values/rational";
import type { Breakdown, BreakdownRow, LeftOut } from "@/lib/views/indicator-view";
import { isTakenDown, type PublicValue } from "@/lib/views/public-value";
import type { DimensionView } from "@/lib/views/report-view";
import type { NamedUnit } from "@/lib/views/results-plan";

const missing: PublicValue = { state: "missing", reason: null };

/**
 * The values by category: one dimension at a time, then the tables that cross several. Categories and tables in which
 * nobody has a value are left out.
 * @param units whose report it is
 * @param region whose values are worked out from theirs; null for none
 * @param absent what stands where a unit has no value at all, not even a total
 * @param restsOn codes of the countries that stand in the region's value for a cell
 */
export function breakdownsOf(
  tables: readonly string[],
  dimensions: readonly DimensionView[],
  units: readonly NamedUnit[],
  region: NamedUnit | null,
  value: (unit: string, cell: string) => PublicValue | undefined,
  absent: (unit: string) => PublicValue,
  restsOn: (cell: CellKey) => readonly string[],
): Breakdown[] {
  const single = [...new Set(tables.flatMap(dimensionsOfTable))];
  const crossed = tables.filter((table) => dimensionsOfTable(table).length > 1);
  return [...single, ...crossed].flatMap((key) => {
    const known = dimensionsOfTable(key).flatMap(
      (code) => dimensions.find((dimension) => dimension.code === code) ?? [],
    );
    const has = ({ code }: NamedUnit, cell: string) => (value(code, cell)?.state ?? "missing") !== "missing";
    const all = region ? [...units, region] : units;
    const cells = cellsOfTable(key, dimensions).interior.filter((cell) => all.some((unit) => has(unit, cell)));
    if (cells.length === 0) return [];
    const rowOf = ({ code, name }: NamedUnit): BreakdownRow => {
      const total = value(code, totalCell);
      // Of what was taken down nothing is left, and no part is missing.
      const none = !total ? absent(code) : isTakenDown(total) ? total : missing;
      return {
        unit: { code, name },
        values: cells.map((cell) => value(code, cell) ?? none),
        total: total ?? none,
      };
    };
    const isOpen = known.some(({ open }) => open);
    const columns = cells.map((cell) => ({ cell, categories: categoryNames(cell, known) }));
    const rows = units.map(rowOf);
    const isGiven = region !== null && cells.some((cell) => has(region, cell));
    return [
      {
        key,
        isOpen,
        columns,
        dimensions: known.map(({ name }) => name),
        rows,
        region: isGiven ? { ...rowOf(region), leftOut: leftOutOf(columns, isOpen, rows, restsOn) } : null,
      },
    ];
  });
}

/** Which countries stand in some values of the region's row and not in others; of an open list only in none of its parts. */
function leftOutOf(
  columns: Breakdown["columns"],
  isOpen: boolean,
  rows: readonly BreakdownRow[],
  restsOn: (cell: CellKey) => readonly string[],
): LeftOut[] {
  const inTotal = restsOn(totalCell);
  const parts = columns.map(({ cell, categories }) => ({ name: categories.join(", "), countries: restsOn(cell) }));
  const inParts = (code: string) => parts.filter(({ countries }) => countries.includes(code));
  const named = (isOut: (code: string) => boolean) =>
    rows.flatMap(({ unit: { code, name } }) => (isOut(code) ? [name] : []));
  // Of nobody there are no parts to leave out.
  const ofNobody = rows.flatMap(({ unit, total }) => (isZero(total) ? [unit.code] : []));
  const noParts = named((code) => inTotal.includes(code) && inParts(code).length === 0 && !ofNobody.includes(code));
  const noTotal = named((code) => !inTotal.includes(code) && inParts(code).length > 0);
  const some = new Map<string, { countries: string[]; of: { kind: "some"; categories: string[] } }>();
  for (const part of isOpen ? [] : parts) {
    const countries = named((code) => !part.countries.includes(code) && inParts(code).length > 0);
    const known = some.get(countries.join());
    if (known) known.of.categories.push(part.name);
    else if (countries.length > 0)
      some.set(countries.join(), { countries, of: { kind: "some", categories: [part.name] } });
  }
  return [
    ...(noParts.length > 0 ? [{ countries: noParts, of: { kind: "parts" as const } }] : []),
    ...(noTotal.length > 0 ? [{ countries: noTotal, of: { kind: "total" as const } }] : []),
    ...some.values(),
  ];
}

const isZero = (total: PublicValue) =>
  total.state === "shown" && total.value.kind === "number" && rational(total.value.number).equals(0);
