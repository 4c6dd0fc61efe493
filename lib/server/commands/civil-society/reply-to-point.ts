import "server-only";
import { responseStatesBefore } from "@/lib/domain/commitments/addressed-life";
import { type Actor, mustBeAble } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { PlatformReportSeen, PointReply } from "@/lib/schemas/commitments/platform-forms";
import { InvalidFields } from "@/lib/schemas/forms/invalid-fields";
import { writeAudit } from "@/lib/server/audit/write";
import { platformReportEvent, raisePlatforms } from "@/lib/server/civil-society/hold-platform";
import { changePlatformReport, holdPlatformReport, isAnswered } from "@/lib/server/civil-society/hold-platform-report";
import { dayInUnit } from "@/lib/server/db/day";
import { transaction } from "@/lib/server/transaction";

/**
 * Gives a unit's answer to a challenge or a priority of a presented report; what is being done about it says what, and by when.
 * After the due date it is late, which its date says. With the last one the report is answered.
 * @param of the code of the unit that answers
 * @throws Refusal `notFound`, `notAllowed`; `changedMeanwhile` also where it has answered; InvalidFields for a day that is past
 */
export function replyToPoint(
  actor: Actor,
  address: Omit<PlatformReportSeen, "rowVersion">,
  { point: textId, of }: { point: number; of: string },
  { kind, body, action, actionDueOn }: PointReply,
  now: Date,
): Promise<void> {
  return transaction(async (tx) => {
    // What other units answered meanwhile changes nothing of this one's.
    const held = await holdPlatformReport(tx, actor, { ...address, rowVersion: null }, "answer");
    const { id: reportId, planId } = held;
    const unit = held.addressed.find(({ code }) => code === of);
    const point = await tx.platformPoint.findFirst({
      where: { textId, reportId },
      select: { kind: true, position: true, text: { select: { end: true } } },
    });
    if (!unit || !point) throw new Refusal("notFound");
    mustBeAble(actor, "sendReply", { planId, unit });
    if (point.text.end !== null) throw new Refusal("changedMeanwhile");
    const today = dayInUnit(unit.code, now);
    const response = { textId, round: 1, unitId: unit.id };
    if (kind === "actedOn") {
      if (actionDueOn < today) throw new InvalidFields([{ field: "actionDueOn", key: "platformActionPast" }]);
      const due = new Date(actionDueOn);
      await tx.keyAction.create({
        data: { ...response, body: action, firstDueOn: due, dueOn: due, createdAt: now, createdById: actor.id },
      });
    }
    const { count } = await tx.unitResponse.updateMany({
      where: { ...response, state: { in: responseStatesBefore("sendReply") } },
      data: { state: "given", kind, body, givenAt: now, givenById: actor.id, givenOn: new Date(today) },
    });
    if (count === 0) throw new Refusal("changedMeanwhile");
    if (await isAnswered(tx, reportId)) await changePlatformReport(tx, held, { state: "answered" });
    else await raisePlatforms(tx, planId);
    await writeAudit(tx, {
      ...platformReportEvent(held),
      actorId: actor.id,
      action: "pointReplySent",
      after: { point: `${point.kind} ${point.position}`, unit: unit.code, kind, givenOn: today },
    });
  });
}
