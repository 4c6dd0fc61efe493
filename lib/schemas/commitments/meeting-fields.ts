import { mostAgendaPoints } from "@/lib/domain/commitments/meeting";
import type { OrganisationKind } from "@/lib/domain/permissions";

// Apart from the forms' schemas, which no browser needs.

export const participantsField = (kind: OrganisationKind) => `participants_${kind}` as const;

export const agendaRows = Array.from({ length: mostAgendaPoints }, (_, row) => row + 1);
export const agendaField = (part: "order" | "title" | "titleTh" | "speaker" | "nodes", row: number) =>
  `${part}_${row}` as const;
