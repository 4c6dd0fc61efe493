import "server-only";
import { mayTakeOver } from "@/lib/domain/assignments/take-over-may";
import { type Actor, mustBeAble } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import {
  assigneesOfUnit,
  assignmentEvent,
  assignmentSelect,
  holdAssignments,
} from "@/lib/server/assignments/hold-assignments";
import { noteTakenOver, tellTakenOver } from "@/lib/server/assignments/note-taken-over";
import { writeAudit } from "@/lib/server/audit/write";
import { db } from "@/lib/server/db/client";
import { assigneesOf } from "@/lib/server/reports/contributors";
import { holdForEditing, mustFindIndicator, mustLocate } from "@/lib/server/reports/hold-report";
import { subjectOf } from "@/lib/server/reports/locate-report";
import { seenOf } from "@/lib/server/reports/who-enters";
import { transaction } from "@/lib/server/transaction";
import type { ReportAddress } from "@/lib/views/report-view";

/**
 * Takes an indicator over from those to whom it is assigned, themselves or by their organisation: from then on focal points
 * alone enter it. What was entered stays, and whoever entered it is told, by mail and among their work.
 * @param assigned whose it was as the actor saw it, by `seenOf`
 * @throws Refusal `notFound`, `notAllowed`, `locked`; `changedMeanwhile` where it is nobody else's any more, or others'
 */
export async function takeOver(
  actor: Actor,
  address: ReportAddress,
  { indicator, assigned }: { indicator: string; assigned: string },
  now: Date,
): Promise<void> {
  const located = await mustLocate(address);
  const { unit, period } = located;
  const subject = subjectOf(located);
  mustBeAble(actor, "editReport", subject);
  if (!mayTakeOver(actor, subject)) throw new Refusal("notAllowed");
  const { id: indicatorId, code } = await mustFindIndicator(await db(), located, indicator);
  await transaction(async (tx) => {
    // In the order in which assignments and reports are held elsewhere; whoever saves a value of it meanwhile is before or after.
    await holdAssignments(tx, located);
    const report = await holdForEditing(tx, actor, address, located, now);
    const theirs = (await assigneesOf(tx, [unit.id])).filter(
      ({ periodId, indicatorIds }) => periodId === period.id && indicatorIds.includes(indicatorId),
    );
    if (seenOf(theirs.map(({ user }) => user)) !== assigned) throw new Refusal("changedMeanwhile");
    const where = { unitId: unit.id, periodId: period.id, indicatorId };
    const rows = await tx.indicatorAssignment.findMany({ where, select: { ...assignmentSelect, id: true } });
    const { count } = await tx.indicatorAssignment.deleteMany({ where });
    if (count === 0) throw new Refusal("changedMeanwhile");
    const { people } = await assigneesOfUnit(tx, located, [period.id]);
    const lost = rows.map((row) => ({ ...row, code }));
    for (const part of await noteTakenOver(tx, actor, report.id, people, { lost, left: [] }, now))
      await tellTakenOver(tx, located, part, false, now);
    await writeAudit(tx, {
      ...assignmentEvent(located, code),
      actorId: actor.id,
      action: "indicatorTakenOver",
      before: {
        people: rows.flatMap(({ userId }) => userId ?? []),
        organisations: rows.flatMap(({ organisationId }) => organisationId ?? []),
      },
    });
  });
}
