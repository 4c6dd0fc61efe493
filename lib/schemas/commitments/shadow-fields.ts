// Apart from the forms' schemas, which no browser needs.
import { type CellKey, totalCell } from "@/lib/domain/framework/disaggregation";
import { cellField } from "@/lib/schemas/reports/entry-fields";

/** What stands for the value itself in a form; which of them there are, the indicator's type decides. */
export const shadowParts = ["number", "numerator", "denominator", "yesNo", "step"] as const;
export type ShadowPart = (typeof shadowParts)[number];

/** The name, and the id, of a field of the value: as it is called where the same is reported. */
export const shadowField = (part: ShadowPart) => cellField(totalCell, part) as `total|${ShadowPart}`;
/** The same of one of its parts. */
export const shadowPartField = (cell: CellKey, part: ShadowPart): string => cellField(cell, part);
/** The same of the words on how it came about. */
export const methodField = "method";
