import type { IndicatorType } from "@/lib/domain/framework/indicator";

/** What people fill in of a cell. */
export const fieldNames = ["value", "numerator", "denominator", "reason"] as const;
export type FieldName = (typeof fieldNames)[number];

/** Names the cell in each row, out of sight. */
export const keyColumn = "key";

/** Before all names of columns in the hidden row that has them. */
export const columnMark = "spaiv:";

/** Earlier periods whose values stand beside the fields. */
export const earlierShown = 2;
const earlier = Array.from({ length: earlierShown }, (_, index) => `earlier${index + 1}`);

export const goalColumns = [
  "code",
  "title",
  "unit",
  ...earlier,
  "target",
  "limits",
  ...fieldNames,
  "comment",
  keyColumn,
] as const;

/** @param dimensions how many the table crosses */
export const tableColumns = (dimensions: number): readonly string[] => [
  "code",
  "title",
  ...Array.from({ length: dimensions }, (_, index) => `category${index + 1}`),
  ...fieldNames,
  keyColumn,
];

/** Both kinds of sheet have their columns in this order, when they are made. */
export const columnOrder: readonly string[] = [
  ...tableColumns(3).slice(0, 5),
  ...goalColumns.filter((name) => name !== "code" && name !== "title" && name !== keyColumn),
];

/** The fields that a type of indicator is entered in. */
export function fieldsOf(type: IndicatorType): readonly FieldName[] {
  return type === "percentage" ? ["numerator", "denominator", "reason"] : ["value", "reason"];
}

export const isField = (column: string): column is FieldName => (fieldNames as readonly string[]).includes(column);

/** A row's key: `G5.1-a|sex=female`. */
export const rowKey = (indicator: string, cell: string): string => `${indicator}|${cell}`;
export function placeOfKey(key: string): { indicator: string; cell: string } | null {
  const [indicator, cell, ...more] = key.split("|");
  return indicator && cell && more.length === 0 ? { indicator, cell } : null;
}
