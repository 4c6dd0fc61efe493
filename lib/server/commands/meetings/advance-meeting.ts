import "server-only";
import { meetingSteps, type PlainMeetingStep } from "@/lib/domain/commitments/meeting";
import type { Actor } from "@/lib/domain/permissions";
import type { MeetingSeen } from "@/lib/schemas/commitments/meeting-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { changeMeeting, holdMeeting, meetingEvent } from "@/lib/server/commitments/hold-meeting";
import { transaction } from "@/lib/server/transaction";

const actions: Record<PlainMeetingStep, string> = {
  hold: "meetingHeld",
  agreeOutcome: "outcomeAgreed",
  close: "meetingClosed",
};

/**
 * Says that a meeting was held, that its outcome is agreed, or that it is closed.
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`
 */
export function advanceMeeting(actor: Actor, seen: MeetingSeen, step: PlainMeetingStep): Promise<void> {
  return transaction(async (tx) => {
    const held = await holdMeeting(tx, actor, seen, step);
    const { to } = meetingSteps[step];
    await changeMeeting(tx, held, { state: to });
    await writeAudit(tx, {
      ...meetingEvent(held),
      actorId: actor.id,
      action: actions[step],
      before: { state: held.state },
      after: { state: to },
    });
  });
}
