import "server-only";
import { type Actor, mustBeAble } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { MeetingEntry } from "@/lib/schemas/commitments/meeting-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { auditedFacts, meetingColumns, meetingEvent, orCodeTaken } from "@/lib/server/commitments/hold-meeting";
import { raiseMeetings } from "@/lib/server/commitments/raise-meetings";
import { db } from "@/lib/server/db/client";
import { transaction } from "@/lib/server/transaction";
import { mustKeepYoungUnknown } from "@/lib/server/youth/keep-young-unnamed";

/**
 * Plans a meeting. Everybody reads of it at once.
 * @returns its id
 * @throws Refusal `notFound`, `notAllowed`, `meetingCodeTaken`; InvalidFields for a country that the plan doesn't have,
 * and for words of a forum that name somebody
 */
export async function addMeeting(
  actor: Actor,
  { plan: planCode, code, entry }: { plan: string; code: string; entry: MeetingEntry },
): Promise<{ id: number }> {
  const plan = await (await db()).plan.findUnique({ where: { code: planCode }, select: { id: true } });
  if (!plan) throw new Refusal("notFound");
  mustBeAble(actor, "keepMeetings", { planId: plan.id });
  return orCodeTaken(() =>
    transaction(async (tx) => {
      const { id } = await tx.meeting.create({
        data: { planId: plan.id, code, ...(await meetingColumns(tx, plan.id, entry)) },
        select: { id: true },
      });
      await tx.meetingText.createMany({ data: entry.texts.map((text) => ({ ...text, meetingId: id })) });
      await tx.meetingSource.createMany({ data: entry.sources.map((source) => ({ ...source, meetingId: id })) });
      await tx.meetingParticipants.createMany({ data: entry.participants.map((row) => ({ ...row, meetingId: id })) });
      await mustKeepYoungUnknown(tx, plan.id, entry);
      await raiseMeetings(tx, plan.id);
      await writeAudit(tx, {
        ...meetingEvent({ id, code, planId: plan.id, planCode }),
        actorId: actor.id,
        action: "meetingAdded",
        after: auditedFacts(entry),
      });
      return { id };
    }),
  );
}
