import "server-only";
import { responseStatesBefore } from "@/lib/domain/commitments/addressed-life";
import { isPastDue } from "@/lib/domain/commitments/reply-clocks";
import { writeAudit } from "@/lib/server/audit/write";
import { platformReportEvent, raisePlatforms } from "@/lib/server/civil-society/hold-platform";
import { tellMembers } from "@/lib/server/civil-society/tell-members";
import { tellUnits } from "@/lib/server/civil-society/tell-units";
import { observationEvent } from "@/lib/server/commitments/hold-observation";
import { raiseObservations } from "@/lib/server/commitments/raise-observations";
import { tellAuthor, tellUnit } from "@/lib/server/commitments/tell";
import { db } from "@/lib/server/db/client";
import { dayInUnit, dayOf } from "@/lib/server/db/day";
import { transaction } from "@/lib/server/transaction";

/** A day later than any unit's calendar has: which of these are past due, each unit's own day decides. */
const aDay = 86_400_000;

/**
 * Says of every response whose due date has passed where its unit is that there is none, each in a transaction of its own.
 * @returns how many
 */
export async function lapseResponses(now: Date): Promise<number> {
  const awaited = await (await db()).unitResponse.findMany({
    where: { state: "awaited", dueOn: { lt: new Date(now.getTime() + aDay) }, addressed: { text: { end: null } } },
    orderBy: [{ textId: "asc" }, { round: "asc" }],
    select: {
      textId: true,
      round: true,
      unitId: true,
      dueOn: true,
      asked: { select: { unit: { select: { code: true } } } },
    },
  });
  const due = awaited.filter(
    ({ dueOn, asked }) => dueOn !== null && isPastDue(dayOf(dueOn), dayInUnit(asked.unit.code, now)),
  );
  let lapsed = 0;
  for (const { textId, round, unitId } of due) if (await lapse({ textId, round, unitId }, now)) lapsed++;
  return lapsed;
}

/** Whoever replies in the same moment is first, or late. */
const lapse = (key: { textId: number; round: number; unitId: number }, now: Date): Promise<boolean> =>
  transaction(async (tx) => {
    await tx.$queryRaw`SELECT FROM addressed_text WHERE id = ${key.textId} FOR NO KEY UPDATE`;
    const { count } = await tx.unitResponse.updateMany({
      where: { ...key, state: { in: responseStatesBefore("lapse") }, addressed: { text: { end: null } } },
      data: { state: "unanswered" },
    });
    if (count === 0) return false;
    const text = await tx.addressedText.update({
      where: { id: key.textId },
      data: { rowVersion: { increment: 1 } },
      select: {
        id: true,
        number: true,
        planId: true,
        organisationId: true,
        rowVersion: true,
        plan: { select: { code: true } },
        observation: { select: { visibility: true } },
        platformPoint: {
          select: {
            kind: true,
            position: true,
            report: { select: { id: true, year: true, unit: { select: { id: true, code: true, level: true } } } },
          },
        },
        units: { where: { unitId: key.unitId }, select: { unit: { select: { id: true, code: true, level: true } } } },
      },
    });
    const { unit } = text.units[0]!;
    const { platformPoint: point, planId } = text;
    if (point) {
      await raisePlatforms(tx, planId);
      const report = { ...point.report, planId, planCode: text.plan.code };
      // Of all its points that nobody answered by the same day, once.
      await tellUnits(tx, report, [unit], "missed", now);
      await tellMembers(tx, report, unit, "missed", now);
      await writeAudit(tx, {
        ...platformReportEvent(report),
        actorId: null,
        isByJob: true,
        action: "pointReplyMissed",
        after: { point: `${point.kind} ${point.position}`, unit: unit.code },
      });
      return true;
    }
    if (text.observation) await raiseObservations(tx, { planId: text.planId, ...text.observation });
    const told = { ...text, number: text.number!, planCode: text.plan.code, unit };
    await tellUnit(tx, told, now);
    await tellAuthor(tx, told, now);
    await writeAudit(tx, {
      ...observationEvent({ ...text, unit }),
      actorId: null,
      isByJob: true,
      action: "replyMissed",
      after: { round: key.round },
    });
    return true;
  });
