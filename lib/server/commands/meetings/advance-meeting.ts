import "server-only";
import { meetingSteps, type PlainMeetingStep } from "@/lib/domain/commitments/meeting";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { MeetingSeen } from "@/lib/schemas/commitments/meeting-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { carryOutDecisions } from "@/lib/server/commitments/carry-out-decisions";
import { changeMeeting, holdMeeting, meetingEvent } from "@/lib/server/commitments/hold-meeting";
import type { Transaction } from "@/lib/server/db/client";
import { dayInRegion, dayInUnit, dayOf } from "@/lib/server/db/day";
import { transaction } from "@/lib/server/transaction";

const actions: Record<PlainMeetingStep, string> = {
  hold: "meetingHeld",
  agreeOutcome: "outcomeAgreed",
  close: "meetingClosed",
};

/** With the outcome, its decisions are agreed: their words stay from now on, and everybody reads them. */
async function passDecisions(tx: Transaction, actor: Actor, meetingId: number, now: Date): Promise<void> {
  await tx.addressedRound.updateMany({
    where: { stage: "draft", text: { decision: { meetingId } } },
    data: {
      stage: "passed",
      submittedAt: now,
      submittedById: actor.id,
      checkedAt: now,
      checkedById: actor.id,
      checkDueOn: new Date(dayInRegion(now)),
    },
  });
}

/** @throws Refusal `meetingNotBegun` before its first day, where the country is whose own it is, or in the region */
async function mustHaveBegun(tx: Transaction, id: number, now: Date): Promise<void> {
  const { startsOn, unit } = await tx.meeting.findUniqueOrThrow({
    where: { id },
    select: { startsOn: true, unit: { select: { code: true } } },
  });
  const today = unit ? dayInUnit(unit.code, now) : dayInRegion(now);
  if (startsOn && dayOf(startsOn) > today) throw new Refusal("meetingNotBegun", { startsOn: dayOf(startsOn) });
}

/**
 * Says that a meeting was held, that its outcome is agreed, or that it is closed. What acts on the plan is carried out when
 * the outcome is agreed.
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`; `meetingNotBegun` where it is held too early; with the outcome `meetingPeriodRefused`
 */
export function advanceMeeting(actor: Actor, seen: MeetingSeen, step: PlainMeetingStep, now: Date): Promise<void> {
  return transaction(async (tx) => {
    const held = await holdMeeting(tx, actor, seen, step);
    const { to } = meetingSteps[step];
    let addedPeriods: string[] = [];
    if (step === "hold") await mustHaveBegun(tx, held.id, now);
    if (step === "agreeOutcome") {
      addedPeriods = await carryOutDecisions(tx, actor, held);
      await passDecisions(tx, actor, held.id, now);
    }
    await changeMeeting(tx, held, { state: to });
    await writeAudit(tx, {
      ...meetingEvent(held),
      actorId: actor.id,
      action: actions[step],
      before: { state: held.state },
      after: { state: to, ...(addedPeriods.length > 0 && { addedPeriods }) },
    });
  });
}
