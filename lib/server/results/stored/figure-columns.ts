import "server-only";
import type { Value } from "@/lib/domain/values/value";
import { Prisma } from "@/lib/server/db/generated/client";
import { type ValueColumns, valueOfRow } from "@/lib/server/db/value-row";

/** A figure's columns of a table under an alias, for a statement of one's own. Decimals leave as text, for they are exact. */
export const figureColumns = (alias: "v" | "r" | "f", words = true) =>
  Prisma.raw(
    `${alias}.kind, ${alias}.number::text AS number, ${alias}.below, ${alias}.numerator::text AS numerator,
    ${alias}.numerator_below AS "numeratorBelow", ${alias}.denominator::text AS denominator,
    ${alias}.denominator_below AS "denominatorBelow"${
      words
        ? `, ${alias}.yes_no AS "yesNo", ${alias}.step, ${alias}.text, ${alias}.missing_reason AS "missingReason"`
        : ""
    }`,
  );

const decimal = (text: string | null) => (text === null ? null : new Prisma.Decimal(text));

/** The figure in such columns; null for a region without one. */
export function figureOfColumns(columns: ValueColumns): Value | null {
  if (columns.kind === "missing" && columns.missingReason === null) return null;
  const { number, numerator, denominator } = columns;
  const decimals = { number: decimal(number), numerator: decimal(numerator), denominator: decimal(denominator) };
  return valueOfRow({ ...columns, ...decimals }) ?? null;
}
