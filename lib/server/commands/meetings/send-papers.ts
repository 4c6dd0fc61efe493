import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { MeetingSeen } from "@/lib/schemas/commitments/meeting-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { changeMeeting, holdMeeting, meetingEvent } from "@/lib/server/commitments/hold-meeting";
import { dayInRegion } from "@/lib/server/db/day";
import { transaction } from "@/lib/server/transaction";

/**
 * Says that a meeting's papers are out, and which release it looks at: from then on, for good.
 * @param release its code; null where the meeting looks at no results
 * @throws Refusal `notFound` also for a release that the plan doesn't have, `notAllowed`, `changedMeanwhile`
 */
export function sendPapers(actor: Actor, seen: MeetingSeen, release: string | null, now: Date): Promise<void> {
  return transaction(async (tx) => {
    const held = await holdMeeting(tx, actor, seen, "sendPapers");
    const found =
      release === null
        ? null
        : await tx.release.findUnique({
            where: { planId_code: { planId: held.planId, code: release } },
            select: { id: true, version: true },
          });
    if (release !== null && found === null) throw new Refusal("notFound");
    await changeMeeting(tx, held, {
      state: "papersOut",
      releaseId: found?.id ?? null,
      papersSentOn: new Date(dayInRegion(now)),
    });
    await writeAudit(tx, {
      ...meetingEvent(held),
      actorId: actor.id,
      action: "papersSent",
      before: { state: held.state },
      after: { state: "papersOut", release, version: found?.version ?? null },
    });
  });
}
