import type { TableBlock } from "../document";
import { millimetres } from "./paper";

/** A heat table's cells carry words here, which need this much room. */
const wordRoom = millimetres(17);

/** Widths of the table's columns in twips, as their shares have it; they add up to the whole. */
export function columnWidths(table: TableBlock, whole: number): number[] {
  const shares = sharesOf(
    table.columns.map(({ width }) => width),
    whole,
  );
  const [first = 0, ...others] = shares;
  if (table.look !== "heat" || others.length === 0) return shares;
  // The names of rows give up to two thirds of their room, since they can wrap and a status can't.
  const wanted = Math.max(0, ...others.map((width) => wordRoom - width)) * others.length;
  const given = Math.min(wanted, Math.round((first * 2) / 3));
  return [first - given, ...sharesOf(others, whole - first + given)];
}

function sharesOf(parts: number[], whole: number): number[] {
  const total = parts.reduce((sum, part) => sum + part, 0);
  let used = 0;
  let past = 0;
  return parts.map((part) => {
    past += part;
    const end = Math.round((past / total) * whole);
    const width = end - used;
    used = end;
    return width;
  });
}
