import "server-only";
import type { Quantity, Value } from "@/lib/domain/values/value";
import type { MissingReason, Prisma, ValueKind } from "./generated/client";

// The one place where a value becomes columns and back. Decimals cross as text: exact on both sides.

/** The columns in which `value`, `value_revision` and `result` keep a value. */
export interface ValueColumns {
  kind: ValueKind;
  number: string | null;
  below: number | null;
  numerator: string | null;
  numeratorBelow: number | null;
  denominator: string | null;
  denominatorBelow: number | null;
  yesNo: boolean | null;
  step: number | null;
  text: string | null;
  missingReason: MissingReason | null;
}

/** What statements of our own are made from, and what Prisma selects: a column that it lacks doesn't compile. */
export const valueColumns = {
  kind: "value_kind",
  number: "numeric",
  below: "int",
  numerator: "numeric",
  numeratorBelow: "int",
  denominator: "numeric",
  denominatorBelow: "int",
  yesNo: "boolean",
  step: "int",
  text: "text",
  missingReason: "missing_reason",
} as const satisfies Record<keyof ValueColumns, string>;

/** What a value and its revision keep beside: a result has none of it, for nothing is approved that isn't confirmed. */
export const storedColumns = { ...valueColumns, carried: "boolean" } as const;

const { yesNo, step, text, missingReason, ...counted } = valueColumns;
/** Of values that add up, which alone are remembered once they gave way. */
export const countedColumns = counted;

type ColumnsAs<V> = { [C in keyof ValueColumns]: V };

/** What a query of Prisma selects to read a value. */
export const valueSelect = mapColumns(true as const);

/** No value at all; beside a kind, what else is set stands over it. */
export const noValue = { ...mapColumns(null), kind: "missing" as const } satisfies ValueColumns;

function mapColumns<V>(value: V): ColumnsAs<V> {
  return Object.fromEntries(Object.keys(valueColumns).map((name) => [name, value])) as ColumnsAs<V>;
}

/** A row with its decimals in that form; revisions of a cleared cell have no kind. */
type RowWith<Decimals> = {
  [C in keyof ValueColumns]: C extends "number" | "numerator" | "denominator"
    ? Decimals | null
    : C extends "kind"
      ? ValueKind | null
      : ValueColumns[C];
};

/** What stands in the place of words that were redacted, in every language. */
const redactedText = "▮▮▮";

/** A row as Prisma reads it. */
export type ValueRow = RowWith<Prisma.Decimal>;

export function columnsOf(value: Value): ValueColumns {
  switch (value.kind) {
    case "number":
      return { ...noValue, kind: value.kind, number: value.number };
    case "censored":
      return { ...noValue, kind: value.kind, below: value.below };
    case "ratio":
      return {
        ...noValue,
        kind: value.kind,
        numerator: exactOf(value.numerator),
        numeratorBelow: belowOf(value.numerator),
        denominator: exactOf(value.denominator),
        denominatorBelow: belowOf(value.denominator),
      };
    case "yesNo":
      return { ...noValue, kind: value.kind, yesNo: value.yes };
    case "step":
      return { ...noValue, kind: value.kind, step: value.step };
    case "narrative":
      return { ...noValue, kind: value.kind, text: value.text };
    case "missing":
      return { ...noValue, kind: value.kind, missingReason: value.reason };
  }
}

/** The value of a row; undefined for the revision that cleared a cell. */
export function valueOfRow(row: RowWith<Prisma.Decimal | string>): Value | undefined {
  switch (row.kind) {
    case null:
      return undefined;
    case "number":
      return { kind: row.kind, number: decimal(row.number!) };
    case "censored":
      return { kind: row.kind, below: row.below! };
    case "ratio":
      return {
        kind: row.kind,
        numerator: quantity(row.numerator, row.numeratorBelow),
        denominator: quantity(row.denominator, row.denominatorBelow),
      };
    case "yesNo":
      return { kind: row.kind, yes: row.yesNo! };
    case "step":
      return { kind: row.kind, step: row.step! };
    case "narrative":
      return { kind: row.kind, text: row.text ?? redactedText };
    case "missing":
      return { kind: row.kind, reason: row.missingReason! };
  }
}

/** The same of a row that `asJsonArray` made of `valueColumns`. */
export const valueOfJsonArray = (columns: readonly unknown[]): Value | undefined => valueOfRow(rowOf(columns));

/** The same of one of the rows of which `asJsonLists` made lists. */
export const valueInJsonLists = (lists: readonly (readonly unknown[])[], row: number): Value | undefined =>
  valueOfRow(rowOf(lists.map((list) => list[row])));

function rowOf(columns: readonly unknown[]): ValueColumns {
  const row: Record<keyof ValueColumns, unknown> = { ...noValue };
  valueNames.forEach((name, at) => {
    row[name] = columns[at];
  });
  return row as ValueColumns;
}

const valueNames = Object.keys(valueColumns) as (keyof ValueColumns)[];

/** The value of a result; null for a region without one, which alone is missing for no reason. */
export const valueOfResult = (row: ValueRow): Value | null =>
  row.kind === "missing" && row.missingReason === null ? null : (valueOfRow(row) ?? null);

const exactOf = (quantity: Quantity) => ("exact" in quantity ? quantity.exact : null);
const belowOf = (quantity: Quantity) => ("below" in quantity ? quantity.below : null);
const quantity = (exact: Prisma.Decimal | string | null, below: number | null): Quantity =>
  exact === null ? { below: below! } : { exact: decimal(exact) };

/** Without the zeros that the column's scale adds: `3`, not `3.00000000`. A save reads a hundred of them. */
const decimal = (stored: Prisma.Decimal | string) =>
  (typeof stored === "string" ? stored : stored.toFixed()).replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "");
