import { z } from "zod";
import { type ObservationKind, observationKinds } from "@/lib/domain/commitments/observation";
import { areCodes } from "@/lib/schemas/reports/report-forms";

/** How an observation stands for its readers: replied to or not, or closed by its author. */
export const publicStates = ["replied", "noReply", "closed"] as const;
export type PublicState = (typeof publicStates)[number];

const code = z.string().refine((text) => areCodes(text));
/** An empty choice of the form, and what can't be one, narrows nothing. */
const observationsFilter = z.object({
  country: code.nullable().catch(null),
  about: code.nullable().catch(null),
  kind: z.enum(observationKinds).nullable().catch(null),
  state: z.enum(publicStates).nullable().catch(null),
  /** The first page is the one that no address names. */
  page: z
    .string()
    .regex(/^([2-9]|[1-9]\d{1,3})$/)
    .nullable()
    .catch(null),
});

/** Which public observations a reader wants to see; null: all of them. */
export interface ObservationsFilter {
  country: string | null;
  /** The code of an indicator, or of a goal, an outcome or an output with all that stands under it. */
  about: string | null;
  kind: ObservationKind | null;
  state: PublicState | null;
  page: string | null;
}

export const allObservations: ObservationsFilter = { country: null, about: null, kind: null, state: null, page: null };
const fields = ["country", "about", "kind", "state", "page"] as const;

/** As the page's address asks for it: `?country=THA&about=G5&state=noReply`. */
export function observationsFilterOf(query: URLSearchParams): ObservationsFilter {
  return observationsFilter.parse(Object.fromEntries(fields.map((field) => [field, query.get(field)])));
}

/** The query that asks for it, with its question mark; empty for all observations. */
export function queryOfObservations(filter: Partial<ObservationsFilter>): string {
  const query = new URLSearchParams(fields.flatMap((field) => (filter[field] ? [[field, filter[field]]] : [])));
  return query.size === 0 ? "" : `?${query}`;
}

/** Stands for a choice that narrows nothing; no code begins with it. */
const any = "_";
const sign = "~";

/** The segment under which the page with this filter is prerendered: `THA~G5~_~noReply~_`. */
export const segmentOfObservations = (filter: ObservationsFilter): string =>
  fields.map((field) => filter[field] ?? any).join(sign);

/** The filter of such a segment; null for what `segmentOfObservations` doesn't give. */
export function observationsOfSegment(segment: string): ObservationsFilter | null {
  const parts = decodeURIComponent(segment).split(sign);
  const filter = observationsFilter.parse(
    Object.fromEntries(fields.map((field, index) => [field, parts[index] === any ? null : (parts[index] ?? null)])),
  );
  return segmentOfObservations(filter) === parts.join(sign) ? filter : null;
}
