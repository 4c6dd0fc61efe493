import "server-only";
import type { AssessableValue, TargetValue } from "@/lib/domain/values/assessable-value";
import type { Prisma } from "./generated/client";

// Baselines and targets as rows, and back as values. They are always exact.

export const targetSelect = { number: true, yesNo: true, step: true } as const;
export const baselineSelect = { ...targetSelect, numerator: true, denominator: true } as const;

interface TargetRow {
  number: Prisma.Decimal | null;
  yesNo: boolean | null;
  step: number | null;
}
interface BaselineRow extends TargetRow {
  numerator: Prisma.Decimal | null;
  denominator: Prisma.Decimal | null;
}

/** A target; a percentage's is a number in per cent. */
export function targetOfRow({ number, yesNo, step }: TargetRow): TargetValue {
  if (number !== null) return { kind: "number", number: number.toFixed() };
  if (yesNo !== null) return { kind: "yesNo", yes: yesNo };
  return { kind: "step", step: step! };
}

export function baselineOfRow(row: BaselineRow): AssessableValue {
  if (row.numerator === null || row.denominator === null) return targetOfRow(row);
  const exact = (decimal: Prisma.Decimal) => ({ exact: decimal.toFixed() });
  return { kind: "ratio", numerator: exact(row.numerator), denominator: exact(row.denominator) };
}
