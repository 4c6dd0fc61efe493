import "server-only";
import type { Assignable, StoredAssignment } from "@/lib/domain/assignments/assignment-copy";
import { Refusal } from "@/lib/domain/refusal";
import { defaultLocale } from "@/lib/i18n/routing";
import type { AuditEntry } from "@/lib/server/audit/write";
import type { Transaction } from "@/lib/server/db/client";
import { organisationNameIn } from "@/lib/server/people/organisation-name";
import type { LocatedReport } from "@/lib/server/reports/locate-report";

/**
 * Lets one after the other change the assignments of a unit, and keeps the period as it is.
 * @throws Refusal `locked` in a locked period
 */
export async function holdAssignments(tx: Transaction, { unit, period }: LocatedReport): Promise<void> {
  await tx.$queryRaw`SELECT FROM reporting_unit WHERE id = ${unit.id} FOR NO KEY UPDATE`;
  const [held] = await tx.$queryRaw<{ state: string }[]>`
    SELECT state::text FROM reporting_period WHERE id = ${period.id} FOR SHARE`;
  if (held?.state === "locked") throw new Refusal("locked", { lock: "periodLocked" });
}

export const assignmentSelect = { indicatorId: true, userId: true, organisationId: true } as const;

/** The assignments of a unit's report for a period. */
export const assignmentsOf = (
  client: Pick<Transaction, "indicatorAssignment">,
  unitId: number,
  periodId: number,
): Promise<StoredAssignment[]> =>
  client.indicatorAssignment.findMany({
    where: { unitId, periodId },
    select: assignmentSelect,
    orderBy: { id: "asc" },
  });

/** Somebody to whom indicators of a unit may be assigned, or are. */
export interface AssigneePerson {
  id: number;
  name: string;
  organisationId: number;
  organisation: string;
  /** Why they enter nothing; null: they do. */
  bar: "disabled" | "noRole" | null;
}
export interface AssigneeOrganisation {
  id: number;
  name: string;
  bar: "archived" | null;
}

/**
 * Contributors of a unit and the organisations of its government, with everybody else to whom indicators of these periods are
 * assigned, by name.
 * @param locale in which organisations are named
 */
export async function assigneesOfUnit(
  client: Pick<Transaction, "$queryRaw">,
  { plan, unit }: { plan: { id: number }; unit: { id: number } },
  periodIds: readonly number[],
  locale: string = defaultLocale,
): Promise<{ people: AssigneePerson[]; organisations: AssigneeOrganisation[] }> {
  const people = await client.$queryRaw<AssigneePerson[]>`
    SELECT u.id, u.name, o.id AS "organisationId", ${organisationNameIn(locale)} AS organisation,
      CASE WHEN u.disabled_at IS NOT NULL THEN 'disabled' WHEN NOT c.enters THEN 'noRole' END AS bar
    FROM "user" u JOIN organisation o ON o.id = u.organisation_id
      CROSS JOIN LATERAL (SELECT EXISTS (SELECT FROM user_role r WHERE r.user_id = u.id AND r.role = 'contributor'
        AND r.unit_id = ${unit.id} AND r.plan_id = ${plan.id}) AS enters) c
    WHERE u.disabled_at IS NULL AND c.enters OR EXISTS (SELECT FROM indicator_assignment a
      WHERE a.user_id = u.id AND a.unit_id = ${unit.id} AND a.period_id = ANY(${[...periodIds]}::int[]))
    ORDER BY u.name, u.id`;
  const organisations = await client.$queryRaw<AssigneeOrganisation[]>`
    SELECT o.id, ${organisationNameIn(locale)} AS name, CASE WHEN o.archived_at IS NOT NULL THEN 'archived' END AS bar
    FROM organisation o
    WHERE (o.archived_at IS NULL AND o.id = ANY(${people.filter(({ bar }) => bar === null).map((one) => one.organisationId)}::int[]))
      OR (o.archived_at IS NULL AND o.kind = 'government' AND EXISTS (SELECT FROM organisation_unit w
        WHERE w.organisation_id = o.id AND w.unit_id = ${unit.id}))
      OR EXISTS (SELECT FROM indicator_assignment a WHERE a.organisation_id = o.id AND a.unit_id = ${unit.id}
        AND a.period_id = ANY(${[...periodIds]}::int[]))
    ORDER BY name, id`;
  return { people, organisations };
}

const idsInUse = (rows: readonly { id: number; bar: string | null }[]) =>
  new Set(rows.filter(({ bar }) => bar === null).map(({ id }) => id));

/** To whom of these, and what, may be assigned. */
export const assignableOf = (
  { people, organisations }: Awaited<ReturnType<typeof assigneesOfUnit>>,
  indicators: readonly { id: number }[],
): Assignable => ({
  userIds: idsInUse(people),
  organisationIds: idsInUse(organisations),
  indicatorIds: new Set(indicators.map(({ id }) => id)),
});

/** What the audit says of every event about the assignments of a unit and period, and of handing back. */
export const assignmentEvent = (
  { plan, unit, period, report }: LocatedReport,
  more?: string,
): Pick<AuditEntry, "stream" | "subject" | "place"> => ({
  stream: `assignments:${unit.id}:${period.id}`,
  subject: `assignments ${unit.code} ${period.code}${more ? ` ${more}` : ""}`,
  place: { planId: plan.id, unitId: unit.id, reportId: report?.id },
});
