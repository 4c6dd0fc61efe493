import { type CellKey, formatCellKey, tableOfCell } from "@/lib/domain/framework/disaggregation";
import type { Value } from "@/lib/domain/values/value";
import { inCommonEra } from "@/lib/domain/years";
import { readValue } from "@/lib/schemas/values/entered-value";
import type { ImportIndicator, ImportTarget } from "./import-target";
import type { IgnoredReason, UnmatchedReason } from "./row-reason";
import type { SeriesRow } from "./series-row";
import { type Spellings, spellingKey, spellingsOf } from "./spelling";

/** A value of the file on its way to a cell of the report. */
interface Placement {
  indicator: ImportIndicator;
  cell: CellKey;
  value: Value;
}

/** Where a row belongs: in one or several cells (two indicators may draw on one series), or nowhere, and why. */
type Placed =
  | { group: "placed"; placements: Placement[] }
  | { group: "ignored"; reason: IgnoredReason }
  | { group: "unmatched"; reason: UnmatchedReason };

const unmatched = (reason: UnmatchedReason): Placed => ({ group: "unmatched", reason });

/** What stays the same while the rows of a file are placed. */
interface ImportContext {
  target: ImportTarget;
  spellings: Spellings;
  names: ReadonlySet<string>;
  bySeries: ReadonlyMap<string, ImportIndicator[]>;
}

export function importContext(target: ImportTarget): ImportContext {
  const bySeries = new Map<string, ImportIndicator[]>();
  for (const indicator of target.indicators)
    for (const series of new Set(indicator.series.map(spellingKey)))
      bySeries.set(series, [...(bySeries.get(series) ?? []), indicator]);
  const names = new Set(target.country.names.map(spellingKey));
  return { target, spellings: spellingsOf(target.dimensions), names, bySeries };
}

/** The code decides; only where a row has none, the name does. */
function isOfCountry(row: SeriesRow, { target, names }: ImportContext): boolean {
  if (row.countryCode !== "") return row.countryCode.toUpperCase() === target.country.code;
  return names.has(spellingKey(row.countryName));
}

function cellOf(row: SeriesRow, { target, spellings }: ImportContext): Map<string, string> | UnmatchedReason {
  const cell = new Map<string, string>();
  for (const { dimension, text } of row.categories) {
    if (text === "") return { code: "categoryBlank", args: { dimension } };
    const category = spellings.get(dimension)?.get(spellingKey(text));
    if (category === undefined) {
      const open = target.dimensions.some(({ code, open }) => code === dimension && open) ? "yes" : "no";
      return { code: "categoryUnknown", args: { dimension, text, open } };
    }
    cell.set(dimension, category);
  }
  return cell;
}

function placeIn(
  indicator: ImportIndicator,
  cell: ReadonlyMap<string, string>,
  row: SeriesRow,
  { target }: ImportContext,
): Placement | UnmatchedReason {
  if (indicator.rules.type !== "number") return { code: "notNumeric", args: { indicator: indicator.code } };
  if (!indicator.mayImport) return { code: "notAssigned", args: { indicator: indicator.code } };
  if (cell.size > 0 && tableOfCell(cell, indicator.tables) === undefined)
    return { code: "tableNotKept", args: { indicator: indicator.code, dimensions: [...cell.keys()].join("*") } };
  const read = readValue(indicator.rules, { kind: "number", number: row.value });
  if (!read.ok) {
    const { key, args } = read.problems[0] ?? { key: "fieldInvalid" };
    return { code: "valueUnreadable", args: { text: row.value, problem: { key, ...(args && { args }) } } };
  }
  if (!read.value) return { code: "valueBlank", args: {} };
  return { indicator, cell: formatCellKey(cell, target.dimensions), value: read.value };
}

/** Finds the cells that a row imported. The reasons are asked in the order in which a person would: is it ours at all, what is it, where to. */
export function placeRow(row: SeriesRow, context: ImportContext): Placed {
  if (row.problem?.code === "rowIncomplete") return unmatched({ code: "rowIncomplete", args: {} });
  if (row.countryCode === "" && row.countryName === "") return unmatched({ code: "countryBlank", args: {} });
  if (!isOfCountry(row, context))
    return {
      group: "ignored",
      reason: { code: "otherCountry", args: { country: row.countryName || row.countryCode } },
    };
  // A ministry's own file may count as its country does: 2559.
  const year = inCommonEra(row.year);
  if (!/^\d{4}$/.test(year)) return unmatched({ code: "yearUnreadable", args: { text: row.year } });
  if (Number(year) !== context.target.year)
    return { group: "ignored", reason: { code: "otherYear", args: { year: row.year } } };
  if (row.unit !== "" && spellingKey(row.unit) !== "counts")
    return unmatched({ code: "otherUnit", args: { unit: row.unit } });

  const indicators = context.bySeries.get(spellingKey(row.series)) ?? [];
  if (indicators.length === 0) return unmatched({ code: "seriesUnknown", args: { series: row.series } });
  if (row.problem) return unmatched({ code: row.problem.code, args: { text: row.problem.text } });
  const cell = cellOf(row, context);
  if (!(cell instanceof Map)) return unmatched(cell);

  const placed = indicators.map((indicator) => placeIn(indicator, cell, row, context));
  const placements = placed.filter((one): one is Placement => "indicator" in one);
  if (placements.length > 0) return { group: "placed", placements };
  const [reason] = placed.filter((one): one is UnmatchedReason => "code" in one);
  return unmatched(reason ?? { code: "seriesUnknown", args: { series: row.series } });
}
