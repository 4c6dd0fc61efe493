import type { Quantity, Value } from "@/lib/domain/values/value";
import { unbounded } from "../solver/whole-numbers";

/** A value is one count, or as a percentage three. Increments are counts that nobody published but anyone can subtract. */
export type Role = "count" | "numerator" | "denominator" | "complement" | "increment";

/** A whole number of persons that a reader may try to learn. Neither exact nor censored: nothing is reported of it. */
export interface Count {
  /** The value that it belongs to; for an increment, the later one. */
  place: number;
  role: Role;
  exact: number | null;
  /** The source says only "below this". */
  below: number | null;
}

/** Nobody published it, but rules tie it to what is published. A percentage's complement is as good as published. */
export const isUnpublished = ({ role, exact, below }: Count) =>
  role === "increment" || (role !== "complement" && exact === null && below === null);

export const isMissing = (value: Value | undefined) => value === undefined || value.kind === "missing";

const wholePattern = /^\d+(\.0+)?$/;

/** A whole number of persons; null for anything else, which is never hidden and tied to nothing. */
function wholeNumber(decimal: string): number | null {
  if (!wholePattern.test(decimal)) return null;
  const number = Number(decimal);
  return number < unbounded ? number : null;
}

function readQuantity(quantity: Quantity): Amount | null {
  if ("below" in quantity) return { exact: null, below: Math.max(1, quantity.below) };
  const exact = wholeNumber(quantity.exact);
  return exact === null ? null : { exact, below: null };
}

export type Amount = Pick<Count, "exact" | "below">;

/** The counts in a value; empty where it has none, or none that is whole. */
export function readValue(value: Value | undefined): Partial<Record<Role, Amount>> {
  switch (value?.kind) {
    case "number":
      return readCount({ exact: value.number });
    case "censored":
      return readCount({ below: value.below });
    case "ratio":
      return readRatio(value);
    case "yesNo":
    case "step":
    case "narrative":
    case "missing":
    case undefined:
      return {};
  }
}

function readCount(quantity: Quantity): Partial<Record<Role, Amount>> {
  const count = readQuantity(quantity);
  return count ? { count } : {};
}

function readRatio(value: Extract<Value, { kind: "ratio" }>): Partial<Record<Role, Amount>> {
  const numerator = readQuantity(value.numerator);
  const denominator = readQuantity(value.denominator);
  if (!numerator || !denominator) return {};
  if (numerator.exact === null || denominator.exact === null) {
    return { numerator, denominator, complement: { exact: null, below: null } };
  }
  const rest = denominator.exact - numerator.exact;
  return rest < 0 ? { numerator, denominator } : { numerator, denominator, complement: { exact: rest, below: null } };
}
