import type { CellKey } from "@/lib/domain/framework/disaggregation";
import type { NarrativeKind } from "@/lib/domain/reports/narrative";

// The names of fields in the forms of an entry form, apart from what judges them, which no browser needs.

/** The name, and the id, of a cell's field in an indicator's form: `sex=female|number`. */
export const cellField = (cell: CellKey, field: string) => `${cell}|${field}`;

/** The name, and the id, of a field of one text of the report narrative: `text|P1|progress`. */
export const narrativeField = (
  field: "text" | "isPublic" | "rowVersion" | "was",
  pillar: string,
  kind: NarrativeKind,
) => `${field}|${pillar}|${kind}`;

/** The names, and the ids, of a blank indicator's fields in the check: its own reason, and the box that chooses it. */
export const blankFields = (indicator: string) => ({ reason: `reason|${indicator}`, chosen: `chosen|${indicator}` });
/** The name, and the id, of the field with the reason for all that are chosen. */
export const commonReason = "reason";

/** The box by which somebody is told of a comment; each has a name of its own, so that the browser keeps it by itself. */
export const tellField = (person: number) => `tell|${person}`;

export function personOfField(name: string): number | null {
  const id = /^tell\|([1-9]\d{0,8})$/.exec(name)?.[1];
  return id === undefined ? null : Number(id);
}

/** The box by which somebody is told of the query on an indicator, among those of a whole report. */
export const tellOfQueryField = (indicator: string, person: number) => `${tellField(person)}|${indicator}`;

export function queryOfField(name: string): { indicator: string; person: number } | null {
  const [, person, indicator] = /^tell\|([1-9]\d{0,8})\|(.+)$/.exec(name) ?? [];
  return person === undefined || indicator === undefined ? null : { indicator, person: Number(person) };
}
