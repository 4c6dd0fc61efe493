import "server-only";
import type { Quantity, Value } from "@/lib/domain/values/value";
import { type MissingReason, Prisma, type ValueKind } from "./generated/client";

// The one place where a value becomes columns and back. Decimals cross as text: exact on both sides.

/** The columns in which `value`, `value_revision` and `result` keep a figure. */
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

/** A row as Prisma reads it; revisions of a cleared cell have no kind. */
export type ValueRow = {
  [C in keyof ValueColumns]: C extends "number" | "numerator" | "denominator"
    ? Prisma.Decimal | null
    : C extends "kind"
      ? ValueKind | null
      : ValueColumns[C];
};

/** What a query selects to read a figure. */
export const valueSelect = {
  kind: true,
  number: true,
  below: true,
  numerator: true,
  numeratorBelow: true,
  denominator: true,
  denominatorBelow: true,
  yesNo: true,
  step: true,
  text: true,
  missingReason: true,
} as const;

/** The same in SQL, of the table under that alias. */
export const valueColumns = (alias: "r") =>
  Prisma.raw(
    Object.keys(valueSelect)
      .map((name) => `${alias}.${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)} AS "${name}"`)
      .join(", "),
  );

const empty = {
  number: null,
  below: null,
  numerator: null,
  numeratorBelow: null,
  denominator: null,
  denominatorBelow: null,
  yesNo: null,
  step: null,
  text: null,
  missingReason: null,
};

export function columnsOf(value: Value): ValueColumns {
  switch (value.kind) {
    case "number":
      return { ...empty, kind: value.kind, number: value.number };
    case "censored":
      return { ...empty, kind: value.kind, below: value.below };
    case "ratio":
      return {
        ...empty,
        kind: value.kind,
        numerator: exactOf(value.numerator),
        numeratorBelow: belowOf(value.numerator),
        denominator: exactOf(value.denominator),
        denominatorBelow: belowOf(value.denominator),
      };
    case "yesNo":
      return { ...empty, kind: value.kind, yesNo: value.yes };
    case "step":
      return { ...empty, kind: value.kind, step: value.step };
    case "narrative":
      return { ...empty, kind: value.kind, text: value.text };
    case "missing":
      return { ...empty, kind: value.kind, missingReason: value.reason };
  }
}

/** The figure of a row; undefined for the revision that cleared a cell. */
export function valueOfRow(row: ValueRow): Value | undefined {
  switch (row.kind) {
    case null:
      return undefined;
    case "number":
      return { kind: row.kind, number: row.number!.toFixed() };
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
      return { kind: row.kind, text: row.text! };
    case "missing":
      return { kind: row.kind, reason: row.missingReason! };
  }
}

const exactOf = (quantity: Quantity) => ("exact" in quantity ? quantity.exact : null);
const belowOf = (quantity: Quantity) => ("below" in quantity ? quantity.below : null);
const quantity = (exact: Prisma.Decimal | null, below: number | null): Quantity =>
  exact ? { exact: exact.toFixed() } : { below: below! };
