import "server-only";
import { keepsAnyOrganisation } from "@/lib/domain/organisations";
import { type Actor, can } from "@/lib/domain/permissions";
import { db } from "@/lib/server/db/client";
import type { Prisma } from "@/lib/server/db/generated/client";
import { textOrder } from "@/lib/views/found-text";
import { organisationName, organisationNames } from "./organisation-name";

export interface OrganisationChoice {
  id: number;
  /** In the reader's language where it has a name there, with its acronym. */
  name: string;
}

/**
 * The organisations that the actor may put people into: those that aren't archived; for whoever keeps the people of one
 * country, those that work for it, and the actor's own.
 */
export function offeredOrganisations(actor: Actor): Prisma.OrganisationWhereInput {
  if (keepsAnyOrganisation(actor)) return { archivedAt: null };
  const unitIds = actor.roles.flatMap(({ plan, unit }) =>
    plan && unit && can(actor, "keepOrganisations", { planId: plan.id, unit }) ? [unit.id] : [],
  );
  if (unitIds.length === 0) return { id: { in: [] } };
  return { archivedAt: null, OR: [{ id: actor.organisation.id }, { units: { some: { unitId: { in: unitIds } } } }] };
}

/**
 * What stands in a choice of organisations, in the order of the reader's language.
 * @param present the organisation that is chosen already: it stays among them, also where it is archived
 */
export async function organisationChoices(
  actor: Actor,
  locale: string,
  present: number | null = null,
): Promise<OrganisationChoice[]> {
  const offered = offeredOrganisations(actor);
  const rows = await (await db()).organisation.findMany({
    where: present === null ? offered : { OR: [offered, { id: present }] },
    select: { id: true, acronym: true, ...organisationNames },
  });
  const compare = textOrder(locale);
  return rows
    .map((row) => ({ id: row.id, name: nameWithAcronym(organisationName(row, locale), row.acronym) }))
    .sort((one, other) => compare(one.name, other.name));
}

/** An acronym that the name has already isn't said twice. */
export const nameWithAcronym = (name: string, acronym: string | null) =>
  acronym === null || name.includes(acronym) ? name : `${name} (${acronym})`;
