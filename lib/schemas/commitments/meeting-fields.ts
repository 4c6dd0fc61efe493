import { mostAgendaPoints } from "@/lib/domain/commitments/meeting";
import type { OrganisationKind } from "@/lib/domain/permissions";

// Apart from the forms' schemas, which no browser needs.

export const participantsField = (kind: OrganisationKind) => `participants_${kind}` as const;

export const agendaRows = Array.from({ length: mostAgendaPoints }, (_, row) => row + 1);
type AgendaPart = "order" | "title" | "titleTh" | "organisation" | "speaker" | "attends" | "nodes";
export const agendaField = <P extends AgendaPart>(part: P, row: number) => `${part}_${row}` as const;

/** The boxes of what a row is about besides its codes, by the field of these: `formerNodes_3` of `nodes_3`. */
export const formerNodesField = (field: string): string => field.replace("nodes", "formerNodes");

/** How many documents of a point a form has room for. */
export const documentPlaces = [1, 2, 3] as const;
export const documentField = (part: "docTitle" | "docUrl", row: number, place: number) =>
  `${part}_${row}_${place}` as const;

/** What a meeting is told of a decision, by the row of its text. */
export const followUpField = (part: "status" | "words", textId: number) => `${part}_${textId}` as const;

/** Codes of goals, outcomes and outputs in what was typed, with anything between them. */
export const codesIn = (typed: string): string[] => [...new Set(typed.toUpperCase().match(/[A-Z0-9.]+/g) ?? [])];

/** The chairs of all years in one field, for whoever changes what they saw: `2017 LAO, 2018 THA`. */
export const chairsSeen = (chairs: readonly { year: number; unit: string }[]): string =>
  [...chairs]
    .sort((one, other) => one.year - other.year)
    .map(({ year, unit }) => `${year} ${unit}`)
    .join(", ");
