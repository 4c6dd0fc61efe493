import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import type { Role } from "@/lib/domain/roles";
import { db } from "@/lib/server/db/client";
import { organisationNameIn } from "@/lib/server/people/organisation-name";

interface AccountView {
  name: string;
  email: string;
  organisation: string;
  isDemo: boolean;
  /** `unit` is the unit's name in the reader's language; null for all units. */
  roles: { role: Role; unit: string | null; assignedIndicators: number }[];
}

/** What somebody may see of their own account, in their language where it was translated. */
export async function account(actor: Actor, locale: string): Promise<AccountView> {
  const unitIds = actor.roles.flatMap(({ unit }) => (unit ? [unit.id] : []));
  const client = await db();
  const [organisation] = await client.$queryRaw<{ name: string }[]>`
    SELECT ${organisationNameIn(locale)} AS name FROM organisation o WHERE o.id = ${actor.organisation.id}`;
  const texts = await client.reportingUnitText.findMany({
    where: { unitId: { in: unitIds }, locale: { in: [locale, "en"] } },
    select: { unitId: true, locale: true, name: true },
  });
  const nameIn = (unitId: number, language: string) =>
    texts.find((text) => text.unitId === unitId && text.locale === language)?.name;
  return {
    name: actor.name,
    email: actor.email,
    organisation: organisation?.name ?? actor.organisation.name,
    isDemo: actor.isDemo,
    roles: actor.roles.map(({ role, unit }) => ({
      role,
      unit: unit && (nameIn(unit.id, locale) ?? nameIn(unit.id, "en") ?? unit.code),
      assignedIndicators: role === "contributor" ? assignedIn(actor, unit?.id) : 0,
    })),
  };
}

/** Indicators of a unit that are assigned to them in one period or another. */
const assignedIn = ({ assignments }: Actor, unitId: number | undefined): number =>
  new Set(assignments.flatMap((each) => (each.unitId === unitId ? each.indicatorIds : []))).size;
