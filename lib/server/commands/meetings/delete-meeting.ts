import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { MeetingSeen } from "@/lib/schemas/commitments/meeting-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { holdMeeting, meetingEvent, meetingWords } from "@/lib/server/commitments/hold-meeting";
import { raiseMeetings } from "@/lib/server/commitments/raise-meetings";
import { transaction } from "@/lib/server/transaction";

/**
 * Takes a planned meeting out of the calendar that nobody will hold.
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile` also once its papers are out
 */
export function deleteMeeting(actor: Actor, seen: MeetingSeen): Promise<void> {
  return transaction(async (tx) => {
    const held = await holdMeeting(tx, actor, seen, "delete");
    const { id, state, rowVersion } = held;
    const before = await meetingWords(tx, id);
    const { count } = await tx.meeting.deleteMany({ where: { id, state, rowVersion } });
    if (count === 0) throw new Refusal("changedMeanwhile");
    await raiseMeetings(tx, held.planId);
    await writeAudit(tx, { ...meetingEvent(held), actorId: actor.id, action: "meetingDeleted", before });
  });
}
