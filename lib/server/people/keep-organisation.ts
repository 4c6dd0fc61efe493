import "server-only";
import {
  keepsAnyOrganisation,
  mayAddOrganisation,
  mayKeepOrganisation,
  type UnitOfPlan,
} from "@/lib/domain/organisations";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { InvalidFields } from "@/lib/schemas/forms/invalid-fields";
import type { OrganisationEntry } from "@/lib/schemas/organisations/organisation-form";
import type { Transaction } from "@/lib/server/db/client";
import { Prisma } from "@/lib/server/db/generated/client";
import { nameOfNobodys } from "./organisation-of-nobody";

const unitOfOrganisation = { unit: { select: { id: true, level: true, planId: true } } } as const;

/**
 * The organisation as it stands, for whoever may keep it, and as they saw it.
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`
 */
export async function mustKeepOrganisation(tx: Transaction, actor: Actor, id: number, rowVersion: number) {
  const row = await tx.organisation.findUnique({
    where: { id },
    select: {
      name: true,
      acronym: true,
      kind: true,
      website: true,
      archivedAt: true,
      rowVersion: true,
      names: { orderBy: { locale: "asc" }, select: { locale: true, name: true } },
      units: { orderBy: { unitId: "asc" }, select: unitOfOrganisation },
    },
  });
  if (!row || row.name === nameOfNobodys) throw new Refusal("notFound");
  const units = row.units.map(({ unit }) => unit);
  if (!mayKeepOrganisation(actor, units)) throw new Refusal("notAllowed");
  if (row.rowVersion !== rowVersion) throw new Refusal("changedMeanwhile");
  const { name, acronym, kind, website, names } = row;
  return {
    name,
    acronym,
    kind,
    website,
    names,
    unitIds: units.map((unit) => unit.id),
    archivedAt: row.archivedAt,
  };
}

/**
 * Refuses units that there aren't, or that aren't the actor's to keep organisations of.
 * @throws Refusal `notAllowed`; InvalidFields where an organisation needs a unit to be theirs
 */
export async function mustOfferUnits(tx: Transaction, actor: Actor, { unitIds }: OrganisationEntry): Promise<void> {
  if (!mayAddOrganisation(actor)) throw new Refusal("notAllowed");
  if (unitIds.length === 0 && !keepsAnyOrganisation(actor))
    throw new InvalidFields([{ field: "units", key: "organisationUnitMissing" }]);
  const units: UnitOfPlan[] = await tx.reportingUnit.findMany({
    where: { id: { in: unitIds }, level: { in: ["region", "country"] } },
    select: unitOfOrganisation.unit.select,
  });
  if (units.length < unitIds.length) throw new InvalidFields([{ field: "units", key: "fieldInvalid" }]);
  if (!mayKeepOrganisation(actor, units)) throw new Refusal("notAllowed");
}

/**
 * Refuses a name that another organisation has in that language, however it is written.
 * @throws Refusal `organisationNameTaken`
 */
export async function refuseTakenNames(tx: Transaction, entry: OrganisationEntry, ownId: number | null): Promise<void> {
  const wanted = [{ locale: "en", name: entry.name }, ...entry.names];
  const [taken] = await tx.$queryRaw<{ name: string }[]>`
    SELECT n.name FROM jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) AS w(locale text, name text)
      JOIN (SELECT id, 'en' AS locale, name FROM organisation
        UNION ALL SELECT organisation_id, locale, name FROM organisation_name) n
      ON n.locale = w.locale AND lower(n.name) = lower(w.name)
    WHERE n.id IS DISTINCT FROM ${ownId}::int LIMIT 1`;
  if (taken) throw new Refusal("organisationNameTaken", { name: taken.name });
}

/** Two that take one name at the same moment: the database lets one of them through, and the other hears of it as well. */
export async function orNameTaken<T>({ name }: OrganisationEntry, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== "P2002") throw error;
    throw new Refusal("organisationNameTaken", { name });
  }
}
