import "server-only";
import { keepsAnyOrganisation, mayAddOrganisation, mayKeepOrganisation } from "@/lib/domain/organisations";
import { type Actor, can, noPlan } from "@/lib/domain/permissions";
import { hasReporter } from "@/lib/server/civil-society/has-reporter";
import { db } from "@/lib/server/db/client";
import type { Prisma } from "@/lib/server/db/generated/client";
import { organisationName } from "@/lib/server/people/organisation-name";
import { nameOfNobodys } from "@/lib/server/people/organisation-of-nobody";
import { type NamedUnit, organisationUnits } from "@/lib/server/people/organisation-units";
import type { OrganisationFormView, OrganisationView } from "@/lib/views/site/organisation-view";

/** One organisation, for whoever is signed in; null where there is none. */
export async function organisationOf(actor: Actor, id: number, locale: string): Promise<OrganisationView | null> {
  const read = await readOrganisation(id, locale);
  if (read === null) return null;
  const { row, units, all } = read;
  const people = await peopleOf(actor, id);
  return {
    id: row.id,
    acronym: row.acronym,
    kind: row.kind,
    website: row.website,
    rowVersion: row.rowVersion,
    name: organisationName(row, locale),
    names: [{ locale: "en", name: row.name }, ...row.names],
    units: units.map(({ name }) => name),
    isArchived: row.archivedAt !== null,
    people,
    withoutReporter: people === null ? [] : await platformsWithoutReporter(id, all),
    mayKeep: mayKeepOrganisation(actor, units),
  };
}

/**
 * What the form to change one starts from, or to add one where `id` is null; null where there is none, or it isn't the
 * actor's to keep.
 */
export async function organisationForm(
  actor: Actor,
  id: number | null,
  locale: string,
): Promise<OrganisationFormView | null> {
  if (!mayAddOrganisation(actor)) return null;
  const all = await organisationUnits(locale);
  const offered = [...all.values()].filter((unit) => mayKeepOrganisation(actor, [unit]));
  const shared = {
    offered: offered.map(({ id, name }) => ({ id, name })),
    mustHaveUnit: !keepsAnyOrganisation(actor),
  };
  if (id === null) {
    const only = shared.mustHaveUnit && offered.length === 1 ? [offered[0]!.id] : [];
    return {
      present: null,
      name: "",
      names: {},
      acronym: "",
      kind: null,
      website: "",
      unitIds: only,
      ...shared,
    };
  }
  const read = await readOrganisation(id, locale);
  if (read === null || !mayKeepOrganisation(actor, read.units)) return null;
  const { row, units } = read;
  return {
    present: { id, rowVersion: row.rowVersion },
    name: row.name,
    names: Object.fromEntries(row.names.map(({ locale, name }) => [locale, name])),
    acronym: row.acronym ?? "",
    kind: row.kind,
    website: row.website ?? "",
    unitIds: units.map((unit) => unit.id),
    ...shared,
  };
}

async function readOrganisation(id: number, locale: string) {
  const client = await db();
  const [row, all] = await Promise.all([
    client.organisation.findUnique({
      where: { id },
      select: {
        id: true,
        name: true,
        acronym: true,
        kind: true,
        website: true,
        archivedAt: true,
        rowVersion: true,
        names: { orderBy: { locale: "asc" }, select: { locale: true, name: true } },
        units: { select: { unitId: true } },
      },
    }),
    organisationUnits(locale),
  ]);
  if (row === null || row.name === nameOfNobodys) return null;
  const worksFor = new Set(row.units.map(({ unitId }) => unitId));
  const units: NamedUnit[] = [...all.values()].filter((unit) => worksFor.has(unit.id));
  return { row, units, all };
}

/** The units, by their names, whose platform it belongs to although nobody of that may begin a report. */
async function platformsWithoutReporter(id: number, units: ReadonlyMap<number, NamedUnit>): Promise<string[]> {
  const rows = await (await db()).$queryRaw<{ id: number }[]>`
    SELECT u.id FROM reporting_unit u JOIN platform_member m ON m.unit_id = u.id
    WHERE m.organisation_id = ${id} AND m.until IS NULL AND NOT ${hasReporter}`;
  const without = new Set(rows.map((unit) => unit.id));
  return [...units.values()].flatMap((unit) => (without.has(unit.id) ? [unit.name] : []));
}

/** Those whom the actor may see: all of them, or those with a role in a unit whose people are theirs to see. */
async function peopleOf(actor: Actor, organisationId: number): Promise<number | null> {
  const seesAll = actor.roles.some(({ plan }) => can(actor, "viewPeople", { planId: plan?.id ?? noPlan, unit: null }));
  const unitIds = actor.roles.flatMap(({ plan, unit }) =>
    plan && unit && can(actor, "viewPeople", { planId: plan.id, unit }) ? [unit.id] : [],
  );
  if (!seesAll && unitIds.length === 0) return null;
  const where: Prisma.UserWhereInput = seesAll ? {} : { roles: { some: { unitId: { in: unitIds } } } };
  return (await db()).user.count({ where: { organisationId, disabledAt: null, ...where } });
}
