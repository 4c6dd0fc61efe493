import { z } from "zod";
import { areCodes } from "@/lib/schemas/reports/report-forms";

/** What a change comes to; `redefined`: the definition changed in between, so that it is neither better nor worse. */
export const changeDirections = ["improved", "worsened", "redefined"] as const;
export type ChangeDirection = (typeof changeDirections)[number];

const code = z.string().refine((text) => areCodes(text));
/** An empty choice of the form, and what can't be one, narrows nothing. */
const changesFilter = z.object({
  direction: z.enum(changeDirections).nullable().catch(null),
  goal: code.nullable().catch(null),
  country: code.nullable().catch(null),
});

/** Which changes of statuses a reader wants to see; null: all of them. */
export type ChangesFilter = z.output<typeof changesFilter>;

export const allChanges: ChangesFilter = { direction: null, goal: null, country: null };
const fields = ["direction", "goal", "country"] as const;

/** As the page's address asks for it: `?direction=worsened&goal=G5&country=THA`. */
export function changesFilterOf(query: URLSearchParams): ChangesFilter {
  return changesFilter.parse(Object.fromEntries(fields.map((field) => [field, query.get(field)])));
}

/** The query that asks for it, with its question mark; empty for all changes. */
export function queryOfChanges(filter: ChangesFilter): string {
  const query = new URLSearchParams(fields.flatMap((field) => (filter[field] ? [[field, filter[field]]] : [])));
  return query.size === 0 ? "" : `?${query}`;
}

/** Stands for a choice that narrows nothing; no code begins with it. */
const any = "_";
const sign = "~";

/** The segment under which the page with this filter is prerendered: `worsened~G5~_`. */
export const segmentOfChanges = (filter: ChangesFilter): string =>
  fields.map((field) => filter[field] ?? any).join(sign);

/** The filter of such a segment; null for what `segmentOfChanges` doesn't give. */
export function changesOfSegment(segment: string): ChangesFilter | null {
  const parts = decodeURIComponent(segment).split(sign);
  const filter = changesFilter.parse(
    Object.fromEntries(fields.map((field, index) => [field, parts[index] === any ? null : (parts[index] ?? null)])),
  );
  return segmentOfChanges(filter) === parts.join(sign) ? filter : null;
}
