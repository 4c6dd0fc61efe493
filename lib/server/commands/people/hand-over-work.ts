import "server-only";
import { mayGrant, mayKeepPerson } from "@/lib/domain/people";
import { type Actor, can, type RoleGrant } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { assignmentsOf } from "@/lib/server/assignments/hold-assignments";
import { noteTakenOver } from "@/lib/server/assignments/note-taken-over";
import { tellAssigned } from "@/lib/server/assignments/tell-assigned";
import { writeAudit } from "@/lib/server/audit/write";
import type { Transaction } from "@/lib/server/db/client";
import { codeOf, presentCode } from "@/lib/server/framework/edition";
import { actingPerson, type HeldPerson, holdPeople, mustHoldRoles } from "@/lib/server/people/held-people";
import { mustManagePeople, seesPerson } from "@/lib/server/people/keep-person";
import { transaction } from "@/lib/server/transaction";

/** Roles by which somebody reports for a country, and so has work there to hand over. */
const reporting = ["contributor", "focalPoint"] as const;

/** The grants of somebody who reports for the unit. */
const reportsFor = ({ roles }: HeldPerson, unitId: number) =>
  roles.filter(({ role, unit }) => unit?.id === unitId && reporting.some((one) => one === role));

/**
 * Hands all that somebody was assigned in a country over to somebody else who reports for it. Both are told.
 * @param withRole the focal point's role goes with it, if they have it
 * @throws Refusal `notFound`, `notAllowed`, `notOfUnit` where one of them doesn't report for it, `signedOut`
 */
export async function handOverWork(
  actor: Actor,
  { from, to, unit: unitId, withRole }: { from: number; to: number; unit: number; withRole: boolean },
  now: Date,
): Promise<{ indicators: number }> {
  mustHoldRoles(actor);
  return transaction(async (tx) => {
    const held = await holdPeople(tx, [actor.id, from, to]);
    const [own, giver, taker] = [actor.id, from, to].map((id) => held.find((each) => each.id === id));
    const acting = own ? actingPerson(own) : null;
    if (!acting) throw new Refusal("signedOut");
    if (!giver || !taker || from === to) throw new Refusal("notFound");
    for (const person of [giver, taker]) if (!seesPerson(acting, person)) throw new Refusal("notFound");
    mustManagePeople(acting);
    const grants = reportsFor(giver, unitId);
    const [grant] = grants;
    if (!grant?.plan || !grant.unit || reportsFor(taker, unitId).length === 0 || taker.disabledAt !== null)
      throw new Refusal("notOfUnit");
    const place = { planId: grant.plan.id, unit: grant.unit };
    if (!can(acting, "assignIndicators", place) || !mayKeepPerson(acting, giver)) throw new Refusal("notAllowed");
    const isFocal = (held: RoleGrant) => held.role === "focalPoint";
    const focal = withRole ? grants.find(isFocal) : undefined;
    if (focal && ![from, to].every((id) => mayGrant(acting, focal, id))) throw new Refusal("notAllowed");
    const moved = await moveAssignments(tx, { from, to, unitId });
    await tellBoth(tx, acting, { giver, taker, plan: grant.plan, unit: grant.unit }, moved, now);
    if (focal) {
      await tx.userRole.createMany({
        data: [{ userId: to, role: "focalPoint", planId: place.planId, unitId }],
        skipDuplicates: true,
      });
      await tx.userRole.deleteMany({ where: { id: focal.id, userId: from } });
    }
    await writeAudit(tx, {
      stream: `user:${from}`,
      actorId: actor.id,
      action: "workHandedOver",
      subject: `user ${from} to user ${to}`,
      place: { planId: place.planId, unitId },
      after: { indicators: moved.indicators, withRole: focal !== undefined },
    });
    return { indicators: moved.indicators };
  });
}

const movedSelect = {
  id: true,
  userId: true,
  organisationId: true,
  indicatorId: true,
  indicator: presentCode,
  period: { select: { id: true, code: true } },
} as const;

/**
 * What both were assigned for a period stays assigned once. What their organisation is assigned stays with it, and what was
 * assigned for a locked period stays as it is. The unit is held, as by whoever assigns.
 */
async function moveAssignments(tx: Transaction, { from, to, unitId }: { from: number; to: number; unitId: number }) {
  await tx.$queryRaw`SELECT FROM reporting_unit WHERE id = ${unitId} FOR NO KEY UPDATE`;
  const assigned = await tx.indicatorAssignment.findMany({
    where: { userId: from, unitId, period: { state: { not: "locked" } } },
    select: { ...movedSelect, planId: true, periodId: true },
  });
  const added = await tx.indicatorAssignment.createManyAndReturn({
    data: assigned.map(({ planId, periodId, indicatorId }) => ({ planId, periodId, indicatorId, unitId, userId: to })),
    skipDuplicates: true,
    select: movedSelect,
  });
  await tx.indicatorAssignment.deleteMany({ where: { id: { in: assigned.map(({ id }) => id) } } });
  return { added, lost: assigned, indicators: new Set(assigned.map(({ indicatorId }) => indicatorId)).size };
}

type Moved = Pick<Awaited<ReturnType<typeof moveAssignments>>, "added" | "lost">;

/** By period, as whoever assigns does. */
async function tellBoth(
  tx: Transaction,
  actor: Actor,
  of: { giver: HeldPerson; taker: HeldPerson; plan: { id: number; code: string }; unit: { id: number; code: string } },
  moved: Moved,
  now: Date,
) {
  const { giver, taker, plan, unit } = of;
  const enters = reportsFor(giver, unit.id).some(({ role }) => role === "contributor");
  const from = {
    id: giver.id,
    organisationId: giver.organisation.id,
    bar: giver.disabledAt !== null ? ("disabled" as const) : enters ? null : ("noRole" as const),
  };
  const people = [from, { id: taker.id, organisationId: taker.organisation.id, bar: null }];
  for (const period of new Map(moved.lost.map((row) => [row.period.id, row.period])).values()) {
    const rowsOf = (rows: Moved["added"]) =>
      rows.flatMap(({ indicator, period: { id }, ...row }) => {
        const code = codeOf(indicator);
        return id === period.id && code !== "" ? [{ ...row, code }] : [];
      });
    const place = { unitId: unit.id, periodId: period.id };
    const report = await tx.report.findFirst({ where: { ...place, planId: plan.id }, select: { id: true } });
    const taken = { lost: rowsOf(moved.lost), left: await assignmentsOf(tx, unit.id, period.id) };
    const lost = await noteTakenOver(tx, actor, report?.id ?? null, [from], taken, now);
    await tellAssigned(tx, actor, { plan, unit, period }, people, { added: rowsOf(moved.added), lost }, now);
  }
}
